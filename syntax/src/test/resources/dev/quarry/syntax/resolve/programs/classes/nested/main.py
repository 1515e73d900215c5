class Outer:
    class Inner:
        def speak(self):
            return "inner"

        @staticmethod
        def build():
            return Outer.Inner()

    def create(self):
        return self.Inner()


Outer.Inner().speak()
Outer().create().speak()
Outer.Inner.build().speak()
