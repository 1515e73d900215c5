class Circle:
    def area(self):
        return 3


class Square:
    def area(self):
        return 4


def measure(shape):
    match shape:
        case Circle() as circle:
            return circle.area()
        case Square():
            return shape.area()


measure(Circle())
measure(Square())
