class Singleton(type):
    instances = {}

    def __call__(cls, *arguments):
        if cls not in cls.instances:
            cls.instances[cls] = super().__call__(*arguments)
        return cls.instances[cls]


class Settings(metaclass=Singleton):
    def get(self):
        return 1


Settings().get()
Settings().get()
