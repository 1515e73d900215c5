f(a, b
def g():
    return (1
