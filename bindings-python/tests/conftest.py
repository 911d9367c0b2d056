"""What the tests share as fixtures."""

from __future__ import annotations

from typing import NoReturn, Protocol

import pytest


class Skip(Protocol):
    """Leaves a test out by the name that tests/README.md lists it under, and says why."""

    def __call__(self, name: str, reason: str) -> NoReturn: ...


@pytest.fixture
def skip(capsys: pytest.CaptureFixture[str]) -> Skip:
    """The line that `tests/skips.py` reads gets past the capture of output."""

    def left_out(name: str, reason: str) -> NoReturn:
        with capsys.disabled():
            print(f"\nSKIP {name}: {reason}", flush=True)
        pytest.skip(reason)

    return left_out
