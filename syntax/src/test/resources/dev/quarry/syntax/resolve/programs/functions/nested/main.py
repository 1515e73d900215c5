def work():
    def step():
        def detail():
            return 1
        return detail() + 1

    def finish():
        return step()

    return finish()


def step():
    return "never called"


work()
