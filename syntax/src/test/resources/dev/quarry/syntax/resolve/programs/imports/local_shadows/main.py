from library import compute


def local():
    def compute():
        return "local"
    return compute()


def parameter(compute):
    return compute()


local()
compute()
parameter(compute)
