def measure(items):
    return sum(items)


def sum(items):
    result = 0
    for item in items:
        result = result + item
    return result


measure([1, 2])
len([])
