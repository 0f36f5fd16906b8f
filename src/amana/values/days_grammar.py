"""How the four languages write a day: what joins days, stands around months and years, and names an era, as expressions."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from amana.values.folding import fold
from amana.values.months import name_pattern
from amana.values.numbers import cardinal, ordinal

LETTER = r"[^\W\d_]"
_JOIN = {
    "en": r"(?:-|to|and|until|till|through|,|&)",
    "fr": r"(?:-|au|a|et|,)",
    "ar": r"(?:-|الي|حتي|و|،|,)",
    "id": r"(?:-|s\.?/?d\.?|sampai(?: dengan)?|hingga|dan|,)",
}
_THROUGH = {
    "en": r"(?:-|to|until|till|through)",
    "fr": r"(?:-|au|jusqu'au)",
    "ar": r"(?:-|الي|وحتي|حتي)",
    "id": r"(?:-|s\.?/?d\.?|sampai(?: dengan)?|hingga)",
}
_ALONG = {"en": r"(?:and|,|, and)", "fr": r"(?:et|,|et le)", "ar": r"(?:و|،|,)", "id": r"(?:dan|,|, dan)"}
_RANK = {"en": r"(?: ?(?:st|nd|rd|th))?", "fr": r"(?: ?(?:er|ere|re|e|°))?", "ar": "", "id": ""}
_OF = {
    "en": r"(?:(?:day )?of (?:the month of )?|of the )?",
    "fr": r"(?:jours? )?(?:du mois )?(?:de |d'|du )?",
    "ar": r"(?:من )?(?:شهر )?",
    "id": r"(?:bulan )?",
}
_YEAR_WORD = {
    "en": r"(?:of )?(?:the year )?",
    "fr": r"(?:de )?(?:l'an |l'annee )?",
    "ar": r"(?:من )?(?:عام |سنة |لعام |لسنة |العام )?",
    "id": r"(?:tahun )?",
}
_HIJRI_ERA = {
    "en": r"a\.? ?h\b\.?|h\b\.?|hijr(?:a|ah|i)\b|hegira\b",
    "fr": r"a\.? ?h\b\.?|h\b\.?|de l'hegire\b|hegiriens?\b",
    "ar": r"هجرية?|ه(?!\w)\.?",
    "id": r"h\b\.?|hijriy?ah\b",
}
_COMMON_ERA = {
    "en": r"a\.? ?d\b\.?|c\.? ?e\b\.?|g\b",
    "fr": r"g\b",
    "ar": r"ميلادية?|م(?!\w)\.?",
    "id": r"m\b|masehi\b",
}
_WEEKDAY = {
    "en": r"(?:(?:sun|mon|tues|wednes|thurs|fri|satur)day,? )?",
    "fr": r"(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche),? )?",
    "ar": r"(?:(?:يوم )?(?:الاحد|الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعة|السبت)،? )?",
    "id": r"(?:(?:hari )?(?:minggu|senin|selasa|rabu|kamis|jum'?at|sabtu),? )?(?:tanggal )?",
}
_PAIR = {
    "en": r"(?:[,;]? ?(?:i\.e\. ?|equivalent to |corresponding (?:to|with) (?:the )?|which corresponds to )|)",
    "fr": r"(?:[,;]? ?(?:soit |equivalant (?:a|au) |correspondant (?:a|au|aux) |c'est-a-dire |du )|)",
    "ar": r"(?:[،,]? ?(?:و?الموافق(?:ة|ين)? ?(?:ل|لـ|من|في)? ?)|)",
    "id": r"(?:[,;]? ?(?:bertepatan dengan |yang bertepatan dengan |atau )(?:tanggal )?|)",
}


@dataclass(frozen=True, slots=True)
class Grammar:
    """What is looked for around the name of a month in one language, on folded text."""

    language: str
    month: re.Pattern[str]
    before: re.Pattern[str]
    words_before: re.Pattern[str]
    after: re.Pattern[str]
    year: re.Pattern[str]
    through: re.Pattern[str]
    along: re.Pattern[str]
    pair: re.Pattern[str]
    ranks: dict[str, int]
    in_list: re.Pattern[str]
    era: re.Pattern[str]


@cache
def grammar_of(language: str) -> Grammar:
    """The expressions of one language, made once."""
    name = rf"(?:{name_pattern(language)})"
    lead = r"(?:(?<=\b[وفبل])|(?<=\bال)|(?<=\bلل)|(?<=[0-9])|\b)" if language == "ar" else r"(?<![^\W\d_])"
    number = rf"(\d{{1,2}}){_RANK[language]}"
    first = rf"(\d(?<![\d/.,]\d)\d?){_RANK[language]}"
    more = rf"(?:\s{{0,4}}{_JOIN[language]}\s{{0,4}}(?:le |the )?\d{{1,2}}{_RANK[language]}(?!\d))*"
    ranks = _rank_words(language)
    words = "|".join(sorted(map(re.escape, ranks), key=lambda w: (-len(w), w)))
    joined = r"|(?<=\bو)(?=غر[ةه]|فاتح)" if language == "ar" else ""
    era = rf"(?:\s{{0,4}}(?P<hijri>{_HIJRI_ERA[language]})|\s{{0,4}}(?P<common>{_COMMON_ERA[language]}))?"
    year = rf"\s{{0,4}}[,،]?\s{{0,4}}{_YEAR_WORD[language]}(?P<year>\d{{4}})(?!\d|[./-]\d){era}"
    return Grammar(
        language,
        re.compile(rf"{lead}{name}(?:\s{{0,4}}/\s{{0,4}}{name})?(?!{LETTER})"),
        re.compile(rf"(?P<days>{first}{more})\s{{0,4}}{_OF[language]}(?:[وفبل]|ال|لل)?$"),
        re.compile(rf"(?:(?<!\w)(?<!\w-){joined})(?P<word>{words})\s{{1,4}}{_OF[language]}$"),
        re.compile(rf"\s{{1,4}}(?:the )?(?P<days>{number}{more})(?!\d|\s{{0,4}}[%/])(?:{year})?"),
        re.compile(year),
        re.compile(rf"\s{{0,4}}{_THROUGH[language]}\s{{0,4}}(?:the |le )?{_WEEKDAY[language]}"),
        re.compile(rf"\s{{0,4}}{_ALONG[language]}\s{{0,4}}(?:the |le )?"),
        re.compile(
            rf"\s{{0,4}}[-/=(,،]{{0,3}}\s{{0,4}}{_PAIR[language]}[(\s]{{0,4}}{_WEEKDAY[language]}(?:du |le |les |the )?"
        ),
        ranks,
        re.compile(rf"({_JOIN[language]})?\s{{0,4}}(?:le |the )?(\d{{1,2}})"),
        re.compile(rf"\s?(?:(?P<hijri>{_HIJRI_ERA[language]})|{_COMMON_ERA[language]})"),
    )


def _rank_words(language: str) -> dict[str, int]:
    """Ranks that can name the day of a month, folded, and the words that mean the first."""
    forms = {}
    for n in range(1, 32):
        for case in ("nom", "acc"):
            forms[ordinal(n, language, "m", case)] = n
    extra = {
        "ar": {"غرة": 1, "غره": 1, "فاتح": 1, "الفاتح": 1},
        "fr": {"second": 2, **{cardinal(n, "fr"): n for n in range(2, 32)}},
    }.get(language, {})
    return {fold(word, language, accents=False): n for word, n in {**forms, **extra}.items()}
