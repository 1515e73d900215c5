def name():
    return "global"


class Scope:
    def name(self):
        return "method"

    def ask(self):
        return name()

    alias = name


Scope().ask()
Scope().alias()
