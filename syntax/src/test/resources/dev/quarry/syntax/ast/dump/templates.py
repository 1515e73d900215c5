t''
t'plain' T"two" rt'\d' tR'\{raw}' TR'''three
lines'''
t'a{x}b{y!r}c{z:>10}d{w=}'
t'{ x }{ x = }{  x  =  !r }{ x !r}{x=:>10}{x=!s:^{w}}'
t'{x:{y!s:{z}}}{x:a{y=}b}{x:{{}}}{x:}{x!a:}'
t'{{x}}{{{x}}}{ {1: 2}[1] }{ {1, 2} }'
t'{t'{t"{inner!r:{spec}}"}'}' t"{f'{x}'}"
f'{t"a{t'''b{c}'''}"}{x:{t'{y}'}}'
t'''a
{x
}
b{y:
c
}{
z  # comment
=  # another
!r
:
>10
}'''
(t'{a}'
 t'{b:{c}}'

 # between
 rt'\n{d}\n' t'\n\N{DIGIT ONE}\x41\u00e9')
t'{x,}{x, y}{(x)}{ (x) }{x if y else z}{*a, b}{(lambda q: q)}{(yield)}{await_}'
t'{"a" 'b'}{a['b']}{a["b"]!r}{"}"}{':'}{'!r'}'
t'é{é}ü{"ü"!r:ä}ö{	tab	}{tab=	}'
x: t'{y}' = t'{z}'.strings[0](t'{w}')
def f(a: t'{b}' = t'{c}') -> t'd': t'{no_doc}'
async def g(): t'{await h()}{[i async for i in j]}'
t = tr = rt = 1
t.x, t (x), t [x], tr , rt
