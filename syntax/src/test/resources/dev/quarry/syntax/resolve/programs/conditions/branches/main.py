import sys

if sys.version_info >= (3,):
    def text():
        return "three"
else:
    def text():
        return "two"

if len(sys.argv) > 100:
    make = dict
else:
    def make():
        return {}

text()
make()
