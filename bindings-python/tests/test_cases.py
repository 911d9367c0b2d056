"""Replays the shared cases through the public functions: the answer, written back, must be the bytes of the core."""

from __future__ import annotations

import inspect
import json
from pathlib import Path
from typing import Any, get_type_hints

import pattern
import private_eks as pe
import pytest
from private_eks import _native, _wire

CASES = Path(__file__).parents[2] / "tests" / "cases"
FILES = sorted(CASES.rglob("*.json"))


class NotSayable(Exception):
    """A request that Python's own syntax or types cannot even say."""


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(CASES)))
def test_the_case_holds_and_gives_the_bytes_of_the_core(file: Path) -> None:
    case = json.loads(file.read_text("utf-8"))
    reply = _native.call(case["operation"], raw_request(file))
    outcome = json.loads(reply)
    key = "answer" if "answer" in case else "error"
    assert key in outcome, reply
    pattern.check(case[key], outcome[key])
    if not hasattr(pe, case["operation"]):
        assert outcome["error"]["code"] == "ERR_UNKNOWN_OPERATION"
        return
    try:
        forms = list(arguments(case["operation"], raw_request(file)))
    except NotSayable:
        # What the language itself refuses is an error of the core too.
        assert "error" in outcome
        return
    for positional, named in forms:
        assert face(case["operation"], positional, named) == reply


def test_there_are_cases() -> None:
    assert len(FILES) > 10


def raw_request(file: Path) -> str:
    """The request as the file spells it: keys that are written twice stay twice."""
    text = file.read_text("utf-8")
    start = text.index('"request"') + len('"request"')
    start = text.index(":", start) + 1
    while text[start].isspace():
        start += 1
    _, end = json.JSONDecoder().raw_decode(text, start)
    return text[start:end]


def face(operation: str, positional: list[Any], named: dict[str, Any]) -> str:
    """What the public function gives, on the wire."""
    try:
        answer = getattr(pe, operation)(*positional, **named)
    except pe.PrivateEksError as error:
        failure = {"code": error.code, "path": error.path, "message": error.message}
        return json.dumps({"error": failure}, ensure_ascii=False, separators=(",", ":"))
    assert eval_repr(answer)
    return f'{{"answer":{answer.to_json()}}}'


def eval_repr(answer: Any) -> bool:
    """Plain data is equal to what its own wire form reads as."""
    return isinstance(answer, pe.Snapshot) or type(answer).from_json(answer.to_json()) == answer


def arguments(operation: str, raw: str) -> Any:
    """The ways to say a request with the public types."""
    request = sayable(raw)
    function = getattr(pe, operation)
    hints = get_type_hints(function)
    hints.pop("return")
    parameters = inspect.signature(function).parameters
    (first, *others) = parameters or [""]
    if not others and isinstance(hints[first], type) and issubclass(hints[first], _wire.Model):
        yield [typed(hints[first], request)], {}
        return
    by_key = {camel(name): name for name in parameters}
    if unknown := request.keys() - by_key.keys():
        raise NotSayable(f"no argument is named {unknown}")
    snapshot = request.pop("snapshot", None)
    positional = [snapshot] if "snapshot" in by_key else []
    named = {by_key[key]: typed(hints[by_key[key]], value) for key, value in request.items()}
    required = [name for name, what in parameters.items() if what.default is what.empty and name != "snapshot"]
    if set(required) - named.keys():
        raise NotSayable("a required argument is missing")
    yield positional, named
    if snapshot is not None and (handle := parsed(snapshot)):
        yield [handle], named


def parsed(document: Any) -> pe.Snapshot | None:
    """A handle on the documents, where they can be read at all."""
    try:
        return pe.Snapshot(document)
    except pe.PrivateEksError:
        return None


def typed(hint: Any, value: Any) -> Any:
    try:
        return _wire.load(hint, value)
    except pe.InvalidInputError as error:
        raise NotSayable(str(error)) from None


def sayable(raw: str) -> dict[str, Any]:
    """The request as an object of Python, which can say no key twice and no list of fields."""

    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        if len(dict(pairs)) < len(pairs):
            raise NotSayable("a key is there twice")
        return dict(pairs)

    request = json.loads(raw, object_pairs_hook=once)
    if not isinstance(request, dict):
        raise NotSayable("no object")
    return request


def camel(name: str) -> str:
    first, *rest = name.rstrip("_").split("_")
    return first + "".join(word.capitalize() for word in rest)
