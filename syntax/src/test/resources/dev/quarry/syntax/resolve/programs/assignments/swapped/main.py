def left():
    return "left"


def right():
    return "right"


one, other = left, right
one()
one, other = other, one
one()
other()
