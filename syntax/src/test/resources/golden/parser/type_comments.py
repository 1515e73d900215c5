x = []  # type: list[int]
for a in b:  # type: int
    pass
with a as b:  # type: int
    pass
with (a, b):  # type: int
    pass
def f(a,  # type: int
      *b,  # type: str
      c=1  # type: bool
      ):
    # type: (...) -> None
    pass
def g(a):  # type: (int) -> str
    pass
def h():
    x = f(a,  # type: ignore[x]
          b)
    # type: int
    return x  # type: int
