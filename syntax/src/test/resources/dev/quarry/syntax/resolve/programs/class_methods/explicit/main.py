class Tools:
    def join(a, b):
        return a + b

    join = staticmethod(join)

    def build(cls):
        return cls.join(1, 2)

    build = classmethod(build)


Tools.join(1, 2)
Tools.build()
