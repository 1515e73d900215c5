from one import *
from two import *

shared()
