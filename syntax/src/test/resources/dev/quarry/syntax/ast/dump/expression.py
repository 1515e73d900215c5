lambda a, *b, c=1, **d: (a if b else c, *d), f(*a, b=c), [x async for x in y], {1: 2, **e}, a[1:2, ...]


