
# Follows symtable_rows.py.
#
#     pieces PATH...   pieces of Python in the string constants and doctests of the files, one a line
#     answers          for each piece of standard input that ast.parse accepts: the piece, and its rows or its error (E,
#                      message, line, offset, end line, end offset), separated by a tab
#
# Pieces and answers to them are in Base64. Nothing that is read is executed.
import ast
import base64
import doctest
import os
import sys
import textwrap


def files(paths):
    for path in paths:
        if os.path.isfile(path):
            yield path
        for folder, subfolders, names in os.walk(path):
            subfolders[:] = sorted(f for f in subfolders if f not in ('site-packages', '__pycache__'))
            for name in sorted(names):
                if name.endswith('.py'):
                    yield os.path.join(folder, name)


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
        return row_list(_symtable.symtable(source, 'file', 'exec'))
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
            print(line.strip(), base64.b64encode('\n'.join(lines).encode('utf-8', 'surrogatepass')).decode(), sep='\t')


sys.setrecursionlimit(100000)
if sys.argv[1] == 'pieces':
    print_pieces(sys.argv[2:])
else:
    print_answers()
