import datetime as dt
import unittest

from lending import Book, Catalogue, LoanDesk


class LoanDeskTest(unittest.TestCase):
    def setUp(self):
        self.today = dt.date(2024, 2, 29)
        self.catalogue = Catalogue()
        self.catalogue.add(Book("978-0", "Middlemarch", ("George Eliot",), 1871))
        self.desk = LoanDesk(self.catalogue, today=lambda: self.today)

    def test_a_book_is_lent_once(self):
        loan = self.desk.lend("978-0", "ada")
        self.assertEqual(dt.date(2024, 3, 28), loan.due)
        with self.assertRaises(ValueError):
            self.desk.lend("978-0", "bob")

    def test_late_after_four_weeks(self):
        self.desk.lend("978-0", "ada")
        self.today += dt.timedelta(days=29)
        self.assertEqual(1, len(self.desk.late()))


if __name__ == "__main__":
    unittest.main()
