"""The same thing said in several languages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

ORDER = ("en", "fr", "ar")
RIGHT_TO_LEFT = frozenset({"ar", "fa", "ur"})
"""Languages whose lines begin on the right."""


class Words(Mapping[str, str]):
    """Text per language: immutable, hashable, only languages in which something is said.

    >>> title = Words(en="Charter", ar="ميثاق", fr="")
    >>> sorted(title), title.best("fr"), title.best("ar")
    (['ar', 'en'], 'Charter', 'ميثاق')
    """

    __slots__ = ("_said",)
    _said: tuple[tuple[str, str], ...]

    def __init__(self, said: Mapping[str, str] | None = None, /, **more: str) -> None:
        pairs = {**(said or {}), **more}
        self._said = tuple(sorted((k, v) for k, v in pairs.items() if v))

    def __getitem__(self, language: str) -> str:
        for key, text in self._said:
            if key == language:
                return text
        raise KeyError(language)

    def __iter__(self) -> Iterator[str]:
        return (key for key, _ in self._said)

    def __len__(self) -> int:
        return len(self._said)

    def __hash__(self) -> int:
        return hash(self._said)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Words) and self._said == other._said

    def __repr__(self) -> str:
        return f"Words({dict(self._said)!r})"

    def best(self, language: str, order: tuple[str, ...] = ORDER) -> str:
        """The text in `language`, else in the first language of `order` that has one; '' when nothing is said."""
        said: str = self[self.language(language, order)] if self else ""
        return said

    def language(self, language: str, order: tuple[str, ...] = ORDER) -> str:
        """The language in which `best` answers; '' when nothing is said."""
        for wanted in (language, *order, *self):
            if wanted in self:
                return str(wanted)
        return ""
