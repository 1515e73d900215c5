def task():
    return 1


def fallback():
    return 2


task.alternative = fallback
task.alternative()
task()
