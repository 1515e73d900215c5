def outer():
    return inner() + helper(1)


def inner():
    return 1


def helper(number):
    if number > 3:
        return number
    return helper(number + 1)


outer()
