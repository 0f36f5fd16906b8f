"""What a text speaks of where it does not name it: 'it', 'its seat', 'his successor', 'the sixth', verbs of Arabic alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from amana.inquiry.claims import AND, OTHER, UNSURE, Piece, Sentence, Spoken, is_other
from amana.inquiry.known import Known
from amana.inquiry.labels import labelled
from amana.inquiry.meetings import is_at
from amana.inquiry.terms import asserted

_HEAD = "secretary-general"
"""The office whose holders texts speak of by 'he'."""
_OF = frozenset({"of", "for", "de", "des", "d", "du", "pour", "dari", "untuk", "عن"})
_UN = "un"
_VERBS = ("founded", "founded-first", "comprises", "renamed", "granted", "stands", "moved", "official-languages")
_ARTICLES = frozenset({"its", "son", "sa", "the", "le", "la", "les", "l", "yang", "اما", "أما", "و"})


@dataclass(frozen=True, slots=True)
class _Things:
    """What of the record may be meant."""

    known: Known
    house: str
    numbered: frozenset[str]
    holders: tuple[str, ...]

    @classmethod
    def of(cls, known: Known) -> _Things:
        numbered = frozenset(s.organ for s in known.sessions if s.number)
        holders = tuple(t.person for t in asserted(known, _HEAD) if t.person)
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


def resolved(sentences: Sequence[Sentence], known: Known) -> Iterator[Sentence]:
    """The same sentences, in which what is only referred to bears the meaning of what it refers to, where that is sure."""
    things, spoken = _Things.of(known), Spoken()
    only = _is_about_house(sentences, things)
    for sentence in sentences:
        own = _things(sentence, len(sentence.pieces), things)
        current = own if set(own) - {UNSURE} else spoken.things
        ours = (sentence.about or only) and not _is_of_another(current, own, things)
        alone = ours and set(spoken.things) <= {things.house}
        line = replace(sentence, pieces=labelled(sentence, things.house)) if alone else sentence
        said = replace(line, pieces=tuple(_referred(line, spoken, things)))
        run, series = _counted(said, spoken.series, things, only=only)
        ours = ours or any(is_ours(p, things.numbered) for p in run)
        told = replace(said, pieces=run, about=ours, before=spoken)
        spoken = replace(_spoken(told, spoken, things), series=series)
        yield told


def _is_of_another(current: tuple[str, ...], own: tuple[str, ...], things: _Things) -> bool:
    """Another organization was spoken of last, and the sentence names this one not, or only in passing."""
    return OTHER in current and things.house not in own


def _is_about_house(sentences: Sequence[Sentence], things: _Things) -> bool:
    """The text names the organization, or its summits or head, before any institution, and no other organization at all."""
    organs = {p.one("organ") for s in sentences for p in s.pieces} & things.numbered
    ours = any(_is_at_record(s.pieces, organs, things) for s in sentences)
    for piece in (p for s in sentences for p in s.pieces):
        if is_other(piece, things.known) and _UN not in (*piece.of("partner"), *piece.of("party")):
            return False
        if (
            piece.unknown
            and len(piece.text) > 2
            and piece.text.isupper()
            and piece.text.isalpha()
            and piece.text.isascii()
        ):
            return False
        organ = piece.one("organ")
        ours = (
            ours or bool(piece.of("house")) or is_ours(piece, things.numbered) or piece.one("person") in things.holders
        )
        if not ours and organ and organ not in things.numbered:
            return False
    return ours


def _is_at_record(pieces: tuple[Piece, ...], organs: set[str], things: _Things) -> bool:
    """A numbered session stands with the place that the record has: 'the 51st session of the Council, held in Istanbul'."""
    ranks, places = {p.rank for p in pieces if p.rank}, {q for p in pieces for q in p.of("place")}
    every = (s for s in things.known.sessions if s.organ in organs and s.number in ranks and s.number > 2)
    return any(is_at(s, place) for s in every for place in places)


_OURS = ("islam", "اسلام", "إسلام", "icfm", "cimae")
_HOUSE = frozenset({"oic", "oci", "oki"})


def is_ours(piece: Piece, numbered: frozenset[str]) -> bool:
    """An organ with numbered sessions by a name that says whose it is: the Islamic Summit."""
    named = any(word in _HOUSE or any(ours in word for ours in _OURS) for word in piece.words)
    return named and piece.one("organ") in numbered


def _referred(sentence: Sentence, spoken: Spoken, things: _Things) -> Iterator[Piece]:
    """The pieces with the meaning of pronouns, and a piece without words where a verb or 'its' has no subject."""
    pieces = sentence.pieces
    begins = _begins(pieces)
    for at, piece in enumerate(pieces):
        following = pieces[at + 1] if at + 1 < len(pieces) else None
        if at in begins and at:
            spoken = _within(sentence, at, spoken, things)
        if at in begins and (kind := _left_out(sentence, at, piece, following, spoken, things)):
            yield Piece(piece.start, piece.start, "", ("",), frozenset({_meant(kind, things)}))
        yield _pronoun(piece, at in begins, pieces[at + 1 : at + 4], spoken, things)


def _within(sentence: Sentence, at: int, spoken: Spoken, things: _Things) -> Spoken:
    """What is spoken of behind the clauses before piece `at`: whom and what they name goes before earlier sentences."""
    pieces = sentence.pieces[:at]
    persons = {p.one("person") for p in pieces if p.one("person") and not p.of("claim")}
    named = _things(sentence, at, things)
    if persons:
        spoken = _of_persons(spoken, persons, things)
    return replace(spoken, things=named) if named else spoken


def _begins(pieces: tuple[Piece, ...]) -> frozenset[int]:
    """Where the sentence and its clauses begin, behind 'in 1975' and 'and'."""
    found = set()
    start = 0
    for at, piece in enumerate(pieces):
        if at == start:
            found.add(at)
            passes = piece.when is not None or piece.number is not None or piece.comma or (piece.says("glue", "now"))
            start = at + 1 if passes else start
        elif piece.comma:
            start = at + 1
    return frozenset(found)


def _meant(thing: str, things: _Things) -> tuple[str, str]:
    if thing == things.house:
        return ("house", thing)
    return ("organ", thing) if thing in {o.id for o in things.known.organs} else ("person", thing)


def _left_out(
    sentence: Sentence, at: int, piece: Piece, following: Piece | None, spoken: Spoken, things: _Things
) -> str:
    """Who or what is spoken of where a verb of Arabic or 'its seat' opens a clause; '' where it is not that."""
    alone = following is not None and not following.unknown and not _names(following)
    if at < 3 and (_is_its(piece, sentence.language) or (sentence.language == "ar" and alone and piece.says(*_VERBS))):
        return _agreeing(piece, sentence.language, spoken, things)
    person = spoken.person or _opening_person(sentence, at)
    told = following is not None and (following.says("post", "glue") or bool(following.of("office")))
    return person if sentence.language == "ar" and told and piece.says("took-office", "was") else ""


def _agreeing(piece: Piece, language: str, spoken: Spoken, things: _Things) -> str:
    """The only thing spoken of; in Arabic that of the gender of 'its' or the verb: مقرها is not مقره."""
    if language != "ar":
        return spoken.thing
    feminine = any(w.endswith(("ها", "ت")) or w.startswith(("ت", "وت")) for w in piece.words)
    found = [t for t in spoken.things if t in (OTHER, UNSURE) or things.is_feminine(t) == feminine]
    return found[0] if len(found) == 1 and found[0] not in (OTHER, UNSURE) else ""


def _opening_person(sentence: Sentence, at: int) -> str:
    """The one person with whose name the sentence began: 'X is an academic, was the eighth Secretary General'."""
    persons = [k for k, p in enumerate(sentence.pieces) if p.one("person") and not p.of("claim")]
    return (
        sentence.pieces[persons[0]].one("person") if len(persons) == 1 and persons[0] < at and persons[0] <= 3 else ""
    )


def _names(piece: Piece) -> bool:
    return any(
        kind in ("house", "organ", "party", "partner", "person", "office", "group") for kind, _ in piece.meanings
    )


def _is_its(piece: Piece, language: str) -> bool:
    """'its headquarters', 'son siège', 'مقرها', 'kantor pusatnya', 'its official languages'."""
    if not piece.says("seat", "seated", "official-languages") or not piece.words:
        return False
    first, last = piece.words[0], piece.words[-1]
    if language == "ar":
        return last.endswith("ه") or any(w.endswith("ها") for w in piece.words)
    return first in ("its", "son", "sa", "ses") or (language == "id" and any(w.endswith("nya") for w in piece.words))


def _pronoun(piece: Piece, begins: bool, behind: tuple[Piece, ...], spoken: Spoken, things: _Things) -> Piece:
    if piece.says("successor") and not any(p.one("person") for p in behind) and (after := _after(spoken, things)):
        return replace(piece, meanings=frozenset({("person", after)}))
    if not begins or (len(behind) > 1 and behind[0].says("is", "was") and behind[1].says("inside")):
        return piece  # 'it was in Dakar that …'
    if spoken.person and piece.says("he"):
        return replace(piece, meanings=frozenset({("person", spoken.person)}))
    if (
        piece.says("it", "the-organization")
        and spoken.thing
        and not (piece.says("the-organization") and spoken.thing == things.house)
    ):
        return replace(piece, meanings=frozenset({_meant(spoken.thing, things)}))
    return piece


def _after(spoken: Spoken, things: _Things) -> str:
    """Who held the office of the person spoken of next."""
    order = things.holders
    if spoken.office != _HEAD or order.count(spoken.person) != 1 or spoken.person == order[-1]:
        return ""
    return order[order.index(spoken.person) + 1]


def _counted(
    sentence: Sentence, series: tuple[str, str] | None, things: _Things, *, only: bool
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


def _placed(run: tuple[Piece, ...], at: int, things: _Things) -> tuple[str, str] | None:
    """'The 14th session in Makkah in 2019': what is counted is what met there as the 14th, where one thing only did."""
    behind = (*run[max(0, at - 7) : at], *run[at + 1 : at + 6])
    if not any(p.says("session") for p in run[max(0, at - 2) : at + 3]):
        return None
    places = {place for p in behind for place in p.of("place")}
    extra = any(p.says("extraordinary") for p in run[max(0, at - 2) : at + 3])
    every = (s for s in things.known.sessions if s.number == run[at].rank and (s.kind == "extraordinary") == extra)
    found = {(s.organ, s.kind) for s in every if any(is_at(s, place) for place in places)}
    return next(iter(found)) if len(found) == 1 else None


def _is_elliptic(run: tuple[Piece, ...], at: int, things: _Things) -> bool:
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
        return sessions or (start > 0 and start < at and run[start - 1].says("held"))
    if following.unknown or not set(following.words).isdisjoint(_OF):
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
    plain = (
        before is None or bool(before.mark) or set(before.words) <= _ARTICLES or before.says("held", "hosted", "was")
    )
    return told and plain


def _is_of_session(piece: Piece) -> bool:
    return piece.says("session", "ordinary", "extraordinary", "islamic") or (
        bool(piece.words) and set(piece.words) <= _ARTICLES | AND
    )


def _spoken(sentence: Sentence, spoken: Spoken, things: _Things) -> Spoken:
    """What is spoken of behind this sentence."""
    named = _spoken_of(sentence, spoken, things)
    persons = {p.one("person") for p in sentence.pieces if p.one("person") and not p.of("claim")}
    if not persons:
        return replace(spoken, things=named)
    return replace(_of_persons(spoken, persons, things), things=named)


def _spoken_of(sentence: Sentence, spoken: Spoken, things: _Things) -> tuple[str, ...]:
    """What the sentence names as its subject; what it names elsewhere is spoken of beside what was before."""
    named = _things(sentence, len(sentence.pieces), things)
    if not named:
        return spoken.things
    first = next(k for k, p in enumerate(sentence.pieces) if things.named(p) in named)
    before = sentence.pieces[:first]
    someone = any(p.says("it", "he") or p.of("person") for p in before if not p.of("claim") or p.says("it", "he"))
    if sum(p.unknown for p in before) <= 1 and not someone and set(named) != {UNSURE}:
        return named
    return tuple(dict.fromkeys((*(spoken.things or (UNSURE,)), *named)))


def _of_persons(spoken: Spoken, persons: set[str], things: _Things) -> Spoken:
    """Of one person it is sure who is meant; of several at most which office."""
    office = _HEAD if persons <= set(things.holders) else ""
    return replace(spoken, person=next(iter(persons)) if len(persons) == 1 else "", office=office)


def _things(sentence: Sentence, until: int, things: _Things) -> tuple[str, ...]:
    """What is named before piece `until`, but for what something is said to be of, decided by or compared with."""
    by = next((k for k, p in enumerate(sentence.pieces) if p.says("decision")), until)
    named = ((at, things.named(p)) for at, p in enumerate(sentence.pieces[: min(by, until)]))
    aside = (_is_of, _is_compared, _is_attribute)
    found = (thing for at, thing in named if thing and not any(is_aside(sentence, at) for is_aside in aside))
    return tuple(dict.fromkeys(found))


def _is_of(sentence: Sentence, at: int) -> bool:
    """'of the OIC', 'التابع للمنظمة': it is told of something else."""
    before, piece = at - 1, sentence.pieces[at]
    if piece.words and piece.words[0].startswith(("لل", "لم")):
        return True
    while before >= 0 and sentence.pieces[before].words and set(sentence.pieces[before].words) <= _ARTICLES:
        before -= 1
    return before >= 0 and not set(sentence.pieces[before].words).isdisjoint(_OF)


def _is_attribute(sentence: Sentence, at: int) -> bool:
    """'OIC members', 'the OIC delegation': the name says of what kind the next word is."""
    following = sentence.pieces[at + 1] if at + 1 < len(sentence.pieces) else None
    if sentence.language != "en" or following is None or not sentence.pieces[at].of("house"):
        return False
    return following.says("member", "states") or (
        following.unknown and following.text.islower() and following.text != "s"
    )


def _is_compared(sentence: Sentence, at: int) -> bool:
    """'the largest after the United Nations'."""
    near = {w for p in sentence.pieces[max(0, at - 2) : at] for w in p.words}
    return not near.isdisjoint({"after", "بعد", "apres", "setelah"})
