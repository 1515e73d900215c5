"""What Quarry's tables hold, found by Python's own libraries: ast, symtable, tokenize and LibCST with its metadata.

Arguments: a folder, N (every Nth .py file in the order of the paths is read) and the number of processes. Rows are
made and counted, not written. Prints one line: seconds, seconds of processor time, bytes, files, refused by ast,
refused by LibCST, rows, and the sum of the processes' peak resident memory in kilobytes; then the rows by kind. Nothing
that is read is executed.
"""
import ast
import codecs
import collections
import hashlib
import io
import multiprocessing
import pathlib
import resource
import symtable
import sys
import time
import tokenize
import warnings

import libcst
from libcst.metadata import (
    ByteSpanPositionProvider,
    ExpressionContextProvider,
    MetadataWrapper,
    PositionProvider,
    QualifiedNameProvider,
    ScopeProvider,
)

WARM_UP = b'''"""Doc."""
import os


@os.f
class A:
    def m(self, x: int = 1) -> None:
        return [f(y) for y in x]
'''


def line_rows(source):
    rows = []
    start = 0
    for number, line in enumerate(source.splitlines(keepends=True)):
        end = start + len(line)
        rows.append((number, start, end, line))
        start = end
    return rows


class AstFacts:
    """Rows of the syntax tree, parents before children, with offsets in bytes."""

    def __init__(self, tree, lines):
        self.starts = [row[1] for row in lines] or [0]
        self.rows = collections.defaultdict(list)
        self.visit(tree)

    def place(self, node):
        if getattr(node, "end_lineno", None) is None:
            return None
        starts = self.starts
        return (starts[node.lineno - 1] + node.col_offset, starts[node.end_lineno - 1] + node.end_col_offset,
                node.lineno, node.end_lineno, node.col_offset, node.end_col_offset)

    def visit(self, tree):
        numbers = 0
        todo = [(tree, None, None, None)]
        nodes = self.rows["ast nodes"]
        while todo:
            node, parent, field, index = todo.pop()
            number = numbers
            numbers += 1
            place = self.place(node)
            value = repr(node.value) if isinstance(node, ast.Constant) else None
            name = getattr(node, "name", None) or getattr(node, "id", None) or getattr(node, "attr", None)
            nodes.append((number, parent, field, index, type(node).__name__, name, value, place))
            self.facts(node, number, parent, place)
            children = []
            for child_field, child in ast.iter_fields(node):
                if isinstance(child, ast.AST):
                    children.append((child, number, child_field, None))
                elif isinstance(child, list):
                    children.extend((item, number, child_field, i) for i, item in enumerate(child)
                                    if isinstance(item, ast.AST))
            todo.extend(reversed(children))

    def facts(self, node, number, parent, place):
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            for i, alias in enumerate(node.names):
                self.rows["ast imports"].append((
                    number, type(node).__name__, getattr(node, "module", None), getattr(node, "level", 0), i,
                    alias.name, alias.asname, self.place(alias)))
        elif isinstance(node, ast.Call):
            self.rows["ast calls"].append((
                number, parent, type(node.func).__name__, len(node.args), len(node.keywords), place))
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            self.rows["ast definitions"].append((number, parent, node.name, len(node.decorator_list), place))
        if isinstance(node, (ast.Module, ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            text = ast.get_docstring(node, clean=False)
            if text is not None:
                self.rows["ast docstrings"].append((number, text, self.place(node.body[0].value)))


SYMBOL_FLAGS = ("is_referenced", "is_imported", "is_parameter", "is_global", "is_nonlocal", "is_declared_global",
                "is_local", "is_annotated", "is_free", "is_assigned", "is_namespace")


def symbol_rows(table, rows):
    todo = [(table, None)]
    while todo:
        scope, parent = todo.pop()
        partitions = None
        if scope.get_type() == "function":
            partitions = (scope.get_parameters(), scope.get_locals(), scope.get_globals(), scope.get_nonlocals(),
                          scope.get_frees())
        methods = scope.get_methods() if scope.get_type() == "class" else ()
        rows["scopes"].append((scope.get_id(), parent, scope.get_type(), scope.get_name(), scope.get_lineno(),
                               scope.is_nested(), scope.is_optimized(), partitions, methods))
        for symbol in scope.get_symbols():
            rows["symbols"].append((
                scope.get_id(), symbol.get_name(), *(getattr(symbol, flag)() for flag in SYMBOL_FLAGS),
                [space.get_id() for space in symbol.get_namespaces()]))
        todo.extend((child, scope.get_id()) for child in scope.get_children())


class CstFacts(libcst.CSTVisitor):
    """Rows of the concrete syntax tree with LibCST's metadata."""

    def __init__(self, wrapper, source, rows):
        super().__init__()
        self.source = source
        self.rows = rows
        self.spans = wrapper.resolve(ByteSpanPositionProvider)
        self.places = wrapper.resolve(PositionProvider)
        self.scopes = wrapper.resolve(ScopeProvider)
        self.qualified = wrapper.resolve(QualifiedNameProvider)
        self.contexts = wrapper.resolve(ExpressionContextProvider)
        self.parents = []
        self.owners = []
        self.number = 0

    def span(self, node):
        span = self.spans[node]
        return span.start, span.start + span.length

    def text(self, node):
        start, end = self.span(node)
        return self.source[start:end].decode("utf-8", "replace")

    def names(self, node):
        names = self.qualified.get(node, ())
        return [(name.name, name.source.name) for name in (names() if callable(names) else names)]

    def on_visit(self, node):
        number = self.number
        self.number += 1
        kind = type(node).__name__
        if node in self.spans:
            place = self.places[node]
            self.rows["cst nodes"].append((number, self.parents[-1] if self.parents else None, kind, self.span(node),
                                           place.start.line, place.start.column, place.end.line, place.end.column))
        facts = getattr(self, "facts_" + kind, None)
        if facts is not None:
            facts(node)
        self.parents.append(number)
        if isinstance(node, (libcst.FunctionDef, libcst.ClassDef)):
            self.owners.append(node)
        return True

    def on_leave(self, node):
        self.parents.pop()
        if self.owners and self.owners[-1] is node:
            self.owners.pop()

    def reference(self, node):
        context = self.contexts.get(node)
        if context is not None:
            scope = self.scopes.get(node)
            self.rows["references"].append((self.text(node), context.name, type(scope).__name__, self.names(node),
                                            self.span(node)))

    facts_Name = facts_Attribute = reference

    def facts_ImportAlias(self, node):
        self.rows["imports"].append((self.text(node), self.span(node)))

    def facts_ImportFrom(self, node):
        if isinstance(node.names, libcst.ImportStar):
            self.rows["imports"].append((len(node.relative), "*", self.span(node)))

    def facts_Call(self, node):
        self.rows["calls"].append((
            self.text(node.func), type(node.func).__name__, len(node.args), self.names(node.func), self.span(node),
            self.span(node.func)))
        for i, argument in enumerate(node.args):
            self.rows["call arguments"].append((
                i, argument.keyword and argument.keyword.value, argument.star, self.text(argument.value),
                self.span(argument.value)))

    def definition(self, node):
        owner = self.span(self.owners[-1]) if self.owners else None
        self.rows["definitions"].append((
            node.name.value, self.names(node), owner, len(node.decorators), self.span(node), self.span(node.name)))
        self.docstring(node)

    facts_FunctionDef = facts_ClassDef = definition

    def facts_Module(self, node):
        self.docstring(node)

    def docstring(self, node):
        text = node.get_docstring(clean=False)
        if text is not None:
            self.rows["docstrings"].append((text, self.span(node)))

    def facts_Decorator(self, node):
        self.rows["decorators"].append((self.text(node.decorator), self.span(node)))

    def facts_Annotation(self, node):
        self.rows["type expressions"].append((self.text(node.annotation), self.span(node.annotation)))


def token_rows(source, rows):
    for token in tokenize.tokenize(io.BytesIO(source).readline):
        rows["trivia" if token.type in (tokenize.COMMENT, tokenize.NL) else "tokens"].append(
            (token.exact_type, token.string, token.start, token.end))


def facts(source):
    """The rows of a file by kind, and which of the two parsers refused it."""
    rows = collections.defaultdict(list)
    rows["files"].append((hashlib.sha256(source).hexdigest(), len(source)))
    rows["lines"] = line_rows(source)
    refused = [False, False]
    try:
        rows.update(AstFacts(ast.parse(source, type_comments=True), rows["lines"]).rows)
        symbol_rows(symtable.symtable(source, "file", "exec"), rows)
        token_rows(source, rows)
    except Exception:  # whatever a parser throws, the file is refused
        refused[0] = True
    try:
        # The tree has just been made and is nobody else's: it need not be copied first, as is LibCST's default.
        wrapper = MetadataWrapper(libcst.parse_module(source), unsafe_skip_copy=True)
        wrapper.module.visit(CstFacts(wrapper, source.removeprefix(codecs.BOM_UTF8), rows))
    except Exception:
        refused[1] = True
    return rows, refused


def prepare():
    warnings.simplefilter("ignore")
    sys.setrecursionlimit(10_000)
    facts(WARM_UP)


def work(path):
    start = time.process_time()
    source = pathlib.Path(path).read_bytes()
    rows, refused = facts(source)
    counts = {kind: len(of_kind) for kind, of_kind in rows.items()}
    taken = time.process_time() - start
    return len(source), refused, counts, taken, multiprocessing.current_process().pid, peak_kilobytes()


def peak_kilobytes():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def main(folder, share, processes):
    prepare()
    counts = collections.Counter()
    peaks = {}
    size = files = no_ast = no_cst = 0
    processor = 0.0
    with multiprocessing.get_context("spawn").Pool(processes, initializer=prepare) as pool:
        pool.map(time.sleep, [1] * processes, chunksize=1)  # until all processes have started
        start = time.perf_counter()
        paths = sorted(path for path in pathlib.Path(folder).rglob("*.py") if path.is_file())[::share]
        paths.sort(key=lambda path: -path.stat().st_size)  # so that no process is left alone with a large one
        for read, refused, of_file, taken, process, peak in pool.imap_unordered(work, map(str, paths)):
            size += read
            files += 1
            processor += taken
            no_ast += refused[0]
            no_cst += refused[1]
            counts.update(of_file)
            peaks[process] = peak
        seconds = time.perf_counter() - start
    memory = sum(peaks.values()) + peak_kilobytes()
    print(f"{seconds:.3f}", f"{processor:.3f}", size, files, no_ast, no_cst, sum(counts.values()), memory)
    for kind, count in counts.items():
        print(f"{kind}\t{count}")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
