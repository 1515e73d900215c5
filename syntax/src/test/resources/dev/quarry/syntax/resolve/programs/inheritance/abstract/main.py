from abc import ABC, abstractmethod


class Shape(ABC):
    def describe(self):
        return self.area(), self.name()

    @abstractmethod
    def area(self):
        ...

    def name(self):
        """What to call it."""
        raise NotImplementedError


class Square(Shape):
    def area(self):
        return 1

    def name(self):
        return "square"


Square().describe()
