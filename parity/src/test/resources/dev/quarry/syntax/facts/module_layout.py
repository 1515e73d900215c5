"""How modules are laid out, as LibCST's Module says, for ModuleLayoutTest.java; see libcst.py."""
import libcst


def layout(source):
    try:
        module = libcst.parse_module(source)
    except Exception:
        return 'not parsed'
    return repr((module.default_indent, module.default_newline, module.has_trailing_newline, module.encoding))
