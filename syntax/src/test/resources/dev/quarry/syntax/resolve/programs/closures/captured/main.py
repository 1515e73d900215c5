def make_counter():
    count = 0

    def advance():
        nonlocal count
        count += 1
        return report()

    def report():
        return count

    return advance


counter = make_counter()
counter()
make_counter()()
