class A:
    def run(self):
        return "a"


class B(A):
    def run(self):
        return "b"


class C(A):
    def run(self):
        return "c"


class D(B):
    pass


class E(C, A):
    pass


class F(D, E):
    pass


F().run()
E().run()
