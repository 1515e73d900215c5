class Step:
    def run(self):
        self.prepare()
        return self.work()

    def prepare(self):
        return None

    def work(self):
        raise NotImplementedError


class Build(Step):
    def work(self):
        return "built"


Build().run()
