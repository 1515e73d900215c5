def inside():
    return "inside"
