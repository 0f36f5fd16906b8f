"""What a session is called in words: '50th session of the …', 'الدورة الخمسون لـ…', '50e session du …'."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from amana.sessions.session import Session, SessionKind
from amana.values.numbers import ordinal
from amana.values.words import Words

Gender = Literal["m", "f"]


def title(session: Session, organ_name: Words, language: str) -> str:
    """The name of the session in `language` (ar, en, fr, id); `organ_name` is what the organ was called at the time.

    Without a number it is told by its place and year. Another language gives the English form.

    >>> name = Words(en="Council of Foreign Ministers", fr="Conseil des ministres", ar="مجلس وزراء الخارجية")
    >>> cfm50 = Session("cfm-50", "cfm", "ordinary", 50)
    >>> title(cfm50, name, "en"), title(cfm50, name, "fr")
    ('50th session of the Council of Foreign Ministers', '50e session du Conseil des ministres')
    >>> title(cfm50, name, "ar"), title(Session("x", "cfm", "extraordinary", 2), name, "ar")
    ('الدورة الخمسون لمجلس وزراء الخارجية', 'الدورة الاستثنائية الثانية لمجلس وزراء الخارجية')
    >>> title(cfm50, Words(id="Dewan Menteri Luar Negeri"), "id")
    'Sidang ke-50 Dewan Menteri Luar Negeri'
    """
    write = _WRITERS.get(language, _english)
    said = write(session.kind, session.number, organ_name.best(language) or session.organ)
    return said if session.number is not None else _told(said, session, language)


def within(said: str, language: str) -> str:
    """A title of a session as it stands in a sentence, with the article of its language.

    >>> within("50th session of the Council", "en"), within("50e session du Conseil", "fr")
    ('the 50th session of the Council', 'la 50e session du Conseil')
    >>> within("Session of the Council (Niamey, 1982)", "en"), within("Sidang ke-50 Dewan", "id")
    ('the session of the Council (Niamey, 1982)', 'Sidang ke-50 Dewan')
    """
    article = {"en": "the", "fr": "la"}.get(language)
    if not said or article is None or said.lower().startswith(f"{article} "):
        return said
    return f"{article} {said[0].lower()}{said[1:]}"


def short_ordinal(n: int, language: str, gender: Gender = "f") -> str:
    """The rank in digits as en and fr print it; in Arabic the number alone.

    >>> short_ordinal(1, "en"), short_ordinal(112, "en"), short_ordinal(23, "en"), short_ordinal(1, "fr")
    ('1st', '112th', '23rd', '1re')
    """
    if language == "fr":
        return f"{n}e" if n != 1 else {"m": "1er", "f": "1re"}[gender]
    if language != "en":
        return str(n)
    ending = "th" if n % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
    return f"{n}{ending}"


def _english(kind: SessionKind, number: int | None, organ: str) -> str:
    noun = {"ordinary": "session", "extraordinary": "extraordinary session", "joint": "joint session"}.get(kind, kind)
    rank = "" if number is None else f"{short_ordinal(number, 'en')} "
    said = f"{rank}{noun} of {organ if organ.lower().startswith('the ') else 'the ' + organ}"
    return said[0].upper() + said[1:]


def _french(kind: SessionKind, number: int | None, organ: str) -> str:
    nouns = {"ordinary": "session", "extraordinary": "session extraordinaire", "joint": "session conjointe"}
    noun = nouns.get(kind, "réunion")
    said = f"{'' if number is None else short_ordinal(number, 'fr') + ' '}{noun} {_of_french(organ)}"
    return said[0].upper() + said[1:]


_FRENCH_FEMININE = (
    "assemblée", "banque", "chambre", "commission", "conférence", "cour", "fédération", "ligue", "organisation",
    "réunion", "troïka", "union", "université",
)  # fmt: skip
_FRENCH_PLURAL = ("comités", "commissions", "organes", "réunions")


def _of_french(organ: str) -> str:
    """'du Conseil', 'de la Commission', "de l'Assemblée": by the first word, masculine where it is not listed."""
    head, _, rest = organ.partition(" ")
    articles = {"le": "du", "la": "de la", "les": "des"}
    if head.lower() in articles and rest:
        return f"{articles[head.lower()]} {rest}"
    if organ.lower().startswith(("l'", "l’")):
        return f"de {organ}"
    if head.lower() in _FRENCH_PLURAL:
        return f"des {organ}"
    if organ[:1].lower() in "aeiouyéèêàâîôû":
        return f"de l'{organ}"
    return f"{'de la' if head.lower() in _FRENCH_FEMININE else 'du'} {organ}"


def _arabic(kind: SessionKind, number: int | None, organ: str) -> str:
    """The adjective stands before the rank, as the organization prints it: الدورة الاستثنائية الثامنة."""
    nouns = {"ordinary": "الدورة", "extraordinary": "الدورة الاستثنائية", "joint": "الدورة المشتركة"}
    noun = nouns.get(kind)
    gender: Gender = "f" if noun else "m"
    rank = "" if number is None else " " + (ordinal(number, "ar", gender) if number <= 199 else str(number))
    return f"{noun or 'الاجتماع'}{rank} {_for_arabic(organ)}"


def _for_arabic(organ: str) -> str:
    """The preposition glued to the name: ل + المجلس is للمجلس, ل + اللجنة is للجنة.

    >>> _for_arabic("القمة الإسلامية"), _for_arabic("اللجنة التنفيذية"), _for_arabic("مجلس وزراء الخارجية")
    ('للقمة الإسلامية', 'للجنة التنفيذية', 'لمجلس وزراء الخارجية')
    """
    if organ.startswith("الل"):
        return "لل" + organ[3:]
    return "لل" + organ[2:] if organ.startswith("ال") else "ل" + organ


def _told(said: str, session: Session, language: str) -> str:
    year = str(session.days.first.year) if session.days and session.days.first else ""
    facts = [fact for fact in (session.place.best(language), year) if fact]
    comma = "، " if language == "ar" else ", "
    return f"{said} ({comma.join(facts)})" if facts else said


def _indonesian(kind: SessionKind, number: int | None, organ: str) -> str:
    nouns = {"ordinary": "Sidang", "extraordinary": "Sidang luar biasa", "joint": "Sidang bersama"}
    return f"{nouns.get(kind, 'Pertemuan')}{'' if number is None else f' ke-{number}'} {organ}"


_WRITERS: dict[str, Callable[[SessionKind, int | None, str], str]] = {
    "ar": _arabic, "en": _english, "fr": _french, "id": _indonesian,
}  # fmt: skip
