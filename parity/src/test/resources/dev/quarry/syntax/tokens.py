"""Prints the tokens that CPython sees in the files named on standard input.

With the argument "digest": one line per file, path and digest. With "list": the tokens, one per line, nothing for a
file that doesn't compile.
Comments and line breaks that end no statement are left out. Adjacent literal parts of f-strings count as one, by
their start, because versions of CPython split and end them differently.
"""
import ast
import hashlib
import sys
import token
import tokenize


def described(path):
    with tokenize.open(path) as source:
        previous = None
        for tok in tokenize.generate_tokens(source.readline):
            name = token.tok_name[tok.exact_type]
            if name in ("COMMENT", "NL", "ENCODING"):
                continue
            if name in ("FSTRING_MIDDLE", "TSTRING_MIDDLE"):
                if tok.string and previous != name:
                    yield "%s %d:%d" % (name, *tok.start)
                    previous = name
                continue
            previous = name
            if name in ("INDENT", "DEDENT", "ENDMARKER"):
                yield name
            elif name == "NEWLINE":
                yield "%s %d:%d" % (name, *tok.start)
            elif tok.end[0] > tok.start[0]:
                # Some releases of 3.12 count the end column of a string of several lines in other units.
                yield "%s %d:%d-%d" % (name, *tok.start, tok.end[0])
            else:
                yield "%s %d:%d-%d:%d" % (name, *tok.start, *tok.end)


for line in sys.stdin:
    path = line.rstrip("\n")
    try:
        tokens = list(described(path))
    except (SyntaxError, UnicodeDecodeError) as error:
        tokens = None
    if sys.argv[1] == "list":
        # The tokenizer leaves some errors to the compiler: files with errors aren't compared.
        with open(path, "rb") as source:
            try:
                compile(source.read(), path, "exec", ast.PyCF_ONLY_AST, dont_inherit=True)
            except SyntaxError:
                continue
        print("\n".join(tokens))
    else:
        digest = hashlib.md5("\n".join(tokens).encode()).hexdigest() if tokens is not None else "error"
        print(path, digest, sep="\t")
