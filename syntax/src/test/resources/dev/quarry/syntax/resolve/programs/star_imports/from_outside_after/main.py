def sqrt(x):
    return x


def spare(x):
    return x


from math import *


def late(x):
    return sqrt(x)


late(4)
spare(4)
