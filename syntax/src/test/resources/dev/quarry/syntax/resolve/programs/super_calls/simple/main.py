class Base:
    def __init__(self):
        self.ready = True

    def close(self):
        return "base"


class Child(Base):
    def __init__(self):
        super().__init__()

    def close(self):
        return super().close()


Child().close()
