def add(a, b):
    return a + b


def subtract(a, b):
    return a - b


def operation(sign):
    if sign == "+":
        return add
    elif sign == "-":
        return subtract
    return None


operation("+")(1, 2)
operation("-")(1, 2)
