"""Runs ruff's check of a folder on one thread each time a line is read, see PeerProcess.

Arguments: the folder where pip has put ruff, the folder with the sources. A process each time, so its start and reading
the files are in its figures: some hundredths of a second.
"""
import os
import resource
import subprocess
import sys

packages, folder = sys.argv[1:]
command = [os.path.join(packages, "bin", "ruff"), "check", "--isolated", "--no-cache", "--ignore", "ALL",
           "--target-version", "py313", "--config", "respect-gitignore=false", "--config", "exclude=[]",
           "--output-format", "concise", "--quiet", folder]
environment = dict(os.environ, RAYON_NUM_THREADS="1")


def spent():
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


size = sum(os.path.getsize(os.path.join(path, name)) for path, _, names in os.walk(folder) for name in names
           if name.endswith(".py"))
print("ready", flush=True)
for _ in sys.stdin:
    start = spent()
    result = subprocess.run(command, env=environment, capture_output=True, text=True)
    if result.returncode not in (0, 1):
        sys.exit(result.stderr)
    refused = {line.split(":")[0] for line in result.stdout.splitlines() if ".py:" in line}
    print(int((spent() - start) * 1e9), size, len(refused), flush=True)
