def early():
    return 1


def late():
    return 2


current = early
current()
current = late
current()


def uses_the_last():
    return current()


uses_the_last()
