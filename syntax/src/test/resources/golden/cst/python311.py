# python 3.11
( x ) : int = 1
x . y : a = yield b
def f( * args : * Ts , a ) : pass
