a = b = c
a, *b = c, d
a, = b
(a, b), [c, d.e, f[g]] = h
a += b
a.b **= yield c
a: int
a.b: int = 1
(a): int = yield
del a, (b, c), [d], e.f
del (g)
assert a, b
raise
raise a
raise a from b
return_ = lambda: (yield)
global x, y
nonlocal z
pass; break; continue;
def f():
    return
    return a, *b
    yield
    yield from a
    x = yield a, b
    await b
