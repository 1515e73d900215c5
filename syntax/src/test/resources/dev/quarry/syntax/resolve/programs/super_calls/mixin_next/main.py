class Logged:
    def save(self):
        return ["logged"] + super().save()


class Store:
    def save(self):
        return ["stored"]


class LoggedStore(Logged, Store):
    pass


LoggedStore().save()
