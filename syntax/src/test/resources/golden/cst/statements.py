x = y = z , = 1
x : int = 3 ; y += 1 ; # comment
x @= 1 ; x **= 2
x = yield
x = yield  from y
del a
del a , b [ 1 ] ,
del ( a , b )
del ( a ) , b
pass; break
continue ;
return
return  a ,
raise
raise a  from b
assert a , b
global a , b
nonlocal c
