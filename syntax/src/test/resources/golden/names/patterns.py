import shape

match shape.make(), 1:
    case shape.Point(x=0, y=captured) if captured > x:
        captured
    case {"k": value, shape.KEY: None, **rest}:
        value, rest
    case [1, *others, (shape.A | shape.B) as both]:
        others, both
    case _:
        pass
