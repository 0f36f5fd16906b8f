"""Frozen dataclasses ↔ plain JSON values, by their type hints: how acts enter the record and come back equal.

Understands str, int, bool, None, `tuple[X, ...]`, `X | None`, `Literal`, `Words`, nested dataclasses,
`Mapping[str, X]`, and every type with a `parse` classmethod whose `str()` gives the text back (`Day`, `Span`, …).
Fields that hold their default are left out, so that a field added later with a default leaves old bodies as they were.
"""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Mapping
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from amana.values.words import Words

Plain = Any
"""A JSON value: dict, list, str, int, bool or None."""


def to_plain(value: Any) -> Plain:
    """The JSON value of `value`.

    >>> to_plain(Words(en="Charter"))
    {'en': 'Charter'}
    """
    if value is None or isinstance(value, bool | int) or type(value) is str:
        return value
    if isinstance(value, tuple | list):
        return [to_plain(v) for v in value]
    if isinstance(value, Mapping):
        return {str(k): to_plain(v) for k, v in value.items()}
    kind: type[Any] = type(value)
    if dataclasses.is_dataclass(kind) and not hasattr(kind, "parse"):
        return {
            name: to_plain(getattr(value, name))
            for name, default in _defaults(kind)
            if not (default is not dataclasses.MISSING and getattr(value, name) == default)
        }
    return str(value)


def from_plain(kind: Any, plain: Plain) -> Any:
    """The value of type `kind` that `plain` stands for; raises TypeError, KeyError or ValueError where it does not."""
    return _reader(kind)(plain)


@cache
def _defaults(kind: Any) -> tuple[tuple[str, Any], ...]:
    out = []
    for field in dataclasses.fields(kind):
        default = field.default
        if field.default_factory is not dataclasses.MISSING:
            default = field.default_factory()
        out.append((field.name, default))
    return tuple(out)


@cache
def _hints(kind: Any) -> tuple[tuple[str, Any, bool], ...]:
    hints = get_type_hints(kind)
    required = {n for n, default in _defaults(kind) if default is dataclasses.MISSING}
    return tuple((f.name, hints[f.name], f.name in required) for f in dataclasses.fields(kind))


def _reader(kind: Any) -> Any:
    try:
        return _cached_reader(kind)
    except TypeError:  # an unhashable hint
        return _make_reader(kind)


@cache
def _cached_reader(kind: Any) -> Any:
    return _make_reader(kind)


def _make_reader(kind: Any) -> Any:  # noqa: PLR0911 - one return a kind of hint
    origin, args = get_origin(kind), get_args(kind)
    if kind is Any or kind is object:
        return lambda plain: plain
    if origin in (Union, types.UnionType):
        inner = [a for a in args if a is not type(None)]
        read = _make_reader(inner[0]) if len(inner) == 1 else (lambda plain: plain)
        return lambda plain: None if plain is None else read(plain)
    if origin is Literal:
        return lambda plain: _one_of(plain, args)
    if origin is tuple:
        read = _make_reader(args[0])
        return lambda plain: tuple(read(v) for v in plain)
    if kind is Words:
        return lambda plain: Words(plain)
    if origin is not None and issubclass(origin, Mapping):
        read = _make_reader(args[1])
        return lambda plain: {k: read(v) for k, v in plain.items()}
    if hasattr(kind, "parse"):
        return kind.parse
    if dataclasses.is_dataclass(kind):
        return lambda plain: _dataclass(kind, plain)
    return lambda plain: _scalar(kind, plain)


def _dataclass(kind: Any, plain: Any) -> Any:
    hints = _hints(kind)
    if unknown := set(plain) - {name for name, _, _ in hints}:
        raise TypeError(f"{kind.__name__} has no field {', '.join(sorted(unknown))}")
    if missing := [name for name, _, required in hints if required and name not in plain]:
        raise TypeError(f"{kind.__name__} needs {', '.join(missing)}")
    return kind(**{name: _reader(hint)(plain[name]) for name, hint, _ in hints if name in plain})


def _one_of(plain: Any, allowed: tuple[Any, ...]) -> Any:
    if plain not in allowed:
        raise ValueError(f"{plain!r} is none of {', '.join(map(str, allowed))}")
    return plain


def _scalar(kind: Any, plain: Any) -> Any:
    if not isinstance(plain, kind) or (kind is int and isinstance(plain, bool)):
        raise TypeError(f"{plain!r} is not {kind.__name__}")
    return plain
