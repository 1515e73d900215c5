class Item:
    def use(self):
        return 1


def same[T](value: T) -> T:
    return value


def bounded[T: Item](value: T):
    return value.use()


same(Item()).use()
bounded(Item())
