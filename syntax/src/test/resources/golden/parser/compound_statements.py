if a: b; c
elif d:
    e
elif f:
    g
else:
    h
while a:
    b
else:
    c
for a, b in c, *d:
    e
else: f
with a: b
with a as b, c as (d, e): f
with (a, b as c,): d
with (a, b): c
with (a): b
with (a), b: c
with (a).b as c: d
with (yield): a
with (a := b): c
with (*a, b): c
with (a for b in c): d
with (a, b) as c: d
with (a, b) + c: d
try:
    a
except b:
    c
except (d, e) as f:
    g
except:
    h
else:
    i
finally:
    j
try: a
finally: b
try: a
except* b as c: d
