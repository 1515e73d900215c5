# python 3.15
lazy import a
lazy from b import c
lazy = 1
[*a for a in b]
{**a for a in b}
try: a
except b, c: d
t'{a!r:>{b}} c'
match a:
    case +1: pass
