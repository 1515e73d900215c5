class Plain:
    def draw(self):
        return "plain"


class Bold(Plain):
    def draw(self):
        return "bold"


def paint(kind=Plain):
    return kind().draw()


paint()
paint(Bold)
