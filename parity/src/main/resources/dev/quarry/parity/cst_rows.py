"""LibCST's nodes as rows of text, for CstComparison.java; see rows.py and libcst.py.

A row is: class, attribute of the parent, index in it (-1 outside of sequences), start and end, start and end with the
white space that the node owns. Offsets are UTF-8 bytes of the text, a byte order mark included. Rows are in the order in
which a visitor comes to the nodes; white space and comments have none.
"""
import codecs
import contextlib

import libcst
from libcst._nodes import whitespace
from libcst.metadata.span_provider import SpanProvidingCodegenState, byte_length_in_utf8

WHITE_SPACE = tuple(item for item in vars(whitespace).values()
                    if isinstance(item, type) and item.__module__ == whitespace.__name__)


class InclusiveState(SpanProvidingCodegenState):
    """Takes the spans of all that nodes write."""

    @contextlib.contextmanager
    def record_syntactic_position(self, node, *, start_node=None, end_node=None):
        yield


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
        self.rows.append(f'{type(node).__name__} {attribute[0]} {index} {self.span(self.spans[node])} '
                         f'{self.span(self.inclusive[node])}')
        return True

    def span(self, span):
        # LibCST counts the line break that it writes at the end of a file that has none.
        return f'{span.start + self.base},{min(span.start + span.length, self.limit) + self.base}'

    def on_leave(self, original_node):
        pass

    def on_visit_attribute(self, node, attribute):
        self.attributes.append([attribute, 0, isinstance(getattr(node, attribute), (list, tuple))])

    def on_leave_attribute(self, original_node, attribute):
        self.attributes.pop()


def written(module, kind):
    """The nodes' spans and the text that they write."""
    spans = Spans()
    state = kind(default_indent=module.default_indent, default_newline=module.default_newline, provider=spans,
                 get_length=byte_length_in_utf8)
    module._codegen(state)
    return spans._computed, ''.join(state.tokens)


def facts(source):
    base = len(codecs.BOM_UTF8) if source.startswith(codecs.BOM_UTF8) else 0
    try:
        module = libcst.parse_module(source)
        text = source[base:].decode('utf-8' if base else module.encoding)
        spans, code = written(module, SpanProvidingCodegenState)
        if code != text:
            return 'X', 'LibCST does not write the file as it is'
        inclusive, _ = written(module, InclusiveState)
        collector = Collector(base, byte_length_in_utf8(text), spans, inclusive)
        module.visit(collector)
        return 'T', collector.rows
    except Exception as error:
        # It refuses the file, or its own checks of what it has parsed fail.
        return 'X', f'LibCST: {type(error).__name__}: {str(error).splitlines()[0] if str(error) else ""}'
