"""How papers print their title, Arabic ones above all: below a masthead, as a communiqué of a session, behind "draft resolution".

without_masthead("جامعة الدول العربية", 3), number_alone(["القرار 8914"]), told(["البيان الختامي للدورة العاشرة الدوحة - دولة قطر"])
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from amana.values.expressions import expression
from amana.values.folding import digits

_HOUSES = r"(?:جامعة الدول العربية|منظمة (?:التعاون|المؤتمر) الإسلامي|مجلس التعاون لدول الخليج العربية|الأمم المتحدة|الاتحاد الأفريقي)"
OFFICE = expression(
    r"(?:الأمانة العامة|أمانة (?:شؤون )?(?:مجلس الجامعة|المجلس)|إدارة (?:شؤون )?[\u0621-\u064a]{3,12})$"
)
"""An office of the house, alone on its line."""
MASTHEAD = expression(
    rf"{_HOUSES}(?:[ –-]*(?:الأمانة العامة|أمانة (?:شؤون )?(?:مجلس الجامعة|المجلس)|إدارة [\u0621-\u064a ]{{3,40}}|مجلس وزراء الخارجية))*$"
)
"""The house and its office: no title."""
COMMUNIQUE = expression(
    r"(?<![\u0621-\u064a])((?:ال)?بيان (?:ال)?(?:ختامي|صحفي|مشترك|صادر|رئاسي|إعلامي|وزاري)|إعلان (?:ال)?[\u0621-\u064a]+)(?![\u0621-\u064a])"
)
_MONTH = r"[\u0621-\u064a]+(?: [\u0621-\u064a]+)?(?:/[\u0621-\u064a]+)?"
PLACE_AND_DAY = expression(
    r"(?:[ ،,]+(?:مكة المكرمة|المدينة المنورة|الدار البيضاء|أبو ظبي|كوالا لمبور|[\u0621-\u064a]+) ?[–—-] ?(?:دولة|جمهورية|المملكة|مملكة|سلطنة|الجمهورية)(?: [\u0621-\u064a]+){1,3})?"
    r"[ ،,]*(?:(?:في |يوم(?:ي)? )*(?:ال(?:سبت|أحد|اثنين|إثنين|ثلاثاء|أربعاء|خميس|جمعة)[ ،,]+)?[0-9]{1,2}(?:er)?"
    rf"(?: ?(?:[-–و]|إلى) ?[0-9]{{1,2}})? {_MONTH} ?1?[0-9]{{3}} ?(?:هـ|ه|م)?.*)?$",
    re.DOTALL,
)
"""What stands at the end of the title of a communiqué: where and when."""
DECREE = expression(r"(?:مرسوم|أمر|قرار) (?:بقانون|ملكي|أميري|سلطاني|جمهوري|سام)(?![\u0621-\u064a])")
_CODE = r"(?:[\u0621-\u064a]{1,2}[ .]?){1,4}[ /]?[0-9][0-9\u0621-\u064a/. -]*[0-9\u0621-\u064a]"
BARE = expression(
    rf"(?:ال)?(?:قرار|مقرر)(?: رقم)?[ :]*\(?([0-9]{{2,5}}|[0-9]{{1,3}} ?\([0-9]{{1,2}}/[0-9]{{1,2}}\)|(?=[^-/]*[-/]){_CODE})\)?$"
    r"|(?i:r[ée]solution)(?: (?:[Nn]o\.?|[Nn][°º]))? ([0-9]{1,4})(?:$| ?[:–—-] (?=[^\W\d]))"
)
DRAFT = expression(r"مشروع (?:ال)?قرار(?: بشأن| حول)?[ :]+(?=[\u0621-\u064a]+ [\u0621-\u064a])")


def without_masthead(text: str, several: int) -> str:
    """The text; '' where it is only the house and its office and other blocks stand beside it."""
    return "" if several > 1 and (MASTHEAD.match(text) or OFFICE.match(text)) else text


ORGAN = expression(
    r"(?:(?:ال)?(?:مجلس|مؤتمر|لجنة|جمعية|برلمان|هيئة|مجمع|منظمة|اتحاد)|مؤتمر القمة)(?: [\u0621-\u064a]+){0,8}$"
)
"""A line that is nothing but the name of an organ."""
ABOUT = expression(r"(?:مشروع )?(?:ال)?(?:قرار|مقرر|توصية) (?:بشأن|حول|بخصوص) ?: ?(?=[\u0621-\u064a])")
NUMBERED_SESSION = expression(r"دور[ةه](?: [\u0621-\u064a]+){0,2} \(?([0-9]{1,3})\)?(?![0-9/])")
GOES_ON = expression(r"(?:لل|ل(?=[\u0621-\u064a]{4})|الصادر|عن |حول |بشأن )")


def without_organs(titles: Sequence[str]) -> Sequence[str]:
    """The lines of a title without the organs that stand above it, as on a letter.

    >>> without_organs(["مجلس الجامعة", "دعم الوكالة"]), without_organs(["مجلس السلم"])
    (['دعم الوكالة'], ['مجلس السلم'])
    """
    first = next((n for n, t in enumerate(titles[:-1]) if not ORGAN.match(t)), len(titles) - 1)
    return titles[max(first, 0) :]


def whole(communique: str, blocks: Sequence[str]) -> str:
    """The title of a communiqué with the line below it on which its sentence goes on.

    >>> whole("البيان الختامي", ["البيان الختامي", "للدورة العشرين"]), whole("البيان الختامي", ["البيان الختامي", "جدة"])
    ('البيان الختامي للدورة العشرين', 'البيان الختامي')
    """
    below = blocks.index(communique) + 1 if communique else len(blocks)
    goes_on = below < len(blocks) and len(communique.split()) < 4 and GOES_ON.match(blocks[below])
    return f"{communique} {blocks[below]}" if goes_on else communique


def session_number(session: str) -> int | None:
    """The number of a session that is printed in digits: "الدورة العادية (161)"."""
    found = NUMBERED_SESSION.search(digits(session))
    return int(found[1]) if found else None


def number_alone(lines: Sequence[str]) -> str:
    """The number of a resolution whose line is nothing but a number; '' without one.

    >>> number_alone(["قرار رقم: 63 (1/7)"]), number_alone(["القرار م ت 44/2024/ق.5.1"]), number_alone(["قرار مجلس 12"])
    ('63 (1/7)', 'م ت 44/2024/ق.5.1', '')
    >>> number_alone(["القرار 8914", "قضايا المياه"]), number_alone(["Résolution 11 : Les ponts"])
    ('8914', '11')
    """
    return next((found[1] or found[2] for text in lines if (found := BARE.match(digits(text)))), "")


def told(titles: Sequence[str]) -> str:
    """The title of a communiqué without what stands before it and where and when it was given; of a draft without that word.

    >>> told(["مجلس التعاون البيان الختامي للدورة العاشرة الدوحة – دولة قطر الثلاثاء 21 جمادى الأولى 1445هـ"])
    'البيان الختامي للدورة العاشرة'
    >>> told(["مشروع قرار تطوير منظومة الجامعة"]), told(["قضايا المياه"])
    ('تطوير منظومة الجامعة', '')
    """
    if titles and (found := DECREE.match(titles[0])):
        return found[0]
    for text in titles:
        western = digits(text)
        if (found := COMMUNIQUE.search(western)) and found.start() < 150:
            end = PLACE_AND_DAY.search(western, found.end())
            return text[found.start() : end.start() if end else len(text)].strip(" ،,–-")
    if titles and (found := ABOUT.match(titles[0])):
        return " ".join((titles[0][found.end() :], *titles[1:3]))
    if len(titles) == 1 and (found := DRAFT.match(titles[0])):
        return titles[0][found.end() :]
    return ""
