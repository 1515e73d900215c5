class Point:
    def moved(self):
        return type(self)().shown()

    def copied(self):
        return self.__class__().shown()

    def shown(self):
        return 1


class Named(Point):
    def shown(self):
        return 2


Point().moved()
Named().moved()
Named().copied()
