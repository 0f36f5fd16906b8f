"""A question as understood: what it names, which ranks and days, and in what words it asks."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from amana.inquiry import moments
from amana.inquiry.known import Known
from amana.inquiry.lexicon import LANGUAGES
from amana.inquiry.moments import Moment
from amana.inquiry.phrasebook import Meant, Phrasebook, phrasebook
from amana.inquiry.tokens import words_of
from amana.values.folding import ARABIC
from amana.values.lexicons import rows
from amana.values.numbers import read_ordinal

LONGEST = 300
"""A longer text is no question."""

_RANK_ENDINGS = {
    "en": ("st", "nd", "rd", "th"),
    "fr": ("e", "er", "re", "eme", "ieme", "nd", "nde"),
    "ar": (),
    "id": (),
}
_RANK_STARTS = {"id": ("ke",), "ar": ("رقم", "ال"), "en": ("no", "number", "nr"), "fr": ("no", "numero", "n")}
_ALWAYS = frozenset({"stop", "house", "what", "all"})


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name or ask something; several meanings where they are several things (Kuwait: a state, a city)."""

    text: str
    meanings: tuple[Meant, ...]

    def of(self, kind: str) -> tuple[str, ...]:
        """The things of that kind it may mean."""
        return tuple(thing for k, thing in self.meanings if k == kind)


@dataclass(frozen=True, slots=True)
class Taken:
    """A question that fits a pattern: the things it names by kind, one each."""

    things: Mapping[str, tuple[str, ...]]

    def one(self, kind: str) -> str:
        """The only thing of that kind, or ''."""
        return next(iter(self.things.get(kind, ())), "")


@dataclass(frozen=True, slots=True)
class Asked:
    """A question wholly understood in one language; nothing in it is left over.

    `mentions` without the words that say nothing; `said` every meaning of a question word; `bare` numbers that may be
    ranks (session 48); `house`: the organization itself is named, and `house_first` before anything else.
    """

    language: str
    text: str
    mentions: tuple[Mention, ...] = ()
    said: frozenset[str] = frozenset()
    ordinals: tuple[int, ...] = ()
    bare: tuple[int, ...] = ()
    moments: tuple[Moment, ...] = ()
    house: bool = False
    house_first: bool = False
    evidence: int = field(default=0, compare=False)

    def says(self, *meanings: str) -> bool:
        """One of these meanings is said."""
        return not self.said.isdisjoint(meanings)

    @property
    def rank(self) -> int | None:
        """The one rank it names, in words, as 13th or as a bare number; None for none or several."""
        ranks = (*self.ordinals, *self.bare)
        return ranks[0] if len(ranks) == 1 else None

    @property
    def moment(self) -> Moment | None:
        """The one day, month or year it names."""
        return self.moments[0] if len(self.moments) == 1 else None

    def take(
        self, words: Collection[str], *, ranks: int = 0, days: int = 0, bare: bool = False, **kinds: int
    ) -> Taken | None:
        """What it names, if it fits: only these question words, at most so many ranks, days and things of each kind.

        Each mention counts once, as the first of `kinds` that it may mean; a question word counts where it is allowed.
        """
        if len(self.ordinals) + len(self.bare) > ranks or len(self.moments) > days or (self.bare and not bare):
            return None
        things: dict[str, list[str]] = {}
        for mention in self.mentions:
            if mention.of("blocked"):  # several hold it at a time, or it is not what its words say
                return None
            kind = next((k for k in kinds if len(mention.of(k)) == 1 and len(things.get(k, ())) < kinds[k]), None)
            if kind is not None:
                things.setdefault(kind, []).extend(mention.of(kind))
            elif not any(word in words for word in mention.of("word")):
                return None
        return Taken({kind: tuple(its) for kind, its in things.items()})


def understand(question: str, known: Known, page: str | None) -> tuple[Asked, ...]:
    """The question in every language in which nothing of it is left over, the likeliest first.

    A language is likelier the more of the question's own words (not names) are its words; then the page's.
    """
    if len(question) > LONGEST or not words_of(question):
        return ()
    candidates: Sequence[str] = ("ar",) if ARABIC.search(question) else ("en", "fr", "id")
    if page in LANGUAGES and page not in candidates and candidates != ("ar",):
        candidates = (*candidates, page)
    readings = (_read(question, known, language) for language in candidates)
    understood = [asked for asked in readings if asked is not None]
    order = (page, "en", "fr", "id", "ar")
    return tuple(sorted(understood, key=lambda a: (-a.evidence, order.index(a.language))))


def _read(question: str, known: Known, language: str) -> Asked | None:
    book = phrasebook(known, language)
    programme = _longer_first(question, book)
    rest, whole = moments.read_whole(question, language) if not programme else (question, ())
    reader = _Reader(words_of(rest), language, book)
    if not reader.run():
        return None
    meanings = [m for m in reader.mentions if not _stops(m) and not ("stop" in m.of("word") and reader.evidence > 1)]
    house = [place for place, m in enumerate(meanings) if m.of("house") or "house" in m.of("word")]
    others = [m for m in meanings if not _ignored(m)]
    return Asked(
        language, " ".join(question.split()), tuple(others),
        frozenset(word for m in meanings for word in m.of("word")),
        tuple(reader.ordinals), tuple(reader.bare), (*whole, *reader.moments),
        bool(house), bool(house) and house[0] == min(p for p, m in enumerate(meanings) if _names(m)),
        reader.evidence,
    )  # fmt: skip


def _longer_first(question: str, book: Phrasebook) -> bool:
    """A name holds figures that look like days (2016–2025)."""
    words = words_of(question)
    found = (book.longest(words, at) for at in range(len(words)))
    return any(hit and any(kind == "programme" for kind, _ in hit[1]) for hit in found)


def _stops(mention: Mention) -> bool:
    return set(mention.meanings) == {("word", "stop")}


def _ignored(mention: Mention) -> bool:
    """The organization itself, and words that only ask for a list, are in every question."""
    return bool(mention.of("house")) or all(kind == "word" and thing in _ALWAYS for kind, thing in mention.meanings)


def _names(mention: Mention) -> bool:
    return any(kind != "word" or thing == "house" for kind, thing in mention.meanings)


class _Reader:
    """Goes through the words from left to right; the longest phrase, rank or day at each place is taken."""

    def __init__(self, words: tuple[str, ...], language: str, book: Phrasebook) -> None:
        self.language, self.book = language, book
        self.words = tuple(w if moments.is_month(w, language) else book.corrected(w) for w in words)
        self.mentions: list[Mention] = []
        self.ordinals: list[int] = []
        self.bare: list[int] = []
        self.moments: list[Moment] = []
        self.evidence = 0

    def run(self) -> bool:
        """Whether every word was understood."""
        at = 0
        while at < len(self.words):
            following = self._step(at)
            if following is None:
                return False
            at = following
        return True

    def _step(self, at: int) -> int | None:
        phrase = self.book.longest(self.words, at)
        rank = _rank(self.words, at, self.language)
        moment = moments.read_edge(self.words, at, self.language) or moments.read_at(self.words, at, self.language)
        ends = (phrase[0] if phrase else at, rank[0] if rank else at, moment[0] if moment else at)
        if max(ends) == at:
            return self._number(at)
        if moment and ends[2] == max(ends):
            self.moments.append(moment[1])
            return ends[2]
        if rank and ends[1] >= ends[0]:
            self.ordinals.append(rank[1])
            self.evidence += 2
            return ends[1]
        assert phrase is not None
        self.mentions.append(Mention(" ".join(self.words[at : phrase[0]]), tuple(phrase[1])))
        sure = len({kind == "word" and thing == "stop" for kind, thing in phrase[1]}) == 1  # "un" may be the UN
        if sure and all(codes - {""} == {self.language} for codes in phrase[1].values()):
            self.evidence += sum(len(word) > 1 for word in self.words[at : phrase[0]])
        return phrase[0]

    def _number(self, at: int) -> int | None:
        if re.fullmatch(r"\d{1,3}", self.words[at]) and 1 <= int(self.words[at]) <= 199:
            self.bare.append(int(self.words[at]))
            return at + 1
        return None


def _rank(words: Sequence[str], at: int, language: str) -> tuple[int, int] | None:
    """The rank that begins at `at`: where it ends and what it is."""
    word, following = words[at], words[at + 1] if at + 1 < len(words) else ""
    if re.fullmatch(r"\d{1,3}", word):
        return (at + 2, int(word)) if following in _RANK_ENDINGS[language] and int(word) else None
    if word in _RANK_STARTS[language] and re.fullmatch(r"\d{1,3}", following) and int(following):
        return at + 2, int(following)
    for size in (5, 4, 3, 2, 1):
        if at + size <= len(words):
            for said in _spellings(words[at : at + size], language):
                rank = _indonesian().get(said) if language == "id" else read_ordinal(said, language)
                if rank:
                    return at + size, rank
    return None


def _spellings(words: Iterable[str], language: str) -> tuple[str, ...]:
    said = " ".join(words)
    if language != "ar":
        return (said,)
    bare = re.sub(r"^(?:و|ل|ب)(?=ال)", "", re.sub(r"^لل", "ال", said))
    return tuple(dict.fromkeys((said, bare, re.sub(r"ه(?= |$)", "ة", bare))))


@cache
def _indonesian() -> Mapping[str, int]:
    return {" ".join(words_of(row["id"])): int(row["n"]) for row in rows("ordinals_en_fr_id.csv")}
