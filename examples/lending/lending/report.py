import sys
from functools import cache

from lending.loans import LoanDesk


def counter(start=0):
    total = start

    def count(step=1):
        nonlocal total
        total += step
        return total

    return count


@cache
def width(text: str) -> int:
    try:
        return max(len(line) for line in text.splitlines())
    except ValueError:
        return 0


def print_late(desk: LoanDesk, out=sys.stdout) -> None:
    count = counter()
    for loan in desk.late():
        print(f"{count():>3} {loan.book.title:<40} {loan.member}", file=out)
