class Base:
    def show(self):
        return "base"


class Middle(Base):
    def show(self):
        return "middle"


class Last(Middle):
    def show(self):
        return super(Middle, self).show()


Last().show()
