class Leaf:
    def weight(self):
        return 1


class Tree:
    def __init__(self):
        self.children = [Leaf()]

    def weight(self):
        return sum(child.weight() for child in self.children)


def measure(item):
    if isinstance(item, Leaf):
        return item.weight()
    return item.weight()


measure(Leaf())
measure(Tree())
