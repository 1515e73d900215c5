"""Imports LibCST, for scripts about it, which follow.

`MISSING` is why there is none, or None.
"""
import os
import site
import sys
import sysconfig


def package_folders():
    """Where packages are. The interpreter was started without them: only the folders count, not what runs code there."""
    folders = [sysconfig.get_path('purelib'), sysconfig.get_path('platlib'), site.getusersitepackages()]
    environment = os.path.dirname(os.path.dirname(sys.executable))
    if os.path.exists(os.path.join(environment, 'pyvenv.cfg')):
        variables = {'base': environment, 'platbase': environment}
        folders += [sysconfig.get_path(name, vars=variables) for name in ('purelib', 'platlib')]
    return folders


sys.path += [folder for folder in package_folders() if folder not in sys.path]
try:
    import libcst
    MISSING = None
except ImportError as problem:
    MISSING = str(problem)


def libcst_release(_):
    """LibCST's version; empty if there is none."""
    if MISSING is not None:
        return ''
    import libcst._version
    return libcst._version.__version__
