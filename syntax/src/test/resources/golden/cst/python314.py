# python 3.14
t"a{b!r:>{c}}" t'd'
try: pass
except A , B : pass
