def compute():
    return "library"
