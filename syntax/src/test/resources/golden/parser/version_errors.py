# python 3.8
match a:
    case 1: pass
try: a
except* b: c
type A = int
def f[T](): pass
x[*a]
