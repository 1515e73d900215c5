class Row:
    def cells(self):
        return 1


rows = [Row(), Row()]
for number, row in enumerate(rows):
    row.cells()
for left, right in zip(rows, reversed(rows)):
    left.cells()
    right.cells()
named = {"a": Row(), "b": Row()}
for name, item in named.items():
    item.cells()
for item in sorted(named.values(), key=id):
    item.cells()
first, *rest = rows
rest[0].cells()
max(rows, key=id).cells()
