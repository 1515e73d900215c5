class Box[T]:
    def __init__(self, value: T):
        self.value = value

    def get(self) -> T:
        return self.value

    def copy(self) -> "Box[T]":
        return Box(self.value)


class Toy:
    def play(self):
        return 1


type ToyBox = Box[Toy]


def open_box(box: ToyBox):
    return box.get().play()


Box(Toy()).copy().get().play()
Box[Toy](Toy()).get()
open_box(Box(Toy()))
