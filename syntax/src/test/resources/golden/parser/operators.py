a + b * c - d // e
-a ** -b ** c
not a == b and c or not d
a < b <= c is not d not in e is f in g
a | b ^ c & d << e @ f
await x ** 2
a if b else c if d else e
lambda: a if b else lambda x, *y, z=1, **k: x
lambda a, /, b=2, *, c: 0
(a + b) * (c)
