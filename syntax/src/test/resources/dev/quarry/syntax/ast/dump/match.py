match x:
    case 1 | -2.5 | 1 + 2j | 'a' 'b' | None:
        pass
    case [a, _, *rest] if a:
        pass
    case (a, *_):
        pass
    case {'k': v, None: 1, A.b: c, **rest}:
        pass
    case {}:
        pass
    case Point(1, y=0, z=w) as p:
        pass
    case a.C():
        pass
    case _:
        pass
