"""Plain tables (from TOML, or a CSV row) → frozen values by their type hints, every fault told at once."""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from typing import Any, Final, Literal, Union, get_args, get_origin, get_type_hints

from amana.folder.faults import Faults, Spot
from amana.folder.shapes import Shape
from amana.values.days import Day, Span
from amana.values.words import Words

BAD: Final = object()
"""Stands for a value whose fault was told."""

HIJRI = frozenset({"hijri"})
"""Fields whose days are numbered in the Hijri calendar: the Gregorian one does not judge them."""

_EMPTY: tuple[Any, ...] = (None, "", [], {})
_Convert = Callable[[Any, Spot, str, Faults], Any]


def fill(shape: Shape, plain: Mapping[str, Any], spot: Spot, faults: Faults) -> Any:
    """The value of `shape.kind` that `plain` (by field name) states; BAD where a fault was told."""
    given: dict[str, Any] = {}
    good = True
    for name, convert, required in _fields(shape.kind):
        raw = plain.get(name)
        if raw in _EMPTY:
            if required and name not in shape.may_be_empty:
                faults.tell("missing-value", spot, field=name)
                good = False
            elif required:
                given[name] = _empty(shape.kind, name)
            continue
        given[name] = (
            _tables(shape, name, raw, spot, faults) if name in shape.tables else convert(raw, spot, name, faults)
        )
        good = good and given[name] is not BAD
    if not good:
        return BAD
    try:
        return shape.kind(**given)
    except ValueError as error:  # a value that judges itself: a pattern, a span
        faults.tell("not-accepted", spot, why=str(error))
        return BAD


def from_toml(shape: Shape, table: Mapping[str, Any], spot: Spot, faults: Faults) -> Any:
    """The value that a TOML table states, its keys as they stand in the file."""
    plain, known = dict[str, Any](), set[str]()
    headers = {header: name for name, (header, _) in shape.tables.items()}
    for key in shape.keys:
        if key in shape.spread:
            columns = {shape.spread[key] + lang: lang for lang in faults.languages}
            plain[key] = {lang: table[column] for column, lang in columns.items() if column in table}
            known |= columns.keys()
        elif key not in shape.tables:
            plain[key] = table.get(key)
            known.add(key)
    plain.update({name: table[header] for header, name in headers.items() if header in table})
    for key in table.keys() - known - headers.keys():
        faults.tell("unknown-key", spot, key, key=key, known=tuple(sorted(known | headers.keys())))
    return fill(shape, plain, spot, faults)


@cache
def _fields(kind: Any) -> tuple[tuple[str, _Convert, bool], ...]:
    hints = get_type_hints(kind)
    return tuple(
        (
            f.name,
            _converter(hints[f.name]),
            f.default is dataclasses.MISSING and f.default_factory is dataclasses.MISSING,
        )
        for f in dataclasses.fields(kind)
    )


@cache
def _empty(kind: Any, name: str) -> Any:
    hint = get_type_hints(kind)[name]
    if type(None) in get_args(hint):
        return None
    return () if get_origin(hint) is tuple else hint()


def _tables(shape: Shape, name: str, raw: Any, spot: Spot, faults: Faults) -> Any:
    header, inner = shape.tables[name]
    if not isinstance(raw, list) or not all(isinstance(table, dict) for table in raw):
        faults.tell("wrong-type", spot, header, field=header, expected="[[tables]]")
        return BAD
    values = tuple(from_toml(inner, table, spot.child(header, i), faults) for i, table in enumerate(raw))
    return BAD if BAD in values else values


def _converter(hint: Any) -> _Convert:  # noqa: PLR0911 - one return a kind of hint
    origin, args = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return _converter(next(a for a in args if a is not type(None)))
    if origin is Literal:
        return _one_of(tuple(map(str, args)))
    if origin is tuple:
        return _several(_converter(args[0]))
    if hint is Words:
        return _words
    if origin is not None and issubclass(origin, Mapping):
        return _mapping(_converter(args[1]))
    if hint in (Day, Span):
        return _day(hint)
    if dataclasses.is_dataclass(hint):
        return _nested(hint)
    return {int: _whole, bool: _yes_or_no}.get(hint, _text)


def _text(raw: Any, spot: Spot, key: str, faults: Faults) -> Any:
    if isinstance(raw, str):
        return raw
    faults.tell("wrong-type", spot, key, field=key, expected='"text"')
    return BAD


def _whole(raw: Any, spot: Spot, key: str, faults: Faults) -> Any:
    if isinstance(raw, int) and not isinstance(raw, bool):
        return raw
    if isinstance(raw, str) and raw.isascii() and raw.isdigit():
        return int(raw)
    faults.tell("bad-number", spot, key, field=key, value=str(raw))
    return BAD


def _yes_or_no(raw: Any, spot: Spot, key: str, faults: Faults) -> Any:
    if isinstance(raw, bool):
        return raw
    faults.tell("wrong-type", spot, key, field=key, expected="true, false")
    return BAD


def _day(kind: type[Day] | type[Span]) -> _Convert:
    def convert(raw: Any, spot: Spot, key: str, faults: Faults) -> Any:
        text = raw.isoformat() if type(raw) is date else raw
        try:
            value = kind.parse(text)
        except (ValueError, TypeError, AttributeError):
            value = None
        if value is None or not (key in HIJRI or value.exists):
            faults.tell("bad-day", spot, key, field=key, value=str(raw))
            return BAD
        return value

    return convert


def _one_of(allowed: tuple[str, ...]) -> _Convert:
    def convert(raw: Any, spot: Spot, key: str, faults: Faults) -> Any:
        if raw in allowed:
            return raw
        faults.tell("bad-value", spot, key, field=key, value=str(raw), allowed=tuple(a for a in allowed if a))
        return BAD

    return convert


def _several(convert_one: _Convert) -> _Convert:
    def convert(raw: Any, spot: Spot, key: str, faults: Faults) -> Any:
        if not isinstance(raw, list):
            faults.tell("wrong-type", spot, key, field=key, expected="[…]")
            return BAD
        values = tuple(convert_one(item, spot, key, faults) for item in raw)
        return BAD if BAD in values else values

    return convert


def _words(raw: Any, spot: Spot, key: str, faults: Faults) -> Any:
    if not isinstance(raw, dict) or not all(isinstance(v, str) for v in raw.values()):
        faults.tell("wrong-type", spot, key, field=key, expected='{en = "…"}')
        return BAD
    if unknown := tuple(sorted(raw.keys() - set(faults.languages))):
        faults.tell("unknown-language", spot, key, field=key, languages=unknown, known=faults.languages)
        return BAD
    return Words(raw)


def _mapping(convert_one: _Convert) -> _Convert:
    def convert(raw: Any, spot: Spot, key: str, faults: Faults) -> Any:
        if not isinstance(raw, dict):
            faults.tell("wrong-type", spot, key, field=key, expected="{…}")
            return BAD
        values = {name: convert_one(item, spot, key, faults) for name, item in raw.items()}
        return BAD if BAD in values.values() else values

    return convert


def _nested(kind: Any) -> _Convert:
    shape = Shape(kind, tuple(f.name for f in dataclasses.fields(kind)), may_be_empty=frozenset({"sources"}))

    def convert(raw: Any, spot: Spot, key: str, faults: Faults) -> Any:
        if not isinstance(raw, dict):
            faults.tell("wrong-type", spot, key, field=key, expected="{…}")
            return BAD
        return from_toml(shape, raw, _Inline(spot, key), faults)

    return convert


@dataclasses.dataclass(frozen=True)
class _Inline:
    """A table written inline: its faults stand on the line of the key that holds it."""

    outer: Spot
    key: str

    def place(self, key: str = "") -> Any:
        """The line of the key that holds it."""
        return self.outer.place(self.key)

    def child(self, header: str, index: int) -> Spot:
        """Inline tables hold only inline tables."""
        return self
