from bottom import *


def middle():
    return low()
