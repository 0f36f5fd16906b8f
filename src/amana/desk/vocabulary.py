"""The words by which the desk calls what the rooms name by keys: statuses, outcomes, kinds, functions, roles, acts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from django.utils.functional import Promise
from django.utils.translation import get_language, gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from amana.desk.finding_words import FINDINGS
from amana.pages.marks import direction
from amana.pages.templatetags.names import addressee_words
from amana.pages.vocabulary import WORDS as SHARED
from amana.resolutions.paragraph_names import called
from amana.values.problems import Fact, Problem
from amana.values.words import Words

WORDS: Mapping[str, Mapping[str, Promise]] = {
    "status": {
        "proposed": _("proposed"),
        "confirmed": _("confirmed, not assigned"),
        "dismissed": _("dismissed"),
        "assigned": _("assigned"),
        "in_progress": _("in progress"),
        "reported": _("reported, waiting for approval"),
        "closed": _("closed"),
    },
    "outcome": {
        "implemented": _("implemented"),
        "partly": _("partly implemented"),
        "not_implemented": _("not implemented"),
        "ongoing": _("ongoing by its nature"),
        "superseded": _("superseded"),
        "lapsed": _("lapsed"),
        "not_applicable": _("nothing to be done"),
    },
    "kind": {
        "act": _("to act"),
        "report": _("to report"),
        "state": _("asked of states"),
        "external": _("asked of others outside"),
        "follow_up": _("to follow up and report, every time"),
    },
    "function": {
        "adopt": _("adopts"),
        "affirm": _("affirms"),
        "agenda": _("puts on the agenda"),
        "allocate": _("allocates"),
        "amend": _("amends"),
        "appeal": _("appeals"),
        "appoint": _("appoints"),
        "approve": _("approves"),
        "authorize": _("authorizes"),
        "aware": _("is aware"),
        "call_upon": _("calls upon"),
        "commend": _("commends"),
        "commit": _("commits itself"),
        "concern": _("is concerned"),
        "condemn": _("condemns"),
        "condole": _("condoles"),
        "confirm": _("confirms"),
        "consider": _("considers"),
        "convene": _("convenes"),
        "conviction": _("is convinced"),
        "decide": _("decides"),
        "declare": _("declares"),
        "demand": _("demands"),
        "deplore": _("deplores"),
        "desire": _("desires"),
        "determine": _("is determined"),
        "direct": _("directs"),
        "draw_attention": _("draws attention"),
        "elect": _("elects"),
        "emphasize": _("emphasizes"),
        "encourage": _("encourages"),
        "endorse": _("endorses"),
        "entrust": _("entrusts"),
        "establish": _("establishes"),
        "expect": _("expects"),
        "express": _("expresses"),
        "extend": _("extends"),
        "follow_up_request": _("requests follow-up"),
        "guided_by": _("is guided by"),
        "header": _("heading"),
        "hold_responsible": _("holds responsible"),
        "hope": _("hopes"),
        "invite": _("invites"),
        "keep_under_review": _("keeps under review"),
        "legal_basis": _("acts under"),
        "note": _("takes note"),
        "prescribe": _("prescribes"),
        "proclaim": _("proclaims"),
        "reaffirm": _("reaffirms"),
        "recall": _("recalls"),
        "recognize": _("recognizes"),
        "recommend": _("recommends"),
        "refer": _("refers"),
        "regret": _("regrets"),
        "reject": _("rejects"),
        "remain_seized": _("remains seized"),
        "remind": _("reminds"),
        "report_request": _("requests a report"),
        "request": _("requests"),
        "reserve": _("reserves"),
        "solidarity": _("is in solidarity"),
        "suggest": _("suggests"),
        "supersede": _("supersedes"),
        "support": _("supports"),
        "suspend": _("suspends"),
        "terminate": _("terminates"),
        "thank": _("thanks"),
        "urge": _("urges"),
        "warn": _("warns"),
        "welcome": _("welcomes"),
    },
    "role": {
        "administrator": _("administrator"),
        "registrar": _("registrar"),
        "conference-officer": _("conference officer"),
        "legal-counsel": _("legal counsel"),
        "translator": _("translator"),
        "reviser": _("reviser"),
        "editor": _("editor"),
        "budget-officer": _("budget officer"),
        "desk-officer": _("desk officer"),
        "department-head": _("department head"),
        "focal-point": _("focal point"),
        "delegate": _("delegate"),
        "secretary-general": _("Secretary-General and cabinet"),
        "auditor": _("auditor"),
    },
    "language": {"ar": _("Arabic"), "en": _("English"), "fr": _("French")},
    "line": {
        "draft": pgettext_lazy("version", "draft"),
        "revised": pgettext_lazy("version", "revised"),
        "provisional": pgettext_lazy("version", "provisional"),
        "issued": pgettext_lazy("version", "issued"),
    },
    "severity": {
        "error": _("to settle"),
        "settled": _("settled"),
        "warning": _("to look at"),
        "note": _("note"),
        "info": _("note"),
    },
    "finding": FINDINGS,
    "trace": {
        "authors": pgettext_lazy("in a file", "names of people"),
        "comments": pgettext_lazy("in a file", "comments"),
        "insertions": pgettext_lazy("in a file", "insertions, accepted"),
        "deletions": pgettext_lazy("in a file", "deletions, left out"),
        "changes of form": pgettext_lazy("in a file", "changes of form"),
        "properties": pgettext_lazy("in a file", "properties"),
        "revision ids": pgettext_lazy("in a file", "revision ids"),
        "hidden text": pgettext_lazy("in a file", "hidden text"),
        "marks": pgettext_lazy("in a file", "marks"),
        "settings": pgettext_lazy("in a file", "settings"),
    },
    "fact": {
        "party": _("state or body"),
        "session": _("session"),
        "organ": _("organ"),
        "source": _("source"),
        "standing": _("change of standing"),
        "term": _("term of office"),
        "instrument": _("instrument"),
    },
}
PLACES = ("key", "keys")
"""Facts that hold keys of paragraphs."""
KEY = re.compile(r"[ops]\d+[a-z]*(?:-\d+)*")
OFFICER = _("the officer to whom it is assigned")
OPERATOR = _("the operator at the command line")
PART = {
    "preambular": pgettext_lazy("part", "preamble"),
    "operative": pgettext_lazy("part", "operative part"),
    "structure": pgettext_lazy("part", "frame"),
}
ROLE = re.compile(r"^role: (.+)$")
OF = re.compile(r"^(ar|en|fr): (.*)$", re.DOTALL)
SEVERAL = re.compile(r" \| | · ")
FUNCTION = re.compile(r"^([a-z_]+) \((.*)\)$", re.DOTALL)
LATIN, ARABIC = re.compile("[A-Za-z]"), re.compile("[\u0600-\u06ff]")
APART = "\u2068{}\u2069"
"""What is quoted runs in its own direction, whatever stands around it."""
KINDS: Mapping[str, tuple[str, ...]] = {
    "status": ("status", "line"),
    "to": ("status", "line"),
    "after": ("status",),
    "known": ("status", "outcome", "line"),
    "found": ("language",),
    "how": ("outcome",),
    "role": ("role",),
    "roles": ("role",),
    "kind": ("fact", "evidence"),
    "standing": ("standing",),
    "language": ("language",),
    "languages": ("language",),
    "missing": ("language",),
    "present": ("language",),
    "moved": ("language",),
    "lacking": ("language",),
    "split": ("language",),
    "whole": ("language",),
    "short": ("language",),
}
"""Facts of problems that hold keys, by the kinds of word their values may be."""


def word(key: str, kind: str) -> str:
    """What the desk calls `key` of that kind; what pages call it, or the key itself, where it has no word of its own."""
    found = WORDS.get(kind, {}).get(key) or SHARED.get(kind, {}).get(key)
    return str(found) if found is not None else key


def paragraph_words(key: str, language: str, printed: Mapping[str, Words] | None = None) -> str:
    """What a paragraph is called in a sentence that says "paragraph": '2(b)', '4 of the preamble'. Keys stay in addresses.

    `printed`: key → its labels as each version prints them. The language must be the active one.
    """
    number = called(key, language, printed)
    if key.startswith("p"):
        return gettext("%(number)s of the preamble") % {"number": number}
    return gettext("%(number)s of the frame") % {"number": number} if key.startswith("s") else number


def told(problem: Problem, language: str, printed: Mapping[str, Words] | None = None) -> str:
    """The sentence of a problem in a language, its keys said in words. The language must be the active one.

    `printed`: how the text in hand numbers its paragraphs.
    """
    facts: dict[str, Fact] = {name: _spoken(name, value) for name, value in problem.facts.items()}
    if not problem.code.startswith("fact-"):
        facts |= {name: _paragraphs(problem.facts[name], language, printed) for name in PLACES if name in facts}
    said = replace(problem, facts=facts).message(language)
    first = said[:1] if said.startswith(str(problem.facts.get("file", "\0"))) else said[:1].upper()
    return first + said[1:] + ("" if said.endswith((".", "؟", "?", "!")) else ".")


def _paragraphs(fact: Fact, language: str, printed: Mapping[str, Words] | None) -> Fact:
    """The key of a paragraph, or several, as a text numbers them; what is no such key as it is."""
    if isinstance(fact, int):
        return fact
    if isinstance(fact, tuple):
        return " · ".join(str(_paragraphs(one, language, printed)) for one in fact)
    return APART.format(paragraph_words(fact, language, printed)) if KEY.fullmatch(fact) else fact


def _spoken(name: str, value: object) -> str | int:
    if isinstance(value, int):
        return value
    if isinstance(value, tuple):
        return " · ".join(str(_spoken(name, one)) for one in value)
    text = str(value)
    if name == "wanted":
        return _who(text)
    if len(several := SEVERAL.split(text)) > 1:
        return " · ".join(str(_spoken(name, one)) for one in several)
    if quoted := OF.match(text):
        return f"{word(quoted[1], 'language')}: {APART.format(_quoted(name, quoted[2]))}"
    return next((said for kind in KINDS.get(name, ()) if (said := word(text, kind)) != text), _upright(text))


def _upright(text: str) -> str:
    """What is quoted as it is: kept apart where it runs in the other direction than the sentence about it."""
    other = LATIN if direction(get_language() or "en") == "rtl" else ARABIC
    return APART.format(text) if other.search(text) and APART[0] not in text else text


def _quoted(name: str, text: str) -> str:
    """What one version says: a function beside its phrase, addressees by name, anything else as it is."""
    if function := FUNCTION.match(text):
        return f"{word(function[1], 'function')} ({function[2]})"
    if name == "addressees":
        return " · ".join(addressee_words(key.strip()).best(get_language() or "en") for key in text.split(","))
    return text


def _who(predicate: str) -> str:
    if roles := ROLE.match(predicate):
        return " · ".join(word(role.strip(), "role") for role in roles[1].split(","))
    return str(OFFICER) if "assigned" in predicate else str(OPERATOR)
