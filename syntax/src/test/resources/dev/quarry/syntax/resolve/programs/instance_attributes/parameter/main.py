class Store:
    def read(self):
        return 1


class Cache:
    def __init__(self, store):
        self.store = store

    def fetch(self):
        return self.store.read()


Cache(Store()).fetch()
