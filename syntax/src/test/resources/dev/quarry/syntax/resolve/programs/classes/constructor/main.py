class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y
        self.normalize()

    def normalize(self):
        return abs(self.x)


Point(1, 2)
make = Point
make(3, 4).normalize()
