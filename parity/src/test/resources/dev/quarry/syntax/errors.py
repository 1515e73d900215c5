"""Prints CPython's error for each source on standard input: type, line:column (1-based, as reported) and message.

One source per line, in the escapes of a Python string literal.
"""
import ast
import sys

for line in sys.stdin:
    source = ast.literal_eval('"' + line.rstrip("\n").replace('"', '\\"') + '"')
    try:
        compile(source.encode(), "<source>", "exec", ast.PyCF_ONLY_AST, dont_inherit=True)
        print("no error")
    except SyntaxError as error:
        print("%s %s:%s %s" % (type(error).__name__, error.lineno, error.offset, error.msg))
    except ValueError as error:
        print(type(error).__name__, error)
