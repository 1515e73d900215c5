class Session:
    def send(self):
        return "sent"


class FastSession(Session):
    def send(self):
        return "fast"


class Client:
    session_class = Session

    def post(self):
        return self.session_class().send()


class FastClient(Client):
    session_class = FastSession


Client().post()
FastClient().post()
