if a : b
elif c :
    d
    # tail
elif e: f; g
else :
    # lead
    h
while not  a : break
else: continue
for ( x ) in *a, b : pass
else : pass
try : a
except : b
try:
    a
except ( A , B ) as e :
    b
except C: c
else : d
finally :
    e
try:
    a
except* A as e : b
with a : pass
with ( a , b ) as c , ( d ) as ( e ) : pass
with ( a as b , c , ) : pass
with ( a , c ) : pass
with (a): pass
with (a), (b): pass
with (yield): pass
with (a := b): pass
with (x for x in y): pass
with (a).b: pass
async def f():
    async with a as b : pass
    async  for x in y: pass
