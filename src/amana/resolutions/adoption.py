"""How a text says that it was adopted: without a vote, by consensus, unanimously, or by so many votes."""

from __future__ import annotations

import re
from collections.abc import Mapping

from amana.resolutions.accepted import How
from amana.resolutions.paragraphs import Adoption
from amana.values.folding import fold
from amana.values.numbers import read_cardinal
from amana.values.problems import Place

LINE = {
    "en": re.compile(
        r"[\W\d]*(?:(?:this |the (?:present |above )?)?(?:draft )?(?:resolution|decision|declaration)s? (?:was|were|is) )?"
        r"(?:adopted|approved|done|issued)\b(?= (?:at|in|on|by|un|with|this|as a|the \d|$)|[ .]*$)"
    ),
    "fr": re.compile(
        r"[\W\d]*(?:(?:la |cette |le )?(?:presente )?(?:resolution|decision|declaration) (?:a ete |est )?)?"
        r"(?:adopte|fait)e?s?\b(?= (?:a|au|en|le|par|sans|lors|apres|$)|[ .]*$)"
    ),
    "ar": re.compile(
        r"[\W\d]*(?:(?:وقد )?(?:اعتمد|اتخذ|صدر|اقر|صودق|تم اعتماد|تم اتخاذ|حرر)ت?)(?![\u0621-\u064a])"
        r"(?= (?:(?:هذا |هذه )?(?:القرار|المقرر|الاعلان|مشروع)|ب|في |دون |من قبل|علي|من غير))"
    ),
}
PRESENT = re.compile(r"\W*[Aa]dopte ")
"""French: what the organ does now, where the accent of the participle is missing."""
_NUMBER = r"([\w'\u0621-\u064a-]+)"
HOW: dict[str, tuple[tuple[How, re.Pattern[str]], ...]] = {
    "en": (
        ("without a vote", re.compile(r"without (?:a )?(?:recorded )?vot(?:e|ing)")),
        ("consensus", re.compile(r"by consensus|by acclamation")),
        ("unanimously", re.compile(r"unanimously|by unanimity")),
    ),
    "fr": (
        ("without a vote", re.compile(r"sans (?:etre mise? aux voix|vote|scrutin|qu'il soit procede)")),
        ("consensus", re.compile(r"par consensus|par acclamation")),
        ("unanimously", re.compile(r"a l'unanimite")),
    ),
    "ar": (
        (
            "without a vote",
            re.compile(r"(?:بدون|دون|بغير|من غير) (?:طرح(?:ه|ها)? لل)?(?:اجراء )?تصويت|دون طرحه للتصويت"),
        ),
        ("consensus", re.compile(r"بتوافق (?:ال)?(?:ا|آ)راء|بالتوافق|بالتزكية")),
        ("unanimously", re.compile(r"بالاجماع|باجماع")),
    ),
}
VOTES = {
    "en": re.compile(
        rf"by (?:a (?:recorded )?vote of )?{_NUMBER}(?: votes?)?(?: in favou?r)? to {_NUMBER}(?: against)?(?:,? (?:with|and) {_NUMBER} abstentions?)?"
    ),
    "fr": re.compile(rf"par {_NUMBER} voix contre {_NUMBER}(?:,? (?:avec|et) {_NUMBER} abstentions?)?"),
    "ar": re.compile(
        rf"(?:{_NUMBER} (?:صوتا?|اصوات)|(?P<two>صوتين)|(?P<one>صوت واحد))(?: مؤيدا?ة?)? (?:مقابل|ضد) "
        rf"(?:(?P<none>لا شيء?)|(?P<no_two>صوتين)|(?P<no_one>صوت واحد)|{_NUMBER})(?: اصوات| صوتا?)?"
        rf"(?:،? ?(?:مع |و)امتناع (?:(?P<abs_two>عضوين|دولتين)|(?P<abs_one>عضو|دولة)|{_NUMBER}))?"
    ),
}
NONE = frozenset({"none", "no", "nil", "zero", "aucune", "neant", "لا شيء", "لا شي", "لا"})


def is_adoption_line(text: str, language: str) -> bool:
    """Whether a block only says that and how the text was adopted; "يعتمد" opens a paragraph, "اعتمد بالإجماع" does not."""
    line = LINE.get(language)
    if line is None or len(text) > 600:
        return False
    if language == "fr" and PRESENT.match(text):
        return False
    return line.match(fold(text[:200], accents=False)) is not None


def adoption_of(text: str, language: str, place: Place | None = None) -> Adoption | None:
    """What an adoption line says; None where the text is none.

    >>> adoption_of("Adopted at the 2nd meeting by 9 votes to none, with 2 abstentions.", "en").votes["abstain"]
    2
    >>> adoption_of("اعتمد بالإجماع.", "ar").how, adoption_of("Adopte le rapport", "fr")
    ('unanimously', None)
    """
    folded = fold(text[:400], accents=False)
    if not is_adoption_line(text, language):
        return None
    votes = _votes(folded, language)
    how: How = "vote" if votes else ""
    for name, pattern in HOW[language]:
        if pattern.search(folded):
            how = name
            break
    return Adoption(how, text, {} if how and how != "vote" else votes, place)


def _votes(folded: str, language: str) -> Mapping[str, int]:
    found = VOTES[language].search(folded)
    if found is None:
        return {}
    if language == "ar":
        yes, no, abstain = _arabic_votes(found)
    else:
        yes, no, abstain = found[1], found[2], found[3] or ""
    counts = {key: _count(word, language) for key, word in (("yes", yes), ("no", no), ("abstain", abstain)) if word}
    known = {key: count for key, count in counts.items() if count is not None}
    return {"abstain": 0, **known} if "yes" in known and "no" in known else {}


def _arabic_votes(found: re.Match[str]) -> tuple[str, str, str]:
    """The counts as words: one and two have no numeral in Arabic, the noun says them."""
    yes = "2" if found["two"] else "1" if found["one"] else found[1]
    no = "0" if found["none"] else "2" if found["no_two"] else "1" if found["no_one"] else found[7]
    abstain = "2" if found["abs_two"] else "1" if found["abs_one"] else found[10] or ""
    return yes, no or "", abstain


def _count(word: str, language: str) -> int | None:
    if word in NONE:
        return 0
    return int(word) if word.isdigit() else read_cardinal(word, language)
