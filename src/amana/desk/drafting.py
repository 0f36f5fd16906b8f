"""Drafting at the desk: last year's text rolled over, two years held against each other, what a draft leaves open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import get_language, pgettext_lazy
from django.views.decorators.http import require_safe

from amana import clerk
from amana.acts.may import BESIDE
from amana.clerk import drafting, knowing
from amana.clerk.sheets import Sheet
from amana.desk.drafts import LOOK, waiting
from amana.desk.filing import WORD
from amana.desk.gate import desk
from amana.desk.reviewing import printed
from amana.desk.taking_out import Given, handed_out
from amana.desk.vocabulary import APART, PLACES, told
from amana.mandates.addressing import organ_ids
from amana.mandates.lifecycle import is_open
from amana.mandates.lint import OpenDuty, Record
from amana.mandates.lint_ranking import ranker
from amana.pages.reading import Reading, reading_of
from amana.pages.templatetags.names import session_words
from amana.publish.rolled_word import kept_together, rolled_word
from amana.resolutions.drafting import Ended, Held, ended
from amana.resolutions.rollover import Duty, Known, Rolled, RolledParagraph
from amana.resolutions.years import Pair, compared
from amana.sessions.order import comes_after, following
from amana.sessions.session import Session
from amana.store.queries import decisions, public
from amana.store.queries import desk as queries
from amana.store.queries import drafting as store
from amana.values.days import Day, write_day
from amana.values.problems import Fact, Problem
from amana.values.words import Words

OFFERED = 6
"""Coming sessions that are offered beside the one that follows."""


# last year's text as a draft


@desk()
@require_safe
def roll_over(request: HttpRequest, key: str, session: str = "", language: str = "") -> HttpResponse:
    """The draft of a coming session from a decision's text, in one language, with every mark. At most fifteen queries."""
    reading, whole = reading_of(request), held(request, key)
    past = reading.organization.sessions_by_id.get(whole.row.session)
    coming = coming_session(reading, past, session)
    drafts = rolled(reading, whole, past, coming) if past and coming else ()
    shown = in_language(drafts, language or reading.language)
    context = {
        "row": whole.row, "past": past, "coming": coming, "drafts": drafts, "draft": shown,
        "offered": _offered(reading, past, coming) if past else (),
        "may_keep": reading.reader.has(*BESIDE["draft.receive"]), **drawn(shown),
    }  # fmt: skip
    return render(request, "desk/draft_rolled.html", context)


def drawn(shown: Rolled | None) -> dict[str, Any]:
    """A version of a draft as a page draws it: its paragraphs, how many changes, how many places to look at."""
    marks = shown.marks if shown else ()
    return {
        "paragraphs": [_drawn(p, shown.language) for p in shown.paragraphs] if shown else (),
        "changed": sum(m.changes for m in marks),
        "to_see": sum(not m.changes for m in marks),
    }


@desk()
@require_safe
def rolled_file(request: HttpRequest, key: str, session: str, language: str) -> HttpResponse:
    """The same as a Word file: last year's text with every change tracked, and comments."""
    reading, whole = reading_of(request), held(request, key)
    past = reading.organization.sessions_by_id.get(whole.row.session)
    coming = coming_session(reading, past, session)
    drafts = rolled(reading, whole, past, coming) if past and coming else ()
    draft = next((d for d in drafts if d.language == language), None)
    if draft is None or coming is None:
        raise Http404
    return handed_out(as_word(draft, coming, key))


def as_word(draft: Rolled, coming: Session, of: str) -> Given:
    """A version of a draft as a Word file, its comments in the language of whoever asks. `of`: what was rolled over."""
    spoken = get_language() or "en"
    data = rolled_word(draft, lambda problem: told(problem, spoken), spoken)
    return Given(f"draft-{coming.id}-{of}-{draft.language}.docx", WORD, data)


def _drawn(p: RolledParagraph, language: str) -> dict[str, Any]:
    """A paragraph as the page draws it: its stretches, and beside it why."""
    notes = [isolated(mark.problem) for mark in p.marks]
    pieces = [replace(piece, after=kept_together(piece.after, language)) if piece.before != piece.after else piece
              for piece in p.pieces()]  # fmt: skip
    return {"part": p.part, "label": p.label, "pieces": pieces, "notes": notes}


def isolated(problem: Problem) -> Problem:
    """The problem with what it quotes kept from turning round what stands about it; keys of paragraphs are said by `told`."""
    facts = {name: fact if name in PLACES else _apart(fact) for name, fact in problem.facts.items()}
    return replace(problem, facts=facts)


def _apart(fact: Fact) -> Fact:
    if isinstance(fact, tuple):
        return tuple(APART.format(one) for one in fact)
    return APART.format(fact) if isinstance(fact, str) else fact


def held(request: HttpRequest, key: str) -> public.Whole:
    """The decision with its texts; there is no such page where no text is held."""
    whole = public.decision(reading_of(request).reader, key)
    if whole is None or not whole.texts:
        raise Http404
    return whole


def coming_session(reading: Reading, past: Session | None, key: str) -> Session | None:
    """The session that is asked for, where it comes after the text's; else the one that follows."""
    if past is None:
        return None
    if key:
        found = reading.organization.sessions_by_id.get(key)
        if found is None or not comes_after(past, found):
            raise Http404
        return found
    return following(past, reading.organization.sessions)


def _offered(reading: Reading, past: Session, coming: Session | None) -> list[Session]:
    """Other sessions of the organ that come after last year's, the nearest first."""
    later = [
        s for s in reading.organization.sessions if s is not coming and s.kind == past.kind and comes_after(past, s)
    ]
    return sorted(later, key=lambda s: s.number or 0)[:OFFERED]


def in_language(drafts: Sequence[Rolled], language: str) -> Rolled | None:
    """The version in this language, else the first."""
    return next((d for d in drafts if d.language == language), drafts[0] if drafts else None)


def _sheet(reading: Reading, whole: public.Whole) -> Sheet:
    """The accepted texts read again, each as it was accepted."""
    files = ((f"{whole.row.key}-{x}.txt", text.text.encode()) for x, text in whole.texts.items())
    return knowing.of(reading.organization).sheet(files)


def rolled(reading: Reading, whole: public.Whole, past: Session, coming: Session) -> tuple[Rolled, ...]:
    """A decision held as the draft of a coming session, a version after the other."""
    sheet = _sheet(reading, whole)
    known, duties = known_of(reading, sheet), _duties(reading, whole.row.key, coming)
    made: list[Rolled] = []
    for language in sheet.readings:
        by_block = {
            p.places[language]: duties[p.place]
            for p in whole.paragraphs
            if p.places.get(language) and p.place in duties
        }
        one = Sheet((), {language: sheet.readings[language]}, (), ())
        made += drafting.rolled_over(
            one,
            past,
            coming,
            replace(known, duties=by_block),
            symbol=whole.row.symbol,
        )
    return in_order(reading, made)


def known_of(reading: Reading, sheet: Sheet) -> Known:
    """What the house knows that a text is rolled over with. Five queries."""
    org = reading.organization
    known = knowing.of(org)
    ends = no_longer_in_force(reading, [sheet])
    holders = drafting.holders(org.terms, org.persons)
    return Known(known.patterns, known.gazetteer, ends, organ_ids=organ_ids(org.organs), holders=holders)


def in_order(reading: Reading, made: Iterable[Rolled]) -> tuple[Rolled, ...]:
    """Versions in the order of the organization's languages, any other after them."""
    order = reading.organization.profile.languages
    return tuple(sorted(made, key=lambda d: order.index(d.language) if d.language in order else len(order)))


def _duties(reading: Reading, key: str, coming: Session) -> dict[str, list[Duty]]:
    """What became of the duties of a decision, by the key of their paragraph."""
    found: dict[str, list[Duty]] = {}
    for row in queries.of_resolution(key):
        if row.status in ("proposed", "dismissed"):
            continue
        report = row.kind == "report" or bool(row.report_session)
        found.setdefault(row.place, []).append(Duty(_state(row, coming), report, _due(reading, row)))
    return found


def _state(row: Any, coming: Session) -> Any:
    """Where a duty stands as a drafter needs it: done, ended otherwise, due by the coming session, or open."""
    if not is_open(row.status):
        return {"implemented": "done", "ongoing": "open"}.get(row.outcome, "ended")
    last = coming.days.last.isoformat() if coming.days and coming.days.last else ""
    at_session = coming.id in (row.due_session, row.report_session)
    return "due" if at_session or (row.due_day and last and row.due_day <= last) else "open"


def _due(reading: Reading, row: Any) -> str:
    """The session or the day by which it is due, as the reader says it."""
    session = reading.organization.sessions_by_id.get(row.report_session or row.due_session)
    if session is not None:
        return session_words(reading, session).best(reading.language)
    return write_day(Day.parse(row.due_day), reading.language) if row.due_day else ""


def no_longer_in_force(reading: Reading, sheets: Iterable[Sheet]) -> Mapping[str, Ended]:
    """What of the decisions that these texts cite is no longer in force. Five queries."""
    cited = {c.symbol for s in sheets for r in s.readings.values() for p in r.paragraphs for c in p.citations}
    patterns = reading.organization.patterns
    held = [Held(row.key, row.symbol, tuple(row.renews)) for row in store.renewing(cited)]
    ends = [
        Held(paragraph.key, symbol, (), tuple(drafting.ending(paragraph.function, paragraph.texts, patterns)))
        for paragraph, symbol in store.endings()
    ]
    return {symbol: one for symbol, one in ended([*held, *ends]).items() if symbol in cited}


# what a draft leaves open


@desk(*LOOK)
@require_safe
def left_open(request: HttpRequest, key: UUID) -> HttpResponse:
    """What a draft leaves open: clauses, citations, duties like open ones. At most twelve queries."""
    row = waiting(key)
    if isinstance(row, HttpResponse):
        return row
    reading, sheet = reading_of(request), clerk.from_plain(row.sheet)
    duties = [
        OpenDuty(d["key"], Words(d["words"]), tuple(d["implementers"]), d["symbol"], d["recurring"])
        for d in store.open_duties()
    ]
    ids = organ_ids(reading.organization.organs)
    found = drafting.left_open(sheet, Record(no_longer_in_force(reading, [sheet]), duties, ids, ranker()))
    texts = {r.key: {x: (p.label, p.text) for x, p in r.texts.items()} for r in sheet.rows}
    context = {
        "draft": row, "found": [_with_paragraphs(p, texts) for p in found], "symbol": sheet.symbol(),
        "printed": printed(sheet),
    }  # fmt: skip
    return render(request, "desk/draft_open.html", context)


def _with_paragraphs(problem: Any, texts: Mapping[str, Mapping[str, tuple[str, str]]]) -> dict[str, Any]:
    """A note with the paragraphs it is about: key, and label and text in every language."""
    keys = problem.facts.get("keys") or (problem.facts.get("key"),)
    said = [
        (key, Words({x: f"{label} {text}".strip() for x, (label, text) in texts.get(key, {}).items()})) for key in keys
    ]
    return {"problem": isolated(problem), "paragraphs": said, "mandate": problem.facts.get("mandate", "")}


# two years


@desk()
@require_safe
def years_of(request: HttpRequest, key: str) -> HttpResponse:
    """The other years a decision can be held against: what it renews or recalls, what renewed or recalls it, its subjects;
    where a text is held. At most seventeen queries.
    """
    reading, whole = reading_of(request), held(request, key)
    renewed = queries.renewed(key)
    renewing = public.renewed_by(reading.reader, key)
    same = decisions.same_subject(reading.reader, reading.today, whole.row)
    cited = (c.symbol for r in _sheet(reading, whole).readings.values() for p in r.paragraphs
             if p.part == "preambular" for c in p.citations)  # fmt: skip
    recalled = store.bearing((*whole.row.recalls, *cited))
    recalling = decisions.recalled_by(reading.reader, reading.today, whole.row.symbol)
    apart = [r for r in (*recalled, *recalling) if r.organ == whole.row.organ and r.session != whole.row.session]
    several = {row.key: row for row in (*renewed, *renewing, *same, *apart) if row.key != key}
    texts = store.with_text(several.values())
    rows = sorted((several[one] for one in texts), key=lambda row: (row.adopted, row.key), reverse=True)
    context = {"row": whole.row, "others": [(row, _earlier(row, whole.row)) for row in rows]}
    return render(request, "desk/draft_years_of.html", context)


def _earlier(one: Any, other: Any) -> bool:
    return bool(one.adopted < other.adopted)


@desk()
@require_safe
def years(request: HttpRequest, before: str, after: str, language: str = "") -> HttpResponse:
    """Two years of one subject side by side, what changed named beneath. At most fifteen queries."""
    reading = reading_of(request)
    old, new = held(request, before), held(request, after)
    if old.row.adopted > new.row.adopted:
        return HttpResponseRedirect(reverse("desk:years", args=[after, before]))
    one, other = _sheet(reading, old), _sheet(reading, new)
    common = [x for x in reading.organization.profile.languages if x in one.readings and x in other.readings]
    wanted = language or reading.language
    chosen = wanted if wanted in common else next(iter(common), "")
    pairs = compared(one.readings[chosen], other.readings[chosen]) if chosen else ()
    context = {
        "old": old.row, "new": new.row, "held_in": common, "chosen": chosen, "pairs": _numbered(pairs),
        "counts": [(KINDS[kind], count) for kind, count in Counter(p.kind for p in pairs).items()],
        "verbs": [(n, isolated(c)) for n, p in enumerate(pairs, 1) for c in p.changes if c.code.startswith("years-verb")],
    }  # fmt: skip
    return render(request, "desk/draft_years.html", context)


KINDS: Mapping[str, Promise] = {
    "same": pgettext_lazy("paragraph of two years", "unchanged"),
    "reworded": pgettext_lazy("paragraph of two years", "reworded"),
    "new": pgettext_lazy("paragraph of two years", "new"),
    "dropped": pgettext_lazy("paragraph of two years", "dropped"),
    "split": pgettext_lazy("paragraph of two years", "split"),
    "merged": pgettext_lazy("paragraph of two years", "merged"),
}
MOVED = pgettext_lazy("paragraph of two years", "stands elsewhere")


def _numbered(pairs: Sequence[Pair]) -> list[dict[str, Any]]:
    """Each pair with its number on the page, what became of it in a word, its labels, and what changed."""
    return [
        {
            "number": n,
            "pair": pair,
            "said": " · ".join(str(said) for said in (KINDS[pair.kind], *([MOVED] if pair.moved else ()))),
            "old_label": " ".join(p.label for p in pair.before if p.label),
            "label": " ".join(p.label for p in pair.after if p.label),
            "notes": [isolated(change) for change in pair.changes],
        }
        for n, pair in enumerate(pairs, 1)
    ]
