"""How frozen values stand in JSON: every day with its bounds and Hijri, every name in all its languages, nothing left out.

`shape(kind)` is the schema of a value's type and `told(value, asked)` the JSON of a value: both follow the type hints, so
that a field added to a value is told and documented without a line here.
"""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Annotated, Any, Literal, Protocol, Union, get_args, get_origin, get_type_hints

from ninja import Schema
from pydantic import ConfigDict, Field
from pydantic import create_model as _create_model

from amana.sessions.equated import Equated, stated_hijri
from amana.values.days import Day, Span
from amana.values.hijri import computed_hijri
from amana.values.words import Words

create_model: Any = _create_model
Json = Any
"""A JSON value on its way out."""
APART = {("Session", "hijri")}
"""Fields told elsewhere: the Hijri days of a session stand with its days."""
NOTHING: Mapping[date, Equated] = MappingProxyType({})


class Strict(Schema):
    """What every shape is: a field that no schema names is a defect, never silently left out."""

    model_config = ConfigDict(extra="forbid")


class Hijri(Strict):
    """Hijri days: as a source states them, or as computed by the Umm al-Qura table where none does."""

    stated: str | None = Field(
        description="As stated, of the fact or of the session held that day, EDTF in Hijri; else null"
    )
    computed: str | None = Field(description="Computed by the Umm al-Qura table; null where stated or not computable")


class Days(Strict):
    """A day or span as stated, and the Gregorian days between which it certainly lies."""

    stated: str = Field(description="EDTF: 1979-05-12, 1979-05, 1979, ?, [1984-03,1984-04], 1969-09-22/1969-09-25")
    first: str | None = Field(description="The earliest day it can be (or begin), ISO 8601; null where unknown")
    last: str | None = Field(description="The latest day it can be (or end), ISO 8601; null where unknown")
    hijri: Hijri | None


class Said(Strict):
    """Words in the language asked for, or in the next best, and in every language held."""

    text: str = Field(description="In the language asked for; in the next best where that is not held")
    language: str = Field(description="The language of `text`; empty where nothing is said")
    words: dict[str, str] = Field(description="The same in every language held")


class Tongue(Protocol):
    """What this module asks of a question: the language in which it is to be answered."""

    @property
    def language(self) -> str: ...


class Asking(Tongue, Protocol):
    """The same, and which Hijri days sessions state."""

    @property
    def equated(self) -> Mapping[date, Equated]: ...


def days(
    value: Day | Span | str | None,
    hijri: Day | Span | str | None = None,
    equated: Mapping[date, Equated] = NOTHING,
) -> Json:
    """The JSON of a day or span; None for None and ''.

    `hijri` is what a source states of it in that calendar, `equated` what sessions state of the days they lasted.

    >>> days("1979-05")["last"], days(Span.parse("2016-10-18"))["hijri"]
    ('1979-05-31', {'stated': None, 'computed': '1438-01-17'})
    """
    if not value:
        return {"stated": "?", "first": None, "last": None, "hijri": _hijri(None, hijri)} if hijri else None
    span = value if isinstance(value, Span) else Span.parse(str(value))
    return {
        "stated": str(value),
        "first": span.first.isoformat() if span.first else None,
        "last": span.last.isoformat() if span.last else None,
        "hijri": _hijri(span, hijri or stated_hijri(span, equated)),
    }


def _hijri(span: Span | None, stated: Day | Span | str | None) -> Json:
    if stated:
        return {"stated": str(stated), "computed": None}
    computed = _computed(span) if span else None
    return {"stated": None, "computed": computed} if computed else None


@cache
def _computed(span: Span) -> str | None:
    found = computed_hijri(span)
    return str(found) if found else None


def said(words: Words | Mapping[str, str] | None, asked: Tongue) -> Json:
    """The JSON of words.

    >>> from types import SimpleNamespace
    >>> said(Words(en="Charter"), SimpleNamespace(language="fr"))
    {'text': 'Charter', 'language': 'en', 'words': {'en': 'Charter'}}
    """
    held = words if isinstance(words, Words) else Words(words or {})
    return {"text": held.best(asked.language), "language": held.language(asked.language), "words": dict(held)}


def told(value: Any, asked: Asking) -> Json:  # noqa: PLR0911 - one return a kind of value
    """The JSON of a value: every field by its name."""
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, Words):
        return said(value, asked)
    if isinstance(value, Day | Span):
        return days(value, None, asked.equated)
    if isinstance(value, Mapping):
        return {str(key): told(held, asked) for key, held in value.items()}
    if isinstance(value, tuple | list):
        return [told(one, asked) for one in value]
    if dataclasses.is_dataclass(value):
        return _fields(value, asked)
    return str(value)


def _fields(value: Any, asked: Asking) -> dict[str, Json]:
    kind: Any = type(value)
    out = {name: told(getattr(value, name), asked) for name in _names(kind)}
    if kind.__name__ == "Session":
        out["days"] = days(value.days, value.hijri, asked.equated)
    return out


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(f.name for f in dataclasses.fields(kind) if (kind.__name__, f.name) not in APART)


@cache
def shape(kind: Any, name: str = "") -> Any:
    """The schema of `told` of this type; named after the type, or as told."""
    hints = get_type_hints(kind)
    fields: dict[str, Any] = {field: (_schema(hints[field]), ...) for field in _names(kind)}
    return create_model(name or kind.__name__, __base__=Strict, __doc__=_first_line(kind), **fields)


def with_more(base: Any, name: str, doc: str, /, **fields: Any) -> Any:
    """A schema with fields beside those of another."""
    return create_model(name, __base__=base, __doc__=doc, **{key: (hint, ...) for key, hint in fields.items()})


def _schema(hint: Any) -> Any:  # noqa: PLR0911 - one return a kind of hint
    origin, args = get_origin(hint), get_args(hint)
    if hint is Words:
        return Said
    if hint in (Day, Span):
        return Days
    if origin in (Union, types.UnionType):
        return Union[tuple(_schema(one) for one in args)]  # noqa: UP007 - made at run time
    if origin is Literal or hint in (str, int, bool, type(None)):
        return hint
    if origin is tuple:
        return list[_schema(args[0])]  # type: ignore[misc]
    if origin is not None and issubclass(origin, Mapping):
        return dict[str, _schema(args[1])]  # type: ignore[misc]
    if dataclasses.is_dataclass(hint):
        return shape(hint)  # type: ignore[arg-type]
    return str


def _first_line(kind: type[Any]) -> str:
    return (kind.__doc__ or kind.__name__).strip().splitlines()[0]


Address = Annotated[str, Field(description="The page for people")]
Own = Annotated[
    str, Field(description="The address of this very answer or thing, without a question mark: its lasting name")
]


def listed(item: Any, name: str, doc: str, /, **more: Any) -> Any:
    """The schema of an answer that is a list: `items`, and what every answer says."""
    return create_model(name, __base__=Answer, __doc__=doc, items=(list[item], ...), **_required(more))


def single(item: Any, name: str, doc: str, /, **more: Any) -> Any:
    """The schema of an answer that is one thing: its fields, and what every answer says."""
    return create_model(name, __base__=Answer if item is Strict else (item, Answer), __doc__=doc, **_required(more))


def _required(fields: Mapping[str, Any]) -> Any:
    return {key: (hint, ...) for key, hint in fields.items()}


class Answer(Strict):
    """What every answer says of itself."""

    id: str = Field(description="The id of the thing; for a list its address. Lasting")
    self: Own
    url: str | None = Field(description="The page for people, in the language asked for; null where there is none")
    language: str
    as_of: str = Field(description="The day for which it is answered, ISO 8601")
    known_until: Days | None = Field(description="Until when the organization is known here; a later state is not held")
    beyond: bool = Field(description="`as_of` lies after `known_until`")
    entries: int = Field(description="How many entries the record had")


def ids(values: Iterable[Any]) -> list[str]:
    """The ids of values."""
    return [str(one.id) for one in values]
