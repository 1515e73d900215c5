def repeat(times):
    def decorate(function):
        def repeated():
            return [function() for _ in range(times)]
        return repeated
    return decorate


@repeat(2)
def ping():
    return "ping"


ping()
