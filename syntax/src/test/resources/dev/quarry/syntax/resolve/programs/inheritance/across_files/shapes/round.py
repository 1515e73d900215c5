from .base import Shape


class Circle(Shape):
    def area(self):
        return 3
