import collections


class Registry(collections.UserDict):
    def register(self, key, value):
        self[key] = value
        return self.find(key)

    def find(self, key):
        return self.get(key)


registry = Registry()
registry.register("a", 1)
registry.keys()
