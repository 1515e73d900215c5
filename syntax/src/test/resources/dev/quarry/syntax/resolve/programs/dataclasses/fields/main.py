from dataclasses import dataclass, field


class Wheel:
    def turn(self):
        return 1


@dataclass
class Bike:
    front: Wheel
    rear: Wheel = field(default_factory=Wheel)

    def ride(self):
        return self.front.turn() + self.rear.turn()


Bike(Wheel()).ride()
Bike(Wheel()).front.turn()
