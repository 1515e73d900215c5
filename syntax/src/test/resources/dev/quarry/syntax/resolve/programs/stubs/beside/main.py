from native import Parser, load

load().feed()
Parser().feed()
