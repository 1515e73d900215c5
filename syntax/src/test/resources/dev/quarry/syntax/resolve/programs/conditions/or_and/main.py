def default():
    return 1


def given():
    return 2


chosen = None or default
chosen()
both = default and given
both()


def run(callback=None):
    callback = callback or default
    return callback()


run()
