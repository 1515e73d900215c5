"""The first error of CPython's compiler, for ErrorComparison.java.

The answer is V (valid), X and a reason (beyond the interpreter's limits), or E and, each in a line of its own, the
exception's class, message, line, offset, end line, end offset and text. What the exception lacks is 0; the text is None
where the compiler would read it from the file on disk.
"""


def line(text):
    return str(text).replace('\\', '\\\\').replace('\n', '\\n').replace('\r', '\\r')


def error(source):
    try:
        compile(source, '<source>', 'exec', dont_inherit=True)
        return 'V'
    except SyntaxError as e:
        numbers = (e.lineno, e.offset, getattr(e, 'end_lineno', None), getattr(e, 'end_offset', None))
        return '\n'.join(['E', type(e).__name__, line(e.msg), *(str(number or 0) for number in numbers), line(e.text)])
    except (ValueError, OverflowError) as e:
        return '\n'.join(['E', type(e).__name__, line(e), '0', '0', '0', '0', 'None'])
    except (RecursionError, MemoryError, SystemError) as e:
        return f'X\n{type(e).__name__}: {e}'
