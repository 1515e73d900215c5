"""Docstring."""
import os, os.path as p
from . import a
from ..pkg.mod import *
from x import (y as z,)  # type: ignore[import]

x: int = 1
(y): int
a.b: str
a = b = 1, 2  # type: tuple
x += 1
del x, (y), [z]
assert x, 'message'
raise ValueError from None
global_ = lambda: 0


def outer():
    global g1, g2
    n = 0

    def inner():
        nonlocal n
        return
    return inner


for i, (j, *k) in x:  # type: int
    continue
else:
    pass
while True:
    break
if a:
    pass
elif b:
    pass
else:
    pass
try:
    pass
except (A, B) as e:
    pass
except:
    raise
else:
    pass
finally:
    pass
with a as b, c as (d, e):  # type: int
    pass


async def f():
    async with a:
        pass
    async for b in c:
        await d
    return [e async for e in f]


@decorator
@other(1)
class C(Base, metaclass=M, *bases, **kw):
    pass
