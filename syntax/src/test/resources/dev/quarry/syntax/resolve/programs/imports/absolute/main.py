import tools
import tools.text
from tools.text import clean

tools.build()
tools.text.clean(" a ")
clean("b ")
