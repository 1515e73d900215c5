"""Parses all .py files of a folder each time a line is read, see PeerProcess.

Arguments: what parses ("ast" or "libcst") and the folder. Nothing that is parsed is executed. LibCST is so slow that a
sample of the files has to do.
"""
import pathlib
import sys
import time
import warnings

tool, folder = sys.argv[1:]
warnings.simplefilter("ignore")
if tool == "ast":
    from ast import parse
else:
    from libcst import parse_module as parse

paths = sorted(path for path in pathlib.Path(folder).rglob("*.py") if path.is_file())
files = [path.read_bytes() for path in paths[:: 64 if tool == "libcst" else 1]]
size = sum(map(len, files))
print("ready", flush=True)
for _ in sys.stdin:
    refused = 0
    start = time.process_time_ns()
    for file in files:
        try:
            parse(file)
        except Exception:  # whatever a parser throws, the file is refused
            refused += 1
    print(time.process_time_ns() - start, size, refused, flush=True)
