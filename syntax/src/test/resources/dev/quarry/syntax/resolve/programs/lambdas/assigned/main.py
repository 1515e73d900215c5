def double(number):
    return number * 2


twice = lambda number: double(double(number))
twice(3)
(lambda: double(1))()
