"""Writes CPython's symbol tables as canonical text, for comparison with SymbolTable.

    symtable_rows.py digest PATH...   for each .py file below: status, MD5 of its rows and path, separated by tabs
    symtable_rows.py rows FILE        the rows of one file
    symtable_rows.py pieces PATH...   pieces of Python in the string constants and doctests of the files, one a line
    symtable_rows.py answers          for each piece of standard input that ast.parse accepts: the piece, and its rows
                                      or its error (E, message, line, offset, end line, end offset), separated by a tab

Pieces and answers to them are in Base64. Nothing that is read is executed.

A row is a scope (depth, type, name, line, whether nested, parameters) or a symbol (name, raw flags). Symbols come in the
order of CPython's dictionary, except that those that a scope only hands on (no flag of their own) come last, sorted:
CPython takes them from a set. Status: T a table; E rejected; X not comparable.
"""
import _symtable
import ast
import base64
import doctest
import hashlib
import os
import sys
import textwrap
import warnings

DEF_FREE_CLASS = 64
OWN = (1 << _symtable.SCOPE_OFF) - 1 & ~DEF_FREE_CLASS


def rows(top):
    out = []
    stack = [(top, 0)]
    while stack:
        scope, depth = stack.pop()
        out.append(f'{depth} {scope.type} {scope.name} {scope.lineno} {scope.nested} {",".join(scope.varnames)}')
        handed_on = []
        for name, flags in scope.symbols.items():
            (out if flags & OWN else handed_on).append(f'  {name} {flags}')
        out += sorted(handed_on)
        stack += [(child, depth + 1) for child in reversed(scope.children)]
    return out


def is_of_future_statement(error):
    # Future statements are read before the symbol table, by other code.
    return any(word in error.msg for word in ('future feature', '__future__', 'not a chance'))


def table(source):
    try:
        return 'T', _symtable.symtable(source, 'file', 'exec')
    except SyntaxError as error:
        return 'X' if is_of_future_statement(error) else 'E', None
    except ValueError:
        return 'E', None
    except (RecursionError, MemoryError):
        return 'X', None


def encoded(lines):
    return '\n'.join(lines).encode('utf-8', 'surrogatepass')


def files(paths):
    for path in paths:
        if os.path.isfile(path):
            yield path
        for folder, subfolders, names in os.walk(path):
            subfolders[:] = sorted(f for f in subfolders if f not in ('site-packages', '__pycache__'))
            for name in sorted(names):
                if name.endswith('.py'):
                    yield os.path.join(folder, name)


def digests(paths):
    for path in files(paths):
        with open(path, 'rb') as file:
            status, top = table(file.read())
        digest = hashlib.md5(encoded(rows(top))).hexdigest() if top else '-'
        print(status, digest, path, sep='\t')


def pieces(path):
    with open(path, 'rb') as file:
        try:
            tree = ast.parse(file.read())
        except (SyntaxError, ValueError, RecursionError):
            return
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and '\0' not in node.value:
            yield node.value
            yield textwrap.dedent(node.value)
            if '>>>' in node.value:
                try:
                    for example in doctest.DocTestParser().get_examples(node.value):
                        yield example.source
                except ValueError:
                    pass


def print_pieces(paths):
    seen = set()
    for path in files(paths):
        for piece in pieces(path):
            if piece not in seen:
                seen.add(piece)
                print(base64.b64encode(piece.encode('utf-8', 'surrogatepass')).decode())


def answer(source):
    try:
        ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    try:
        return rows(_symtable.symtable(source, 'file', 'exec'))
    except SyntaxError as error:
        if is_of_future_statement(error):
            return None
        return ['E', error.msg, str(error.lineno), str(error.offset), str(getattr(error, 'end_lineno', None)),
                str(getattr(error, 'end_offset', None))]
    except (RecursionError, MemoryError):
        return None


def print_answers():
    for line in sys.stdin:
        piece = base64.b64decode(line)
        lines = answer(piece)
        if lines is not None:
            print(line.strip(), base64.b64encode(encoded(lines)).decode(), sep='\t')


warnings.simplefilter('ignore')
sys.setrecursionlimit(100000)
if sys.argv[1] == 'rows':
    with open(sys.argv[2], 'rb') as source_file:
        found_status, found = table(source_file.read())
    sys.stdout.buffer.write(encoded(rows(found)) if found else found_status.encode())
elif sys.argv[1] == 'pieces':
    print_pieces(sys.argv[2:])
elif sys.argv[1] == 'answers':
    print_answers()
else:
    digests(sys.argv[2:] or [os.path.dirname(os.__file__)])
