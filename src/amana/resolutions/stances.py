"""What is expressed: behind "expresses its deep and sincere …" or "notes with grave …" the noun tells the function."""

from __future__ import annotations

import re

from amana.values.expressions import expression

STANCES: tuple[tuple[str, int, str], ...] = (
    ("concern", 0, "concerns? alarm dismay anxiety apprehension worry preoccupations? inquietudes? consternation emoi قلق جزع انزعاج انشغال "
     "مخاوف preoccupee?s? inquiete?s? alarmee?s? consternee?s? keprihatinan kekhawatiran kecemasan"),
    ("thank", 0, "appreciation gratitude thanks reconnaissance remerciements gratitude appreciation تقدير امتنان شكر عرفان "
     "penghargaan apresiasi"),
    ("welcome", 0, "satisfaction joy satisfaction joie ارتياح ترحيب سرور ابتهاج kepuasan kegembiraan"),
    ("regret", 0, "regrets? disappointment regrets? deception اسف خيبة penyesalan kekecewaan"),
    ("condole", 0, "condolences? sympathy condoleances sympathie تعازي مواساة حزن belasungkawa simpati"),
    ("solidarity", 1, "solidarity solidarite تضامن وقوف solidaritas"),
    ("support", 1, "support confidence soutien appui confiance دعم تاييد مساندة ثقة ثقت dukungan kepercayaan"),
    ("hope", 1, "hopes? wish desire espoir voeu vœu souhait desir امل رغبة harapan keinginan"),
    ("commit", 2, "determination resolve readiness intention willingness commitment volonte intention attachement engagement عزم "
     "تصميم استعداد التزام عهد resolue?s? determinee?s? attachee?s? disposee?s? tekad komitmen kesiapan"),
    ("condemn", 0, "condemnation indignation outrage condamnation ادانة شجب kecaman kutukan"),
    ("deplore", 0, "استنكار استياء استيائ استهجان امتعاض"),
    ("reject", 1, "rejection opposition rejet رفض penolakan"),
    ("consider", 1, "conviction view belief opinion avis opinion conviction convaincue?s? اقتناع keyakinan pandangan"),
)  # fmt: skip
"""Function, strength, and its nouns in every language, without accents."""

_ENDINGS = r"(?:ه|ها|نا|هم|هما)?"
_NOUN = expression(
    "|".join(f"(?P<{function}>{'|'.join(dict.fromkeys(nouns.split()))})" for function, _, nouns in STANCES)
)
_WORD = expression(r"[\w'œ]+")
_STRENGTH = {function: strength for function, strength, _ in STANCES}
_WITH = expression(r"(?: \w+)? (?:with|avec|مع|dengan) ")
_ITS = expression(r" (?:its|their|our|itself|sa|son|ses|notre|leurs?|the|la|le|une?) ")
_EXPRESSING = {"express": 6, "declare": 4, "extend": 4}
_NOTING = frozenset({"note", "recognize", "consider", "recall"})
_KEEPING = frozenset({"decide", "keep_under_review", "agenda"})
"""Functions whose noun tells more, and within how many words it stands."""


_KEPT = expression(
    r"(?: (?:ان )?(?:[يتن]بقي|ابقاء|[يتن]ظل|(?:هذه? )?ال(?:مسال[ةه]|موضوع|امر|بند|قضي[ةه]))\b[^،؛.]{0,40}?)? قيد (?P<looked>نظر|النظر)?"
)
"""What is kept before the organ: under its consideration, or under review."""
_RENEWED = expression(
    r"(?<!\w)ل?(?:ال)?(?:ولاي|عقد|عضوي|مد[ةه]|فتر|انتداب|تعيين|تفويض|صلاحي|العمل|تكليف|اتفاق|رخص|تصريح|اعتماد)"
)
"""What is renewed by being made to last longer; anything else is said again."""


_BY_OBJECT: dict[str, tuple[tuple[tuple[str, int], re.Pattern[str]], ...]] = {
    "رفع": (
        (("thank", 0), expression(r" (?:[\u0621-\u064a]+ ){0,3}?(?:ال)?(?:شكر|امتنان|تحي|تهان|تقدير)")),
        (("refer", 4), expression(r" (?:هذه? )?(?:ال)?(?:توصي|تقرير|تقارير|امر|موضوع|مشروع|مسال|نتائج)")),
    ),
    "جيز": (
        (("endorse", 4), expression(
            r" (?:هذه? )?(?:ال)?(?:تقرير|تقارير|توصي|خط[طةه]|استراتيجي|استنتاج|مشروع|مشاريع|اعلان|نتائج|قرار|مقرر|بروتوكول|نظام|"
            r"اطار|موقف|سياس|ميثاق|وثيق|جدول)"
        )),
    ),
}  # fmt: skip
"""Arabic verbs whose object tells what is done: thanks or a matter are raised, sanctions lifted; a report is endorsed,
spending authorized."""


def stance_of(after: str, function: str, phrase: str = "") -> tuple[str, int] | None:
    """The function and strength that the noun tells in what follows a phrase (folded); None where it tells nothing.

    >>> stance_of(" its sincere and deep appreciation to", "express"), stance_of(" the mandate", "extend")
    (('thank', 0), None)
    >>> stance_of(" with grave concern the rise", "note"), stance_of(" the concern of", "note")
    (('concern', 0), None)
    >>> stance_of(" المسالة قيد الاستعراض", "keep_under_review"), stance_of(" ان يبقي الامر قيد نظره", "decide")
    (('keep_under_review', 2), ('remain_seized', 1))
    """
    if function in _KEEPING:
        kept = _KEPT.match(after) if " قيد " in after else None
        return (("remain_seized", 1) if kept["looked"] else ("keep_under_review", 2)) if kept else None
    if function in _NOTING:
        found = _WITH.match(after)
        stance = _first(after[found.end() :], 4) if found else None
        return stance if stance and stance[0] in ("concern", "regret") else None
    if phrase[1:] in _BY_OBJECT:
        return next((told for told, what in _BY_OBJECT[phrase[1:]] if what.match(after)), None)
    if phrase[1:] == "جدد":
        return ("extend", 4) if _RENEWED.search(after[:60]) else _first(after, 1)
    if function not in _EXPRESSING:
        return None
    return _first(after, _EXPRESSING[function] if function == "express" or _ITS.match(after) else 1)


def _first(text: str, words: int) -> tuple[str, int] | None:
    """The first noun of a stance among so many words."""
    for n, word in enumerate(_WORD.finditer(text[:120])):
        if n >= words:
            return None
        bare = word[0].removeprefix("ب").removeprefix("ال")
        found = _NOUN.match(bare.removeprefix("l'").removeprefix("d'"))
        if found and _is_whole(word[0], found):
            name = str(found.lastgroup)
            return name, _STRENGTH[name]
    return None


def _is_whole(word: str, found: re.Match[str]) -> bool:
    rest = found.string[found.end() :]
    return not rest or re.fullmatch(_ENDINGS, rest) is not None
