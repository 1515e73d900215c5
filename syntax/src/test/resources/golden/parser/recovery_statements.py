x = 1 2 3; y
  indented = 1
  again = 2
if a:
b = 1
try:
    c
d = 2
else:
    e
match x:
    f = 1
    case 1: g
return return
import
from a import
del f()
f() = 1
print "hello"
h = 3
