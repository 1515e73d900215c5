def callback():
    return 1


class Button:
    @property
    def action(self):
        return callback


Button().action()
