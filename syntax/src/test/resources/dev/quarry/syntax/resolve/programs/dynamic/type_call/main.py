def shout(self):
    return "!"


Made = type("Made", (), {"shout": shout})
Made().shout()
