class Root:
    def setup(self):
        return ["root"]


class One(Root):
    def setup(self):
        return ["one"] + super().setup()


class Two(Root):
    def setup(self):
        return ["two"] + super().setup()


class Both(One, Two):
    def setup(self):
        return super().setup()


Both().setup()
