def head(a, b:
    return a

foo(a, [b
x = 1
if y(:
    z = {'a': (1,
         'b': 2}
class A(B:
    @decorator(
    def method(self):
        return self.f(1, 2
    async def other(self): pass
print("text)
while True: break
