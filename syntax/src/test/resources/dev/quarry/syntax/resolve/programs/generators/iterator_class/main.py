class Entry:
    def read(self):
        return 1


class Log:
    def __init__(self):
        self.left = 2

    def __iter__(self):
        return self

    def __next__(self):
        if self.left == 0:
            raise StopIteration
        self.left -= 1
        return Entry()


for entry in Log():
    entry.read()
