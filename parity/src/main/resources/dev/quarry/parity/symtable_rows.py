"""CPython's symbol tables as rows of text, for SymbolTableComparison.java; see rows.py.

A row is a scope (depth, type, name, line, whether nested, parameters) or a symbol (name, raw flags). Symbols come in the
order of CPython's dictionary, except that those that a scope only hands on (no flag of their own) come last, sorted:
CPython takes them from a set.
"""
import _symtable

DEF_FREE_CLASS = 64
OWN = (1 << _symtable.SCOPE_OFF) - 1 & ~DEF_FREE_CLASS


def row_list(top):
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


def facts(source):
    try:
        return 'T', row_list(_symtable.symtable(source, '<source>', 'exec'))
    except SyntaxError as error:
        return 'X' if is_of_future_statement(error) else 'E', reason(error)
    except ValueError as error:
        return 'E', reason(error)
