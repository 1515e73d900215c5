@a.b
@c(d)
def f(a, /, b: int = 1, *args: str, c, d=2, **kwargs: bytes) -> None:
    """Doc."""
    def g(): pass
@a
class C: pass
class D(A, *b, metaclass=M, **k):
    x: int
    async def m(self, *, a): ...
class E():
    pass
def h(*args: *Ts): pass
async def a():
    async for b in c: d
    async with e as f, g: h
    [i async for j in k]
