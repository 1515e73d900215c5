def on_click():
    return "click"


def on_key():
    return "key"


class Window:
    def __init__(self):
        self.handler = on_click

    def change(self):
        self.handler = on_key

    def fire(self):
        return self.handler()


window = Window()
window.fire()
window.change()
window.fire()
