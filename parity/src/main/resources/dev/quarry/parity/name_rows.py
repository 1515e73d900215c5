"""What LibCST's metadata says of names, as rows of text, for NameComparison.java; see rows.py and libcst.py.

A row is: class of the node, start and end (a definition's are those of its name), class of a name's scope, expression
context, then the qualified names, sorted, each with its source and the name that another module has for it. The status is
W if rows have no positions. Rows come in the order of (start, end, class). Offsets are
UTF-8 bytes of the text without a byte order mark.
"""
import site

import libcst as cst
from libcst import metadata
from libcst.metadata.name_provider import FullyQualifiedNameVisitor

# Module site, without which the interpreter was started, has these names defined.
site.setquit()
site.setcopyright()
site.sethelper()

# What the file is taken for.
MODULE = 'outer.inner.module'
PACKAGE = 'outer.inner'
DEFINITIONS = cst.FunctionDef, cst.ClassDef
CLASSES = cst.Name, cst.Attribute, cst.Subscript, cst.Call, *DEFINITIONS
SPANS = metadata.ByteSpanPositionProvider
SCOPES = metadata.ScopeProvider
CONTEXTS = metadata.ExpressionContextProvider
NAMES = metadata.QualifiedNameProvider


def in_order(name):
    return name.name.encode('utf-16-be', 'surrogatepass'), name.source.value


def told(name):
    try:
        full = FullyQualifiedNameVisitor._fully_qualify(MODULE, PACKAGE, name).name
    except ImportError:
        full = ''
    return f'{name.name}|{name.source.name}|{full}'


class Collector(cst.CSTVisitor):
    METADATA_DEPENDENCIES = SPANS, SCOPES, CONTEXTS, NAMES

    def __init__(self):
        super().__init__()
        self.rows = []

    def on_visit(self, node):
        if isinstance(node, CLASSES):
            named = node.name if isinstance(node, DEFINITIONS) else node
            span = self.get_metadata(SPANS, named)
            scope = self.get_metadata(SCOPES, node, None) if isinstance(node, cst.Name) else None
            context = self.get_metadata(CONTEXTS, node, None)
            names = sorted(self.get_metadata(NAMES, node, ()), key=in_order)
            self.rows.append((span.start, span.start + span.length, type(node).__name__,
                              f'{type(scope).__name__ if scope else ""} {context.name if context else ""} '
                              + ' '.join(told(name) for name in names)))
        return True


def place(row):
    return row[:3]


def facts(source):
    try:
        module = cst.parse_module(source)
    except cst.ParserSyntaxError as error:
        return 'X', f'LibCST does not parse it: {error.message}'
    except Exception as error:
        return 'X', f'LibCST does not parse it: {type(error).__name__}: {error}'
    try:
        collector = Collector()
        metadata.MetadataWrapper(module, unsafe_skip_copy=True).visit(collector)
    except RecursionError:
        raise
    except Exception as error:
        return 'X', f'LibCST has no metadata: {type(error).__name__}: {error}'
    rows = sorted(collector.rows, key=place)
    if module.bytes != source:
        # LibCST 1.0 drops white space in places: `except E :`. Its positions are not those of the file.
        return 'W', [f'{kind} {rest}' for _, _, kind, rest in rows]
    return 'T', [f'{kind} {start} {end} {rest}' for start, end, kind, rest in rows]
