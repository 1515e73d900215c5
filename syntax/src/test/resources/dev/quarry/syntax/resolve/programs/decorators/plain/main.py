def logged(function):
    def wrapper(*arguments):
        return function(*arguments)
    return wrapper


@logged
def work(number):
    return number


work(1)
