def create():
    return []


def collect(item, bucket=create()):
    bucket.append(item)
    return bucket


collect(1)
collect(2)
