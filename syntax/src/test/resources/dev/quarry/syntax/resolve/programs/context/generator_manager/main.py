from contextlib import contextmanager


class Lock:
    def held(self):
        return True


@contextmanager
def locked():
    lock = Lock()
    yield lock


with locked() as lock:
    lock.held()
