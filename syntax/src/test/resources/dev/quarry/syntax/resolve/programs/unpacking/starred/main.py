def a():
    return 1


def b():
    return 2


def c():
    return 3


first, *others = a, b, c
first()
others[0]()
