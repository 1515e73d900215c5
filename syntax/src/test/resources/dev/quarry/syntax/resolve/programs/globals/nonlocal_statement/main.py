def old():
    return "old"


def new():
    return "new"


def outer():
    action = old

    def change():
        nonlocal action
        action = new

    change()
    return action()


outer()
