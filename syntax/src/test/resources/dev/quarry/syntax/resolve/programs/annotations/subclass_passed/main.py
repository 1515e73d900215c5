class Shape:
    def area(self):
        return 0


class Square(Shape):
    def area(self):
        return 4


def measure(shape: Shape):
    return shape.area()


measure(Square())
measure(Shape())
