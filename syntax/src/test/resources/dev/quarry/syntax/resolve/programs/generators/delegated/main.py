class Item:
    def use(self):
        return 1


def inner():
    yield Item()


def outer():
    yield from inner()


for item in outer():
    item.use()
