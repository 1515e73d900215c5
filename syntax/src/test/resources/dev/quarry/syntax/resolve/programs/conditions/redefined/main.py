def step():
    return 1


step()


def step():
    return 2


step()


def later():
    return step()


later()
