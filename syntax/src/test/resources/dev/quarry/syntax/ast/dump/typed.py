x = 1  # type: int
x = y = z  # type: List[int]  # comment
for x in y:  # type: int
    pass
with x as y:  # type: int
    pass
def f(a,  # type: int
      b=1,  # type: str
      *args,  # type: float
      c,
      **kw  # type: bool
      ):
    # type: (...) -> int
    pass
def g(a):  # type: (int) -> int
    """doc"""
async def h(a): pass  # type: ignore[late]
if x:
    # type: ignore
    y = 2#type:str
z  # type: ignore[a, b] more
z  # type:ignore # comment
