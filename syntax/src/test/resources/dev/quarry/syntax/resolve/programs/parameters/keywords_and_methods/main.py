def first():
    return 1


def second():
    return 2


def run(step, *, after=None):
    step()
    if after:
        after()


class Engine:
    def __init__(self, part):
        self.part = part

    def start(self, fuel):
        fuel.burn()
        return self.part.turn()


class Wheel:
    def turn(self):
        return 1


class Oil:
    def burn(self):
        return 1


run(first)
run(step=first, after=second)
Engine(Wheel()).start(Oil())
Engine.start(Engine(Wheel()), fuel=Oil())
