def write():
    return 1


class Reader:
    def load(self):
        return 2
