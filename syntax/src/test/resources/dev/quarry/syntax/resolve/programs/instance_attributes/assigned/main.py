class Pump:
    def push(self):
        return 1


class Pool:
    def __init__(self):
        self.pump = Pump()
        self.filter = None

    def clean(self):
        self.filter = Pump()
        return self.pump.push() + self.filter.push()


pool = Pool()
pool.clean()
pool.pump.push()
