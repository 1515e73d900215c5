def work():
    from worker import run
    return run()


def other():
    import worker
    return worker.run()


work()
other()
