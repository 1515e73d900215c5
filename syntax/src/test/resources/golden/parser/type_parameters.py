type A = int
type B[T, *Ts, **P] = T | Ts
def f[T: int = str, U: (a, b)](x: T) -> U: pass
class C[*Ts = *tuple[int], **P = [int]](Base): pass
type = 1
type.x
type in y
