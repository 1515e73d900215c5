def low():
    return 1


def choose():
    return low


choose()()
picked = choose()
picked()
