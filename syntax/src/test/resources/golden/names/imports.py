import os.path
import xml.dom.minidom, xml.sax as sax
import a.b as x, b.c as x
from . import sibling
from ..pkg.mod import thing as other, another
from star import *

try:
    from fast import json
except ImportError:
    import json

os.path.join(os.sep)
os.getcwd()
xml.dom.minidom.parse(xml.sax)
sax.parse()
x.y
sibling.f()
other(another)
json.dumps
if True:
    import late
late()


def f(os):
    import only.here
    only.here.g(os.path)
    return json


only
import a, q as a, a.r
a.r.s
