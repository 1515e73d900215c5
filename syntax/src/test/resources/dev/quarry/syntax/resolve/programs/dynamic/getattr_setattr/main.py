def extra():
    return "extra"


class Target:
    def known(self):
        return 1


target = Target()
getattr(target, "known")()
setattr(Target, "added", staticmethod(extra))
target.added()
