"""Runs programs and tells what their call expressions called.

The argument is a folder with the programs at feature/case/main.py. For each, a line "## feature/case", then a line for
each call expression and each thing that it called: path:line:column call -> path:line name, columns in bytes from 0.
Functions and classes outside the program are "outside". Needs sys.monitoring and __firstlineno__, CPython 3.13.
"""
import ast
import contextlib
import functools
import io
import os
import sys
import types

monitoring = sys.monitoring


class Program:
    """The sources of one program: its call expressions by span, its definitions by first line."""

    def __init__(self, folder):
        self.folder = os.path.abspath(folder) + os.sep
        self.calls = {}
        self.once = set()
        self.definitions = {}
        self.seen = set()
        self.firsts = {}
        for base, _, names in os.walk(folder):
            for name in names:
                if name.endswith(".py"):
                    self.read(os.path.join(os.path.abspath(base), name))

    def path(self, file):
        return file[len(self.folder):].replace(os.sep, "/")

    def read(self, file):
        with open(file, encoding="utf-8") as stream:
            text = stream.read()
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.Call):
                self.calls[file, span(node)] = " ".join(ast.get_source_segment(text, node).split())
            elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
                first = min([node.lineno, *(decorator.lineno for decorator in node.decorator_list)])
                self.definitions[file, first, node.name] = f"{self.path(file)}:{node.lineno} {node.name}"
                self.once.update((file, span(decorator)) for decorator in node.decorator_list)
            elif isinstance(node, (ast.With, ast.AsyncWith)):
                self.once.update((file, span(item.context_expr)) for item in node.items)

    def called(self, code, offset, function, _):
        if not code.co_filename.startswith(self.folder):
            return
        line, end_line, column, end_column = position(code, offset)
        place = code.co_filename, (line, column, end_line, end_column)
        if place not in self.calls:
            return
        # The same span as a decorator's or context manager's expression has the call of what that gives.
        if place in self.once and self.firsts.setdefault((code, place), offset) != offset:
            return
        self.seen.add((self.path(code.co_filename), line, column, self.calls[place], self.target(function)))

    def target(self, function):
        if isinstance(function, types.GenericAlias) or type(function).__name__ == "_GenericAlias":
            function = function.__origin__
        if isinstance(function, type):
            file = getattr(sys.modules.get(function.__module__), "__file__", None)
            first = function.__dict__.get("__firstlineno__")
            return self.definitions.get((file, first, function.__name__), "outside")
        while not isinstance(function, types.FunctionType):
            if isinstance(function, functools.partial):
                function = function.func
                continue
            if isinstance(function, types.MethodType):
                function = function.__func__
            elif isinstance(getattr(type(function), "__call__", None), types.FunctionType):
                function = type(function).__call__
            elif hasattr(function, "__wrapped__"):
                function = function.__wrapped__
            else:
                return "outside"
        code = function.__code__
        if not code.co_filename.startswith(self.folder):
            # What a library's decorator has put around a function calls that function.
            return self.target(function.__wrapped__) if hasattr(function, "__wrapped__") else "outside"
        if code.co_name == "<lambda>":
            return f"{self.path(code.co_filename)}:{code.co_firstlineno} lambda"
        return self.definitions[code.co_filename, code.co_firstlineno, code.co_name]

    def run(self):
        main = types.ModuleType("__main__")
        main.__file__ = self.folder + "main.py"
        with open(main.__file__, encoding="utf-8") as stream:
            code = compile(stream.read(), main.__file__, "exec", dont_inherit=True)
        before = dict(sys.modules)
        sys.modules["__main__"] = main
        sys.path.insert(0, self.folder)
        monitoring.register_callback(monitoring.PROFILER_ID, monitoring.events.CALL, self.called)
        monitoring.set_events(monitoring.PROFILER_ID, monitoring.events.CALL)
        try:
            with contextlib.redirect_stdout(io.StringIO()):
                exec(code, main.__dict__)
        finally:
            monitoring.set_events(monitoring.PROFILER_ID, 0)
            sys.path.remove(self.folder)
            sys.path_importer_cache.clear()
            for name, module in list(sys.modules.items()):
                if (getattr(module, "__file__", None) or "").startswith(self.folder):
                    del sys.modules[name]
            sys.modules["__main__"] = before["__main__"]


def span(node):
    return node.lineno, node.col_offset, node.end_lineno, node.end_col_offset


@functools.cache
def positions(code):
    return list(code.co_positions())


def position(code, offset):
    return positions(code)[offset // 2]


def main():
    sys.dont_write_bytecode = True
    root = sys.argv[1]
    monitoring.use_tool_id(monitoring.PROFILER_ID, "trace_calls")
    for feature in sorted(os.listdir(root)):
        for case in sorted(os.listdir(os.path.join(root, feature))):
            program = Program(os.path.join(root, feature, case))
            program.run()
            print(f"## {feature}/{case}")
            for path, line, column, call, target in sorted(program.seen):
                print(f"{path}:{line}:{column} {call} -> {target}")


main()
