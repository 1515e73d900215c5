import functools


def timed(function):
    @functools.wraps(function)
    def timer(*arguments, **options):
        return function(*arguments, **options)
    return timer


@timed
def compute(number):
    return number + 1


compute(1)
