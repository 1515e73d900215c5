def build(name):
    class Thing:
        def label(self):
            return decorate(name)

    def decorate(text):
        return "*" + text

    return Thing


Thing = build("a")
Thing().label()
