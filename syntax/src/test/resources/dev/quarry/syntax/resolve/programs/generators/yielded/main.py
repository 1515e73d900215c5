def one():
    return 1


def two():
    return 2


def functions():
    yield one
    yield two


for function in functions():
    function()
next(functions())()
