import pong


def start():
    return pong.hit(2)


def hit(count):
    return pong.hit(count - 1) if count else 0
