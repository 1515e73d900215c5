"""For each file on standard input (hexadecimal, one a line): its encoding and what compile() has to say about that.

Prints the name that tokenize.detect_encoding finds ("-" when it fails), a tab, and the error or "no error".
"""
import ast
import io
import sys
import tokenize

for line in sys.stdin:
    source = bytes.fromhex(line)
    try:
        name = tokenize.detect_encoding(io.BytesIO(source.replace(b"\r\n", b"\n").replace(b"\r", b"\n")).readline)[0]
    except SyntaxError:
        name = "-"
    try:
        compile(source, "<source>", "exec", ast.PyCF_ONLY_AST, dont_inherit=True)
        error = "no error"
    except SyntaxError as e:
        error = "%s %s %s" % (type(e).__name__, e.lineno or None, e.msg)
    if name == "-" and ("no error" in error or "(unicode error)" in error):
        # The compiler minds malformed UTF-8 less than tokenize does.
        name = "utf-8"
    print(name, error, sep="\t")
