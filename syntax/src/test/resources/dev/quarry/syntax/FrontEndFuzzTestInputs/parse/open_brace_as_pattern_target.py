match a:
    case A() as {b if b > 1: pass
    case (1 | 2) as x: pass
match a, *b:
    case _: pass
