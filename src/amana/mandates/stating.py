"""What one row of a resolution states, all its languages taken together: the input of `obligations.propose`.

The versions are equals. Where they differ, that is a finding of the comparison; here the function most of them bear
counts (of equals the first of en, fr, ar), everybody addressed in any of them, and the most definite deadline.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from amana.mandates.obligations import Stated
from amana.mandates.periods import read_period
from amana.resolutions.paragraphs import Deadline, Paragraph
from amana.values.words import ORDER, Words

_DEFINITE = ("date", "session", "period", "urgency", "none")
NOWHERE: Mapping[str, str] = {}


def stated(
    key: str, texts: Mapping[str, Paragraph], *, paragraph: str = "", organ_ids: Mapping[str, str] = NOWHERE
) -> Stated:
    """What the paragraph `key` states. `texts`: language → its paragraph there; `paragraph`: its permanent id.

    `organ_ids` says which organ an addressee is ('council-of-foreign-ministers' → 'cfm'), for whom to report to.
    """
    ordered = [texts[language] for language in _languages(texts)]
    function = _function(ordered)
    language, deadline = _deadline(texts)
    reports = [p.report for p in ordered if p.report is not None]
    report_to = next((r.to for r in reports if r.to), "")
    return Stated(
        key,
        function,
        max((p.strength for p in ordered if p.function == function and p.strength is not None), default=None),
        tuple(dict.fromkeys(a.id for p in ordered for a in p.addressees if a.role == "implementer")),
        deadline_text=deadline.text if deadline else "",
        deadline_kind=deadline.kind if deadline else "none",
        deadline_day=str(deadline.day) if deadline and deadline.day else "",
        deadline_session=deadline.session if deadline else None,
        deadline_period=read_period(deadline.text, language) if deadline and deadline.kind == "period" else "",
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


def _deadline(texts: Mapping[str, Paragraph]) -> tuple[str, Deadline | None]:
    found = [(language, d) for language in _languages(texts) if (d := texts[language].deadline) is not None]
    return min(found, key=lambda one: _DEFINITE.index(one[1].kind), default=("", None))
