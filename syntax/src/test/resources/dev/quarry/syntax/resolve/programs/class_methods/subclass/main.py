class Base:
    @classmethod
    def make(cls):
        return cls()

    def who(self):
        return "base"


class Sub(Base):
    def who(self):
        return "sub"


Sub.make().who()
Base.make().who()
