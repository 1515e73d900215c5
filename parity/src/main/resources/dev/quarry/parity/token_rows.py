"""The tokens of the module `tokenize` as rows of text, for TokenComparison.java; see rows.py.

A row is: exact type, type, start, end, repr of the string. An error is worded as by the command `python -m tokenize`.
"""
import io
import token
import tokenize


class Source(io.BytesIO):
    name = '<source>'


def wording(error):
    if isinstance(error, IndentationError):
        place = error.args[1][1:3]
    elif isinstance(error, tokenize.TokenError):
        place = error.args[1]
    elif isinstance(error, SyntaxError):
        return f'{Source.name}: error: {error}'
    else:
        return f'unexpected error: {error}'
    return '%s:%d:%d: error: %s' % (Source.name, *place, error.args[0])


def facts(source):
    try:
        return 'T', [f'{token.tok_name[t.exact_type]} {token.tok_name[t.type]} {t.start[0]},{t.start[1]} '
                     f'{t.end[0]},{t.end[1]} {t.string!r}' for t in tokenize.tokenize(Source(source).readline)]
    except (SyntaxError, tokenize.TokenError, UnicodeDecodeError) as error:
        return 'E', wording(error)
