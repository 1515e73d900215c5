type A[T: int, *Ts, **P] = list[T]
def f[T](x: T) -> T: pass
class C[T: (int, str)](Base): pass
try:
    pass
except* E:
    pass
