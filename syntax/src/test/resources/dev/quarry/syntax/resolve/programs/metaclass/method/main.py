class Meta(type):
    def register(cls):
        return cls.__name__


class Plugin(metaclass=Meta):
    def run(self):
        return 1


Plugin.register()
Plugin().run()
