lazy import a
lazy import a.b.c as d, e, lazy
lazy from a import b
lazy from . import b
lazy from .. import (
    b,
)
lazy from ...a.b import (c as d, e as lazy,)
lazy from a import *
lazy from .__future__ import annotations
lazy from lazy import lazy as lazy
import lazy
from lazy import lazy as lazy
from b import c; lazy import d; lazy from e import f
if x: lazy import a
lazy \
    import a
lazy = lazy
lazy: int
lazy: int = lazy
lazy.x, lazy(x), lazy[x], lazy
lazy -x
lazy @ x
lazy if lazy else lazy
lazy in x, lazy not in x
lazy += 1
(lazy) = [lazy for lazy in lazy]
def lazy(lazy: lazy = lazy, *, lazy2): return lazy
class lazy(lazy, lazy=lazy): lazy = lazy
lambda lazy: lazy
for lazy in lazy: lazy
with lazy as lazy: lazy
match lazy:
    case lazy: lazy
    case lazy.lazy: pass
    case lazy(lazy=lazy): pass
@lazy
def f(): global lazy
type lazy[lazy] = lazy
f'{lazy}{lazy=}', t'{lazy}'
lazy
import a
