match x :
    # lead
    case 1: pass
    # between
    case -1 - 1j: pass
    case "a" "b" : pass
    case None: pass
    case ((True)): pass
    case ( 1 ): pass
    case a . b: pass
    case _: pass
    case (a): pass
    case () | ( ): pass
    case (a, ) : pass
    case ( a , * _ ): pass
    case []: pass
    case [ ]: pass
    case [a, * b , ]: pass
    case ( [ a ] ) : pass
    case {}: pass
    case { }: pass
    case {"a": 1, }: pass
    case {"a" : b , ** c }: pass
    case A(): pass
    case A.B( b , c = d , ): pass
    case A( b ): pass
    case ( a ) | ( b ): pass
    case ((a|b) as c) if d : pass
    # tail
match a, b:
    case c: pass
