import a
import a . b . c as d , e
from a . b import c
from . . . a import (b as c , d , )
from ... import *
from .  import x
from ....a.b import ( # comment
    c as d # last
)
