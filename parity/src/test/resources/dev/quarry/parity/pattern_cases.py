# What the patterns of NodePatternParityTest ask for and few programs have.
for index, value in []:
    print(f'{value:<10}', f"{index:}", f'{value!r:>{index}}')
else:
    assert index == None
for i in range(len(names)):
    pass
match command:
    case Point(x=0): pass
    case Point(1, y=0) if i: pass
    case [_, *_] | (1, *rest): pass
    case {'a': 1, **others}: pass
    case (a, b): pass
with (open('a') as a, open('b')): a; b
with open('a') as a.b, c as (d, e): pass
async def f(a, /, b=1, *, c=None, **d) -> int: await g(*a, **d); return (yield)
print((((a))), (b), [*c], {**d}, x[..., 1:2:3, ::], x[:], lambda: 0, lambda *a, b=1: b)
del (x[0]), y; global p, q
from . import (a, b as c,)
from .. import *
class C: pass
class D(): ...
class E(A, B, *c, metaclass=M): x: int; y: int = 1; z += 1
try: pass
except* (A, B): raise A() from b
if (n := 1) != 2 and not n is not 3 or n not in 4: 'a' "b" r'''c'''
print(f'{a}\n')
