f(*(a))
f(*((b)), *(c).d)
class A(*(b)): pass
f(*(a) + (b))
x = [*(a)]
f(a, *(b), c=d, *(e))
@f(*(a))
def g(): pass;
f(*(x for x in y))
print(*(a := b), *(lambda: (c)))
def h(a: int, *b: str, c: int, d: (str) = 1, **e: int): pass;
lambda *, a=1: a
if x: y; z;
for a in b: c;
else: d;
while a: b;
try: a;
except A: b;
else: c;
finally: d;
with a: b;
class B: c; d;
async def k(): await x;
if a:
    if b:
        c; d;
    # comment
def l():
    def m(): n;
    class O: p;
def q():  # type: () -> int
    x = 1;  # type: ignore
