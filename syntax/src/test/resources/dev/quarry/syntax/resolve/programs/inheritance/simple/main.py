class Animal:
    def speak(self):
        return self.sound()

    def sound(self):
        return ""


class Dog(Animal):
    def sound(self):
        return "wuff"


class Puppy(Dog):
    pass


Puppy().speak()
Puppy().sound()
Animal().speak()
