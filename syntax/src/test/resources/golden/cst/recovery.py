def f(a, , b): return
x = (1, 2
y = 3
class : pass
if : pass
for in x: pass
import
from x import (a, b
f(a b, c=)
match x:
    case : pass
    case [a, b: pass
try:
    pass
x ; ? ; z
{a: , b}
with (a as : pass
@
def
