class Result:
    def show(self):
        return "shown"


class Maker:
    def __call__(self):
        return Result()


maker = Maker()
maker().show()
