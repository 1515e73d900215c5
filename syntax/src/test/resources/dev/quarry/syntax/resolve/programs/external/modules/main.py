import os.path
from collections import OrderedDict, defaultdict
from json import dumps as to_json


def save(value):
    return to_json(value)


save(1)
os.path.join("a", "b")
OrderedDict().items()
counts = defaultdict(list)
counts["a"].append(1)
