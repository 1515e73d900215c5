import functools
from contextlib import contextmanager


@functools.lru_cache(maxsize=None)
def power(number):
    return number ** 2


@contextmanager
def opened(name):
    yield name


power(2)
with opened("a") as handle:
    print(handle)
