a and b and c or not d
a < b <= c != d is not e not in f in g is h == i > j >= k
-+~x ** -y
a @ b // c % d << e >> f & g | h ^ i
x if y else z
(x := 1)
{**a, 'b': c}
{}
{1, 2}
[*a, b]
()
(1,)
x[1:2, ::3, ...]
x[1:2]
x[()]
x[a, b]
[i for i in a if b if c for j in d]
{i: j for i, j in k}
{i for i in a}
(i for i in a)
def g():
    yield
    yield a, b
    yield from c
    x = yield
