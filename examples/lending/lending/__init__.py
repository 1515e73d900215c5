"""A small lending library: books, members and loans."""

from .catalogue import Book, Catalogue
from .loans import Loan, LoanDesk

__all__ = ["Book", "Catalogue", "Loan", "LoanDesk"]
