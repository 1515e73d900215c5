class Cell:
    def value(self):
        return 1


cells = [Cell() for _ in range(2)]
cells[0].value()
for cell in cells:
    cell.value()
