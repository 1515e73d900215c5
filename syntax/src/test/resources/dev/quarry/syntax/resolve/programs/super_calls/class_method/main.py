class Base:
    @classmethod
    def create(cls):
        return cls()


class Child(Base):
    @classmethod
    def create(cls):
        return super().create()

    def ping(self):
        return 1


Child.create().ping()
