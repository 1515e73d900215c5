()
(a)
(a,)
(a, *b, c)
(yield)
[]
[a, *b,]
{}
{a}
{*a, b}
{a: b, **c, d: e,}
x[a]
x[a,]
x[a, b:c, ::d]
x[:]
x[a:b:c]
x[*a]
x[b := 1]
f()
f(a, *b, c=d, **e)
f(a for a in b)
f((a for a in b), c)
f(a := 1)
f(g)(h).i[j].k
... , None, True, False, 1_000, 1.5e3j
