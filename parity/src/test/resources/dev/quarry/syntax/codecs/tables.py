"""Prints all codecs: a line "codec", its kind, name and aliases, and for each sequence of bytes that it decodes by itself a
line of the bytes and the code points, in hexadecimal.

Sequences that a shorter one begins are left out, and so are those of gb18030 for code points above U+FFFF, which follow
from a formula.
"""
import codecs
import encodings
import encodings.aliases
import pkgutil

MULTIBYTE = """big5 big5hkscs cp932 cp949 cp950 euc_jis_2004 euc_jisx0213 euc_jp euc_kr gb18030 gb2312 gbk johab shift_jis
shift_jis_2004 shift_jisx0213""".split()
OTHER = """charmap idna mbcs oem punycode raw_unicode_escape undefined unicode_escape""".split()
WINDOWS = ["mbcs", "oem"]


def kind(name):
    if not codecs.lookup(name)._is_text_encoding:
        return "binary"
    if name in MULTIBYTE:
        return "multi"
    if name in OTHER:
        return "other"
    for beginning in "utf_8", "utf_7", "utf_16", "utf_32", "iso2022", "hz":
        if name.startswith(beginning):
            return beginning.replace("_", "")
    return "single"


def decode(name, sequence):
    try:
        text = sequence.decode(name)
    except UnicodeDecodeError:
        return False
    print(sequence.hex(), *("%x" % ord(character) for character in text))
    return True


def table(name):
    leads = [first for first in range(256) if not decode(name, bytes([first]))]
    if kind(name) == "single":
        return
    for first in leads:
        for second in range(256):
            decode(name, bytes([first, second]))
    if name == "euc_jp":
        for second in range(0xA1, 0xFF):
            for third in range(0xA1, 0xFF):
                decode(name, bytes([0x8F, second, third]))
    if name == "gb18030":
        for code in range(0x80, 0x10000):
            if not 0xD800 <= code < 0xE000 and len(chr(code).encode(name)) == 4:
                decode(name, chr(code).encode(name))


aliases = encodings.aliases.aliases
modules = {module.name for module in pkgutil.iter_modules(encodings.__path__)} - {"aliases"} - set(aliases)
for name in sorted((modules | set(aliases.values())) - set(WINDOWS)):
    print("codec", kind(name), name, *sorted(alias for alias in aliases if aliases[alias] == name and alias != name))
    if kind(name) in ("single", "multi"):
        table(name)
