"""By when, and who reports to whom: what a paragraph states, in its own words and never resolved."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from amana.resolutions.paragraphs import Deadline, DeadlineKind, ReportDuty
from amana.values.days import Day, Span, StatedDays
from amana.values.folding import fold, fold_with_places
from amana.values.hijri import computed_gregorian, to_a_day
from amana.values.lexicons import patterns
from amana.values.months import name_pattern
from amana.values.numbers import read_cardinal, read_ordinal

KINDS: dict[str, DeadlineKind] = {
    "not_later_than": "date",
    "by_date": "date",
    "until": "date",
    "ordinal_session": "session",
    "relative_next_session": "session",
    "before_session": "session",
    "within_period": "period",
    "urgency": "urgency",
}
RANK: dict[DeadlineKind, int] = {"date": 0, "session": 1, "period": 2, "urgency": 3, "none": 4}
MORE: dict[str, tuple[tuple[str, str], ...]] = {
    "en": (
        (
            "before_session",
            r"\b(?:at least |not later than |no later than |not less than )?([\w-]+) (days?|weeks?|months?) (?:before|prior to|in advance of|ahead of) "
            r"(?:the )?(?:(?:opening|beginning|commencement|start|convening|holding|date) (?:date )?of )?(?:the |its |their |each )?"
            r"(?P<which>[\w-]+(?: and [\w-]+)?(?: \([\w -]+\))?) (?:regular |ordinary |annual )?session\b",
        ),
        (
            "ordinal_session",
            r"\b(?:at|to|for|before|by|until|during|prior to) (?:its|the|their) (?:next|forthcoming|coming|following) \((?:the )?([\w-]+(?: and [\w-]+)?)\) (?:regular |ordinary )?(?:session|meeting|summit|conference)\b",
        ),
        (
            "ordinal_session",
            r"\b(?:at|to|for|before|by|until|during|prior to) (?:its|the|their) ([\w-]+(?: and [\w-]+)?) (?:regular |ordinary |special |extraordinary |annual )?(?:session|meeting|summit|islamic summit|conference)\b",
        ),
        (
            "relative_next_session",
            r"\b(?:next|following|forthcoming|coming|subsequent) (?:regular |ordinary |annual |extraordinary |islamic )*(?:session|meeting|summit|conference|council)\b",
        ),
        (
            "not_later_than",
            r"\b(?:by|before|no later than|not later than|on or before) (?:the )?(?:end of )?(\d[^,;.]{3,30}|(?:january|february|march|april|may|june|july|august|september|october|november|december)[^,;.]{3,20})",
        ),
        (
            "within_period",
            r"\b(?:within|in|not later than|no later than) (?:a period of |the next |one of )?([\w-]+) (days?|weeks?|months?|years?)\b",
        ),
    ),
    "fr": (
        (
            "before_session",
            r"\b(?:au moins |au plus tard )?([\w-]+) (jours?|semaines?|mois) (?:au moins |au plus tard )?avant "
            r"(?:(?:l'ouverture|le début|la tenue|la convocation|la date d'ouverture) de )?(?:la |sa |leur |chaque )?"
            r"(?P<which>[\w-]+(?: et [\w-]+)?(?: \([\w -]+\))?) session\b(?: ordinaire)?(?: suivante| à venir)?",
        ),
        (
            "ordinal_session",
            r"\b(?:à|lors de|avant|pour) (?:sa|la|leur) prochaine (?:session )?\(([\w-]+(?: et [\w-]+)?)\)(?: session\b)?",
        ),
        (
            "ordinal_session",
            r"\b(?:à|lors de|avant|pour) (?:sa|la|leur) ([\w-]+(?: et [\w-]+)?) (?:session|réunion|reunion|sommet|conférence|conference)\b",
        ),
        (
            "relative_next_session",
            r"\b(?:prochaine?|suivante?) (?:session|réunion|reunion|sommet|conférence|conference)|(?:session|réunion|sommet|conférence) (?:ordinaire )?(?:prochaine?|suivante?|à venir)",
        ),
        (
            "not_later_than",
            r"\b(?:au plus tard|avant|d'ici(?: à| au)?) (?:le |la )?(?:fin )?(?:de |du )?((?:1er |\d)[^,;.]{3,30}|(?:fin )?(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)[^,;.]{3,20})",
        ),
        (
            "within_period",
            r"\bdans (?:un délai de |les |un délai maximum de )?([\w-]+) (jours?|semaines?|mois|années?|ans?)\b",
        ),
    ),
    "ar": (
        (
            "before_session",
            r"(?<![\u0621-\u064a])قبل (?:ما لا يقل عن )?(\d+|[\u0621-\u064a]+)? ?(يوما|ايام|يومين|اسبوعا|اسبوعين|اسابيع|اسبوع|شهرا|شهرين|شهر|اشهر) (?:علي الاقل )?من "
            r"(?:(?:تاريخ |موعد )?(?:افتتاح|انعقاد|عقد|بدء|بداية) )?(?:اعمال )?(?P<which>(?:الدورة|دورته|دورتها|دورة)(?: ال[\u0621-\u064a]+){1,3})",
        ),
        (
            "before_session",
            r"(?<![\u0621-\u064a])قبل (?:(?:تاريخ |موعد )?(?:افتتاح|انعقاد|عقد|بدء|بداية) )?(?:اعمال )?(?P<which>(?:الدورة|دورته|دورتها|دورة)(?: ال[\u0621-\u064a]+){1,3}) "
            r"ب(?:ما لا يقل عن )?(\d+|[\u0621-\u064a]+)? ?(يوما|ايام|يومين|اسبوعا|اسبوعين|اسابيع|اسبوع|شهرا|شهرين|شهر|اشهر)(?![\u0621-\u064a])",
        ),
        (
            "ordinal_session",
            r"(?<![\u0621-\u064a])(?:(?:في|الي|خلال|قبل|اثناء) |ل)(?:دورته|دورتها|الدورة|دورة|اجتماعه|الاجتماع|القمة|مؤتمره) (?:(?:العادية|المجلس|المؤتمر) )?(ال[\u0621-\u064a]+(?: و?ال[\u0621-\u064a]+| عشرة?)?)",
        ),
        (
            "relative_next_session",
            r"(?:دورته|دورتها|الدورة|دورة|المؤتمر|مؤتمر|الاجتماع|اجتماعه|القمة|المجلس)(?: [\u0621-\u064a]+){0,5} (?:القادمة?|المقبلة?|التالية?)(?![\u0621-\u064a])",
        ),
        (
            "not_later_than",
            r"(?:في (?:اجل|موعد) (?:اقصاه|لا يتجاوز|غايته)|بحلول|قبل(?: نهاية)?|في موعد لا يتعدي) ([^،؛.]{0,20}\d[^،؛.]{3,40})",
        ),
        (
            "within_period",
            r"(?:في غضون|خلال|في مدة لا تتجاوز|في اجل لا يتجاوز|في ظرف) (?:مدة )?([\u0621-\u064a]+|\d+)? ?(يوما|ايام|يومين|اسبوعا|اسبوعين|اسابيع|شهرا|شهرين|شهر|اشهر|سنة|سنتين|سنوات|عام|عامين|اعوام)(?![\u0621-\u064a])",
        ),
    ),
}
BY = {
    "en": r"\b(?:by|before|no later than|not later than|on or before) (?:the )?(?:end of )?(?:the month of )?",
    "fr": r"\b(?:au plus tard|avant|d'ici(?: a| au)?) (?:la |en )?(?:fin )?(?:de |du |d')?(?:mois de )?",
}
"""What stands before a month of the Hijri calendar that is a deadline."""
BEFORE = re.compile(r"(?:before|avant|قبل)(?! (?:the end|la fin|fin|نهاية))(?!\w)")
NEAR = 20
"""So far behind "not later than" a Hijri day may begin to be the deadline."""
ASKING_NEXT = re.compile(r"\W*(?:requests?|calls?|urges?|appeals?|demands?|invites?)\b")
NEXT = re.compile(r"\b(?:next|following|forthcoming|coming|prochaine?|suivante?|a venir)\b|(?:القادمة|المقبلة|التالية)")
IN_BRACKETS = re.compile(r" ?\((?:the |la |الدورة )?([^()]{3,40})\)")
"""The number that stands behind: "the next session (Fifty-second)"."""
OF = re.compile(
    r"(?: \([^()]*\))?(?: (?:regular|ordinary|ordinaire))? ?(?:of|du|de la|de l'|des|de)? ?(?:the|la|le|l')? ?ل?"
)
"""What may stand between a session and the organ whose session it is."""
UNITS = (
    ("D", re.compile(r"day|jour|يوم|ايام")),
    ("W", re.compile(r"week|semaine|اسبوع|اسابيع")),
    ("M", re.compile(r"month|mois|شهر|اشهر")),
    ("Y", re.compile(r"year|annee|ans?$|سن|عام|اعوام")),
)
DUAL = re.compile("(?:ين|ان)$")
PLURAL = re.compile("ايام|اسابيع|اشهر|سنوات|اعوام")
REPORTS: dict[str, re.Pattern[str]] = {
    "en": re.compile(
        r"\breport(?:s|ing)?(?: back)?(?: thereon| orally| regularly| periodically| on [^,;.]{0,100})? to\b"
        r"|\b(?:submit|(?<!the )present|provide|make|transmit)(?:s|ting|ing)?\b[^;.]{0,80}\breports?\b|\breport (?:thereon|back|periodically|regularly)\b"
        r"|\b(?:to|and) report (?:on|at|by|not|no|within|as)\b|\bkeep\w* (?:the )?[^;.]{0,60}\b(?:informed|apprised)\b"
    ),
    "fr": re.compile(
        r"\b(?:faire|fasse|fera|font) (?:un )?rapport|\brendre compte|\b(?:presenter|soumettre|remettre|etablir|presente|soumette)[^;.]{0,60}"
        r"\brapports?\b|\b(?:tenir|tienne)[^;.]{0,60}\b(?:informee?s?|au courant)\b"
    ),
    "ar": re.compile(
        r"(?:تقديم|رفع|[يت]قدم|[يت]رفع|عرض|موافاة|اعداد)[^؛.]{0,30}?(?:تقرير|تقارير)|ابقاء[^؛.]{0,40}علي علم|اطلاع[^؛.]{0,40}بانتظام"
    ),
}
ABOUT = re.compile(r"\b(?:the|this|his|its|their) $")
TO: dict[str, re.Pattern[str]] = {
    "en": re.compile(
        r"\bto (?:the|its) (?:[(\w-]+\)? ){1,5}?(?:session|meeting|summit|conference)(?: \([^)]{1,40}\))? of (?:the )?|\bto (?:the |its )?|\bkeep (?:the )?"
    ),
    "fr": re.compile(
        r"\ba la (?:[(\w-]+\)? ){1,5}?(?:session|reunion|conference) (?:suivante |ordinaire |a venir )?(?:\([^)]{1,40}\) )?(?:du |de la |de l'|des )|\b(?:a la |a l'|au |aux |a )|\btenir (?:la |le |l')?"
    ),
    "ar": re.compile(
        r"الي (?:ال)?(?:دورة|اجتماع)[\u0621-\u064a]* (?:[(\u0621-\u064a]+\)? ){0,5}?(?=ل?[\u0621-\u064a]+ )|(?:الي |علي |ل(?=[\u0621-\u064a]))"
    ),
}
FOLLOW_UP: dict[str, re.Pattern[str]] = {
    "en": re.compile(
        r"\bfollow[- ]?up\b[^;.]{0,60}\bimplementation|\bfollow[- ]?up (?:on )?(?:the present|this) |\bfollow (?:up )?(?:on )?the implementation"
    ),
    "fr": re.compile(
        r"\b(?:suivre|assurer le suivi de|suivi de)\b[^;.]{0,30}(?:application|execution|mise en (?:œ|oe)uvre)|assurer le suivi de la presente"
    ),
    "ar": re.compile(r"متابعة (?:تنفيذ )?(?:هذا|هذه|احكام هذا) ?(?:القرار|المقرر|الموضوع)?"),
}
ASKS = frozenset(
    "request urge call_upon invite encourage entrust demand recommend appeal direct authorize appoint mandate "
    "follow_up_request report_request remind refer prescribe decide".split()
)
"""Functions under which a report can be owed."""


@dataclass(frozen=True, slots=True)
class Plain:
    """A paragraph's text as it is matched, with the way back to the words as printed."""

    text: str
    folded: str
    places: list[int] | None

    @classmethod
    def of(cls, text: str) -> Plain:
        """Fold a text: accents gone, alefs and yas alike, western digits."""
        folded, places = fold_with_places(text, accents=False)
        return cls(text, folded, places)

    def printed(self, start: int, end: int) -> str:
        """The original words of a piece of the folded text."""
        first, last = self.original(start), self.original(end)
        return self.text[first:last].strip()

    def original(self, place: int) -> int:
        """Where a place of the folded text stands in the original."""
        return place if self.places is None else self.places[min(place, len(self.places) - 1)]


def deadline_of(plain: Plain, language: str, days: Sequence[StatedDays]) -> Deadline | None:
    """The deadline that a paragraph states: a day before a session before a period before urgency; None without one.

    >>> due = deadline_of(Plain.of("Requests the bank to report within thirty days"), "en", ())
    >>> due.text, due.kind, due.period
    ('within thirty days', 'period', 'P30D')
    """
    found = sorted(_deadlines(plain, language, days), key=lambda f: (*says_most(f[1]), f[0]))
    return found[0][1] if found else None


def says_most(deadline: Deadline) -> tuple[int, bool]:
    """The least says most: by its kind, stated before computed; a day that cannot be computed comes behind a period.

    >>> says_most(Deadline("", "date", computed=True)) > says_most(Deadline("", "period"))
    True
    """
    lost = deadline.computed and deadline.day is None
    return RANK["period" if lost else deadline.kind], deadline.computed


def _deadlines(plain: Plain, language: str, days: Sequence[StatedDays]) -> Iterator[tuple[int, Deadline]]:
    for meaning, pattern in _patterns(language):
        for match in pattern.finditer(plain.folded):
            made = _deadline(KINDS[meaning], meaning, match, plain, language, days)
            if made is not None:
                yield match.start(), made


def _deadline(
    kind: DeadlineKind, meaning: str, match: re.Match[str], plain: Plain, language: str, days: Sequence[StatedDays]
) -> Deadline | None:
    start, end = match.span()
    text = plain.printed(start, end)
    if kind == "date":
        return _dated(match, plain, days)
    if kind == "period":
        period = _period(match[1] or "", match[2], language)
        return Deadline(text, kind, period=period) if period else None
    if kind == "session":
        return _at_session(meaning, match, plain, language)
    if kind == "urgency" and ASKING_NEXT.match(plain.folded, end):
        return None  # "urgently requests": said of the asking, not of what is asked
    return Deadline(text, kind)


def _at_session(meaning: str, match: re.Match[str], plain: Plain, language: str) -> Deadline | None:
    """A session by its number, also where that stands behind in brackets; the next one; so long before it opens."""
    start, end = match.span()
    text = plain.printed(start, end)
    if meaning == "before_session":
        return _before_session(match, text, language)
    if meaning == "ordinal_session":
        number = _rank(match[1] if match.lastindex else "", language)
        return Deadline(text, "session", session=number) if number else None
    named = IN_BRACKETS.match(plain.folded, end)
    number = _rank(named[1], language) if named is not None and not named[1].isdigit() else None
    if named is not None and number is not None:
        return Deadline(plain.printed(start, named.end()), "session", session=number)
    return Deadline(text, "session", next=True)


def _dated(match: re.Match[str], plain: Plain, days: Sequence[StatedDays]) -> Deadline | None:
    """A deadline that names a day: the first day stated inside the words, else a year alone."""
    start, end = plain.original(match.start()), plain.original(match.end())
    named = plain.original(match.start(match.lastindex or 0))
    for stated in days:
        if start <= stated.start < end and stated.gregorian is None and stated.hijri and stated.start - named <= NEAR:
            return _computed(plain.text[start : stated.end], stated.hijri)
        if start <= stated.start < end and stated.gregorian is not None:
            last = max(start, stated.end)
            return Deadline(plain.text[start:last].strip(), "date", day=stated.gregorian.end)
    year = re.search(r"\b((?:19|20)\d\d)\b", match[0])
    if year is None or len(re.findall(r"\d+", match[0])) > 1:
        return None
    return Deadline(plain.printed(match.start(), match.start() + year.end()), "date", day=Day(year[1]))


def _computed(text: str, hijri: Span) -> Deadline:
    """A deadline stated in the Hijri calendar alone: its day as the table gives it, none where it does not reach."""
    said = text.strip()
    if not said.upper().endswith(".H."):
        said = said.removesuffix(".")  # the full stop of the sentence, not of "A.H."
    days = computed_gregorian(to_a_day(hijri, first=BEFORE.match(fold(said, accents=False)) is not None))
    return Deadline(said, "date", day=days.end if days else None, computed=True)


def _before_session(match: re.Match[str], text: str, language: str) -> Deadline | None:
    """So long before a session opens: the session by its number, or the next one; `period` says how long before."""
    others = [group for n, group in enumerate(match.groups(), 1) if n != match.re.groupindex["which"]]
    period = _period(others[0] or "", others[1], language)
    which = match["which"]
    numbers = (
        _rank(" ".join(words[n:]), language) for words in [re.findall(r"[\w-]+", which)] for n in range(len(words))
    )
    number = next((found for found in numbers if found), None)
    coming = number is None and NEXT.search(match[0]) is not None
    if not period or (number is None and not coming):
        return None
    return Deadline(text, "session", session=number, next=coming, period=period)


def _rank(words: str, language: str) -> int | None:
    """The ordinal with which these words begin; drafters put 'regular' or the organ's name after it."""
    parts = words.split()
    for count in range(len(parts), 0, -1):
        number = read_ordinal(" ".join(parts[:count]), language)
        if number is not None:
            return number
    return None


def _period(number: str, unit: str, language: str) -> str:
    letter = next((name for name, pattern in UNITS if pattern.search(unit)), "")
    count = read_cardinal(number, language) if number else None
    if count is None and language == "ar":
        count = 2 if DUAL.search(unit) else 1 if not number and not PLURAL.search(unit) else None
    return f"P{count}{letter}" if letter and count else ""


def whose_session(plain: Plain, deadline: Deadline, people: Sequence[tuple[str, int]]) -> str:
    """Whose session a deadline names: the one who stands right behind "of the"; '' for the organ's own."""
    begin = plain.text.find(deadline.text)
    if deadline.kind != "session" or begin < 0:
        return ""
    end = begin + len(deadline.text)
    near = [(who, start) for who, start in people if 0 < start - end <= 40]
    return next((who for who, start in near if OF.fullmatch(fold(plain.text[end:start], accents=False))), "")


def report_of(
    plain: Plain, language: str, function: str | None, people: Sequence[tuple[str, int]], when: str, by: str
) -> ReportDuty | None:
    """The duty to report; `people` are the ids found in the text with the place where each begins, `by` who is asked.

    >>> report_of(Plain.of("Requests the SG to report to the Council"), "en", "request", [("council", 32)], "", "sg")
    ReportDuty(by='sg', to='council', when='')
    """
    if function not in ASKS or language not in REPORTS:
        return None
    for match in REPORTS[language].finditer(plain.folded):
        if ABOUT.search(plain.folded[: match.start()]):
            continue
        begin = match.start()
        to = _recipient(plain, language, begin, people)
        return ReportDuty(by, to, when or _recurrence(plain, language, begin))
    return None


def _recipient(plain: Plain, language: str, begin: int, people: Sequence[tuple[str, int]]) -> str:
    """Who stands right after "to" in the words of the report."""
    for match in TO[language].finditer(plain.folded, begin, begin + 240):
        reached = plain.original(match.end())
        for who, start in people:
            if -4 <= start - reached <= 6:
                return who
    return ""


def _recurrence(plain: Plain, language: str, begin: int) -> str:
    for meaning, pattern in _recurrences(language):
        match = pattern.search(plain.folded, begin)
        if match is not None and meaning:
            return plain.printed(match.start(), match.end())
    return ""


def asks_follow_up(text: str, language: str) -> bool:
    """Whether a paragraph asks that the resolution itself be followed up.

    >>> asks_follow_up("Requests the Secretary-General to follow up the implementation of the present resolution", "en")
    True
    """
    return language in FOLLOW_UP and FOLLOW_UP[language].search(fold(text, accents=False)) is not None


@cache
def _patterns(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    # a word of the lexicon must not end inside a longer one
    end = "(?![\u0621-\u064a])" if language == "ar" else ""
    rows = [(p.meaning, f"(?:{_plain(p.regex)}){end}") for p in patterns(language, "deadline") if p.meaning in KINDS]
    more = [(meaning, _plain(regex)) for meaning, regex in MORE.get(language, ())]
    if language in BY:
        more.append(("not_later_than", rf"{BY[language]}((?:{name_pattern(language)}),? 1[345]\d\d)"))
    return tuple((meaning, re.compile(regex, re.IGNORECASE)) for meaning, regex in (*more, *rows))


@cache
def _recurrences(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((p.meaning, re.compile(_plain(p.regex), re.IGNORECASE)) for p in patterns(language, "recurrence"))


def _plain(regex: str) -> str:
    """A pattern of the lexicon for text without accents and with one kind of alef and ya."""
    return regex.translate(str.maketrans("أإآىéèêàâôûîïç", "اااي" + "eeeaaouiic"))
