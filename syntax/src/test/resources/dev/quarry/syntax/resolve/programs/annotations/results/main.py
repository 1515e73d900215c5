class Row:
    def cells(self):
        return []


def load(source) -> Row:
    return source["row"]


def maybe(source) -> "Row | None":
    return source.get("row")


def many(source) -> list[Row]:
    return list(source.values())


data = {"row": Row()}
load(data).cells()
maybe(data).cells()
many(data)[0].cells()
for row in many(data):
    row.cells()
