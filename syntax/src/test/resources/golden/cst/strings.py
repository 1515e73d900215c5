'a' ; "b" 'c' r'd' [ 0 ] if 0 else b''
'a' f"b{c}" '''d
e'''
f'' ; rf"{x:{y}}"  \
  'x'
f"a{x!r:>{w} }b{{ { y = :d}" 'c' rf"d"
f"{ a , b !r}" ; f"{a = }" ; f"{a=!s:>{w}}" ; f'''{
a
}'''
f"\N{EM DASH} {{}} {a:{b}c{d}}"
u"ä" ; f"ü{ö!r}é"
