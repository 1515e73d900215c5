from dataclasses import dataclass


@dataclass
class Amount:
    number: int

    def __post_init__(self):
        self.check()

    def check(self):
        return self.number > 0


Amount(3).check()
