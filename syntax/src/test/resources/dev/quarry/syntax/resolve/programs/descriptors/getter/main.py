class Service:
    def ping(self):
        return "pong"


class Lazy:
    def __get__(self, instance, owner):
        return Service()


class Client:
    service = Lazy()


Client().service.ping()
