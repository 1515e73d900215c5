"""Runs the command `python -m tokenize -e case.py` on each text of standard input, one per line in hexadecimal.

Prints, in hexadecimal, what the command writes to standard output and standard error, without the traceback, and its
exit status, with null bytes between the three.
"""
import contextlib
import io
import sys
import tokenize
import warnings


class Case(io.BytesIO):
    name = "case.py"


def run(text):
    tokenize._builtin_open = lambda name, mode: Case(text)
    sys.argv = ["tokenize", "-e", Case.name]
    out, err, status = io.StringIO(), io.StringIO(), 0
    main = getattr(tokenize, "main", None) or tokenize._main
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            main()
        except SystemExit as exit:
            status = exit.code
        except Exception:
            status = 1
    return "%s\0%s\0%d" % (out.getvalue(), err.getvalue(), status)


warnings.simplefilter("ignore")
for line in sys.stdin:
    print(run(bytes.fromhex(line)).encode().hex())
