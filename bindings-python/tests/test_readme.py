"""The Python examples of the README run, in order and in one namespace, as a reader would run them; and the command
line would take every command that the papers name."""

from __future__ import annotations

import doctest
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from private_eks import cli

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
BLOCK = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SHELL_BLOCK = re.compile(r"^```(?:sh|shell|bash|console)\b[^\n]*\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SHELL_LINE = re.compile(r"^(?:\$ )?(private-eks(?: .*)?)$", re.MULTILINE)
SPAN = re.compile(r"`(private-eks [^`\n]+)`")


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


def commands() -> Iterator[tuple[str, str]]:
    """Each line `private-eks …` of a block of shell and each such span in prose, with where it stands."""
    for paper in [README, *sorted((ROOT / "docs").rglob("*.md")), *sorted(ROOT.glob("bindings-*/README.md"))]:
        text = paper.read_text("utf-8")
        blocks = (found[1].replace("\\\n", " ") for found in SHELL_BLOCK.finditer(text))
        lines = [line for block in blocks for line in SHELL_LINE.findall(block)]
        for command in [*lines, *SPAN.findall(SHELL_BLOCK.sub("", text))]:
            yield paper.relative_to(ROOT).as_posix(), command


def parsed(command: str) -> click.Context:
    """What click makes of a command; nothing of it is run. The files that it names must be there."""
    name, *words = shlex.split(command, comments=True)[1:]
    for word in words:
        if word.endswith("/"):
            Path(word).mkdir()
        elif word.endswith(".json"):
            Path(word).touch()
    if name not in cli.cli.commands:
        raise click.UsageError(f"no such command `{name}`")
    return cli.cli.commands[name].make_context(name, words)


def test_the_command_line_takes_the_commands_of_the_papers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = list(commands())
    for at, (paper, command) in enumerate(found):
        folder = tmp_path / str(at)
        folder.mkdir()
        monkeypatch.chdir(folder)
        try:
            parsed(command)
        except click.UsageError as error:
            pytest.fail(f"{paper}: `{command}`: {error.format_message()}")
    shown = {command.split()[1] for paper, command in found if paper == "README.md"}
    assert shown >= {"audit", "plan", "reach", "knowledge", "collect"}


@pytest.mark.parametrize(
    "command",
    [
        "private-eks audti vpcs.json",
        "private-eks audit --claster prod",
        "private-eks plan --region ap-northeast-1 irsa",
        "private-eks reach vpcs.json --source subnet-0a --port 443",
        "private-eks reach vpcs.json --source subnet-0a --destination vpce-0b --port https",
    ],
)
def test_a_command_that_would_be_refused_is_found(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(click.UsageError):
        parsed(command)
