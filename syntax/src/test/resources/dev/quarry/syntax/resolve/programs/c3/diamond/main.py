class Top:
    def name(self):
        return "top"

    def only_top(self):
        return self.name()


class Left(Top):
    pass


class Right(Top):
    def name(self):
        return "right"


class Bottom(Left, Right):
    pass


Bottom().name()
Bottom().only_top()
