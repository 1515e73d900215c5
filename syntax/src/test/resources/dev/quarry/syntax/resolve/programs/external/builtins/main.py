def show(items):
    return str(len(items)) + max("a", "b")


show([1])
print(sorted({2, 1}))
"a,b".split(",")
[].append(1)
isinstance(1, int)
