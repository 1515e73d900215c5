def named(cls):
    cls.title = "named"
    return cls


@named
class Page:
    def show(self):
        return self.title


Page().show()
