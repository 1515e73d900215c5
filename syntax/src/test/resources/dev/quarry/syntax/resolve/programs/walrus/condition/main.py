class Match:
    def group(self):
        return "x"


def search(text):
    return Match() if text else None


if found := search("a"):
    found.group()
while (again := search("b")) is not None:
    again.group()
    break
