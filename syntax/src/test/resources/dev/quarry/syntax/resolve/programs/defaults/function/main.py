def standard():
    return "standard"


def special():
    return "special"


def render(style=standard):
    return style()


render()
render(special)
