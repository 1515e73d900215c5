class Proxy:
    def __init__(self, target):
        self.target = target

    def __getattr__(self, name):
        return getattr(self.target, name)

    def own(self):
        return 1


class Real:
    def act(self):
        return 2


proxy = Proxy(Real())
proxy.act()
proxy.own()
