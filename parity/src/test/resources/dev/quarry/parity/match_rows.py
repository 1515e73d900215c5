"""LibCST's answers to NodePatternParityTest.java; follows libcst.py and cst_rows.py."""
import dataclasses
import inspect
import sys

import libcst.matchers as m

sys.setrecursionlimit(100000)
PATTERNS = []


def patterns(text):
    """Takes the patterns, one in each line, which are the test's own."""
    PATTERNS[:] = [eval(line, {'m': m}) for line in text.decode().splitlines()]
    return str(len(PATTERNS))


class Finder(libcst.CSTVisitor):
    """What `findall` does, for all patterns at once."""

    def __init__(self, span):
        super().__init__()
        self.span = span
        self.rows = []

    def on_visit(self, node):
        if isinstance(node, WHITE_SPACE):
            return False
        for number, pattern in enumerate(PATTERNS):
            if m.matches(node, pattern):
                self.rows.append(f'{number} {type(node).__name__} {self.span(node)}')
        return True


def matches(source):
    """The nodes that match, one in each line; an exclamation mark where LibCST cannot read the file."""
    try:
        module = libcst.parse_module(source)
        code, spans, _ = written(module)
        if code.encode(module.encoding) != source:
            return '!'
    except Exception:
        return '!'
    limit = byte_length(code)

    def span(node):
        plain = spans[node]
        return f'{plain.start},{min(plain.start + plain.length, limit)}'

    finder = Finder(span)
    module.visit(finder)
    return '\n'.join(finder.rows)


def attributes(_):
    """Each class with the attributes of its matcher, in order."""
    classes = [(name, vars(m)[name]) for name in dir(m) if dataclasses.is_dataclass(vars(m)[name])]
    return '\n'.join(' '.join([name, *(field.name for field in dataclasses.fields(matcher) if field.name != 'metadata')])
                     for name, matcher in classes if not issubclass(getattr(libcst, name), WHITE_SPACE)
                     and not inspect.isabstract(getattr(libcst, name)))
