class Settings:
    def load(self):
        return self


def create():
    return Settings()


current = create()
factory = create
