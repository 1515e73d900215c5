def x():
    return "x"


def y():
    return "y"


def z():
    return "z"


(p, (q, r)) = x, (y, z)
p()
q()
r()
