"""Who reports to whom and when, and whether a resolution is to be followed up: as a paragraph states it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from amana.resolutions.deadline_forms import plain as plain_regex
from amana.resolutions.deadlines import Plain
from amana.resolutions.paragraphs import ReportDuty
from amana.values.expressions import expression
from amana.values.folding import fold
from amana.values.lexicons import patterns

REPORTS: dict[str, re.Pattern[str]] = {
    "en": expression(
        r"\breport(?:s|ing)?(?: back)?(?: thereon| \w+ly| on [^,;.]{0,100}| in (?:detail|writing|full)| at (?:each|every) \w+)?(?:, [^,;.]{3,40},)? to\b"
        r"|\b(?:submit|(?<!the )present|provide|make|transmit)(?:s|ting|ing)?\b[^;.]{0,80}\b(?<! to )reports?\b|\bprovide to the [A-Z]?[^;.]{0,160}\breports?\b|\breport (?:thereon|back|periodically|regularly)\b"
        r"|\b(?<!the )report(?:s|ing)? (?:its|his|her|their|the) (?:[\w-]+ ){0,3}?(?:findings?|conclusions?|results?|recommendations?|views|progress|outcome|observations)\b[^,;.]{0,60} (?:to|at|by|within|before)\b"
        r"|\b(?:to|and) report (?:on|at|by|not|no|within|as|[\w-]+ (?:days?|weeks?|months?) after)\b|\bkeep\w* (?:the )?[^;.]{0,60}\b(?:informed|apprised)\b"
    ),
    "fr": expression(
        r"\b(?:faire|fasse|fera|font)(?: a nouveau)? (?:un )?rapport|\b(?:rendre|rende) compte|\b(?:presenter|soumettre|remettre|etablir|presente|soumette|remette|etablisse)"
        r"[^;.]{0,150}\brapports?\b(?! (?:avec|entre|amicaux|de force)\b)|\b(?:tenir|tienne)[^;.]{0,60}\b(?:informee?s?|au courant)\b"
    ),
    "ar": expression(
        r"(?:تقديم|رفع|[يت]قدم|[يت]رفع|عرض|[يت]عرض|احال[ةه]|[يت]حيل|موافا[ةه]|[يت]وافي|اعداد)[^؛.]{0,30}?(?:تقرير|تقارير)"
        r"|(?<![\u0621-\u064a])[يت]عد(?: [\u0621-\u064a]+)? تقريرا?(?![\u0621-\u064a])[^؛.]{0,120}? (?:و(?:ان )?)?(?:[يت]قدمه|[يت]رفعه|[يت]عرضه|تقديمه|رفعه|عرضه)(?![\u0621-\u064a])"
        r"|(?:تقديم|[يت]قدم|رفع|[يت]رفع|موافا[ةه]|[يت]وافي)[^؛.]{0,110}? (?:تقريرا|بتقرير)(?![\u0621-\u064a])|ابقاء[^؛.]{0,40}علي علم|اطلاع[^؛.]{0,40}بانتظام"
    ),
    "id": expression(
        r"\b(?:melapor(?:kan)?|menyampaikan|menyerahkan|mengajukan|menyusun|menyiapkan)\b[^;.]{0,80}?\blaporan|\bmelapor(?:kan)?\b"
        r"|\bmemberi(?:kan)? laporan\b"
    ),
}
GATES: dict[str, re.Pattern[str]] = {
    "en": expression("report|informed|apprised"),
    "fr": expression("rapport|compte|informe|courant"),
    "ar": expression("تقرير|تقارير|علم|بانتظام"),
    "id": expression("lapor"),
}
"""Words one of which stands in every report duty."""
ABOUT = (" the ", " this ", " his ", " its ", " their ")
BEFORE = 160
"""So many characters before that word a duty may begin."""
TO: dict[str, re.Pattern[str]] = {
    "en": expression(
        r"\bto (?:the|its) (?:[(\w-]+\)? ){1,5}?(?:session|meeting|summit|conference)(?: \([^)]{1,40}\))? of (?:the )?|\bto (?:the |its )?(?:(?!health |youth |south |north |earth )(?:[\w-]*(?:first|second|third|[a-z]th)|\d{1,3}(?:st|nd|rd|th)) )?|\bkeep (?:the )?"
    ),
    "fr": expression(
        r"\ba la (?:[(\w-]+\)? ){1,5}?(?:session|reunion|conference) (?:suivante |ordinaire |a venir )?(?:\([^)]{1,40}\) )?(?:du |de la |de l'|des )|\b(?:a la |a l'|au |aux |a )(?:(?:[\w-]+ieme|premiere?|\d{1,3}e(?:me)?) )?|\btenir (?:la |le |l')?"
    ),
    "ar": expression(
        r"الي (?:ال)?(?:دورة|اجتماع)[\u0621-\u064a]* (?:[(\u0621-\u064a]+\)? ){0,5}?(?=ل?[\u0621-\u064a]+ )|(?:الي |علي |ل(?=[\u0621-\u064a]))"
    ),
    "id": expression(
        r"\bkepada (?:(?:sidang|sesi|pertemuan|konferensi)(?:nya)? (?:(?:luar )?biasa )?(?:yang )?(?:ke-? ?[\w-]+|berikutnya|mendatang) )?(?:para )?(?=\w)"
    ),
}
FOLLOW_UP: dict[str, re.Pattern[str]] = {
    "en": expression(
        r"\bfollow[- ]?up\b[^;.]{0,60}\bimplementation|\bfollow[- ]?up (?:on )?(?:the present|this) |\bfollow (?:up )?(?:on )?the implementation"
    ),
    "fr": expression(
        r"\b(?:suivre|assurer le suivi de|suivi de)\b[^;.]{0,30}(?:application|execution|mise en (?:œ|oe)uvre)|assurer le suivi de la presente"
    ),
    "ar": expression(r"متابعة (?:تنفيذ )?(?:هذا|هذه|احكام هذا) ?(?:القرار|المقرر|الموضوع)?"),
}
ASKS = frozenset(
    "request urge call_upon invite encourage entrust demand recommend appeal direct authorize appoint mandate "
    "follow_up_request report_request remind refer prescribe decide".split()
)
"""Functions under which a report can be owed."""


def report_of(
    plain: Plain,
    language: str,
    function: str | None,
    people: Sequence[tuple[str, int]],
    when: str,
    by: str,
    asked: Sequence[tuple[int, str]] = (),
) -> ReportDuty | None:
    """The duty to report; `people` are the ids found in the text with the place where each begins, `by` who is asked.

    `asked`: where a verb asks, and whom: "requests A to act, and B to report" is a duty of B.

    >>> report_of(Plain.of("Requests the SG to report to the Council"), "en", "request", [("council", 32)], "", "sg")
    ReportDuty(by='sg', to='council', when='')
    """
    if function not in ASKS or language not in REPORTS or (gate := GATES[language].search(plain.folded)) is None:
        return None
    for match in REPORTS[language].finditer(plain.folded, max(0, gate.start() - BEFORE)):
        if plain.folded[max(0, match.start() - 7) : match.start()].endswith(ABOUT):
            continue
        begin = match.start()
        to = _recipient(plain, language, begin, people)
        reached = plain.original(begin)
        by = next((who for at, who in reversed(asked) if at < reached), by)
        return ReportDuty(by, to, when or _recurrence(plain, language, begin))
    return None


ITSELF: dict[str, re.Pattern[str]] = {
    "en": expression(r"[^,;.]{0,120}?\bto it\b"),
    "fr": expression(r"(?<=\blui )"),
    "ar": expression(
        r"(?<=[\u0621-\u064a] )?(?:[يت]قدم|[يت]رفع|تقديم|رفع|عرض) [^،؛.]{0,30}?(?:الي|علي)ها?(?![\u0621-\u064a])|(?:[يت]وافي|موافات)ها?(?![\u0621-\u064a])"
    ),
}
"""The one who is told is the organ that speaks: "report to it", "lui faire rapport", "أن يقدم إليها"."""


def _recipient(plain: Plain, language: str, begin: int, people: Sequence[tuple[str, int]]) -> str:
    """Who stands right after "to" in the words of the report; '' for the organ itself."""
    if language in ITSELF and ITSELF[language].match(plain.folded, begin):
        return ""
    for match in TO[language].finditer(plain.folded, begin, begin + 240):
        reached = plain.original(match.end())
        for who, start in people:
            if -4 <= start - reached <= 6:
                return who
    return ""


def _recurrence(plain: Plain, language: str, begin: int) -> str:
    pattern = _recurrences(language)
    match = pattern.search(plain.folded, begin) if pattern is not None else None
    return plain.printed(match.start(), match.end()) if match is not None else ""


def asks_follow_up(text: str, language: str) -> bool:
    """Whether a paragraph asks that the resolution itself be followed up.

    >>> asks_follow_up("Requests the Secretary-General to follow up the implementation of the present resolution", "en")
    True
    """
    return language in FOLLOW_UP and FOLLOW_UP[language].search(fold(text, accents=False)) is not None


@cache
def _recurrences(language: str) -> re.Pattern[str] | None:
    ways = [f"(?:{plain_regex(p.regex)})" for p in patterns(language, "recurrence")]
    return re.compile("|".join(ways)) if ways else None
