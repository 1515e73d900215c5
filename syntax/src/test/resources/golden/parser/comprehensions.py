[a for b in c if d if e for f, *g in h]
{a async for b in c}
{a: b for c, in d}
(a for a[b].c in d if e or f)
[(x := y) for y in z]
[lambda: x for x in (lambda: y, z)]
