def apply(function, value):
    return function(value)


def square(number):
    return number * number


apply(lambda n: square(n), 2)
apply(square, 3)
