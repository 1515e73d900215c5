type X = int
type X[T] = int
type type = type
type match[case] = case
type X[T: int = str, *Ts = *a, **P = [b]] = lambda: x
type X[T = (yield_), U: (int, str) = T,] = (a := b)
def f[T = int](): pass
class A[*T = *int | str]: pass
async def g[**T = [int]](): pass
