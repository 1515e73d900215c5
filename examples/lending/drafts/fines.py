"""Not finished: it does not parse, and Quarry says where."""

DAILY = 0.20


def fine(days):
    return min(days * DAILY, 10.0


def waive(member):
    return member.is_child
