def checked(method):
    def check(self, *arguments):
        self.validate()
        return method(self, *arguments)
    return check


class Account:
    def validate(self):
        return True

    @checked
    def deposit(self, amount):
        return amount


Account().deposit(5)
