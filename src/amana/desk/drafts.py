"""A draft at the desk: what was received and read, what was said of it, and the page on which it is looked at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext

from amana import clerk
from amana.acts import may
from amana.acts.may import BESIDE
from amana.clerk import anchoring
from amana.clerk.knowing import terms_of
from amana.clerk.sheets import Sheet
from amana.desk.accepting import AcceptForm
from amana.desk.correcting import CorrectForm, held
from amana.desk.entering import say_problems
from amana.desk.fields import LANGUAGES, day_typed
from amana.desk.filing import read
from amana.desk.gate import view_of
from amana.desk.holding import typed_by_hand
from amana.desk.reviewing import Finding, Review, review, suggest
from amana.desk.version_lines import Typed, after_reading, keep_beside, table, words_of
from amana.pages.reading import Reading, reading_of
from amana.pages.templatetags.names import session_within
from amana.resolutions.settled import Rule, Settlement, TextRule
from amana.store.queries import desk as queries
from amana.store.queries import public, versions
from amana.values import codec
from amana.values.days import Day
from amana.values.problems import Problem, Refused
from amana.values.words import Words

LOOK = BESIDE["draft.look"]
WHICH = ("open", "settled")
"""Of which findings the page may show alone."""
TRACKED = ("intake-tracked-changes", "intake-comments", "intake-mended-marks")
"""What is true of every Word file that a roll-over writes."""


@dataclass(frozen=True, slots=True)
class Said:
    """What was said of a draft so far: which findings are settled, alone or by a rule, and the resolution it puts right."""

    settlements: tuple[Settlement, ...] = ()
    rules: tuple[TextRule, ...] = ()
    corrects: str = ""


def said_of(row: queries.Draft) -> Said:
    """What was said of a draft so far."""
    kept = row.settled
    return Said(
        codec.from_plain(tuple[Settlement, ...], kept.get("settlements", [])),
        codec.from_plain(tuple[TextRule, ...], kept.get("rules", [])),
        kept.get("corrects", ""),
    )


def waiting(key: UUID, request: HttpRequest | None = None) -> queries.Draft | HttpResponse:
    """The draft, while it waits; the resolution that came of it, once it is accepted.

    Who sends a `request` with words of his own after it was accepted or put away gets them back.
    """
    row = queries.draft(key)
    if row is not None and not row.resolution:
        return row
    typed = typed_by_hand(request) if request is not None else []
    if request is not None and typed:
        context = {"resolution": row.resolution if row is not None else "", "fields": typed}
        return render(request, "desk/gone.html", context, status=409)
    if row is None:
        raise Http404
    return HttpResponseRedirect(reverse("desk:decision", args=[row.resolution]))


def read_again(
    request: HttpRequest, row: queries.Draft, kept: list[dict[str, Any]], sheet: Sheet | None = None
) -> tuple[str, ...]:
    """Read the files again, or take them as read in `sheet`. What was settled stays so, and rows put right stay where
    their paragraphs are still there; how many are not is told.

    What somebody else changed meanwhile in other versions stays too. Where it was in the same ones their languages are
    given and nothing is done, but that the texts that came are kept among the earlier files of those versions.
    """
    came, gone = [f for f in kept if f not in row.files], [f for f in row.files if f not in kept]
    reading = reading_of(request)
    terms, by = terms_of(reading.organization), reading.reader.person
    begun = old = clerk.from_plain(row.sheet)
    new = anchoring.read_again(old, sheet or read(kept, reading), terms)
    while (now := keep_read(row, kept, new)) is not None:
        old = clerk.from_plain(now.sheet)
        both = changed(begun, new) & changed(begun, old) & changed(old, new)
        if both or now.resolution:
            keep_beside(str(row.id), new, [f["sha256"] for f in came], by)
            return tuple(sorted(both or new.readings))
        row, kept = now, [*(f for f in now.files if f not in gone and f not in came), *came]
        new = anchoring.read_again(old, read(kept, reading), terms)
    after_reading(str(row.id), old, new, by)
    if lost := len(old.corrections) - len(new.corrections):
        say_problems(request, [Problem("desk-rows-lost", {"count": lost})])
    return ()


def keep_read(row: queries.Draft, files: list[dict[str, Any]], sheet: Sheet) -> queries.Draft | None:
    """Keep these files and what was read in them; the draft as it is now where somebody else changed it meanwhile."""
    try:
        return versions.keep_read(row, files, clerk.to_plain(sheet))
    except queries.Draft.DoesNotExist as away:
        raise Http404 from away


def changed(old: Sheet, new: Sheet) -> set[str]:
    """The languages whose text is not from the same file in both."""
    before, after = ({(f.language, f.sha256) for f in one.files if f.language} for one in (old, new))
    return {language for language, _ in before ^ after}


def replace_files(
    request: HttpRequest, row: queries.Draft, kept: list[dict[str, Any]], sheet: Sheet | None = None
) -> bool:
    """Read these files again, as `read_again`; where somebody else was there first that is told, and False."""
    came = any(file not in row.files for file in kept)
    meanwhile = read_again(request, row, kept, sheet)
    say_problems(request, [Problem("line-changed", {"language": language}) for language in meanwhile])
    if meanwhile and came:
        messages.info(request, gettext("What you brought is kept: it stands among the earlier files of its version."))
    return not meanwhile


def form_of(
    reading: Reading, row: queries.Draft, sheet: Sheet, typed: dict[str, list[str]] | None, *, validate: bool = False
) -> AcceptForm:
    """The form of what is said of the resolution: as typed, else as read."""
    suggested, corrects = suggest(sheet, reading.organization), row.settled.get("corrects", "")
    renewed = {one.symbol or one.key: one.key for one in queries.renewed(corrects)} if corrects else {}
    cited = public.by_symbol(reading.reader, suggested.cited)
    form = CorrectForm if corrects else AcceptForm
    return form(reading, suggested, {**renewed, **cited}, typed, validate=validate)


def where(row: queries.Draft, sheet: Sheet, reading: Reading) -> tuple[str, str]:
    """The session and the organ of a draft: as typed, else as read; '' where neither says."""
    facts, suggested = row.settled.get("facts") or {}, suggest(sheet, reading.organization)
    said = [next(iter(facts.get(name, ())), "") for name in ("session", "organ")]
    return said[0] or suggested.session, said[1] or suggested.organ


def looked_at(row: queries.Draft, sheet: Sheet, reading: Reading) -> Review:
    """The sheet with what settled its findings: what was said of each, its own rules, those of its session. One query."""
    session, organ = where(row, sheet, reading)
    said = said_of(row)
    rules = [rule for rule in map(rule_of, versions.rules()) if rule.holds_for(session, organ)]
    return review(sheet, said.settlements, [*said.rules, *rules])


def rule_of(row: versions.FindingRule) -> Rule:
    """The rule that a row stands for."""
    return Rule(row.code, row.reason, row.session, row.organ, row.facts, row.key)


def page(
    request: HttpRequest,
    row: queries.Draft,
    sheet: Sheet,
    form: AcceptForm,
    *,
    which: str = "",
    tried: bool = False,
    doubted: bool = False,
    line: Typed | None = None,
) -> HttpResponse:
    """The draft's page. At most fourteen queries, whatever it shows. `line`: what was typed wrongly of a version."""
    reading = reading_of(request)
    laid = looked_at(row, sheet, reading)
    now, said = view_of(request), said_of(row)
    session, _ = where(row, sheet, reading)
    before, after = versions.neighbours(row)
    lines = table(reading, str(row.id), words_of(sheet.readings), now, typed=line)
    named = [row.by, *hands(laid.all_findings), *(rule.by for rule in said.rules), *lines.people]
    people, persons = versions.names(named, choice=lines.may_assign)
    typed = str(form["symbol"].value() or ""), str(form["session"].value() or "")
    context = {
        "draft": row, "sheet": sheet, "review": laid.only(which), "whole": laid, "which": which, "form": form,
        "tried": tried, "doubted": doubted, "before": before, "after": after, "versions": lines,
        "people": people, "persons": persons, "rules": said.rules,
        "files": _files(row, sheet), "as_written": _as_written(row), "adopted": _typed_day(request, form),
        "session_said": session_within(reading, session).best(reading.language) if session else "",
        "symbol": typed[0] or sheet.symbol(), "title": _title(form, sheet),
        "may_accept": reading.reader.has(*BESIDE["draft.receive"]),
        "may_settle": reading.reader.has(*BESIDE["finding.settle"]),
        "may_rule": bool(session) and may.may("finding.rule", now),
        "corrects": queries.named([said.corrects]).get(said.corrects) if said.corrects else None,
        **_there(said, *typed),
    }  # fmt: skip
    return render(request, "desk/draft.html", context, status=422 if tried or line else 200)


def _there(said: Said, symbol: str, session: str) -> dict[str, Any]:
    """What bears the same symbol already: an entry without text that this one `fills`, or a text that is `taken`. One query,
    and seven where it fills an entry.
    """
    rows = [] if said.corrects else queries.of_symbol(symbol)
    empty = next((row.key for row in rows if not row.held and row.session == session), "")  # type: ignore[attr-defined]
    return {
        "fills": held(empty) if empty else None,
        "taken": next((row for row in rows if row.held), None),  # type: ignore[attr-defined]
    }


def _title(form: AcceptForm, sheet: Sheet) -> Words:
    """What the draft is called: as typed or known from where it came, else as read."""
    read_as = {x: r.title for x, r in sheet.readings.items()}
    typed = {x: str(form[f"title_{x}"].value() or "") for x in LANGUAGES if f"title_{x}" in form.fields}
    return Words({x: typed.get(x) or read_as.get(x, "") for x in (*typed, *read_as) if typed.get(x) or read_as.get(x)})


def hands(findings: Iterable[Finding]) -> Iterator[str]:
    """Who settled these findings."""
    return (one.alone.by for one in findings if one.alone is not None)


def _typed_day(request: HttpRequest, form: AcceptForm) -> Day | None:
    """The day of adoption as it stands in the form, where it is one: shown in both calendars."""
    typed = str(form["adopted"].value() or "")
    try:
        return day_typed(typed, reading_of(request).language) if typed else None
    except (Refused, ValueError):
        return None


def _files(row: queries.Draft, sheet: Sheet) -> list[dict[str, Any]]:
    """Each kept file with the language read in it, and what stands against it.

    Of a file that the roll-over wrote it is not told that its changes are tracked: the page says so once.
    """
    read_as = {(f.name, f.sha256): f for f in sheet.files}
    return [
        {
            **file,
            "read": read_as.get((file["name"], file["sha256"])),
            "problems": [
                p
                for p in sheet.problems
                if str(p.facts.get("file", "")) == file["name"] and not (is_rolled(row, file) and p.code in TRACKED)
            ],
        }
        for file in row.files
    ]


def _as_written(row: queries.Draft) -> Problem | None:
    """What is said once of the Word files that a roll-over wrote; None where none of them is left."""
    return Problem("desk-rolled-files", severity="note") if any(is_rolled(row, file) for file in row.files) else None


def is_rolled(row: queries.Draft, file: Mapping[str, Any]) -> bool:
    """Whether a file of the draft is one that the roll-over wrote."""
    return file["sha256"] in row.settled.get("written", ())
