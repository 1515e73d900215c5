class Total:
    def __init__(self, number):
        self.number = number

    def __iadd__(self, other):
        self.number += other
        return self

    def show(self):
        return self.number


total = Total(1)
total += 2
total.show()
