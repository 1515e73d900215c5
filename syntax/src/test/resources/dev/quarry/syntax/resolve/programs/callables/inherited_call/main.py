class Base:
    def __call__(self):
        return self.run()

    def run(self):
        return 0


class Job(Base):
    def run(self):
        return 1


Job()()
