class Parser:
    def feed(self):
        return 1


def load(kind=None):
    return globals()["Parser"]()
