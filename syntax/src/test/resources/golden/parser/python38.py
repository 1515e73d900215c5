# python 3.8
with (a, b): pass
match = 1
def f(a, /): pass
x[a:b, c]
f(a := 1)
async def g(): await x
