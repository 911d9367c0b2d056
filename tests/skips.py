"""Passes on what a test run prints, and holds its skips against the list in tests/README.md.

A check that cannot run prints `SKIP <name>: <reason>`, in every language. With CI=true a skip that the list does not
name fails the run, and so does a test that its runner skipped without such a line.
"""

import os
import re
import sys
from pathlib import Path

LIST = Path(__file__).with_name("README.md")
SKIP = re.compile(r"^SKIP ([a-z0-9-]+): \S")
# The last lines of cargo, pytest and node: each says how many tests it left out in its own way.
SILENT = re.compile(r"; ([1-9]\d*) ignored;|\b([1-9]\d*) skipped\b.* in [\d.]+ ?s|^\S skipped ([1-9]\d*)$")


def allowed() -> set[str]:
    """The names under the heading of the list."""
    section = LIST.read_text("utf-8").split("## Skips that CI allows", 1)[1].split("\n## ", 1)[0]
    return set(re.findall(r"^\* `([a-z0-9-]+)`", section, re.MULTILINE))


def main() -> int:
    """Copies standard input to standard output, then judges."""
    said: set[str] = set()
    lines = silent = 0
    for raw in sys.stdin.buffer:
        sys.stdout.buffer.write(raw)
        sys.stdout.buffer.flush()
        line = re.sub(r"\x1b\[[0-9;]*m", "", raw.decode("utf-8", "replace")).strip()
        if found := SKIP.match(line):
            said.add(found[1])
            lines += 1
        elif found := SILENT.search(line):
            silent += int(next(filter(None, found.groups())))
    if os.environ.get("CI") != "true":
        return 0
    unlisted = sorted(said - allowed())
    if unlisted:
        print(f"skipped, and not on the list in tests/README.md: {', '.join(unlisted)}", file=sys.stderr)
    if silent > lines:
        print(f"{silent} tests were skipped by their runner, and {lines} said so with a line `SKIP`", file=sys.stderr)
    return 1 if unlisted or silent > lines else 0


if __name__ == "__main__":
    sys.exit(main())
