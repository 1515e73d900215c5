class Empty:
    pass


class Holder:
    item = Empty()

    def get(self):
        return self.item


Empty()
Holder().get()
