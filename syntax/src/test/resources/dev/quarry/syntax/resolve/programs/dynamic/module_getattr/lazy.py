def eager():
    return 1


def _deferred():
    return 2


def __getattr__(name):
    if name == "deferred":
        return _deferred
    raise AttributeError(name)
