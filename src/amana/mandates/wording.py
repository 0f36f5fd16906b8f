"""How the reason of a deadline is said to people: sessions and periods in words, never their ids.

session_words(cfm50, "fr"), period_words("P6M", "en")
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Literal

from amana.charter.durations import Duration
from amana.sessions.session import Session
from amana.values.days import Day, Span, write_day
from amana.values.numbers import cardinal, ordinal
from amana.values.problems import messages
from amana.values.words import Words

Case = Literal["nom", "gen"]
LANGUAGES = ("ar", "en", "fr")
NO_NAMES: Mapping[str, Words] = {}
"""No organ is called by its name: reasons then speak of 'the organ'."""

_UNITS: dict[str, dict[str, tuple[str, ...]]] = {
    "en": {"years": ("year", "years"), "months": ("month", "months"), "days": ("day", "days")},
    "fr": {"years": ("an", "ans"), "months": ("mois", "mois"), "days": ("jour", "jours")},
    "ar": {
        "years": ("سنة واحدة", "سنتين", "سنوات", "سنة", "سنة"),
        "months": ("شهر واحد", "شهرين", "أشهر", "شهرا", "شهر"),
        "days": ("يوم واحد", "يومين", "أيام", "يوما", "يوم"),
    },
}
"""The units; in Arabic one, two (genitive), three to ten, eleven to ninety-nine, hundreds."""
_KINDS: dict[str, dict[str, str]] = {
    "en": {"ordinary": "session", "extraordinary": "extraordinary session", "joint": "joint session", "meeting": "meeting"},
    "fr": {
        "ordinary": "session", "extraordinary": "session extraordinaire", "joint": "session commune", "meeting": "réunion",
    },
    "ar": {
        "ordinary": "الدورة", "extraordinary": "الدورة الاستثنائية", "joint": "الدورة المشتركة", "meeting": "الاجتماع",
    },
}  # fmt: skip
_AND = {"en": " and ", "fr": " et ", "ar": " و"}
_OF = {"en": " of {organ}", "fr": " ({organ})", "ar": " ({organ})"}
_ON = {"en": "the {kind} of {day}", "fr": "la {kind} du {day}", "ar": "{kind} المنعقدة في {day}"}
_RANKED = {"en": "the {rank} {kind}", "fr": "la {rank} {kind}", "ar": "{kind} {rank}"}
_COMPUTED = {
    "en": "the text states the day in the Hijri calendar alone (“{text}”); computed by the table Umm al-Qura it is {day}, and sighting may differ",
    "fr": "le texte ne donne le jour que dans le calendrier hégirien (« {text} ») ; calculé selon la table Umm al-Qura, c'est le {day}, et l'observation peut différer",
    "ar": "يذكر النص اليوم بالتقويم الهجري وحده («{text}»)؛ وهو بحساب تقويم أم القرى {day}، وقد تختلف عنه الرؤية",
}
_SOME = {"en": "a {kind}", "fr": "une {kind}", "ar": "{kind}"}


def period_words(period: str, language: str) -> str:
    """An ISO duration in words; numbers above ten in digits.

    >>> period_words("P6M", "en"), period_words("P30D", "fr"), period_words("P2M", "ar"), period_words("P90D", "ar")
    ('six months', '30 jours', 'شهرين', '90 يوما')
    """
    duration = Duration.parse(period)
    counted = ((f.name, int(getattr(duration, f.name))) for f in fields(duration))
    return _AND[language].join(_counted(count, unit, language) for unit, count in counted if count)


def _counted(count: int, unit: str, language: str) -> str:
    forms = _UNITS[language][unit]
    if language != "ar":
        return f"{cardinal(count, language) if count <= 10 else count} {forms[count > 1]}"
    if count <= 2:
        return forms[count - 1]
    if count <= 10:
        return f"{cardinal(count, 'ar', 'f' if unit == 'years' else 'm', 'gen')} {forms[2]}"
    rest = count % 100
    return f"{count} {forms[3] if rest > 10 else forms[2] if rest > 2 else forms[4]}"


def session_words(session: Session, language: str, names: Mapping[str, Words] = NO_NAMES, case: Case = "gen") -> str:
    """A session in words: by its number, else by its day. `names` are those of organs; `case` is the Arabic one.

    >>> cfm50 = Session("cfm-50", "cfm", "ordinary", 50)
    >>> session_words(cfm50, "en", {"cfm": Words(en="the Council of Foreign Ministers")}), session_words(cfm50, "fr")
    ('the fiftieth session of the Council of Foreign Ministers', 'la cinquantième session')
    """
    return numbered_words(session.organ, session.number, language, names, case, session.kind, session.days)


def numbered_words(
    organ: str,
    number: int | None,
    language: str,
    names: Mapping[str, Words] = NO_NAMES,
    case: Case = "gen",
    kind: str = "ordinary",
    days: Span | None = None,
) -> str:
    """The session of an organ that bears a number, which need not be in the record.

    >>> numbered_words("cfm", 52, "ar"), numbered_words("cfm", 52, "ar", case="nom")
    ('الدورة الثانية والخمسين', 'الدورة الثانية والخمسون')
    """
    noun = _KINDS[language][kind]
    if number is not None:
        rank = _rank(number, language, "m" if kind == "meeting" and language == "ar" else "f", case)
        said = _RANKED[language].format(rank=rank, kind=noun)
    elif days is not None and days.first is not None:
        said = _ON[language].format(kind=noun, day=write_day(days.start, language))
    else:
        said = _SOME[language].format(kind=noun)
    name = names.get(organ, Words()).get(language, "")
    return said + (_OF[language].format(organ=name) if name else "")


def _rank(number: int, language: str, gender: Literal["m", "f"], case: Case) -> str:
    return ordinal(number, language, gender, case) if 1 <= number <= 199 else str(number)


def computed_words(text: str, day: Day, language: str) -> str:
    """Why a day is computed: the text, `text`, states it in the Hijri calendar alone."""
    return _COMPUTED[language].format(text=text, day=day_words(day, language))


def day_words(day: Day, language: str) -> str:
    """A day in words.

    >>> day_words(Day("2026-03-31"), "fr")
    '31 mars 2026'
    """
    return write_day(day, language) if day.first is not None else str(day)


def organ_words(organ: str, language: str, names: Mapping[str, Words] = NO_NAMES) -> str:
    """The organ by its name, else 'the organ'."""
    return names.get(organ, Words()).get(language, "") or messages(language)["deadline-the-organ"]
