class Engine:
    def start(self):
        return "on"


class Car:
    def __init__(self):
        self._engine = Engine()

    @property
    def engine(self):
        return self._engine

    @engine.setter
    def engine(self, value):
        self._engine = value


car = Car()
car.engine.start()
car.engine = Engine()
car.engine.start()
