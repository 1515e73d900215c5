# header
@ a . b ( )  # comment

# between
@c

# before
def f ( a : int , b = 1 , * c : d , e , ** g ) -> x [ 1 ] :

    return
async  def g ( ): await x
class A : pass
class B ( ) : x = 1 ; y = 2 ;
class C ( A , * b , metaclass = D , ** e , ) :
    # lead
    @ p
    # between
    def f(self): pass
