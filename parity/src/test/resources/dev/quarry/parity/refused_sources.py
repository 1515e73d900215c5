"""Finds sources that CPython may refuse, and asks an interpreter about them. Follows first_error.py.

Arguments: `constants`, with names of Python files on standard input; `mutants` with a seed and a number, likewise;
`answers`, with sources on standard input, a mode of `compile`, and perhaps `type_comments`. Sources are in base64, one a
line.

constants: every string constant in the files, every sum of such, with and without its common indentation, and every
example of a doctest. mutants: statements of the files, changed at random: tokens deleted, doubled, exchanged, replaced or
inserted, lines indented otherwise, text cut off.

answers: for each source a line, separated by tabs: the source, then what `ast.parse` says: nothing when it is valid, else
the fields of the error.

Nothing is executed, only compiled.
"""
import ast
import base64
import doctest
import io
import random
import re
import sys
import textwrap
import tokenize
import warnings

warnings.simplefilter("ignore")
COOKIE = re.compile(r"^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)", re.M)
LONGEST = 20000
TOKENS = """( ) [ ] { } , : ; . = == := + - * ** / % @ ~ -> ! ... < | & += *= not and or if else elif for in is lambda
 yield await async def class return del import from as with try except finally raise pass global nonlocal while match case
 type print None True 1 1j 'a' b'a' f'{x}' f'{ a x _ \\ $ ? 0777 1_ \\x""".split() + ["\n", "\n    ", "\t", " ", "'", '"', "'''", '"""']


def constant(node):
    """The value of a constant string or of a sum of such; None for anything else."""
    if isinstance(node, ast.Constant) and isinstance(node.value, (str, bytes)):
        return node.value
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        left, right = constant(node.left), constant(node.right)
        if left is not None and type(left) is type(right):
            return left + right
    return None


def constants(files):
    for content in files:
        try:
            tree = ast.parse(content)
        except (SyntaxError, ValueError):
            continue
        for node in ast.walk(tree):
            value = constant(node)
            if isinstance(value, bytes):
                value = value.decode("utf-8", "replace")
            if value is None:
                continue
            yield value
            if "\n" in value:
                yield textwrap.dedent(value)
                if ">>>" in value:
                    try:
                        for example in doctest.DocTestParser().get_examples(value):
                            yield example.source
                    except ValueError:
                        pass


def statements(files, generator):
    """Statements of the files at random, with what is around them in the same block."""
    while True:
        content = files[generator.randrange(len(files))]
        try:
            text = content.decode()
            body = ast.parse(text).body
        except (SyntaxError, ValueError):
            continue
        if not body:
            continue
        lines = text.splitlines(True)
        for _ in range(20):
            first = generator.randrange(len(body))
            last = min(len(body) - 1, first + generator.randrange(3))
            chosen = lines[body[first].lineno - 1:body[last].end_lineno]
            if len(chosen) > 40:
                start = generator.randrange(len(chosen) - 20)
                chosen = textwrap.dedent("".join(chosen[start:start + generator.randrange(3, 30)])).splitlines(True)
            yield "".join(chosen)


def spans(source):
    """Where the tokens are, as pairs of offsets; pieces of words where the source can't be read."""
    starts = [0]
    for line in source.splitlines(True):
        starts.append(starts[-1] + len(line))
    found = []
    try:
        for token in tokenize.generate_tokens(io.StringIO(source).readline):
            start = starts[token.start[0] - 1] + token.start[1]
            end = starts[min(token.end[0], len(starts)) - 1] + token.end[1]
            if start < end:
                found.append((start, end))
    except (tokenize.TokenError, SyntaxError, IndexError):
        found = [match.span() for match in re.finditer(r"\w+|\s+|[^\w\s]", source)]
    return found


def mutant(source, generator):
    found = spans(source)
    if len(found) < 2:
        return source
    i = generator.randrange(len(found) - 1)
    start, end = found[i]
    next_start, next_end = found[i + 1]
    other = found[generator.randrange(len(found))]
    choice = generator.randrange(10)
    if choice == 0:
        return source[:start] + source[end:]
    if choice == 1:
        return source[:end] + " " + source[start:end] + source[end:]
    if choice == 2:
        return source[:start] + source[next_start:next_end] + source[end:next_start] + source[start:end] \
            + source[next_end:]
    if choice == 3:
        return source[:start] + source[other[0]:other[1]] + source[end:]
    if choice == 4:
        return source[:start] + generator.choice(TOKENS) + source[end:]
    if choice in (5, 6):
        space = generator.choice(["", " "])
        return source[:end] + space + generator.choice(TOKENS) + space + source[end:]
    if choice == 7:
        return source[:generator.choice([start, end, (start + end) // 2])] + generator.choice(["", "\n"])
    if choice == 8:
        lines = source.splitlines(True)
        k = generator.randrange(len(lines))
        lines[k] = generator.choice([" ", "  ", "    ", "\t", "        \t"]) + (
            lines[k] if generator.random() < 0.5 else lines[k].lstrip(" "))
        return "".join(lines)
    at = generator.randrange(start, end)
    return source[:at] + source[at + 1:]


def mutants(files, seed, count):
    generator = random.Random(seed)
    produced = 0
    for source in statements(files, generator):
        for _ in range(4):
            if produced == count:
                return
            produced += 1
            changed = mutant(source, generator)
            yield changed if generator.random() < 0.8 else mutant(changed, generator)


def answer(source, mode, flags):
    text = source.decode()
    # Bytes are for what only a file can have: a byte order mark, a declared encoding.
    cookie = COOKIE.search("\n".join(text.split("\n", 2)[:2]))
    data = source if source.startswith(b"\xef\xbb\xbf") or cookie else text
    try:
        compile(data, "<source>", mode, ast.PyCF_ONLY_AST | flags, dont_inherit=True)
    except SyntaxError as e:
        return fields(e)
    except (ValueError, RecursionError, MemoryError):
        # Null bytes before 3.12, and limits of the machine.
        return None
    return []


def main():
    if sys.argv[1] == "answers":
        flags = ast.PyCF_TYPE_COMMENTS if "type_comments" in sys.argv else 0
        for line in sys.stdin:
            told = answer(base64.b64decode(line), sys.argv[2], flags)
            if told is not None:
                print(line.strip(), *told, sep="\t")
        return
    files = []
    for name in sys.stdin:
        with open(name.rstrip("\n"), "rb") as stream:
            files.append(stream.read())
    sources = constants(files) if sys.argv[1] == "constants" else mutants(files, int(sys.argv[2]), int(sys.argv[3]))
    seen = set()
    for source in sources:
        if source not in seen and len(source) <= LONGEST and "\0" not in source:
            seen.add(source)
            print(base64.b64encode(source.encode("utf-8", "replace")).decode())


main()
