from parts import *


def hidden():
    return "own"


shown()
hidden()
