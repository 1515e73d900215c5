def f(): pass
def f(a, b=1, /, c=2, *args: int, d, e=3, **kw) -> int: pass
def f(a, /): pass
def f(*, a, b: int = 1): pass
def f(a,  # type: int
      *b,  # type: str
      c=1):
    # type: (...) -> None
    pass
lambda: 0
lambda a, *, b=1: a
lambda *a, **k: (a, k)
f(a, *b, c=1, **d)
f(x for x in y)
