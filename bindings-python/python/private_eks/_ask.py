"""Asks the core: a request out, an answer or an exception back. It knows no operation by name."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TypeVar, cast

from . import _native, _wire
from ._errors import InvalidInputError
from .snapshot import Snapshot

_A = TypeVar("_A", bound="Snapshot | _wire.Model")
_PREFIX = '{"answer":'


def ask(
    operation: str,
    answer: type[_A],
    request: _wire.Model | dict[str, object],
    snapshot: Snapshot | Mapping[str, object] | str | bytes | bytearray | None = None,
) -> _A:
    """Calls an operation. A snapshot that was parsed before is asked where it lies; documents travel in the request."""
    if isinstance(snapshot, (str, bytes, bytearray)):
        # Many take the name of a file, or its content, for a snapshot; the document itself says nothing to them.
        message = "this is a text; read a file with `Snapshot.read(path)`, or a document with `Snapshot(text)`"
        raise InvalidInputError("ERR_INVALID_INPUT", "snapshot", message)
    if isinstance(snapshot, Snapshot):
        reply = snapshot._handle.call(operation, _wire.dump(request))
    elif snapshot is not None:
        reply = _native.call(operation, _wire.dump({"snapshot": snapshot, **cast("dict[str, object]", request)}))
    else:
        reply = _native.call(operation, _wire.dump(request))
    if not reply.startswith(_PREFIX):
        _wire.refuse(json.loads(reply)["error"])
    if issubclass(answer, Snapshot):
        return cast(_A, Snapshot._of(_native.Snapshot.parse(reply[len(_PREFIX) : -1])))
    return cast(_A, _wire.load(answer, json.loads(reply)["answer"]))
