def red():
    return "red"


def green():
    return "green"


colors = [red, green]
colors[0]()
colors[-1]()
nested = [[red], (green,)]
nested[1][0]()
