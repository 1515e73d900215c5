class Failure(Exception):
    def describe(self):
        return "failed"


class Other(Failure):
    pass


def fail():
    raise Failure("no")


try:
    fail()
except Failure as error:
    error.describe()

try:
    raise Other()
except (Other, KeyError) as error:
    error.describe()
