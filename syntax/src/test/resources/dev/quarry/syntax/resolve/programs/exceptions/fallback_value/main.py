def primary():
    raise ValueError


def secondary():
    return "second"


try:
    primary()
    result = primary
except ValueError:
    result = secondary
else:
    result = primary
finally:
    done = secondary
result()
done()
