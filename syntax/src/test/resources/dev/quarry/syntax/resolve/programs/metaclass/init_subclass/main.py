class Base:
    known = []

    def __init_subclass__(cls):
        cls.known.append(cls)
        cls.announce()

    @classmethod
    def announce(cls):
        return cls.__name__


class One(Base):
    def go(self):
        return 1


Base.known[0]().go()
