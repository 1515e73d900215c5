class Box:
    def open(self):
        return "box"


def override():
    return "override"


box = Box()
box.open()
box.open = override
box.open()
