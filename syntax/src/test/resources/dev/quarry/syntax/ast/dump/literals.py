0xFF, 1_000, 1.5e300, 1e16, 1e15, .1, 1j, 1e400
'a' "b" u'c'
u'a' 'b'
b'\x00a' rb'\d'
"it's" '"'
'\N{DIGIT ONE}\ud800 \u20ac'
None, True, False, ...
f'{a}b{c!r:>{width}}{{}}'
f'{x = }' 'tail' f'{y=!s}'
f''
f'a' 'b'
