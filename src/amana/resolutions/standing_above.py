"""Whose a duty to report is, and who is told, where a paragraph says it by what stands above: "(b) To report to the Council"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from amana.resolutions.addressees import people_of
from amana.resolutions.paragraphs import Addressee, Paragraph, ReportDuty
from amana.resolutions.structure import Draft
from amana.values.expressions import expression
from amana.values.folding import fold
from amana.values.names import Gazetteer

_NOUNS = {
    "en": "council|conference|assembly|summit|committee|commission|congress|board|forum|union|authority|parliament",
    "fr": "conseil|conference|assemblee|sommet|comite|commission|congres|forum|union|parlement",
    "ar": "مجلس|مؤتمر|جمعية|قمة|لجنة|هيئة|اتحاد|برلمان",
}
NOUN = {language: expression(rf"\b(?:ال)?({nouns})\b") for language, nouns in _NOUNS.items()}
_ABOUT = {
    "en": r"on (?!(?:the (?:progress|implementation|application|situation|status|results?|outcome|activities|work|measures|steps|state|"
    r"findings|developments?|question|matter|subject|action|extent|follow-up)|th(?:is|at|ese)|any|its|his|all|how|whether|an?|progress|"
    r"developments?|measures|steps|action)\b)",
    "fr": r"sur (?!(?:(?:la |les? |l')(?:progres|mise en|application|execution|situation|etat|resultats?|activites|travaux|mesures?|suite|"
    r"evolution|question|point|action|faits)|cette|ce|ces|cet|ses|toute?s?|tous|une?)\b)",
}
"""What the name of an organ goes on with, "the Commission on Narcotic Drugs", and not what is reported."""
TO_ITSELF: dict[str, re.Pattern[str]] = {
    "en": expression(
        rf"\b(?:report|submit|present|provid|transmit|updat)\w*\b[^;.]{{0,200}}?\bto (?:it\b|the (?P<noun>{_NOUNS['en']})\b(?! (?:of\b|for\b|{_ABOUT['en']})))"
        rf"|\bkeep\w* (?:it\b|the (?P<kept>{_NOUNS['en']})\b(?! (?:of|for|on)\b))[^;.]{{0,80}}\b(?:informed|apprised|updated)"
    ),
    "fr": expression(
        rf"\blui (?:faire|fasse|presenter|presente|rendre|rende|soumettre|soumette|remettre|transmettre|communiquer)\b"
        rf"|\b(?:la|le|l') ?(?:tenir|tienne) [^;.]{{0,40}}(?:informee?|au courant)"
        rf"|\b(?:rapport|compte|presenter|presente|soumettre|soumette)\b[^;.]{{0,200}}?\b(?:au|a la|a l') ?(?P<noun>{_NOUNS['fr']})\b(?! (?:(?:du|des?|pour)\b|d'|{_ABOUT['fr']}))"
        rf"|\b(?:tenir|tienne) (?:le |la |l')(?P<kept>{_NOUNS['fr']})\b(?! (?:du|des?|pour|sur)\b)[^;.]{{0,40}}(?:informee?|au courant)"
    ),
    "ar": expression(
        r"(?:تقديم|رفع|[يت]قدم|[يت]رفع|عرض)[^؛.]{0,60}? (?:(?:الي|علي)ها?(?![\u0621-\u064a])"
        rf"|(?:الي |علي )(?:الدور[ةه] [^،؛.]{{0,30}}?ل?ل|ال)(?P<noun>{_NOUNS['ar']})(?![\u0621-\u064a])(?! ال))"
        r"|(?:موافات|[يت]وافي)ها?(?![\u0621-\u064a])"
    ),
}
"""The organ that adopts the text is told: by a pronoun, or by the noun of its name alone."""
_WORD = r"[A-Z\u00c0-\u00de][\w\u2019'-]*"
NAMED: dict[str, re.Pattern[str]] = {
    "en": expression(
        rf"\b(?:[Rr]eport|[Ss]ubmit|[Pp]resent|[Pp]rovid|[Tt]ransmit)\w*\b[^;.]{{0,200}}?\bto the (?P<name>(?:{_WORD} )*?(?:Council|Commission|Committee|"
        rf"Assembly|Conference|Board|Forum|Congress)\b(?:(?: (?:of|for|on|the|and|in|to))* {_WORD})*)"
    ),
    "fr": expression(
        r"\b(?:rapports?|compte|présenter?|soumett(?:re|e))\b[^;.]{0,200}?\b(?:au|à la|à l[’'])\s?(?P<name>(?:Conseil|Commission|Comité|Assemblée|"
        r"Conférence|Forum|Congrès)(?: (?!à|lors|au plus|pour examen|un|une)[\w’'-]+){0,9}?)(?=,|;|\.$| à | lors | en \d| au plus | d[’']ici | un | une | des rapports| pour examen|$)"
    ),
}
"""An organ that no lexicon knows is told: by its name as printed."""
MANY = frozenset({"regional-orgs", "member-states", "all-states", "international-community", "united-nations"})
"""Whose organ a line may name, and who are none themselves: the Peace and Security Council of the African Union."""
ARTICLE = expression(r"(?:the |la |le |l['’]|[إا]ن )", re.IGNORECASE)


def with_what_stands_above(
    paragraphs: Sequence[Paragraph], drafts: Sequence[Draft], language: str, gazetteer: Gazetteer | None
) -> Iterator[Paragraph]:
    """The paragraphs, with the reporter of the one above them and the organ of the text where their report leaves them out.

    Without a house whose names are known, an organ that the lexicons do not know is named as printed.
    """
    organ, nouns, above = "", frozenset[str](), ""
    for paragraph, draft in zip(paragraphs, drafts, strict=True):
        if draft.units[0].organ:
            organ, nouns = _organ(draft.text, language, gazetteer)
        if paragraph.part == "operative" and not paragraph.depth and (paragraph.label or paragraph.function):
            above = next((a.id for a in paragraph.implementers), "")
        report = paragraph.report
        if report is None or (report.by and report.to):
            yield paragraph
            continue
        by = report.by or (above if paragraph.function is None else "")
        to = report.to or _told(paragraph.text, language, organ, nouns, by_name=gazetteer is None)
        yield _reporting(paragraph, ReportDuty(by, to, report.when))


def _reporting(paragraph: Paragraph, report: ReportDuty) -> Paragraph:
    """The paragraph with this duty, and its recipient among those addressed."""
    if report == paragraph.report:
        return paragraph
    known = report.to.islower() and report.to not in {a.id for a in paragraph.addressees if a.role == "recipient"}
    more = (Addressee(report.to, "recipient"),) if known else ()
    return replace(paragraph, report=report, addressees=(*paragraph.addressees, *more))


def _organ(text: str, language: str, gazetteer: Gazetteer | None) -> tuple[str, frozenset[str]]:
    """The id of the organ that a line names, its name as printed where none is known, and the nouns it may be called by."""
    if language not in NOUN:
        return "", frozenset()
    known = [one for one in people_of(text, language, gazetteer) if one.id not in MANY and one.id[:6] != "place:"]
    name = ARTICLE.sub("", text, count=1).split(",")[0].split("،")[0].split("(")[0].strip(" ,:")
    nouns = frozenset(NOUN[language].findall(fold(text, accents=False)))
    return (known[0].id if known else name if gazetteer is None else ""), nouns


def _told(text: str, language: str, organ: str, nouns: frozenset[str], by_name: bool) -> str:
    """Who is told by a report: the organ of the text, or one that only its printed name tells; '' for nobody."""
    if language not in TO_ITSELF:
        return ""
    for found in TO_ITSELF[language].finditer(fold(text, accents=False)):
        said = next(filter(None, found.groups()), None)
        if organ and (said is None or said in nouns):
            return organ
    named = NAMED[language].search(text) if by_name and language in NAMED else None
    return named["name"].strip() if named is not None and " " in named["name"].strip() else ""
