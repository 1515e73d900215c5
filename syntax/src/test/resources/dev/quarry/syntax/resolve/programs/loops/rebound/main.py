def even():
    return "even"


def odd():
    return "odd"


current = even
for number in range(3):
    current()
    current = odd if number % 2 == 0 else even
