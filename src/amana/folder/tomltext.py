"""TOML written one way only: keys in their order, strings basic-quoted, what is empty left out."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from typing import Any

from amana.folder.shapes import Shape
from amana.values.words import Words

WIDTH = 100
"""An array stands on one line where the whole line has fewer characters than this."""

_ESCAPES = {"\\": "\\\\", '"': '\\"', "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r"}
_ESCAPED = str.maketrans({**{chr(n): f"\\u{n:04X}" for n in (*range(0x20), 0x7F)}, **_ESCAPES})
_BALLOT = ("yes", "no", "abstain")
_BARE = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-")


def document(shape: Shape, value: Any, languages: tuple[str, ...]) -> str:
    """A file that holds one value: its keys, then its tables."""
    return "\n".join(_table(shape, value, languages, "")).strip("\n") + "\n"


def listing(header: str, shape: Shape, values: tuple[Any, ...], languages: tuple[str, ...]) -> str:
    """A file that holds a list of values, each under `[[header]]`."""
    lines = [line for value in values for line in ("", f"[[{header}]]", *_table(shape, value, languages, header + "."))]
    return "\n".join(lines).strip("\n") + "\n"


def _table(shape: Shape, value: Any, languages: tuple[str, ...], prefix: str) -> Iterator[str]:
    defaults = _defaults(type(value))
    for key in shape.keys:
        held = getattr(value, key)
        if key in shape.tables:
            continue
        if key in shape.spread:
            yield from (f"{shape.spread[key]}{lang} = {quoted(held[lang])}" for lang in languages if lang in held)
        elif key in shape.always or not (_empty(held) or held == defaults.get(key, dataclasses.MISSING)):
            yield _line(key, held, languages)
    for name, (header, inner) in shape.tables.items():
        for one in getattr(value, name):
            yield ""
            yield f"[[{prefix}{header}]]"
            yield from _table(inner, one, languages, f"{prefix}{header}.")


def _defaults(kind: type[Any]) -> Mapping[str, Any]:
    if kind not in _DEFAULTS:
        _DEFAULTS[kind] = {f.name: f.default for f in dataclasses.fields(kind)}
    return _DEFAULTS[kind]


_DEFAULTS: dict[type[Any], Mapping[str, Any]] = {}


def _empty(held: Any) -> bool:
    return held is None or held == "" or (isinstance(held, tuple | Mapping) and not held)


def _line(key: str, held: Any, languages: tuple[str, ...]) -> str:
    line = f"{key} = {_inline(held, languages)}"
    if isinstance(held, tuple) and held and len(line) >= WIDTH:
        return "\n".join([f"{key} = [", *(f"    {_inline(item, languages)}," for item in held), "]"])
    return line


def _inline(held: Any, languages: tuple[str, ...]) -> str:  # noqa: PLR0911 - one return a kind of value
    if isinstance(held, bool):
        return "true" if held else "false"
    if isinstance(held, int):
        return str(held)
    if isinstance(held, tuple):
        return "[" + ", ".join(_inline(item, languages) for item in held) + "]"
    if isinstance(held, Words):
        return _pairs((lang, held[lang]) for lang in languages if lang in held)
    if isinstance(held, Mapping):
        return _pairs((key, held[key]) for key in sorted(held, key=_rank))
    if dataclasses.is_dataclass(held) and not hasattr(held, "parse"):
        fields = ((f.name, getattr(held, f.name)) for f in dataclasses.fields(held))
        return _pairs(((name, v) for name, v in fields if not _empty(v)), languages)
    return quoted(str(held))


def _rank(key: str) -> tuple[int, str]:
    return (_BALLOT.index(key) if key in _BALLOT else len(_BALLOT), key)


def _pairs(pairs: Any, languages: tuple[str, ...] = ()) -> str:
    return "{" + ", ".join(f"{_key(key)} = {_inline(held, languages)}" for key, held in pairs) + "}"


def _key(key: str) -> str:
    return key if key and set(key) <= _BARE else quoted(key)


def quoted(text: str) -> str:
    r"""A basic string: only what TOML forbids is escaped.

    >>> print(quoted('the "Council"\n'), quoted("المجلس"))
    "the \"Council\"\n" "المجلس"
    """
    return '"' + text.translate(_ESCAPED) + '"'
