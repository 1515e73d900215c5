def a():
    return "a"


def b():
    return "b"


for function in (a, b):
    function()
for number, function in enumerate([a, b]):
    function()
