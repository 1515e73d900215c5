"""Writes CPython's symbol tables as canonical text, for comparison with SymbolTable.

    symtable_rows.py digest PATH...   for each .py file below: status, MD5 of its rows and path, separated by tabs
    symtable_rows.py rows FILE        the rows of one file

A row is a scope (depth, type, name, line, whether nested, parameters) or a symbol (name, raw flags). Symbols come in the
order of CPython's dictionary, except that those that a scope only hands on (no flag of their own) come last, sorted:
CPython takes them from a set. Status: T a table; E rejected; X not comparable.
"""
import _symtable
import hashlib
import os
import sys
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


def table(source):
    try:
        return 'T', _symtable.symtable(source, 'file', 'exec')
    except SyntaxError as error:
        # Future statements are read before the symbol table, by other code.
        of_future = any(word in error.msg for word in ('future feature', '__future__', 'not a chance'))
        return 'X' if of_future else 'E', None
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


warnings.simplefilter('ignore')
sys.setrecursionlimit(100000)
if sys.argv[1] == 'rows':
    with open(sys.argv[2], 'rb') as source_file:
        found_status, found = table(source_file.read())
    sys.stdout.buffer.write(encoded(rows(found)) if found else found_status.encode())
else:
    digests(sys.argv[2:] or [os.path.dirname(os.__file__)])
