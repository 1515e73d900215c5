def target(first, *rest, **options):
    return len(rest) + len(options)


def forward(function, *arguments, **options):
    return function(*arguments, **options)


forward(target, 1, 2, flag=True)
target(*[1, 2], **{"a": 3})
