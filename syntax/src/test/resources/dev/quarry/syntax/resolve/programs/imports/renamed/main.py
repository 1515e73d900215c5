import math_tools as mt
from math_tools import add as plus, Number as N

mt.add(1, 2)
plus(1, 2)
N(3).double()
