from typing import Optional, Union


class Cat:
    def meow(self):
        return 1


class Dog:
    def meow(self):
        return 2


def one(pet: Cat):
    return pet.meow()


def two(pet: Optional[Cat] = None):
    return pet.meow() if pet else None


def three(pet: Cat | Dog):
    return pet.meow()


def four(pet: "Union[Cat, Dog]", other: "Cat"):
    return pet.meow() + other.meow()


one(Cat())
two(Cat())
three(Dog())
four(Dog(), Cat())
