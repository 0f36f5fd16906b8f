"""Words that know in which language each piece of them stands, so that nothing turns round or is read out wrongly."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from string import Formatter
from typing import NamedTuple

from amana.values.words import Words

OWN, NONE = "", "zxx"
"""The language of the report itself; no language at all (an address)."""

ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>«»“”،؛]*[^\s<>«»“”،؛.,;:!?)\]]")


class Piece(NamedTuple):
    """Words of one language: a code, '' for the report's own, 'zxx' for an address."""

    text: str
    language: str = OWN


class Phrase(str):
    """A text and its pieces. Addresses are pieces of their own.

    >>> [piece.language for piece in Phrase("see https://a.example/b?c=1.").pieces]
    ['', 'zxx', '']
    """

    pieces: tuple[Piece, ...]

    def __new__(cls, text: str, language: str = OWN) -> Phrase:
        """A text in one language; a phrase stays what it is."""
        if isinstance(text, Phrase):
            return text
        return cls.of(_apart(text, language))

    @classmethod
    def of(cls, pieces: Iterable[Piece]) -> Phrase:
        """A phrase of pieces, neighbours of one language together."""
        held: list[Piece] = []
        for piece in pieces:
            if held and held[-1].language == piece.language:
                held[-1] = Piece(held[-1].text + piece.text, piece.language)
            elif piece.text:
                held.append(piece)
        made = str.__new__(cls, "".join(piece.text for piece in held))
        made.pieces = tuple(held)
        return made


def best(words: Words, language: str) -> Phrase:
    """What is said in that language, else in the next best, which the phrase then knows.

    >>> best(Words(ar="قرار"), "en").pieces
    (Piece(text='قرار', language='ar'),)
    """
    held = words.language(language)
    return Phrase(words.best(language), OWN if held == language else held)


def filled(template: str, facts: Mapping[str, str | int]) -> Phrase:
    """A fixed sentence of the report's language with facts in it.

    >>> filled("To: {who}.", {"who": best(Words(fr="Conseil"), "en")}).pieces[1]
    Piece(text='Conseil', language='fr')
    """
    pieces: list[Piece] = []
    for literal, name, _, _ in Formatter().parse(template):
        pieces.append(Piece(literal))
        if name:
            fact = facts[name]
            pieces += Phrase(fact if isinstance(fact, str) else str(fact)).pieces
    return Phrase.of(pieces)


def joined(between: str, phrases: Iterable[str]) -> Phrase:
    """The phrases one after another."""
    pieces: list[Piece] = []
    for phrase in phrases:
        pieces += (*([Piece(between)] if pieces else []), *Phrase(phrase).pieces)
    return Phrase.of(pieces)


def _apart(text: str, language: str) -> Iterator[Piece]:
    end = 0
    for found in ADDRESS.finditer(text):
        yield Piece(text[end : found.start()], language)
        yield Piece(found[0], NONE)
        end = found.end()
    yield Piece(text[end:], language)
