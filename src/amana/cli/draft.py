"""`amana draft`: last year's text as the draft of the coming session, a Word file a language, every change tracked."""

from __future__ import annotations

import argparse
from pathlib import Path

from amana import folder
from amana.clerk import drafting, knowing
from amana.clerk.sheets import Sheet
from amana.cli.read import files_of
from amana.cli.saying import about, language, many, say
from amana.cli.telling import tell_line, tell_problems, together, unwritable
from amana.folder.organization import Organization
from amana.mandates.addressing import organ_ids
from amana.publish.rolled_word import rolled_word
from amana.publish.sentences import version
from amana.resolutions.rollover import Known, Rolled
from amana.sessions.order import comes_after, preceding
from amana.sessions.session import Session
from amana.values.problems import NotReadable, Problem

EXAMPLES = """examples:
  amana draft last-year.ar.docx last-year.en.docx --organization organizations/oic --session cfm-52 --out drafts
  amana draft last-year.en.docx --organization organizations/oic --session cfm-52 --json     the marks alone
  amana draft --resolution lc-c-5-res-1 --organization organizations/example --session co-6 --out drafts
What is not known is left open as […]; nothing is changed without a mark that says why.
exit codes: 0 no mark, 1 marks, 2 a file or a session that cannot be read"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """The command's arguments."""
    parser.add_argument("files", type=Path, nargs="*", metavar="FILE", help="last year's text, a file a language")
    parser.add_argument("--resolution", metavar="ID", help="the texts of this decision of the folder, instead of files")
    parser.add_argument("--organization", type=Path, metavar="FOLDER", required=True, help="whose sessions to know")
    parser.add_argument("--session", required=True, metavar="ID", help="the coming session, as in sessions.csv")
    parser.add_argument(
        "--last", metavar="ID", help="the session of the text; else as it says, or the one before the coming one"
    )
    parser.add_argument("--out", type=Path, metavar="FOLDER", help="write a Word file a language here")
    parser.add_argument("--json", action="store_true", help="one object a mark and line")


def run(args: argparse.Namespace) -> int:
    """Roll the text over, write it where that is asked, and tell every mark."""
    if bool(args.files) == bool(args.resolution):
        raise NotReadable([Problem("drafting-what", {})])
    org, files = together(lambda: folder.read(args.organization), lambda: files_of(args.files))
    coming = _session(org, args.session)
    known = knowing.of(org)
    made = known.sheet(_texts(org, args.resolution) if args.resolution else files)
    unreadable = [p for p in made.problems if p.severity == "error"]
    tell_problems(unreadable, json=args.json)
    past = _past(org, args.last, made, coming)
    ended = drafting.no_longer_in_force(org.resolutions, org.patterns)
    holders = drafting.holders(org.terms, org.persons)
    house = Known(known.patterns, known.gazetteer, ended, organ_ids=organ_ids(org.organs), holders=holders)
    drafts = drafting.rolled_over(made, past, coming, house)
    for draft in drafts:
        _tell(draft, json=args.json)
        written = _write(args.out, draft, coming) if args.out is not None else None
        if not args.json:
            marks = many("marks", len(draft.marks))
            told = say("written", file=str(written)) if written else say("not-written")
            print(about(say("draft", language=version(draft.language, language()), marks=marks), told))
    return 2 if unreadable or not drafts else 1 if any(draft.marks for draft in drafts) else 0


def _session(org: Organization, key: str) -> Session:
    found = org.sessions_by_id.get(key)
    if found is None:
        raise NotReadable([Problem("drafting-session-unknown", {"session": key})])
    return found


def _past(org: Organization, key: str | None, made: Sheet, coming: Session) -> Session:
    """The session of the text: as said, else as the text says, else the one before the coming one; it comes before that."""
    past = _session(org, key) if key else knowing.session_of(made, org)[1] or preceding(coming, org.sessions)
    if past is None:
        raise NotReadable([Problem("drafting-session-last-unknown", {})])
    if not comes_after(past, coming):
        raise NotReadable([Problem("drafting-session-not-after", {"session": coming.id, "last": past.id})])
    return past


def _texts(org: Organization, key: str) -> list[tuple[str, bytes]]:
    """The texts of a decision of the folder, by its id or its symbol."""
    found = next((one for one in org.resolutions if key in (one.id, one.symbol) and one.texts), None)
    if found is None:
        raise NotReadable([Problem("drafting-decision-unknown", {"decision": key})])
    return [(f"{found.id}-{text.language}.txt", text.text.encode()) for text in found.texts]


def _tell(draft: Rolled, *, json: bool) -> None:
    for paragraph in draft.paragraphs:
        for mark in paragraph.marks:
            if json:
                tell_line(
                    {
                        "code": mark.problem.code,
                        "language": draft.language,
                        "block": paragraph.block,
                        "start": mark.start,
                        "end": mark.end,
                        "before": mark.before,
                        "after": mark.after,
                        "message": mark.problem.message(language()),
                    }
                )
            else:
                where = f"{draft.language} {paragraph.block or '+'} {paragraph.label}".strip()
                print(f"{where}: {mark.problem.message(language())} [{mark.problem.code}]")


def _write(out: Path, draft: Rolled, coming: Session) -> Path:
    """The Word file of one language, written; NotReadable in words where it cannot be written."""
    path = out / f"draft-{coming.id}-{draft.language}.docx"
    spoken = language()
    try:
        out.mkdir(parents=True, exist_ok=True)
        path.write_bytes(rolled_word(draft, lambda problem: problem.message(spoken), spoken))
    except OSError as why:
        raise unwritable(path, why) from why
    return path
