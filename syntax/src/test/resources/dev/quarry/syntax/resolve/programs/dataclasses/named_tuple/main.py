from typing import NamedTuple


class Pair(NamedTuple):
    left: int
    right: int

    def total(self):
        return self.left + self.right


Pair(1, 2).total()
Pair(1, 2)._replace(left=2).total()
