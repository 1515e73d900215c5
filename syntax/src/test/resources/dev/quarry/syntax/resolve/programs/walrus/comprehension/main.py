def parse(text):
    return text.upper


values = [call() for text in ["a"] if (call := parse(text))]


def fetch():
    return 1


(taken := fetch)()
taken()
