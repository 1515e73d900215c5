"""Prints what CPython's module symtable says about the files that standard input names, one line per file.

Fields, separated by tabs: path, then one per scope in preorder. A scope is its name, parameters, methods (before 3.13
symtable lists all children, so nothing then) and symbols by name, each with letters for what is true of it and the
preorder numbers of the scopes that bear its name. Files that symtable refuses are left out.
"""
import symtable
import sys

FLAGS = ('is_referenced', 'is_imported', 'is_parameter', 'is_global', 'is_nonlocal', 'is_declared_global', 'is_local',
         'is_annotated', 'is_free', 'is_assigned', 'is_namespace')


def scopes(table):
    found = []
    stack = [table]
    while stack:
        scope = stack.pop()
        found.append(scope)
        stack += reversed(scope.get_children())
    return found


def symbol_of(scope, name):
    symbol = scope.lookup(name)
    if scope.get_name() == 'top' and scope.get_type() != 'module':
        # symtable takes every scope of that name for the module.
        return symtable.Symbol(name, scope._table.symbols[name], symbol.get_namespaces(), module_scope=False)
    return symbol


def row(scope, numbers):
    function = isinstance(scope, symtable.Function)
    lists_methods = isinstance(scope, symtable.Class) and sys.version_info >= (3, 13)
    symbols = []
    for name in sorted(scope.get_identifiers()):
        symbol = symbol_of(scope, name)
        flags = ''.join(chr(ord('a') + i) for i, flag in enumerate(FLAGS) if getattr(symbol, flag)())
        namespaces = '.'.join(str(numbers[id(namespace._table)]) for namespace in symbol.get_namespaces())
        symbols.append(f'{name}:{flags}:{namespaces}')
    return ' '.join((scope.get_name(), 'n' if scope.is_nested() else '', 'o' if scope.is_optimized() else '',
                     ','.join(scope.get_parameters()) if function else '',
                     ','.join(scope.get_methods()) if lists_methods else '', *symbols))


sys.stdout.reconfigure(encoding='utf-8')
for line in sys.stdin.buffer:
    path = line.decode().rstrip('\n')
    with open(path, 'rb') as file:
        source = file.read()
    try:
        found = scopes(symtable.symtable(source, path, 'exec'))
    except (SyntaxError, ValueError, RecursionError):
        continue
    numbers = {id(scope._table): number for number, scope in enumerate(found)}
    print(path, *(row(scope, numbers) for scope in found), sep='\t')
