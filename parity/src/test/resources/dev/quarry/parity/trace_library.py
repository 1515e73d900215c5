"""Runs a test module of CPython's own and tells what the call expressions of library files called.

Arguments: the file to write to, the test module (test.test_json). For each call expression and each function or class
that it called, a line of fields between tabs: path, line, column, end line, end column, path and line of what was
called, its name. Paths are below the library's folder, columns in bytes from 0; what is no Python code of the library
is "outside" without a path. Needs sys.monitoring and __firstlineno__, CPython 3.13, and -X frozen_modules=off.
"""
import ast
import functools
import os
import sys
import types
import unittest

monitoring = sys.monitoring
TOOL = 3
LIBRARY = os.path.dirname(os.__file__) + os.sep
# Calls of one place after which it is not looked at any more.
MOST_CALLS = 5000


class Source:
    """A file's call expressions by span, and its definitions by first line and name."""

    def __init__(self, file):
        self.calls = {}
        self.starts = {}
        self.once = set()
        self.definitions = {}
        with open(file, "rb") as stream:
            tree = ast.parse(stream.read())
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                self.calls[span(node)] = span(node)
                callee = node.func
                if isinstance(callee, ast.Attribute) and callee.lineno != callee.end_lineno:
                    # The call of a method on another line than its object is said to begin with the method's name.
                    start = callee.end_lineno, callee.end_col_offset - len(callee.attr.encode())
                    self.starts[start] = span(node)
            elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
                first = min([node.lineno, *(decorator.lineno for decorator in node.decorator_list)])
                self.definitions[first, node.name] = node.lineno
                self.once.update(span(decorator) for decorator in node.decorator_list)
            elif isinstance(node, (ast.With, ast.AsyncWith)):
                self.once.update(span(item.context_expr) for item in node.items)


def span(node):
    return node.lineno, node.col_offset, node.end_lineno, node.end_col_offset


@functools.cache
def source(file):
    return Source(file)


@functools.cache
def positions(code):
    return list(code.co_positions())


class Calls:
    """What was called where: by code and offset, the callees, and how often."""

    def __init__(self):
        self.seen = {}
        self.counts = {}

    def called(self, code, offset, function, _):
        if not code.co_filename.startswith(LIBRARY):
            return monitoring.DISABLE
        place = code, offset
        count = self.counts[place] = self.counts.get(place, 0) + 1
        if count > MOST_CALLS:
            return monitoring.DISABLE
        self.seen.setdefault(place, {})[identity(function)] = function

    def lines(self):
        once = set()
        for code, offset in sorted(self.seen, key=lambda place: place[1]):
            read = source(code.co_filename)
            line, end_line, column, end_column = positions(code)[offset // 2]
            place = read.calls.get((line, column, end_line, end_column)) or read.starts.get((line, column))
            # The same span as a decorator's or context manager's expression has the call of what that gives.
            if place is None or (code, place) in once:
                continue
            if place in read.once:
                once.add((code, place))
            for function in self.seen[code, offset].values():
                yield path(code.co_filename), *place, *target(function)


def identity(function):
    """Equal for functions of the same code."""
    if isinstance(function, types.MethodType):
        function = function.__func__
    if type(function) is types.FunctionType and "__wrapped__" not in function.__dict__:
        return id(function.__code__)
    return id(function)


def path(file):
    return file[len(LIBRARY):].replace(os.sep, "/")


def in_library(file):
    return file is not None and file.startswith(LIBRARY) and file.endswith(".py") and "site-packages" not in file


OUTSIDE = "", 0, "outside"


def target(function):
    for _ in range(20):
        if isinstance(function, types.GenericAlias) or type(function).__name__ == "_GenericAlias":
            function = function.__origin__
        if isinstance(function, type):
            return class_target(function)
        if type(function) is types.FunctionType:
            break
        attributes = getattr(function, "__dict__", None)
        if type(function) is types.MethodType:
            function = function.__func__
        elif type(function) is functools.partial:
            function = function.func
        elif isinstance(getattr(type(function), "__call__", None), types.FunctionType):
            function = type(function).__call__
        elif isinstance(attributes, dict) and "__wrapped__" in attributes:
            function = attributes["__wrapped__"]
        else:
            return OUTSIDE
    else:
        return OUTSIDE
    code = function.__code__
    if not in_library(code.co_filename):
        return OUTSIDE
    if code.co_name == "<lambda>":
        return path(code.co_filename), code.co_firstlineno, "lambda"
    line = source(code.co_filename).definitions.get((code.co_firstlineno, code.co_name))
    return OUTSIDE if line is None else (path(code.co_filename), line, code.co_name)


def class_target(cls):
    members = type.__getattribute__(cls, "__dict__")
    # A module may call itself by the name of another: the code of methods knows its file.
    files = [getattr(sys.modules.get(type.__getattribute__(cls, "__module__")), "__file__", None)]
    files += [value.__code__.co_filename for value in members.values() if type(value) is types.FunctionType]
    for file in filter(in_library, dict.fromkeys(files)):
        line = source(file).definitions.get((members.get("__firstlineno__"), cls.__name__))
        if line is not None:
            return path(file), line, cls.__name__
    return OUTSIDE


def main():
    sys.dont_write_bytecode = True
    output, module = sys.argv[1:]
    output = os.path.abspath(output)
    folder = os.path.join(os.path.dirname(output), "work-" + module)
    os.makedirs(folder, exist_ok=True)
    os.chdir(folder)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in 1, 2:
        os.dup2(nowhere, stream)
    calls = Calls()
    parent = os.getpid()
    monitoring.use_tool_id(TOOL, "trace_library")
    monitoring.register_callback(TOOL, monitoring.events.CALL, calls.called)
    monitoring.set_events(TOOL, monitoring.events.CALL)
    try:
        suite = unittest.defaultTestLoader.loadTestsFromName(module)
        unittest.TextTestRunner(verbosity=0).run(suite)
    except BaseException:
        if os.getpid() != parent:
            os._exit(1)
    finally:
        monitoring.set_events(TOOL, 0)
    lines = {"\t".join(map(str, line)) for line in calls.lines()}
    with open(output, "w", encoding="utf-8") as stream:
        stream.writelines(line + "\n" for line in sorted(lines))
    os._exit(0)


main()
