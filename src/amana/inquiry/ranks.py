"""What of the record a text may mean, and ranks without an organ: 'the 47th session', 'the sixth'."""

from __future__ import annotations

from dataclasses import dataclass, replace

from amana.inquiry.claims import AND, OTHER, UNSURE, Piece, Sentence, is_other
from amana.inquiry.known import Known
from amana.inquiry.meetings import is_at
from amana.inquiry.terms import asserted

HEAD = "secretary-general"
"""The office whose holders texts speak of by 'he'."""
OF = frozenset({"of", "for", "de", "des", "d", "du", "pour", "dari", "untuk", "عن"})
ARTICLES = frozenset({"its", "son", "sa", "the", "le", "la", "les", "l", "yang", "اما", "أما", "و"})


@dataclass(frozen=True, slots=True)
class Things:
    """What of the record may be meant."""

    known: Known
    house: str
    numbered: frozenset[str]
    holders: tuple[str, ...]

    @classmethod
    def of(cls, known: Known) -> Things:
        numbered = frozenset(s.organ for s in known.sessions if s.number)
        holders = tuple(t.person for t in asserted(known, HEAD) if t.person)
        return cls(known, known.profile.id, numbered, holders)

    def is_feminine(self, thing: str) -> bool:
        """Its Arabic name begins with a feminine word: منظمة, not مركز."""
        organ = self.known.organs_by_id.get(thing)
        name = (organ.names[-1].name if organ else self.known.profile.names).get("ar", "")
        return name.split(" ")[0].endswith("ة")

    def silent(self, organ: str) -> bool:
        """An organ of which no sessions are counted: the Secretariat."""
        found = self.known.organs_by_id.get(organ)
        return found is not None and found.kind == "principal" and all(s.organ != organ for s in self.known.sessions)

    def named(self, piece: Piece) -> str:
        """The organization or the one organ it names, OTHER for another organization, UNSURE for what may be one, '' for none."""
        if piece.of("house"):
            return self.house
        if is_other(piece, self.known):
            return OTHER
        organ = piece.one("organ")
        return UNSURE if organ in self.numbered or (not organ and piece.says("body")) else organ


_OURS = ("islam", "اسلام", "إسلام", "icfm", "cimae")
_HOUSE = frozenset({"oic", "oci", "oki"})


def is_ours(piece: Piece, numbered: frozenset[str]) -> bool:
    """An organ with numbered sessions by a name that says whose it is: the Islamic Summit."""
    named = any(word in _HOUSE or any(ours in word for ours in _OURS) for word in piece.words)
    return named and piece.one("organ") in numbered


def counted(
    sentence: Sentence, series: tuple[str, str] | None, things: Things, *, only: bool
) -> tuple[tuple[Piece, ...], tuple[str, str] | None]:
    """Ranks without an organ bear that of the sessions counted last; and what is counted last behind the sentence."""
    run, made = sentence.pieces, list[Piece]()
    for at, piece in enumerate(run):
        organ = piece.one("organ")
        if organ in things.numbered:
            near = run[max(0, at - 4) : at + 4]
            is_counted = any(p.rank is not None for p in near) or is_ours(piece, things.numbered)
            extra = any(p.says("extraordinary") for p in run[max(0, at - 2) : at + 3])
            if is_counted or (at <= 2 and sentence.heads(at)):
                series = (organ, "extraordinary" if extra else "ordinary")
        elif (
            piece.says("extraordinary")
            and series is not None
            and any(p.says("session") for p in run[max(0, at - 2) : at + 3])
        ):
            series = (series[0], "extraordinary")
        elif (
            (organ and not things.silent(organ))
            or things.named(piece) == OTHER
            or (piece.unknown and piece.text.isupper() and len(piece.text) > 2)
        ):
            series = None
        if piece.rank is not None and (series or only) and _is_elliptic(run, at, things):
            counted = series or _placed(run, at, things)
            bare = not any(p.says("session") for p in run[max(0, at - 1) : at + 3])
            if counted is not None:
                series = counted
                kind = {("claim", "extraordinary")} if bare and counted[1] == "extraordinary" else set()
                piece = replace(piece, meanings=piece.meanings | {("organ", counted[0]), ("spoken", "series")} | kind)
        made.append(piece)
    return tuple(made), series


def _placed(run: tuple[Piece, ...], at: int, things: Things) -> tuple[str, str] | None:
    """'The 14th session in Makkah in 2019': what is counted is what met there as the 14th, where one thing only did."""
    behind = (*run[max(0, at - 7) : at], *run[at + 1 : at + 6])
    if not any(p.says("session") for p in run[max(0, at - 2) : at + 3]):
        return None
    places = {place for p in behind for place in p.of("place")}
    extra = any(p.says("extraordinary") for p in run[max(0, at - 2) : at + 3])
    every = (s for s in things.known.sessions if s.number == run[at].rank and (s.kind == "extraordinary") == extra)
    found = {(s.organ, s.kind) for s in every if any(is_at(s, place) for place in places)}
    return next(iter(found)) if len(found) == 1 else None


def _is_elliptic(run: tuple[Piece, ...], at: int, things: Things) -> bool:
    """'the 47th session', 'the sixth' with nothing behind it that says of what else, and no organ beside it."""
    start, end = at, at + 1
    while start > 0 and _is_of_session(run[start - 1]):
        start -= 1
    while end < len(run) and _is_of_session(run[end]):
        end += 1
    if any(p.one("organ") for p in run[start:end]):
        return False
    sessions = any(p.says("session") for p in run[start:end])
    following = run[end] if end < len(run) else None
    if following is None:
        return sessions or (start > 0 and start < at and run[start - 1].says("held", "is", "was"))
    if following.unknown or not set(following.words).isdisjoint(OF):
        return False
    if following.of("office") or following.says("gathering") or following.one("person"):
        return False
    if sessions:
        return True
    before = run[at - 1] if at else None
    told = (
        following.says("held", "glue", "hosted")
        or following.comma
        or following.mark == "("
        or bool(following.of("place"))
    )
    plain = before is None or bool(before.mark) or set(before.words) <= ARTICLES or before.says("held", "hosted", "was")
    return told and plain


def _is_of_session(piece: Piece) -> bool:
    return piece.says("session", "ordinary", "extraordinary", "islamic") or (
        bool(piece.words) and set(piece.words) <= ARTICLES | AND
    )
