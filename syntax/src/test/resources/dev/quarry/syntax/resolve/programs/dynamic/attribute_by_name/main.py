class Commands:
    def start(self):
        return 1


def missing():
    return 0


getattr(Commands(), "start")()
getattr(Commands(), "stop", missing)()
