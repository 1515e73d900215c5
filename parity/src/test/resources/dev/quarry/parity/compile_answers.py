"""Prints what CPython's compiler says about sources that parse; compiles, never executes. Follows first_error.py.

The argument says what:
sources   sources on standard input, one per line as hexadecimal bytes
strings   string constants and doctest examples of the files that standard input names
files     the files that standard input names

One line per source: hexadecimal bytes or path, error, first warning with its place, all warnings; fields are separated
by tabs. A source that doesn't parse is left out.
"""
import ast
import doctest
import sys
import warnings

warnings.simplefilter("ignore")
KEPT = 100_000


def attempt(source):
    """The error, or an empty text."""
    try:
        compile(source, "<source>", "exec", dont_inherit=True)
        return ""
    except SyntaxError as error:
        name, message, *place, _ = fields(error)
        return "%s %s:%s-%s:%s %s" % (name, *place, message)
    except (RecursionError, MemoryError, OverflowError, ValueError) as error:
        return "!" + type(error).__name__


def findings(source):
    error = attempt(source)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        attempt(source)
    first = ""
    if caught:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            first = attempt(source)
            if first == error:
                first = ""
    # Folding ~True calls bool's own method, which warns about the line of this file.
    told = sorted({"%s %s %s" % (w.category.__name__, w.lineno, escaped(str(w.message))) for w in caught
                   if not str(w.message).startswith("Bitwise inversion")})
    return error, first, "|".join(told)


def parses(source):
    try:
        ast.parse(source)
        return True
    except (SyntaxError, ValueError, RecursionError, MemoryError, OverflowError):
        return False


def strings(path):
    with open(path, "rb") as file:
        try:
            tree = ast.parse(file.read())
        except (SyntaxError, ValueError):
            return
    parser = doctest.DocTestParser()
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and len(node.value) < KEPT:
            yield node.value
            if ">>>" in node.value:
                try:
                    yield from (example.source for example in parser.get_examples(node.value))
                except ValueError:
                    pass


def main(mode):
    if mode == "files":
        for path in sys.stdin.read().splitlines():
            with open(path, "rb") as file:
                source = file.read()
            if parses(source):
                print(path, *findings(source), sep="\t")
        return
    if mode == "sources":
        candidates = (bytes.fromhex(line) for line in sys.stdin.read().splitlines())
    else:
        texts = {text for path in sys.stdin.read().splitlines() for text in strings(path)}
        candidates = (text.encode("utf-8", "surrogatepass") for text in sorted(texts))
    for source in candidates:
        if parses(source):
            print(source.hex(), *findings(source), sep="\t")


main(sys.argv[1])
