"""LibCST's nodes as rows of text, for CstComparison.java; see rows.py and libcst.py.

A row is: class, attribute of the parent, index in it (-1 outside of sequences), start and end, start and end with the
white space that the node owns. Offsets are UTF-8 bytes of the text, a byte order mark included. Rows are in the order in
which a visitor comes to the nodes; white space and comments have none.
"""
import codecs

import libcst
from libcst._nodes import whitespace
from libcst.metadata.span_provider import SpanProvidingCodegenState, byte_length_in_utf8

WHITE_SPACE = tuple(item for item in vars(whitespace).values()
                    if isinstance(item, type) and item.__module__ == whitespace.__name__)


class State(SpanProvidingCodegenState):
    """Takes the spans of all that nodes write in addition to those that they record."""

    def after_codegen(self, node):
        self.inclusive[node] = self._stack[-1], self.position
        super().after_codegen(node)


class Spans:
    def __init__(self):
        self._computed = {}


class Collector(libcst.CSTVisitor):
    def __init__(self, base, limit, spans, inclusive):
        super().__init__()
        self.base = base
        self.limit = limit
        self.spans = spans
        self.inclusive = inclusive
        self.attributes = [['None', 0, False]]
        self.rows = []

    def on_visit(self, node):
        if isinstance(node, WHITE_SPACE):
            return False
        attribute = self.attributes[-1]
        index = -1
        if attribute[2]:
            index = attribute[1]
            attribute[1] += 1
        plain = self.spans[node]
        self.rows.append(f'{type(node).__name__} {attribute[0]} {index} '
                         f'{self.span(plain.start, plain.start + plain.length)} {self.span(*self.inclusive[node])}')
        return True

    def span(self, start, end):
        # LibCST counts the line break that it writes at the end of a file that has none.
        return f'{start + self.base},{min(end, self.limit) + self.base}'

    def on_leave(self, original_node):
        pass

    def on_visit_attribute(self, node, attribute):
        self.attributes.append([attribute, 0, isinstance(getattr(node, attribute), (list, tuple))])

    def on_leave_attribute(self, original_node, attribute):
        self.attributes.pop()


def byte_length(text):
    return len(text) if text.isascii() else byte_length_in_utf8(text)


def written(module):
    """The text that a module writes, and the nodes' spans in it, plain and inclusive."""
    spans = Spans()
    state = State(default_indent=module.default_indent, default_newline=module.default_newline, provider=spans,
                  get_length=byte_length)
    state.inclusive = {}
    module._codegen(state)
    return ''.join(state.tokens), spans._computed, state.inclusive


def facts(source):
    base = len(codecs.BOM_UTF8) if source.startswith(codecs.BOM_UTF8) else 0
    try:
        module = libcst.parse_module(source)
        text = source[base:].decode('utf-8' if base else module.encoding)
        code, spans, inclusive = written(module)
        if code != text:
            return 'X', 'LibCST does not write the file as it is'
        collector = Collector(base, byte_length(text), spans, inclusive)
        module.visit(collector)
        return 'T', collector.rows
    except Exception as error:
        # It refuses the file, or its own checks of what it has parsed fail.
        return 'X', f'LibCST: {type(error).__name__}: {str(error).splitlines()[0] if str(error) else ""}'
