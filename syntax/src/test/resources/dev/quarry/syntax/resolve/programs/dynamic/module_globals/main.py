def visible():
    return 1


globals()["hidden"] = visible
hidden()
globals()["visible"]()
