[*y for y in z]
{*y for y in z}
(*y for y in z)
{**y for y in z}
f(*y for y in z)
f(*y for y in z if w).g
f((*y for y in z), a)
(*y or x for y in z)
(*y if w else v for y in z)
f(*y or x for y in z)
f(*y if w else v for y in z)
f(*lambda: x for y in z)
{**y if w else v for y in z}
{**y or x for y in z}
{**not x for y in z}
{**lambda: x for y in z}
[*(y if w else v) for y in z for w in v if u if t]
[* y | x for y in z]
[*[*y for y in z] for z in w]
{**{**y for y in z} for z in w}
{**{'a': b} for (a, b), *c in d}
[*(y := x) for y in z]
a[(*y for y in z)]
a[*[*y for y in z]]
with (*y for y in z): pass
with (*y for y in z) as x: pass
for q in (*y for y in z): pass
async def g():
    [*y async for y in z]
    {*await y async for y in z}
    {**y async for y in z if await w}
    f(*y async for y in z)
class A((*y for y in z)): pass
f'{[*y for y in z]}{ {**y for y in z}!r}'
*a, (b for b in c), *[*d]
{**a, 'b': 1, **c}, {*a, b, *c}
