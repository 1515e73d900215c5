match a:
    case 1 | -2.5 | 3 + 4j | 'a' 'b' | None:
        pass
    case x: pass
    case _: pass
    case a.b.c: pass
    case (a): pass
    case (a, *b): pass
    case (a,): pass
    case [a, [b, *_]]: pass
    case []: pass
    case a, b: pass
    case a,: pass
    case *a, b: pass
    case {}: pass
    case {1: a, 'b': b, c.d: e, **rest}: pass
    case {-1: a, None: b}: pass
    case A(): pass
    case A.B(a, b, c=d, e=f,): pass
    case A() as b if b > 1: pass
    case (1 | 2) as x: pass
match a, *b:
    case _: pass
match (a):
    case _: pass
match [a]:
    case _: pass
match -a:
    case _: pass
match *a, b:
    case _: pass
match not a:
    case _: pass
match(a)
match[a]
match - a
match * a
match not in a
match = 1
match: int = 2
match.a
match(a).b: int = 3
print(match, case)
case = match
