class Color:
    def __init__(self, name):
        self.name = name

    @classmethod
    def parse(cls, text):
        return cls(cls.clean(text))

    @staticmethod
    def clean(text):
        return text.strip()

    def show(self):
        return self.name


Color.parse(" red ").show()
Color.clean("x")
Color("blue").clean("y")
