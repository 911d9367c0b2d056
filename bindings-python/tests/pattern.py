"""Holds a value against the pattern of a case, as tests/README.md describes patterns. Raises AssertionError."""

from __future__ import annotations

from typing import Any


def check(pattern: Any, value: Any, at: str = "$") -> None:
    """Fails where the value does not match."""
    if isinstance(pattern, dict):
        operators = {key: wanted for key, wanted in pattern.items() if key.startswith("$")}
        for operator, wanted in operators.items():
            _OPERATORS[operator](wanted, value, at)
        if operators and len(operators) == len(pattern):
            return
        assert isinstance(value, dict), f"{at}: wanted an object, found {value!r}"
        for key, inner in pattern.items():
            if key in operators:
                continue
            assert key in value, f"{at}: `{key}` is missing"
            check(inner, value[key], f"{at}.{key}")
    elif isinstance(pattern, list):
        assert isinstance(value, list), f"{at}: wanted a list, found {value!r}"
        assert len(pattern) == len(value), f"{at}: wanted {len(pattern)} items, found {value!r}"
        for place, (inner, item) in enumerate(zip(pattern, value, strict=True)):
            check(inner, item, f"{at}[{place}]")
    else:
        assert type(pattern) is type(value), f"{at}: wanted {pattern!r}, found {value!r}"
        assert pattern == value, f"{at}: wanted {pattern!r}, found {value!r}"


def matches(pattern: Any, value: Any) -> bool:
    """Whether the value matches."""
    try:
        check(pattern, value)
    except AssertionError:
        return False
    return True


def _contains(wanted: list[Any], value: Any, at: str) -> None:
    assert isinstance(value, list), f"{at}: wanted a list, found {value!r}"
    for inner in wanted:
        assert any(matches(inner, item) for item in value), f"{at}: no item matches {inner!r}"


def _lacks(unwanted: list[Any], value: Any, at: str) -> None:
    if isinstance(value, dict):
        for key in unwanted:
            assert key not in value, f"{at}: `{key}` must not be there"
        return
    assert isinstance(value, list), f"{at}: wanted a list, found {value!r}"
    for inner in unwanted:
        assert not any(matches(inner, item) for item in value), f"{at}: {inner!r} must not be there"


def _has(fragments: list[str], value: Any, at: str) -> None:
    assert isinstance(value, str), f"{at}: wanted a text, found {value!r}"
    for fragment in fragments:
        assert fragment in value, f"{at}: {fragment!r} is not in {value!r}"


_OPERATORS = {"$contains": _contains, "$lacks": _lacks, "$has": _has}
