def weight(item):
    return -item


def ordered(items):
    return sorted(items, key=lambda item: weight(item))


ordered([3, 1, 2])
list(map(weight, [1]))
