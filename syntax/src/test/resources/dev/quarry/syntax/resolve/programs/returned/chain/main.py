class Query:
    def __init__(self):
        self.steps = []

    def where(self, step):
        self.steps.append(step)
        return self

    def limit(self, number) -> "Query":
        self.steps.append(number)
        return self

    def run(self):
        return self.steps


def query():
    return Query()


query().where("x").limit(2).run()
