"""CPython's AST as rows of text, for AstComparison.java; see rows.py.

A row is: class, parent row, field, index, position, then `|field=value` for each scalar field that is not None.
Status: T parsed with type comments, F without them because they are malformed.
"""
import ast
import sys

VERSION = sys.version_info[:2]
# Up to 3.11 the parts of an f-string have positions of their own making.
ALL_POSITIONS = VERSION >= (3, 12)
# 3.8 wraps what stands between the brackets of a subscript; Quarry has the classes of 3.9.
OLD_SLICES = VERSION < (3, 9)
# 3.12.0 to 3.12.4 leave an empty text behind a field at the end of a format specification; gh-121130 mended that.
EMPTY_TEXTS = (3, 12) <= sys.version_info[:3] < (3, 12, 5)

SCALARS = {
    'name', 'id', 'attr', 'arg', 'module', 'rest', 'asname', 'level', 'is_async', 'conversion', 'simple', 'names',
    'kwd_attrs', 'tag', 'lineno', 'type_comment', 'kind', 'str', 'is_lazy',
}


def is_scalar(cls, field):
    name = cls.__name__
    if field == 'names':
        return name not in ('Import', 'ImportFrom')
    if field == 'name':
        return name != 'TypeAlias'
    if field == 'value':
        return name in ('Constant', 'MatchSingleton')
    return field in SCALARS


def constant(value):
    try:
        return repr(value)
    except ValueError:  # more digits than int() may have
        return hex(value)


def text(value):
    return ','.join(value) if isinstance(value, list) else str(value)


def new_slice(node):
    """What stands for a node of 3.8's index classes from 3.9 on; a tuple of slices has no position."""
    if node.__class__ is ast.Index:
        return node.value
    if node.__class__ is ast.ExtSlice:
        return ast.Tuple(node.dims, ast.Load())
    return node


def row_list(tree):
    plans = {}
    out = []
    stack = [(tree, -1, None, -1, False)]
    row = -1
    while stack:
        node, parent, field, index, inner = stack.pop()
        if OLD_SLICES:
            node = new_slice(node)
        row += 1
        cls = node.__class__
        plan = plans.get(cls)
        if plan is None:
            scalars = [name for name in cls._fields if is_scalar(cls, name)]
            nodes = [name for name in cls._fields if not is_scalar(cls, name)][::-1]
            plan = plans[cls] = scalars, nodes, bool(cls._attributes), cls.__name__
        scalars, nodes, positioned, name = plan
        if positioned and not inner and not (OLD_SLICES and name == 'Tuple' and field == 'slice'):
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
                if EMPTY_TEXTS and name == 'JoinedStr' and field == 'format_spec':
                    child = [v for v in child if not (isinstance(v, ast.Constant) and v.value == '')]
                for i in range(len(child) - 1, -1, -1):
                    if child[i] is not None:
                        stack.append((child[i], row, child_field, i, inner))
            else:
                stack.append((child, row, child_field, -1, inner))
    return out


def parse(source, type_comments):
    return compile(source, '<source>', 'exec', ast.PyCF_ONLY_AST | (ast.PyCF_TYPE_COMMENTS if type_comments else 0),
                   dont_inherit=True)


def facts(source):
    try:
        return 'T', row_list(parse(source, True))
    except (SyntaxError, ValueError):
        pass
    try:
        return 'F', row_list(parse(source, False))
    except (SyntaxError, ValueError) as error:
        return 'E', reason(error)
