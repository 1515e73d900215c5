from functools import cached_property


class Report:
    def total(self):
        return 3


class Month:
    @cached_property
    def report(self):
        return Report()

    def show(self):
        return self.report.total()


Month().show()
