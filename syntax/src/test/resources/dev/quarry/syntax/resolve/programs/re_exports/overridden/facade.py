from engine import run as _run


def run():
    return _run()
