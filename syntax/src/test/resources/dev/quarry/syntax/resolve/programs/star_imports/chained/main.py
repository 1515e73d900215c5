from top import *

low()
middle()
