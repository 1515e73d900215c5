class Cached:
    def __init__(self, function):
        self.function = function
        self.answers = {}

    def __call__(self, key):
        if key not in self.answers:
            self.answers[key] = self.function(key)
        return self.answers[key]


@Cached
def slow(key):
    return key * 2


slow(1)
