from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Book:
    isbn: str
    title: str
    authors: tuple[str, ...] = ()
    year: int | None = None

    @property
    def label(self) -> str:
        names = ", ".join(self.authors) or "unknown"
        return f"{self.title} ({names}{f', {self.year}' if self.year else ''})"


@dataclass
class Catalogue:
    books: dict[str, Book] = field(default_factory=dict)

    def add(self, *books: Book) -> None:
        for book in books:
            if book.isbn in self.books:
                raise KeyError(f"already there: {book.isbn!r}")
            self.books[book.isbn] = book

    def by_author(self, name: str) -> Iterator[Book]:
        yield from (book for book in self.books.values() if name in book.authors)

    @classmethod
    def read(cls, path: Path, /, *, encoding: str = "utf-8") -> Catalogue:
        catalogue = cls()
        with path.open(encoding=encoding, newline="") as lines:
            for isbn, title, *authors in csv.reader(lines):
                catalogue.add(Book(isbn, title, tuple(authors)))
        return catalogue


def newest(books: Iterable[Book], count: int = 10) -> list[Book]:
    dated = [book for book in books if (year := book.year) is not None and year > 0]
    return sorted(dated, key=lambda book: (-book.year, book.title))[:count]
