"""The tokens of the module `tokenize` as rows of text, for TokenComparison.java; see rows.py.

A row is: exact type, type, start, end, repr of the string.
"""
import io
import token
import tokenize


def facts(source):
    try:
        return 'T', [f'{token.tok_name[t.exact_type]} {token.tok_name[t.type]} {t.start[0]},{t.start[1]} '
                     f'{t.end[0]},{t.end[1]} {t.string!r}' for t in tokenize.tokenize(io.BytesIO(source).readline)]
    except (SyntaxError, tokenize.TokenError, UnicodeDecodeError) as error:
        return 'E', f'{type(error).__name__}: {error}'
