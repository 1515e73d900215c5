if a:
    b = 1; c: int
elif d: e
else:
    f

