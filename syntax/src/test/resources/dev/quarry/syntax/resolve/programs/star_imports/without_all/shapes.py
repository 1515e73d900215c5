def circle():
    return _area()


def square():
    return 4


def _area():
    return 3
