def on_go():
    return "go"


def on_stop():
    return "stop"


def dispatch(word):
    match word:
        case "go":
            action = on_go
        case _:
            action = on_stop
    return action()


dispatch("go")
dispatch("x")
