def one():
    return 1


def two():
    return 2


results = [function() for function in [one, two]]
table = {key: make() for key, make in {"a": one}.items()}
lazy = list(call() for call in (two,))
