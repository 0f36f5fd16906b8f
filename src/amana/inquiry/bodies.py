"""The organization and its organs: when and by what they were founded, where they sit, of what kind they are."""

from __future__ import annotations

from datetime import date

from amana.charter.organs import Organ, acronym_on, composed_on
from amana.charter.presence import Origins, There, articles_on
from amana.inquiry.asked import Asked
from amana.inquiry.card import Card, Kind, Line, Ref
from amana.inquiry.duties import is_pending
from amana.inquiry.grounds import decided_at, disputes_about, form_note, marks_of, merged
from amana.inquiry.known import Known
from amana.inquiry.telling import (
    article_of,
    both_in,
    claim_in,
    day_in,
    house_name,
    organ_name,
    party_name,
    place_in,
    say,
    session_name,
    when,
    words_in,
)
from amana.values.days import Day, Span
from amana.values.facts import Dispute
from amana.values.listing import article, listed
from amana.values.words import Words

_WORDS = frozenset(
    {
        "how-many",
        "when",
        "where",
        "found",
        "seat",
        "kind",
        "by-what",
        "composition",
        "member",
        "session",
        "who",
        "host",
        "now",
        "institution",
        "chair",
        "plural",
    }
)
_OF_ONE = ("found", "seat", "when", "where", "by-what")
_KINDS = ("principal", "standing", "subsidiary", "specialized", "affiliated")
_LISTS = frozenset({*_KINDS, "institution", "how-many", "now"})
_FOUNDING = frozenset({"when", "where", "found", "by-what", "session", "who", "host", "hijri", "why"})
_SEAT_RULE = "headquarters"


def try_(asked: Asked, known: Known, day: date) -> Card | None:
    """A card where the question is about the organization itself, one organ, or all of a kind."""
    return _of_many(asked, known) or _of_house(asked, known) or _of_one(asked, known, day)


def _of_many(asked: Asked, known: Known) -> Card | None:
    kinds = [kind for kind in _KINDS if asked.says(kind)]
    if len(kinds) == 1 and asked.says("institution") and asked.take(_LISTS):
        return _institutions(asked, known, kinds[0])
    in_all = asked.take(frozenset({"institution", "how-many", "now", "bodies"})) is not None
    return _how_many(asked, known) if in_all and asked.says("how-many") and asked.says("bodies") else None


def _of_house(asked: Asked, known: Known) -> Card | None:
    if asked.take(_FOUNDING) is not None and asked.says("found") and (asked.house or len(asked.mentions) > 1):
        return _foundation(asked, known)
    took = asked.take(_FOUNDING, cause=1)
    if took and took.one("cause") == known.profile.id and not asked.says("who", "host"):
        return _foundation(asked, known, why=True)
    if asked.take(frozenset({"where", "seat", "host", "now"})) is not None and asked.says("seat"):
        return _house_seat(asked, known)
    named = asked.take(frozenset()) is not None and not asked.mentions and asked.house and asked.says("what")
    return _foundation(asked, known) if named else None


def _of_one(asked: Asked, known: Known, day: date) -> Card | None:
    took = asked.take(_WORDS, organ=1)
    if took is None or not took.one("organ") or (asked.says("session", "host") and not asked.says("found", "by-what")):
        return None
    return _organ(asked, known, known.organs_by_id[took.one("organ")], day)


def _foundation(asked: Asked, known: Known, *, why: bool = False) -> Card | None:
    founded = known.profile.founded
    if founded is None or founded.last is None or asked.ordinals:
        return None
    language = asked.language
    session = next(
        (s for s in known.sessions if s.days and founded.exact and s.days.covers(founded.last) and s.number == 1), None
    )
    hijri = (
        session.hijri.end if session and session.hijri and session.days and session.days.last == founded.last else None
    )
    if asked.says("hijri") and hijri is None:
        return None
    where = place_in(session.place, language) if session else ""
    facts = [Line(say("label-founded", language), both_in(founded, hijri, language), None, founded, hijri)]
    if session:
        facts.append(decided_at(known, session, language))
    facts += _seat_lines(known, language)
    code = "founding-at" if session and hijri else "founding"
    statement = say(
        code, language, name=words_in(known.profile.names, language, "house-name", known.profile.id),
        when=when(founded, language), hijri=day_in(hijri, language, "hijri") if hijri else "",
        session=session_name(known, session, language) if session and hijri else "", place=where if hijri else "",
    )  # fmt: skip
    disputes = disputes_about(
        known, f"organization/{known.profile.id}#founded", *([f"sessions/{session.id}#hijri"] if session else [])
    )
    if why or asked.says("why"):
        reason = _reason(known, disputes, language)
        if not reason:
            return None
        statement += " " + reason
    return Card(
        "founding", language, say("label-founding", language), statement, facts=tuple(facts), day=founded, hijri=hijri,
        sources=session.sources if session else (),
        disputes=disputes, address=Ref("organization", known.profile.id),
    )  # fmt: skip


def _reason(known: Known, disputes: tuple[Dispute, ...], language: str) -> str:
    """What is held of the founding, in the words of the dispute about its day."""
    about = next((d for d in disputes if d.fact.endswith("#founded")), None)
    return words_in(about.reasons, language, "reason", about.id) if about else ""


def _how_many(asked: Asked, known: Known) -> Card | None:
    """How many institutions there are in all: sources differ."""
    language = asked.language
    disputes = disputes_about(known, f"organization/{known.profile.id}#institutions")
    if not disputes:
        return None
    comma = "، " if language == "ar" else "; "
    values = comma.join(words_in(c.words, language) or c.value for d in disputes for c in d.claims)
    rows = tuple(Line(claim_in(d, c, language)) for d in disputes for c in d.claims)
    return Card(
        "institutions", language, say("label-institutions", language), say("institutions-claims", language, values=values),
        rows=rows, rows_label=say("label-institutions", language),
        sources=merged(*(c.sources for d in disputes for c in d.claims)), disputes=disputes,
        address=Ref("organization", known.profile.id),
    )  # fmt: skip


def _seat_lines(known: Known, language: str) -> list[Line]:
    if not known.profile.seat:
        return []
    ref = Ref("party", known.profile.seat_party) if known.profile.seat_party else None
    return [
        Line(say("label-seat", language), _city(known, known.profile.seat, known.profile.seat_party, language), ref)
    ]


def _city(known: Known, seat: Words, party: str, language: str) -> str:
    said = place_in(seat, language)
    return listed((said, party_name(known, party, language)), language) if party else said


def _house_seat(asked: Asked, known: Known) -> Card | None:
    language, profile = asked.language, known.profile
    if not profile.seat:
        return None
    city = _city(known, profile.seat, profile.seat_party, language)
    found = [(i, r) for i in known.instruments for r in i.rules if r.key == _SEAT_RULE]
    facts = _seat_lines(known, language)
    for instrument, rule in found:
        words = words_in(rule.words, language, "rule-words", f"{instrument.id}/{rule.key}")
        article = article_of(instrument, rule.article, language)
        facts.append(Line(article, words, Ref("instrument", instrument.id), unsourced=bool(rule.unsourced)))
    return Card(
        "seat", language, say("label-seat", language), say("seat", language, name=house_name(known, language), place=city),
        facts=tuple(facts), sources=merged(*(r.sources for _, r in found)),
        unsourced=merged(*(r.unsourced for _, r in found)), address=Ref("organization", profile.id),
    )  # fmt: skip


def _organ(asked: Asked, known: Known, organ: Organ, day: date) -> Card | None:
    below = {o.kind for o in known.organs if o.parent == organ.id and not organ.seat}
    one_kind = below & set(_KINDS) if below == {organ.kind} and not asked.says(*_OF_ONE, "chair") else set()
    if one_kind:
        return _institutions(asked, known, one_kind.pop())  # a name for all of a kind: the standing committees
    told = None if asked.says("how-many") or not organ.sources else _told(asked, known, organ, day)
    if told is None:
        return None
    (kind, statement), language = told, asked.language
    if kind == "organ" and is_pending(known, organ.id):
        statement += " " + say("judge-pending", language)
    session = known.sessions_by_id.get(organ.by) if "by" not in organ.unsourced else None
    composed = composed_on(organ, day, known.profile.known_until)
    parties = organ.parties if composed else ()
    return Card(
        kind, language, organ_name(known, organ.id, language), statement, facts=_facts(known, organ, language, day),
        day=_founding_day(organ, session.days if session else None) if kind == "founding" else None,
        hijri=session.hijri if kind == "founding" and session and organ.founded is None else None,
        rows=tuple(Line(party_name(known, p, language, day), ref=Ref("party", p)) for p in parties),
        rows_label=say("label-members", language) if parties else "", sources=organ.sources,
        unsourced=marks_of((organ,)), disputes=disputes_about(known, f"organs/{organ.id}"),
        address=Ref("organ", organ.id),
    )  # fmt: skip


def _told(asked: Asked, known: Known, organ: Organ, day: date) -> tuple[Kind, str] | None:
    """What of the organ is asked, and the sentence; None where it is not known, or two things are asked at once."""
    language, name = asked.language, organ_name(known, organ.id, asked.language)
    seat, chair = asked.says("seat", "where"), asked.says("chair")
    founding = asked.says("found", "by-what") or (asked.says("when") and not seat)
    if chair:
        said = _chaired(known, organ, name, language, day) if not (seat or founding) else ""
        return ("organ", said) if said else None
    if seat:
        said = _seated(known, organ, name, language)
        return ("seat", said) if said and not founding else None
    if founding:
        said = _founded(known, organ, name, language)
        return ("founding", said) if said else None
    if _there(known, organ, day) == "not yet":
        return None
    if asked.says("member", "composition", "who"):
        words = _composition(known, organ, language, day)
        return ("organ", say("composition", language, name=name, words=words)) if words else None
    return "organ", say(f"organ-{organ.kind}", language, name=name, house=house_name(known, language, day))


def _there(known: Known, organ: Organ, day: date) -> There:
    origins = Origins(known.organs, known.sessions, known.instruments, known.profile.founded)
    return origins.there(organ, day, known.profile.known_until)


def _composition(known: Known, organ: Organ, language: str, day: date) -> str:
    """Of whom it is composed on the day, as far as a source says so."""
    if "composition" in organ.unsourced or not composed_on(organ, day, known.profile.known_until):
        return ""
    return words_in(organ.composition, language, "composition", organ.id)


def _chaired(known: Known, organ: Organ, name: str, language: str, day: date) -> str:
    """Who chairs it, where that is all its composition says; marked where no source was seen."""
    if not organ.composition or organ.parties or _there(known, organ, day) != "certain" or organ.kind != "standing":
        return ""
    words = words_in(organ.composition, language, "composition", organ.id)
    code = "chair-unsourced" if "composition" in organ.unsourced else "composition"
    return say(code, language, name=name, words=words)


def _seated(known: Known, organ: Organ, name: str, language: str) -> str:
    """Where it sits; where none is held, the places that sources give."""
    if organ.seat and "seat" not in organ.unsourced:
        return say("seat", language, name=name, place=_city(known, organ.seat, organ.seat_party, language))
    disputes = disputes_about(known, f"organs/{organ.id}#seat")
    values = listed((claim_in(d, c, language) for d in disputes for c in d.claims), language)
    return say("seat-claims", language, name=name, values=values) if values else ""


def _founding_day(organ: Organ, days: Span | None) -> Day | Span | None:
    return organ.founded or days


def _founded(known: Known, organ: Organ, name: str, language: str) -> str:
    """When and by what it was founded, as far as a source says so; what each says, where they differ and none is held."""
    differ = [d for d in disputes_about(known, f"organs/{organ.id}#founded") if not d.held]
    if differ:
        values = ("، " if language == "ar" else "; ").join(claim_in(differ[0], c, language) for c in differ[0].claims)
        return say("organ-founded-claims", language, name=name, values=values)
    session = known.sessions_by_id.get(organ.by) if "by" not in organ.unsourced else None
    said = session_name(known, session, language) if session else ""
    if organ.founded is None or "founded" in organ.unsourced:
        return say("organ-founded-by", language, name=name, session=said) if session else ""
    at = when(organ.founded, language)
    if session is None:
        return say("organ-founded", language, name=name, when=at)
    return say("organ-founded-at", language, name=name, when=at, session=said)


def _facts(known: Known, organ: Organ, language: str, day: date) -> tuple[Line, ...]:
    marks, lines = frozenset(organ.unsourced), []
    if note := form_note(marks, language):
        lines.append(Line(say("label-name", language), organ_name(known, organ.id, language), note=note))
    if acronym := acronym_on(organ, None, language) or acronym_on(organ, None, "en"):
        lines.append(Line(say("label-acronym", language), acronym))
    lines.append(Line(say("label-kind", language), say(f"kind-{organ.kind}", language), unsourced="kind" in marks))
    if organ.founded:
        lines.append(
            Line(
                say("label-founded", language),
                day_in(organ.founded, language),
                day=organ.founded,
                unsourced="founded" in marks,
            )
        )
    if (session := known.sessions_by_id.get(organ.by)) is not None:
        lines.append(decided_at(known, session, language, placed=True, unsourced="by" in marks))
    if organ.seat:
        ref = Ref("party", organ.seat_party) if organ.seat_party else None
        city = _city(known, organ.seat, organ.seat_party, language)
        lines.append(
            Line(
                say("label-seat", language),
                city,
                ref,
                None,
                None,
                "seat" in marks,
                note=form_note(marks, language, "seat"),
            )
        )
    if organ.composition and composed_on(organ, day, known.profile.known_until):
        words = words_in(organ.composition, language, "composition", organ.id)
        lines.append(Line(say("label-composition", language), words, unsourced="composition" in marks))
    if articles := articles_on(organ, known.instruments, day):
        said = listed((article(number, language) for number in articles), language)
        lines.append(Line(say("label-articles", language), said, unsourced="articles" in marks))
    return tuple(lines)


def _institutions(asked: Asked, known: Known, kind: str) -> Card | None:
    language = asked.language
    heads = {o.parent for o in known.organs if o.kind == kind}  # a head of its own kind is no institution
    mine = sorted(
        (o for o in known.organs if o.kind == kind and o.id not in heads and o.sources),
        key=lambda o: organ_name(known, o.id, language),
    )
    if not mine:
        return None
    rows = []
    for organ in mine:
        seat = _city(known, organ.seat, organ.seat_party, language) if organ.seat else ""
        rows.append(
            Line(
                organ_name(known, organ.id, language),
                seat,
                Ref("organ", organ.id),
                organ.founded,
                None,
                "kind" in organ.unsourced,
            )
        )
    disputes = disputes_about(known, f"organization/{known.profile.id}#{kind}", *(f"organs/{o.id}#kind" for o in mine))
    return Card(
        "institutions", language, say(f"label-{kind}", language), say(f"institutions-{kind}", language, n=len(mine)),
        rows=tuple(rows), rows_label=say(f"label-{kind}", language), sources=merged(*(o.sources for o in mine)),
        unsourced=(), disputes=disputes, certain=sum("kind" not in o.unsourced for o in mine), possible=len(mine),
        address=Ref("organization", known.profile.id),
    )  # fmt: skip
