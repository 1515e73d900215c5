def one():
    return 1


def two():
    return 2


def run_all(*functions):
    return [function() for function in functions]


def run_named(**functions):
    return functions["first"]()


run_all(one, two)
run_named(first=one)
