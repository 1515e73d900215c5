"""Decodes the bytes of each line of standard input: a codec's name and bytes in hexadecimal.

Prints the text that the codec makes of them when it may replace what it can't decode, in UTF-8 and hexadecimal, a tab, and
the error when it may not, or "-".
"""
import sys

for line in sys.stdin:
    name, _, digits = line.rstrip("\n").partition(" ")
    sequence = bytes.fromhex(digits)
    error = "-"
    try:
        sequence.decode(name)
    except UnicodeDecodeError as exception:
        error = str(exception)
    print(sequence.decode(name, "replace").encode("utf-8", "surrogatepass").hex(), error, sep="\t")
