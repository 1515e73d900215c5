match = case = type = _ = 1
match(x), match[x], match.x, match
match * x
match - x
match -x
match [x], y
match (x), y
match in x
match not in x
match is not x
match and x
match if x else y
match: int
match: int = 1
match[x] = match(x).y = 1
match (x):
    case (y): pass
match [x]:
    case [y]: pass
match *x, y:
    case [y]: pass
match -x:
    case y: pass
match x, :
    case y: pass
match (x := y):
    case y: pass
match x := y:
    case y: pass
match not x:
    case y: pass
match lambda: x:
    case y: pass
match match:
    case case: pass
match case:
    case match: pass
match {}:
    case {}: pass
match x[a:b], {c: d}:
    case type(type=_) | case.match: pass
match (x)[y] (z):
    case _ if match: pass
match ():
    case (): pass
type(x), type[x], type.x, type
type: int
type = x
type in x
type -x
type (x)
type [x]
def match(case, type): return _
class type(match): _ = type
match.case(type)
print(match, case)
case(x)
case [x]
_ (x)
