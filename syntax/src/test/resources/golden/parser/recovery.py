x = (a b)
y = 1 +
def f(a, 1):
    z = 1
    if z w:
        v
class A
    pass
for in x:
    pass
u = [1, 2; 3]
