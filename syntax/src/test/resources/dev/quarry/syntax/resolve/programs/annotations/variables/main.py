class Tool:
    def use(self):
        return 1


class Kit:
    tool: Tool
    spare: "Tool"

    def __init__(self, source):
        self.tool = source[0]
        self.spare = source[0]
        self.last: Tool = source[0]

    def work(self):
        return self.tool.use() + self.spare.use() + self.last.use()


kit: Kit = [Kit([Tool()])][0]
kit.work()
