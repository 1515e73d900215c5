from typing import Callable


def handler():
    return 0


chosen: Callable[[], int] = handler
chosen()
declared: int
declared = handler()
