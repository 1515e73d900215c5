import m

x = 1


class C(m.Base, metaclass=m.Meta):
    x = x
    y: int = len(x)

    @property
    def x(self, default=x, *args: x, **kwargs) -> x:
        global g
        g = self.x

        def inner():
            nonlocal default
            default = x
            return default, C, g
        return inner

    z = [x for x in x if x for y in x]
    pairs = {k: v for k, v in z}
    key = lambda self, w=y: (self, w, x)


def outer():
    n = 0
    print(n, later)
    later = 1

    class Local:
        n = n

        def n(self):
            nonlocal n
            n = 2

    with open(n) as (a, [b]), n as Local.attr, n:
        pass
    for n.i, a[b] in n:
        del a, b.c, n[0]
    try:
        pass
    except (OSError, ValueError) as e:
        e.args
    if (walrus := n) and (walrus, walrus := 2):
        return walrus
    return [inside := i for i in n if inside]


print, __name__, exit, undefined
x += outer()
C().x()[0].y
(x).real.imag
''.join(x)
f"{x!r:>{x}} {m.f(x)=}"
