"""`Snapshot`: what exists, as documents give it, parsed once and asked many times. It reads files; it calls nothing."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NoReturn

from . import _native, _wire
from ._errors import EmptySnapshotError, InvalidJsonError


class Snapshot:
    """What exists, as documents give it: the output of `describe-*` calls, of boto3 or of the AWS CLI.

    Each document is one JSON object whose keys are AWS's own response keys; pages and parts are merged.

    >>> import private_eks as pe
    >>> snapshot = pe.Snapshot(
    ...     {"Vpcs": [{"VpcId": "vpc-0a"}]},
    ...     '{"Subnets": [{"SubnetId": "subnet-0b", "VpcId": "vpc-0a"}]}',
    ... )
    >>> snapshot
    <Snapshot of Vpcs, Subnets>
    >>> snapshot.document["Vpcs"]
    [{'VpcId': 'vpc-0a'}]
    """

    __slots__ = ("_handle",)
    _handle: _native.Snapshot

    def __init__(self, *documents: Mapping[str, object] | str | bytes) -> None:
        named = ((f"documents[{at}]", document) for at, document in enumerate(documents))
        self._handle = _merge([(name, _text(name, document)) for name, document in named])

    @classmethod
    def read(cls, *paths: str | os.PathLike[str]) -> Snapshot:
        """Reads files, and every `*.json` below folders; a fault is reported under the file's name.

        The other files of a folder, and links to folders, are listed as unread, and a report says that they were not
        assessed; hidden ones are passed over.
        """
        return cls._of(_merge([document for path in paths for document in _documents(Path(path))]))

    @classmethod
    def _of(cls, handle: _native.Snapshot) -> Snapshot:
        snapshot = cls.__new__(cls)
        snapshot._handle = handle
        return snapshot

    @property
    def document(self) -> dict[str, Any]:
        """The snapshot as one object, as AWS shapes it; a copy."""
        document: dict[str, Any] = json.loads(self.to_json())
        return document

    def to_json(self) -> str:
        """The snapshot as one JSON document, the same bytes for the same documents."""
        try:
            return self._handle.to_json()
        except ValueError as error:
            _refuse(error)

    def __eq__(self, other: object) -> bool:
        return self.to_json() == other.to_json() if isinstance(other, Snapshot) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.to_json())

    def __reduce__(self) -> tuple[Any, ...]:
        return (_parse, (self.to_json(),))

    def __repr__(self) -> str:
        return f"<Snapshot of {', '.join(key for key in self.document if key != 'collection')}>"


def _parse(text: str) -> Snapshot:
    return Snapshot._of(_native.Snapshot.parse(text))


def _merge(documents: list[tuple[str, str]]) -> _native.Snapshot:
    try:
        return _native.Snapshot(documents)
    except UnicodeEncodeError as error:
        raise InvalidJsonError("ERR_INVALID_JSON", "", f"not JSON: the text is no Unicode: {error}") from None
    except ValueError as error:
        _refuse(error)


def _refuse(error: ValueError) -> NoReturn:
    """Raises what the core said; it sends it as the text of a plain `ValueError`."""
    _wire.refuse(json.loads(str(error))["error"])


def _text(name: str, document: Mapping[str, object] | str | bytes) -> str:
    if isinstance(document, str):
        return document.removeprefix("\ufeff")
    if not isinstance(document, (bytes, bytearray)):
        return _wire.dump(document, name)
    try:
        return document.decode(json.detect_encoding(document)).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise InvalidJsonError("ERR_INVALID_JSON", name, f"not JSON: {error}") from None


def _documents(path: Path) -> Iterator[tuple[str, str]]:
    """Name and text of what a path holds. For a folder one more document lists what in it is not read."""
    if not path.is_dir():
        yield str(path), _text(str(path), path.read_bytes())
        return
    below = sorted(_below(path), key=str)
    found = [file for file in below if _is_document(file)]
    if not found:
        message = "the folder has no file `*.json`; give the output of `describe-*` calls"
        raise EmptySnapshotError("ERR_EMPTY_SNAPSHOT", str(path), message)
    for file in found:
        yield str(file), _text(str(file), file.read_bytes())
    others = [entry.relative_to(path) for entry in below if not _is_document(entry)]
    seen = [other.as_posix() for other in others if not any(part.startswith(".") for part in other.parts)]
    # A name need not be Unicode; what is not is spelt out.
    unread = sorted(os.fsencode(name).decode("utf-8", "backslashreplace") for name in seen)
    if unread:
        yield str(path), json.dumps({"collection": {"unread": unread}})


def _below(folder: Path) -> Iterator[Path]:
    """What lies below a folder; a folder that cannot be read is an error. A link to a folder is not followed: it could
    lead back here, or anywhere.
    """
    for entry in folder.iterdir():
        if entry.is_dir() and not entry.is_symlink():
            yield from _below(entry)
        else:
            yield entry


def _is_document(entry: Path) -> bool:
    """A link that leads nowhere counts: that it cannot be read must not go unsaid. A pipe would never end."""
    return entry.name.lower().endswith(".json") and (entry.is_file() or not entry.exists())
