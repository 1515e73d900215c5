def size():
    return 3


class Table:
    width = size()

    def area(self):
        return size() * self.width

    def size(self):
        return self.width


Table().area()
Table().size()
