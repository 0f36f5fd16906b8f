"""What one row of a resolution states, all its languages taken together: the input of `obligations.propose`.

The versions are equals. Where they differ, that is a finding of the comparison; here the function most of them bear
counts (of equals the first of en, fr, ar), everybody addressed in any of them, and the most definite deadline.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from amana.charter.organs import Organ
from amana.mandates.obligations import Stated
from amana.resolutions.paragraphs import Deadline, Paragraph
from amana.values import lexicons
from amana.values.words import ORDER, Words

_DEFINITE = ("date", "session", "period", "urgency", "none")
NOWHERE: Mapping[str, str] = {}


def stated(
    key: str, texts: Mapping[str, Paragraph], *, paragraph: str = "", organ_ids: Mapping[str, str] = NOWHERE
) -> Stated:
    """What the paragraph `key` states. `texts`: language → its paragraph there; `paragraph`: its permanent id.

    `organ_ids` says which organ an addressee is ('council-of-foreign-ministers' → 'cfm'): see the function of that name.
    """
    ordered = [texts[language] for language in _languages(texts)]
    function = _function(ordered)
    deadline = _deadline(ordered)
    reports = [p.report for p in ordered if p.report is not None]
    report_to = next((r.to for r in reports if r.to), "")
    return Stated(
        key,
        function,
        max((p.strength for p in ordered if p.function == function and p.strength is not None), default=None),
        tuple(organ_ids.get(who, who) for who in _implementers(ordered)),
        deadline_text=deadline.text if deadline else "",
        deadline_kind=deadline.kind if deadline else "none",
        deadline_day=str(deadline.day) if deadline and deadline.day else "",
        deadline_session=deadline.session if deadline else None,
        deadline_period=deadline.period if deadline else "",
        deadline_next=deadline.next if deadline else True,
        deadline_words=Words({lang: p.deadline.text for lang, p in texts.items() if p.deadline is not None}),
        report=bool(reports),
        report_to=organ_ids.get(report_to, report_to),
        report_when=next((r.when for r in reports if r.when), ""),
        texts=Words({lang: p.text for lang, p in texts.items()}),
        part=ordered[0].part if ordered else "structure",
        paragraph=paragraph,
    )


def _languages(texts: Mapping[str, Paragraph]) -> list[str]:
    return [*(language for language in ORDER if language in texts), *sorted(set(texts) - set(ORDER))]


def _function(paragraphs: list[Paragraph]) -> str | None:
    counted = Counter(p.function for p in paragraphs if p.function is not None)
    return counted.most_common(1)[0][0] if counted else None


def _implementers(paragraphs: list[Paragraph]) -> Iterator[str]:
    """Everybody addressed, once; not the member states at large where one version says which of them."""
    addressed = dict.fromkeys(a.id for p in paragraphs for a in p.addressees if a.role == "implementer")
    some = any(who.startswith("member-states-") for who in addressed)
    yield from (who for who in addressed if not (some and who == "member-states"))


def _deadline(paragraphs: list[Paragraph]) -> Deadline | None:
    found = [p.deadline for p in paragraphs if p.deadline is not None]
    return min(found, key=lambda one: _DEFINITE.index(one.kind), default=None)


def organ_ids(organs: Iterable[Organ]) -> dict[str, str]:
    """Which organ each addressee of the lexicon is, by the names and forms both have, in any language.

    An addressee that bears an organ's own id, or whose forms mean several organs, is left as it is.

    >>> from amana.charter.organs import OrganName
    >>> cfm = Organ("cfm", "principal", (OrganName(Words(en="Council of Foreign Ministers")),))
    >>> organ_ids([cfm])
    {'council-of-foreign-ministers': 'cfm'}
    """
    ids: set[str] = set()
    by_form: dict[str, str] = {}
    for organ in organs:
        ids.add(organ.id)
        named = [text for one in organ.names for words in (one.name, one.acronym) for text in words.values()]
        by_form |= {_bare(form): organ.id for form in (*named, *organ.forms) if form}
    found: dict[str, str] = {}
    for addressee in lexicons.addressees():
        who = addressee.id.replace("_", "-")
        meant = {by_form[bare] for forms in addressee.forms.values() for f in forms if (bare := _bare(f)) in by_form}
        if addressee.type == "organ" and who not in ids and len(meant) == 1:
            found[who] = meant.pop()
    return found


def _bare(form: str) -> str:
    folded = form.casefold().strip()
    return next((folded.removeprefix(a) for a in ("the ", "le ", "la ", "l'") if folded.startswith(a)), folded)
