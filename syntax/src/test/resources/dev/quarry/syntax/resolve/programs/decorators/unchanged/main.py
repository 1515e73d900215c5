registry = []


def register(function):
    registry.append(function)
    return function


@register
def task():
    return 1


task()
registry[0]()
