class Job:
    def run(self):
        return 1


class Queue:
    def __init__(self):
        self.waiting = []
        self.named = {}

    def add(self, name):
        job = Job()
        self.waiting.append(job)
        self.named[name] = job

    def work(self):
        for job in self.waiting:
            job.run()
        self.named["a"].run()
        self.named.get("a").run()
        return self.waiting.pop().run()


queue = Queue()
queue.add("a")
queue.work()
