[ a for b in c ] ; { a for b in c } ; { a : b for c in d }
( a for b in c ) ; f( a for b in c ) ; f( ( a for b in c ) ) ; f(a)(  b for c in d  )
async def f():
    return [x async  for a in b if c if d for e in f]
