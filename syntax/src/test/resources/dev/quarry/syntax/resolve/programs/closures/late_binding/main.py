def make():
    def ask():
        return answer()

    def answer():
        return "first"

    ask()

    def answer():
        return "second"

    return ask()


make()
