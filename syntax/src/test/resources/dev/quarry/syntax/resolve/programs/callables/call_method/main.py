class Adder:
    def __init__(self, step):
        self.step = step

    def __call__(self, number):
        return number + self.step


add = Adder(2)
add(3)
Adder(1)(2)
