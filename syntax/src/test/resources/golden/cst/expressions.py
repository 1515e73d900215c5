a not in b ; a is  not b ; a <  b != c ; not  a
- + ~ a ** - b
a and b and c or d and not e
0x1f ; 0b1 ; 0o7 ; 1e5 ; 1_0 ; 1j ; 1.5J ; 0 ; 0xE ; 1E5j ; 0e0 ; 0j ; 00 ; .5 ; 5.
... ; None ; True
( ( a ) ) . b
(a)(b)(c) . d [ e ]
a if b else c if d else e
( a := b )
( yield )
print(*a , ** b , c = 1)
f(a , )
f( )
f( # nothing
)
x[a] ; x[ : ] ; x[1 : : 2] ; x[ : , ::2 , *a, 1:] ; x[a:b, c:d] ; x[(a, b)] ; x[a,] ; x[()] ; x [ a : ]
0_3.1_4 ; 0_7e1 ; 0_3j ; 09.5 ; 0_0
