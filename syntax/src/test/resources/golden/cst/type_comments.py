x = y = 1 # type: int
def f(a, # type: int
      b, # type: str
      ):
    # type: (...) -> None
    pass
def g(
    a = 1  # type: int
): # type: (...) -> None
    for a in b: # type: int
        # type: ignore
        y = [] # type: List[int]
    # type: stray
    with a as b: # type: int
        pass
    # type: another
z = ( # type: int
    1, # type: int
    2 ) ; w = 3 # type: int
f( # type: int
    a # type: int
    , b )
