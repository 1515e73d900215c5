# python 3.13
type A = int ; type B [ T ] = T
type C[T : int = str , * Ts = * tuple[int] , ** P = [ ] , ] = T
def f [ T , ](a: T) -> T: pass
class A [ T : ( int , str ) ] ( B ) : pass
class B[T]: pass
