"""The first error of CPython's compiler, for ErrorComparison.java.

The answer is V (valid), X and a reason (beyond the interpreter's limits), or E and, each in a line of its own, the fields
of the error, see ReportedError.java.
"""


def escaped(text):
    return str(text).replace('\\', '\\\\').replace('\n', '\\n').replace('\r', '\\r').replace('\t', '\\t')


def fields(error):
    """Class, message, line, offset, end line, end offset and text of a SyntaxError.

    A missing number is 0, and so is the line -1 where the code generator has lost the place. A text is behind an equals
    sign; there is none where the compiler would read it from the file on disk.
    """
    numbers = (error.lineno, error.offset, getattr(error, 'end_lineno', None), getattr(error, 'end_offset', None))
    if (error.lineno or 0) < 0:
        numbers = (0, 0, 0, 0)
    return [type(error).__name__, escaped(error.msg), *(str(number or 0) for number in numbers),
            '-' if error.text is None else '=' + escaped(error.text)]


def error(source):
    try:
        compile(source, '<source>', 'exec', dont_inherit=True)
        return 'V'
    except SyntaxError as e:
        return '\n'.join(['E', *fields(e)])
    except (ValueError, OverflowError) as e:
        return '\n'.join(['E', type(e).__name__, escaped(e), '0', '0', '0', '0', '-'])
    except (RecursionError, MemoryError, SystemError) as e:
        return f'X\n{type(e).__name__}: {e}'
