from __future__ import annotations

import asyncio
import datetime as dt
from typing import Callable, NamedTuple

from .catalogue import Book, Catalogue

PERIOD = dt.timedelta(weeks=4)
_desks = 0


class Loan(NamedTuple):
    book: Book
    member: str
    due: dt.date

    def is_late(self, today: dt.date) -> bool:
        return today > self.due


class LoanDesk:
    """Lends what the catalogue has, one copy of each."""

    def __init__(self, catalogue: Catalogue, today: Callable[[], dt.date] = dt.date.today) -> None:
        global _desks
        _desks += 1
        self.catalogue = catalogue
        self._today = today
        self._loans: dict[str, Loan] = {}

    def lend(self, isbn: str, member: str) -> Loan:
        match self.catalogue.books.get(isbn), self._loans.get(isbn):
            case None, _:
                raise LookupError(f"no book {isbn}")
            case _, Loan(member=holder):
                raise ValueError(f"{isbn} is with {holder}")
            case book, None:
                loan = self._loans[isbn] = Loan(book, member, self._today() + PERIOD)
                return loan

    def late(self) -> list[Loan]:
        today = self._today()
        return [loan for loan in self._loans.values() if loan.is_late(today)]

    async def remind(self, send: Callable[[str, str], object]) -> int:
        async def one(loan: Loan) -> None:
            await asyncio.to_thread(send, loan.member, f"{loan.book.label} was due on {loan.due:%d %B}")

        late = self.late()
        await asyncio.gather(*map(one, late))
        return len(late)
