class Base:
    def __init__(self, name):
        self.name = name
        self.helper = Helper()


class Helper:
    def assist(self):
        return 1


class Derived(Base):
    def __init__(self):
        Base.__init__(self, "derived")

    def go(self):
        return self.helper.assist()


Derived().go()
