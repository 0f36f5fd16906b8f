"""What a text speaks of where it does not name it: 'it', 'its seat', 'his successor', 'the sixth', verbs of Arabic alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from amana.inquiry.claims import OTHER, UNSURE, Piece, Sentence, Spoken, is_other
from amana.inquiry.known import Known
from amana.inquiry.labels import labelled
from amana.inquiry.meetings import is_at
from amana.inquiry.ranks import ARTICLES, HEAD, OF, Things, counted, is_ours

_UN = "un"
_VERBS = ("founded", "founded-first", "comprises", "renamed", "granted", "stands", "moved", "official-languages")


def resolved(sentences: Sequence[Sentence], known: Known) -> Iterator[Sentence]:
    """The same sentences, in which what is only referred to bears the meaning of what it refers to, where that is sure."""
    things, spoken = Things.of(known), Spoken()
    cell: Sentence | None = None
    only = _is_about_house(sentences, things)
    for sentence in sentences:
        last, cell = cell, sentence
        own = _things(sentence, len(sentence.pieces), things)
        current = own if set(own) - {UNSURE} else spoken.things
        ours = (sentence.about or only) and not _is_of_another(current, own, things)
        alone = ours and set(spoken.things) <= {things.house}
        line = replace(sentence, pieces=labelled(sentence, last, things.house)) if alone else sentence
        if alone and only:
            line = replace(line, pieces=tuple(_ours(line, things)))
        said = replace(line, pieces=tuple(_referred(line, spoken, things)))
        run, series = counted(said, spoken.series, things, only=only)
        ours = ours or any(is_ours(p, things.numbered) for p in run)
        told = replace(said, pieces=run, about=ours, before=spoken)
        spoken = replace(_spoken(told, spoken, things), series=series)
        yield told


def _is_of_another(current: tuple[str, ...], own: tuple[str, ...], things: Things) -> bool:
    """Another organization was spoken of last, and the sentence names this one not, or only in passing."""
    return OTHER in current and things.house not in own


def _is_about_house(sentences: Sequence[Sentence], things: Things) -> bool:
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


def _is_at_record(pieces: tuple[Piece, ...], organs: set[str], things: Things) -> bool:
    """A numbered session stands with the place that the record has: 'the 51st session of the Council, held in Istanbul'."""
    ranks, places = {p.rank for p in pieces if p.rank}, {q for p in pieces for q in p.of("place")}
    every = (s for s in things.known.sessions if s.organ in organs and s.number in ranks and s.number > 2)
    return any(is_at(s, place) for s in every for place in places)


def _referred(sentence: Sentence, spoken: Spoken, things: Things) -> Iterator[Piece]:
    """The pieces with the meaning of pronouns, and a piece without words where a verb or 'its' has no subject."""
    pieces = sentence.pieces
    begins = _begins(pieces)
    for at, piece in enumerate(pieces):
        following = pieces[at + 1] if at + 1 < len(pieces) else None
        if (
            at
            and pieces[at - 1].comma
            and piece.says(*_VERBS, "seated")
            and (whole := _before_aside(sentence, at, things))
        ):
            yield Piece(piece.start, piece.start, "", ("",), frozenset({_meant(whole, things)}))
        if at in begins and at:
            spoken = _within(sentence, at, spoken, things)
        if at in begins and (kind := _left_out(sentence, at, piece, following, spoken, things)):
            yield Piece(piece.start, piece.start, "", ("",), frozenset({_meant(kind, things)}))
        yield _pronoun(piece, at in begins, pieces[at + 1 : at + 4], spoken, things)


def _before_aside(sentence: Sentence, at: int, things: Things) -> str:
    """'The OIC, whose seat is in Jeddah, was founded …': what the sentence begins with, and nothing like it between."""
    pieces = sentence.pieces
    comma = next((k for k, p in enumerate(pieces[:4]) if p.comma), 0)
    if not comma or comma + 1 >= at or set(pieces[comma + 1].words).isdisjoint(_RELATIVE):
        return ""
    found = _things(sentence, at, things)
    named = things.named(pieces[comma - 1])
    return named if found == (named,) and named not in (OTHER, UNSURE) and sentence.heads(comma - 1) else ""


_RELATIVE = frozenset({"whose", "which", "dont", "qui", "التي", "الذي", "yang", "who"})


def _ours(sentence: Sentence, things: Things) -> Iterator[Piece]:
    """'We', 'our headquarters' of a text about the organization alone: it speaks of itself."""
    begins = _begins(sentence.pieces)
    for at, piece in enumerate(sentence.pieces):
        if at in begins and at < 3 and piece.says("our-seat"):
            yield Piece(piece.start, piece.start, "", ("",), frozenset({("house", things.house)}))
        told = at + 1 < len(sentence.pieces) and sentence.pieces[at + 1].says(
            "founded", "comprises", "stands", "seated"
        )
        we = at in begins and told and piece.says("we")
        yield replace(piece, meanings=frozenset({("house", things.house)})) if we else piece


def _within(sentence: Sentence, at: int, spoken: Spoken, things: Things) -> Spoken:
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


def _meant(thing: str, things: Things) -> tuple[str, str]:
    if thing == things.house:
        return ("house", thing)
    return ("organ", thing) if thing in {o.id for o in things.known.organs} else ("person", thing)


def _left_out(
    sentence: Sentence, at: int, piece: Piece, following: Piece | None, spoken: Spoken, things: Things
) -> str:
    """Who or what is spoken of where a verb of Arabic or 'its seat' opens a clause; '' where it is not that."""
    alone = following is not None and not following.unknown and not _names(following)
    if at < 3 and (_is_its(piece, sentence.language) or (sentence.language == "ar" and alone and piece.says(*_VERBS))):
        return _agreeing(piece, sentence.language, spoken, things)
    person = spoken.person or _opening_person(sentence, at)
    told = following is not None and (following.says("post", "glue") or bool(following.of("office")))
    return person if sentence.language == "ar" and told and piece.says("took-office", "was") else ""


def _agreeing(piece: Piece, language: str, spoken: Spoken, things: Things) -> str:
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


def _pronoun(piece: Piece, begins: bool, behind: tuple[Piece, ...], spoken: Spoken, things: Things) -> Piece:
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


def _after(spoken: Spoken, things: Things) -> str:
    """Who held the office of the person spoken of next."""
    order = things.holders
    if spoken.office != HEAD or order.count(spoken.person) != 1 or spoken.person == order[-1]:
        return ""
    return order[order.index(spoken.person) + 1]


def _spoken(sentence: Sentence, spoken: Spoken, things: Things) -> Spoken:
    """What is spoken of behind this sentence."""
    named = _spoken_of(sentence, spoken, things)
    persons = {p.one("person") for p in sentence.pieces if p.one("person") and not p.of("claim")}
    if not persons:
        office = HEAD if sentence.about and any(p.one("office") == HEAD for p in sentence.pieces) else spoken.office
        return replace(spoken, things=named, office=office)
    return replace(_of_persons(spoken, persons, things), things=named)


def _spoken_of(sentence: Sentence, spoken: Spoken, things: Things) -> tuple[str, ...]:
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


def _of_persons(spoken: Spoken, persons: set[str], things: Things) -> Spoken:
    """Of one person it is sure who is meant; of several at most which office."""
    office = HEAD if persons <= set(things.holders) else ""
    return replace(spoken, person=next(iter(persons)) if len(persons) == 1 else "", office=office)


def _things(sentence: Sentence, until: int, things: Things) -> tuple[str, ...]:
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
    while before >= 0 and sentence.pieces[before].words and set(sentence.pieces[before].words) <= ARTICLES:
        before -= 1
    return before >= 0 and not set(sentence.pieces[before].words).isdisjoint(OF)


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
