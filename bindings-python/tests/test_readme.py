"""The Python examples of the README run, in order and in one namespace, as a reader would run them."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
BLOCK = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks() -> list[tuple[int, str]]:
    """Each block with its line. A block for which the environment is missing is fenced as `python no-run`."""
    text = README.read_text("utf-8")
    return [(text.count("\n", 0, found.start(1)) + 1, found[1]) for found in BLOCK.finditer(text)]


def test_readme_examples(monkeypatch: pytest.MonkeyPatch) -> None:
    assert blocks(), "README.md has no example to run"
    monkeypatch.chdir(ROOT)
    namespace: dict[str, object] = {"__name__": "readme"}
    for line, code in blocks():
        if ">>> " in code:
            example = doctest.DocTestParser().get_doctest(code, namespace, "README.md", str(README), line)
            outcome = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(example, clear_globs=False)
            assert outcome.failed == 0, f"README.md:{line}"
            namespace.update(example.globs)
        else:
            # Padded so that a traceback shows the README's own lines.
            exec(compile("\n" * (line - 1) + code, str(README), "exec"), namespace)
