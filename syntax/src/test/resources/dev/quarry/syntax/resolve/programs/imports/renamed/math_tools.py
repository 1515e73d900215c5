def add(a, b):
    return a + b


class Number:
    def __init__(self, value):
        self.value = value

    def double(self):
        return add(self.value, self.value)
