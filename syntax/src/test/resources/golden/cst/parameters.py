def a(): pass
def b( ): pass
def c(a, /): pass
def d( a , / , ) : pass
def e( a , b = 1 , / , c = 2 , d = 3 , * , e , f = 3 , ** g ) : pass
def g( ** k , ) : pass
def h(
    a  # first
    , # second
    b = # third
    1
): pass
lambda : 0
lambda a , /: 0
lambda * , a , ** k : ( a )
lambda * args , k = lambda x : x : 0
lambda a , b = 1 , : 0
