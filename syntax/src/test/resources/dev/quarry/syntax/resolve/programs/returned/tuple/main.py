def read():
    return 1


def write():
    return 2


def pair():
    return read, write


reader, writer = pair()
reader()
writer()
pair()[1]()
