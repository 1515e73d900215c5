"""Prints what each code point is, in runs: the first one's number and 1 for printable, 2 for a part of identifiers, 4 for
their start, added up.
"""
before = -1
for code in range(0x110000):
    character = chr(code)
    kind = character.isprintable() + 2 * ("a" + character).isidentifier() + 4 * character.isidentifier()
    if kind != before:
        print(code, kind)
        before = kind
