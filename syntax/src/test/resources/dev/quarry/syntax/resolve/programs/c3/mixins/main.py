class JsonMixin:
    def dump(self):
        return self.fields()


class LogMixin:
    def log(self):
        return self.dump()


class Model:
    def fields(self):
        return {}

    def log(self):
        return "never"


class User(JsonMixin, LogMixin, Model):
    def save(self):
        return self.log()


User().save()
