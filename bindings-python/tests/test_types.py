"""User programs pass the type checkers, and planted mistakes do not."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
PROGRAMS = HERE / "typing"


def run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", *command], cwd=PROGRAMS, capture_output=True, text=True)


@pytest.mark.parametrize("program", ["user.py", "misuse.py"])
def test_mypy_strict(program: str) -> None:
    """In `misuse.py` each mistake is marked; `--strict` reports a mark that marks no mistake."""
    outcome = run("mypy", "--strict", program)
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr


def pyright_errors(name: str, text: str) -> set[int]:
    """The lines in which pyright finds errors."""
    program = PROGRAMS / name
    program.write_text(text, "utf-8")
    try:
        outcome = run("pyright", "--pythonpath", sys.executable, str(program))
    finally:
        program.unlink()
    errors = [line for line in outcome.stdout.splitlines() if " - error: " in line]
    return {int(line.split(f"{name}:")[1].split(":")[0]) for line in errors}


def test_pyright_catches_the_planted_mistakes() -> None:
    marked = PROGRAMS.joinpath("misuse.py").read_text("utf-8").splitlines()
    wanted = {at for at, line in enumerate(marked, 1) if "# type: ignore[" in line}
    assert len(wanted) >= 8
    # pyright honours the same marks, so they go; what a line says stays in its place.
    bare = "\n".join(line.split("  # type: ignore[")[0] for line in marked)
    assert pyright_errors("bare.py", bare) == wanted


def test_pyright_refuses_a_verdict_as_a_boolean() -> None:
    program = "import private_eks as pe\n\nif pe.audit({}).verdict:\n    print()\n"
    assert pyright_errors("truth.py", program) == {3}


def test_pyright_on_a_user_program() -> None:
    outcome = run("pyright", "--pythonpath", sys.executable, "user.py")
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr


def test_the_package_says_its_types() -> None:
    outcome = run("pyright", "--pythonpath", sys.executable, "--ignoreexternal", "--verifytypes", "private_eks")
    assert "Type completeness score: 100%" in outcome.stdout, outcome.stdout + outcome.stderr


def test_the_stub_tells_the_truth_about_the_native_part() -> None:
    outcome = run("mypy.stubtest", "private_eks._native")
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr
