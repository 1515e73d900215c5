from typing import Dict, Iterator, Optional


class Row:
    def cells(self):
        return 1


class Table:
    rows: list[Row]
    by_name: "Dict[str, Row]"

    def __init__(self):
        self.rows = [Row()]
        self.by_name = {"a": Row()}

    def each(self) -> Iterator[Row]:
        yield from self.rows


def walk(table: Table, pair: tuple[Table, Row], some: Optional[list[Row]], kind: type[Row], many: tuple[Row, ...]):
    for row in table.each():
        row.cells()
    pair[0].rows[0].cells()
    pair[1].cells()
    for name, row in table.by_name.items():
        row.cells()
    for row in some or []:
        row.cells()
    kind().cells()
    many[3:][0].cells()


walk(Table(), (Table(), Row()), [Row()], Row, (Row(),) * 4)
