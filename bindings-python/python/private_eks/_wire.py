"""Between Python's data and the wire: snake_case attributes here, camelCase keys there. Keys of maps are never renamed.

It knows the shapes by their type hints and decides nothing else; whether a value makes sense is the core's to say.
"""

from __future__ import annotations

import html
import json
import types
import typing
from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, time
from enum import Enum
from functools import cache
from typing import Any, NoReturn, TypeVar, Union, get_args, get_origin, get_type_hints, is_typeddict

from ._errors import BY_CODE, InvalidInputError, InvalidJsonError, NestingTooDeepError, PrivateEksError

_M = TypeVar("_M", bound="Model")
_Decode = Callable[[Any], Any]


class Model:
    """What an operation takes or gives: plain, frozen data."""

    __slots__ = ()

    def to_json(self) -> str:
        """The data as JSON, in the bytes in which the library writes it."""
        return dump(self, escape=False)

    @classmethod
    def from_json(cls: type[_M], text: str | bytes) -> _M:
        """Reads what `to_json` wrote, or what a file in its form holds."""
        try:
            value = json.loads(text)
        except RecursionError:
            raise NestingTooDeepError("ERR_NESTING_TOO_DEEP", "", "lists and objects lie too deep") from None
        except ValueError as error:
            raise InvalidJsonError("ERR_INVALID_JSON", "", f"not JSON: {error}") from None
        if value is None:
            message = f"this must be an object with the keys of `{cls.__name__}`"
            raise InvalidInputError("ERR_INVALID_INPUT", "", message)
        return typing.cast(_M, load(cls, value))


class Rendered(Model):
    """Data that carries itself as plain text."""

    __slots__ = ()
    text: str

    def __str__(self) -> str:
        return self.text

    def _repr_html_(self) -> str:
        return f"<pre>{html.escape(self.text)}</pre>"


def dump(value: object, at: str = "", *, escape: bool = True) -> str:
    """Any data as compact JSON, in ASCII so that any text of Python can cross, or in the bytes of the library.

    A fault is reported below the path `at`.
    """
    try:
        return json.dumps(value, default=_plain, ensure_ascii=escape, allow_nan=False, separators=(",", ":"))
    except RecursionError:
        raise NestingTooDeepError("ERR_NESTING_TOO_DEEP", at, "lists and objects lie too deep") from None
    except (TypeError, ValueError):
        _locate(value, at, ())
        raise


def load(kind: Any, value: object) -> Any:
    """Data of a kind from parsed JSON."""
    try:
        return _decoder(kind)(value)
    except _Fault as fault:
        raise InvalidInputError("ERR_INVALID_INPUT", fault.path, fault.message) from None


def refuse(failure: Mapping[str, str]) -> NoReturn:
    """Raises the exception of an error on the wire."""
    code = failure["code"]
    raise BY_CODE.get(code, PrivateEksError)(code, failure["path"], failure["message"])


def _plain(value: Any) -> object:
    """What `json` does not know by itself."""
    if isinstance(value, Model):
        return _encode(value)
    if isinstance(value, (date, time)):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, (set, frozenset)):
        return sorted(value)
    if isinstance(value, Mapping):
        return dict(value)
    if is_dataclass(value) and not isinstance(value, type):
        return {item.name: getattr(value, item.name) for item in fields(value)}
    raise TypeError(type(value).__name__)


def _encode(model: Model) -> dict[str, object]:
    keys: dict[str, object] = {}
    kind: Any = type(model)
    for name, key, hint, absent in _fields(kind):
        value = getattr(model, name)
        if value is not None or not absent:
            keys[key] = _renamed(hint, value)
    return keys


def _renamed(hint: Any, value: object) -> object:
    """The value with the keys of our own options as they stand on the wire; a key that is not ours is left alone."""
    if isinstance(value, Mapping):
        for choice in _choices(hint):
            if is_typeddict(choice):
                ours = get_type_hints(choice)
                return {
                    _camel(key) if key in ours else key: _renamed(ours.get(key), item) for key, item in value.items()
                }
    return value


def _locate(value: object, path: str, outer: tuple[int, ...]) -> None:
    """Finds what cannot be written as JSON, and says where it is."""
    wrong: str | None = None
    if id(value) in outer:
        wrong = "it holds itself"
    elif isinstance(value, float) and not isinstance(value, bool):
        wrong = None if value - value == 0 else f"`{value}` is no number of JSON"
    elif not (value is None or isinstance(value, (str, int, list, tuple, dict))):
        try:
            return _locate(_plain(value), path, (*outer, id(value)))
        except TypeError as error:
            if len(error.args) == 1 and error.args[0] == type(value).__name__:
                wrong = f"a value of type `{type(value).__name__}` cannot be written as JSON"
            else:
                wrong = f"the set cannot be sorted: {error}"
    if wrong:
        raise InvalidInputError("ERR_INVALID_INPUT", path, wrong) from None
    if isinstance(value, dict):
        for key, item in value.items():
            if not (key is None or isinstance(key, (str, int, float))):
                message = f"a key of type `{type(key).__name__}` cannot be written as JSON"
                raise InvalidInputError("ERR_INVALID_INPUT", path, message) from None
            _locate(item, f"{path}.{key}" if path else str(key), (*outer, id(value)))
    elif isinstance(value, (list, tuple)):
        for at, item in enumerate(value):
            _locate(item, f"{path}[{at}]", (*outer, id(value)))


class _Fault(Exception):
    """What does not have the shape, and where."""

    def __init__(self, message: str) -> None:
        self.path = ""
        self.message = message

    def under(self, outer: str) -> None:
        joint = "." if self.path and not self.path.startswith("[") else ""
        self.path = f"{outer}{joint}{self.path}"


@cache
def _fields(model: Any) -> tuple[tuple[str, str, Any, bool], ...]:
    """Attribute, key, type, and whether the key is absent when there is nothing to say."""
    hints = get_type_hints(model)
    known = fields(model)
    return tuple((item.name, _camel(item.name), hints[item.name], item.default is None) for item in known)


@cache
def _decoder(hint: Any) -> _Decode:
    choices = _choices(hint)
    if len(choices) > 1:
        return _of_choices(choices)
    (hint,) = choices
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (tuple, Sequence):
        return _of_items(_decoder(arguments[0]))
    if origin is Mapping:
        return _of_values(_decoder(arguments[1]))
    if is_typeddict(hint):
        return _of_options(hint)
    if isinstance(origin or hint, type) and issubclass(origin or hint, Model):
        return _of_model(origin or hint, arguments)
    if hint is date:
        return _of_day
    if isinstance(hint, type) and issubclass(hint, Enum):
        return _of_words(hint)
    return lambda value: value


def _choices(hint: Any) -> tuple[Any, ...]:
    """The types that a type stands for, without nothing and without a day's text."""
    if get_origin(hint) not in (Union, types.UnionType):
        return (hint,)
    choices = tuple(choice for choice in get_args(hint) if choice is not type(None))
    return tuple(choice for choice in choices if choice is not str or date not in choices)


def _of_choices(choices: tuple[Any, ...]) -> _Decode:
    if all(isinstance(choice, type) and issubclass(choice, Model) for choice in choices):
        words = {get_args(get_type_hints(choice)["kind"])[0]: _decoder(choice) for choice in choices}

        def by_kind(value: Any) -> Any:
            kind = value.get("kind") if isinstance(value, dict) else None
            if kind not in words:
                raise _Fault(f"`{kind}` is no kind that is known; it is one of `{'`, `'.join(words)}`")
            return words[kind](value)

        return by_kind
    one = {is_typeddict(choice): _decoder(choice) for choice in choices}
    return lambda value: None if value is None else one[isinstance(value, dict)](value)


def _of_items(item: _Decode) -> _Decode:
    def decode(value: Any) -> Any:
        if value is None:
            return None
        if not isinstance(value, (list, tuple)):
            raise _Fault("this must be a list")
        items = []
        try:
            for part in value:
                items.append(item(part))
        except _Fault as fault:
            fault.under(f"[{len(items)}]")
            raise
        return tuple(items)

    return decode


def _of_values(item: _Decode) -> _Decode:
    def decode(value: Any) -> Any:
        return {key: item(part) for key, part in value.items()} if isinstance(value, dict) else value

    return decode


def _of_options(hint: Any) -> _Decode:
    ours = {_camel(name): (name, _decoder(kind)) for name, kind in get_type_hints(hint).items()}

    def decode(value: Any) -> Any:
        if not isinstance(value, dict):
            return value
        same = (None, lambda part: part)
        return {ours.get(key, same)[0] or key: ours.get(key, same)[1](part) for key, part in value.items()}

    return decode


def _of_model(model: Any, arguments: tuple[Any, ...]) -> _Decode:
    chosen = dict(zip(getattr(model, "__parameters__", ()), arguments, strict=False))
    known = {key: (name, _decoder(chosen.get(hint, hint))) for name, key, hint, _ in _fields(model)}
    required = [
        _camel(item.name) for item in fields(model) if item.default is MISSING and item.default_factory is MISSING
    ]

    def decode(value: Any) -> Any:
        if value is None:
            return None
        if not isinstance(value, dict):
            raise _Fault(f"this must be an object with the keys of `{model.__name__}`")
        key = ""
        keywords = {}
        try:
            for key, part in value.items():
                name, read = known[key]
                keywords[name] = read(part)
        except _Fault as fault:
            fault.under(key)
            raise
        except KeyError:
            raise _Fault(f"`{model.__name__}` has no `{key}`; it has `{'`, `'.join(known)}`") from None
        for key in required:
            if key not in value:
                raise _Fault(f"`{key}` is missing")
        return model(**keywords)

    return decode


def _of_day(value: Any) -> Any:
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        return value


def _of_words(words: type[Enum]) -> _Decode:
    def decode(value: Any) -> Any:
        try:
            return words(value)
        except ValueError:
            known = "`, `".join(str(word.value) for word in words)
            raise _Fault(f"`{value}` is not one of `{known}`") from None

    return decode


def _camel(name: str) -> str:
    first, *rest = name.rstrip("_").split("_")
    return first + "".join(word.capitalize() for word in rest)
