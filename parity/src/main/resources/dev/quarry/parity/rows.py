"""Facts about a source as rows of text, for RowComparison.java. What follows defines `facts`.

`facts(source)` answers with a status and, if that is E (refused) or X (beyond the interpreter's limits), the reason,
else the list of the rows.
"""
import hashlib
import sys

BLOCK = 1024


def encoded(block):
    return ''.join(row + '\n' for row in block).encode('utf-8', 'surrogatepass')


def digest(source):
    """The status and the reason, or one MD5 for each block of rows."""
    status, rows = guarded(source)
    if status in 'EX':
        return f'{status} {rows}'
    blocks = (rows[i:i + BLOCK] for i in range(0, len(rows), BLOCK))
    return ' '.join([status, *(hashlib.md5(encoded(block)).hexdigest() for block in blocks)])


def rows(source, block):
    first = int(block) * BLOCK
    return encoded(guarded(source)[1][first:first + BLOCK])


def guarded(source):
    try:
        return facts(source)
    except (RecursionError, MemoryError) as error:
        return 'X', f'{type(error).__name__}: {error}'


def reason(error):
    if isinstance(error, SyntaxError):
        return f'{type(error).__name__}: {error.msg} at {error.lineno}:{error.offset}'
    return f'{type(error).__name__}: {error}'


sys.setrecursionlimit(100000)
