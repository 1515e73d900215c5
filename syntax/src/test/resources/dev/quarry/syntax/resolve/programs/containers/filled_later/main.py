def first():
    return 1


def second():
    return 2


handlers = {}
handlers["first"] = first
handlers["first"]()
steps = []
steps.append(second)
steps[0]()
