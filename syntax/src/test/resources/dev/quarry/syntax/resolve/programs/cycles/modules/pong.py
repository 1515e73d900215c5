import ping


def hit(count):
    return ping.hit(count - 1) if count else 0
