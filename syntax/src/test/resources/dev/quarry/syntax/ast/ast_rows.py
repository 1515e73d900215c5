"""Writes the rows of CPython's AST as canonical text, for comparison with AstTable.

    ast_rows.py digest DIR...   for each .py file below: status, MD5 of its rows and path, separated by tabs
    ast_rows.py rows FILE       the rows of one file

A row is: class, parent row, field, index, position, then `|field=value` for each scalar field that is not None.
Status: T parsed with type comments; F parsed without them only; E rejected; X not comparable.
"""
import ast
import hashlib
import os
import sys
import warnings

VERSION = sys.version_info[:2]
ALL_POSITIONS = VERSION >= (3, 12)


def children_and_scalars(cls):
    scalars, nodes = [], []
    for field in cls._fields:
        kind = ast_type(cls, field)
        (nodes if kind == 'node' else scalars).append(field)
    return scalars, nodes[::-1]


SCALARS = {
    'name', 'id', 'attr', 'arg', 'module', 'rest', 'asname', 'level', 'is_async', 'conversion', 'simple', 'names',
    'kwd_attrs', 'tag', 'lineno', 'type_comment', 'kind', 'str', 'is_lazy',
}


def ast_type(cls, field):
    if cls.__name__ in ('Import', 'ImportFrom') and field == 'names':
        return 'node'
    if cls.__name__ == 'TypeAlias' and field == 'name':
        return 'node'
    if cls.__name__ in ('Constant', 'MatchSingleton') and field == 'value':
        return 'constant'
    return 'scalar' if field in SCALARS else 'node'


def constant(value):
    try:
        return repr(value)
    except ValueError:  # more digits than int() may have
        return hex(value)


def text(value):
    return ','.join(value) if isinstance(value, list) else str(value)


def rows(tree):
    plans = {}
    out = []
    stack = [(tree, -1, None, -1, False)]
    row = -1
    while stack:
        node, parent, field, index, inner = stack.pop()
        row += 1
        cls = node.__class__
        plan = plans.get(cls)
        if plan is None:
            plan = plans[cls] = (*children_and_scalars(cls), bool(cls._attributes), cls.__name__)
        scalars, nodes, positioned, name = plan
        if positioned and not inner:
            position = f'{node.lineno},{node.col_offset},{node.end_lineno},{node.end_col_offset}'
        else:
            position = ''
        line = f'{name} {parent} {field} {index} {position}'
        for scalar in scalars:
            value = getattr(node, scalar)
            if scalar == 'value':
                line += '|value=' + constant(value)
            elif value is not None:
                line += f'|{scalar}={text(value)}'
        out.append(line)
        if name == 'JoinedStr' and not ALL_POSITIONS:
            inner = True
        for child_field in nodes:
            child = getattr(node, child_field)
            if child is None:
                continue
            if child.__class__ is list:
                if VERSION == (3, 12) and name == 'JoinedStr' and field == 'format_spec':
                    # Early releases of 3.12 leave empty texts at the end.
                    child = [v for v in child if not (isinstance(v, ast.Constant) and v.value == '')]
                for i in range(len(child) - 1, -1, -1):
                    if child[i] is not None:
                        stack.append((child[i], row, child_field, i, inner))
            else:
                stack.append((child, row, child_field, -1, inner))
    return out


def parse(source):
    try:
        return 'T', ast.parse(source, type_comments=True)
    except (SyntaxError, ValueError):
        pass
    except (RecursionError, MemoryError):
        return 'X', None
    try:
        return 'F', ast.parse(source)
    except (SyntaxError, ValueError):
        return 'E', None
    except (RecursionError, MemoryError):
        return 'X', None


def encoded(lines):
    return '\n'.join(lines).encode('utf-8', 'surrogatepass')


def digests(directories):
    for directory in directories:
        for folder, subfolders, files in os.walk(directory):
            subfolders[:] = sorted(f for f in subfolders if f not in ('site-packages', '__pycache__'))
            for name in sorted(files):
                if not name.endswith('.py'):
                    continue
                path = os.path.join(folder, name)
                with open(path, 'rb') as file:
                    status, tree = parse(file.read())
                digest = hashlib.md5(encoded(rows(tree))).hexdigest() if tree else '-'
                print(status, digest, path, sep='\t')


warnings.simplefilter('ignore')
sys.setrecursionlimit(100000)
if sys.argv[1] == 'rows':
    with open(sys.argv[2], 'rb') as source_file:
        tree_status, parsed = parse(source_file.read())
    sys.stdout.buffer.write(encoded(rows(parsed)) if parsed else tree_status.encode())
else:
    digests(sys.argv[2:] or [os.path.dirname(os.__file__)])
