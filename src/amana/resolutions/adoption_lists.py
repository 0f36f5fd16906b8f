"""Who voted how, where a text lists them: in favour, against, abstaining."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from amana.resolutions.naming import aliases, places
from amana.values.expressions import expression
from amana.values.folding import fold
from amana.values.names import Gazetteer

Lists = Mapping[str, tuple[str, ...]]

_END = r"(?: ?\((?P<bracketed>\d{1,3})\)| ?[-–—]? ?(?P<bare>\d{1,3}))?\s*(?::|：|$)"
_MID = r"(?P<mid>(?<=[\w)] ))"
"""Where a heading of one word begins within a line: then only with a capital."""
HEADS: dict[str, re.Pattern[str]] = {
    "en": expression(
        rf"(?:^|(?<=[.:;\]\n])|(?<=\d,)|(?<=[\w)] )(?=(?:in favou?r|against|abstaining|abstentions) ?:)|{_MID}(?=(?:(?:voting |voted )?(?:in favou?r|for|against|yes|no)|abstain(?:ing|ed)?|absent|not voting) ?:))[\s\[*•-]*(?:(?:states? |members? |those |countries )?(?:voting |voted |votes? ))?(?:"
        r"(?P<yes>in (?:its )?favou?r|for|yes|yeas)|(?P<no>against|no|nays|opposed)"
        rf"|(?P<abstain>abstain(?:ing|ed)?|abstentions?)|(?P<other>absent|not voting|non[- ]voting)){_END}",
        re.IGNORECASE | re.MULTILINE,
    ),
    "fr": expression(
        rf"(?:^|(?<=[.:;\]\n])|(?<=\d,)|(?<=[\w)] )(?=(?:(?:ont )?(?:vote|votes) (?:pour|contre)|se sont abstenus|abstentions) ?:)|{_MID}(?=(?:(?:(?:ont vote|votent|vote) )?(?:pour|en faveur|contre)|s'abstiennent|s'est abstenue?|abstentions?|abstenue?s|absents?) ?:))[\s\[*•-]*(?:(?:les )?(?:etats? |membres? )?(?:(?:ont|a|ayant) vote |votent |votes? )?(?:"
        rf"(?P<yes>pour|en faveur)|(?P<no>contre)|(?P<abstain>se sont abstenue?s|s'est abstenue?|s'abstiennent|abstentions?|abstenue?s)"
        rf"|(?P<other>absents?|n'ont pas (?:vote|participe au vote)))){_END}",
        re.IGNORECASE | re.MULTILINE,
    ),
    "ar": expression(
        r"(?:^|(?<=[.:؛\]\n])|(?<=\d،)|(?<=[\w)] )(?=(?:المؤيد|المعارض|الممتنع)(?:ون|ين|ة)(?: عن التصويت)? ?:))[\s\[*•-]*(?:الدول |الاعضاء )?(?:"
        r"(?P<yes>(?:المصوتون |المصوتة )?(?:المؤيد(?:ون|ين|ة)|الموافق(?:ون|ين|ة)|مؤيدون|لصالح القرار))"
        r"|(?P<no>(?:المعارض(?:ون|ين|ة)|معارضون|ضد القرار))"
        rf"|(?P<abstain>(?:الممتنع(?:ون|ين|ة)|ممتنعون)(?: عن التصويت)?)|(?P<other>الغائبون|المتغيبون|لم يشترك في التصويت)){_END}",
        re.MULTILINE,
    ),
    "id": expression(
        rf"(?:^|(?<=[.:;\]\n])|(?<=\d,)|{_MID}(?=(?:setuju|mendukung|menyetujui|menolak|menentang|tidak setuju|abstain|abstensi|tidak hadir) ?:))[\s\[*•-]*(?:yang )?(?:(?P<no>menolak|menentang|tidak setuju)|(?P<yes>setuju|mendukung|menyetujui)"
        rf"|(?P<abstain>abstain|abstensi)|(?P<other>tidak hadir)){_END}",
        re.IGNORECASE | re.MULTILINE,
    ),
}
KINDS = ("yes", "no", "abstain")
NOBODY = frozenset("none|nil|nobody|aucun|aucune|neant|لا احد|لا شيء|لا يوجد|tidak ada|nihil".split("|"))
BRACKET = expression(r"\(((?:[^()]|\([^()]*\))+)\)")
BEFORE: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("abstain", expression(r"(?:abst|امتناع)[^,،;:()]*$")),
    ("no", expression(r"(?: to| against| contre|مقابل|ضد|berbanding|melawan) [^,،;:()]*$")),
    ("yes", expression(r"(?:in favou?r|votes|voix|voix pour|صوتا|اصوات|suara)\W*$")),
)
"""What stands before names in brackets says how these voted: "with 2 abstentions (Poland, USSR)"."""
CUT = expression(r"[,;،؛\n]")
AND = expression(r" (?:and|et|dan|serta) | و(?=\S)")
WORD = expression(r"\w+")
ARTICLES = frozenset({"the", "le", "la", "les", "l"})
INVERTED = expression(r"^(?P<what>.+?) (?P<of>of the|of|du|de la|de l'|des|de|d')(?: |(?<='))(?P<name>.+)$")
TALLY = expression(
    r"\s*\(?(\d{1,3})\)?(?![\w/.]*\d)(?: (?:votes?|voix|suara|states?|[ée]tats?|members?|membres?|صوتا?|أصوات|دولة|دول)\b)?"
)
"""How many voted so, behind the heading: "For: 14"."""
MOST_WORDS = 9
"""A formal name has no more words."""
LONGEST = 4
"""A formal name may be cut by so many commas less one."""


def begins_list(text: str, language: str) -> bool:
    """Whether a block begins with "In favour:" or the like and goes on with states, or is that heading alone.

    >>> begins_list("In favour: Algeria, Angola", "en"), begins_list("Against: all odds we act", "en")
    (True, False)
    """
    head = HEADS[language].match(_flat(text[:80])) if language in HEADS and len(text) > 2 else None
    if head is None:
        return False
    rest = text[head.end() :].strip(" \n.*")
    if not rest:
        return ":" in text or head["yes"] == "in favour"
    until = _until_next(rest[:200], language)
    if (tally := TALLY.match(until)) and not until[tally.end() :].strip(" .,;؛،\n"):
        return True
    first = _items(CUT.split(until)[0], _book(None))
    return all(known for known, _ in first) or fold(rest.strip(" ."), accents=False) in NOBODY


def _until_next(text: str, language: str) -> str:
    """A list up to the heading of the next one in the same line."""
    return text[: next((head.start() for head in _heads(text, language)), len(text))]


def listed_in(texts: Sequence[str], language: str, gazetteer: Gazetteer | None) -> tuple[Lists, Lists]:
    """The lists in these blocks, the first of which says how the text was adopted: ids, and names as printed.

    An id is that of the house's party, else the small ISO code; a name that is not known stands as printed.

    >>> texts = ["Adopted by 2 votes to 1.", "In favour: Iran (Islamic Republic of), Congo", "Against: Ruritania"]
    >>> listed_in(texts, "en", None)[0]
    {'yes': ('ir', 'cg'), 'no': ('Ruritania',)}
    """
    if language not in HEADS:
        return {}, {}
    book = _book(gazetteer)
    found = dict(_under_heads(texts, language, book))
    if not any(known for items in found.values() for known, _ in items):  # "For: the following reasons"
        found = dict(_in_brackets(texts[0], book))
    ids = {kind: tuple(known or printed for known, printed in items) for kind, items in found.items()}
    return ids, {kind: tuple(printed for _, printed in items) for kind, items in found.items()}


def counted_in(texts: Sequence[str], language: str) -> Mapping[str, int]:
    """How many voted how, where headings with numbers say it; {} unless those for and some others are counted.

    >>> counted_in(["For: 14", "Algeria, Egypt", "Against: 2", "Abstentions: 0"], "en")
    {'yes': 14, 'no': 2, 'abstain': 0}
    >>> counted_in(["For: 14 days"], "en")
    {}
    """
    if language not in HEADS:
        return {}
    text, found = "\n".join(texts), dict[str, int]()
    heads = list(_heads(text, language))
    for head, after in zip(heads, [*heads[1:], None], strict=False):
        kind = next((k for k in KINDS if head[k] is not None), "")
        said = head["bracketed"] or head["bare"]
        behind = TALLY.match(text[head.end() : after.start() if after else len(text)])
        if kind and kind not in found and (said or behind):
            found[kind] = int(said or behind[1])  # type: ignore[index]
    return found if "yes" in found and len(found) > 1 else {}


Items = tuple[tuple[str, str], ...]


def _under_heads(texts: Sequence[str], language: str, book: Mapping[str, str]) -> Iterator[tuple[str, Items]]:
    text = "\n".join(texts)
    heads = list(_heads(text, language))
    seen: set[str] = set()
    for n, head in enumerate(heads):
        kind = next((k for k in KINDS if head[k] is not None), "")
        end = heads[n + 1].start() if n + 1 < len(heads) else len(text)
        tally = TALLY.match(text, head.end(), end)
        below = text[tally.end() if tally else head.end() : end]
        items = tuple(_lines(below, book))
        if not kind or kind in seen or (not items and not _nobody(below)):
            continue
        seen.add(kind)
        yield kind, items


def _heads(text: str, language: str) -> Iterator[re.Match[str]]:
    """The headings of the lists; one of one word within a line only with a capital: "… Togo Against: Cuba"."""
    found = HEADS[language].finditer(_flat(text))
    return (head for head in found if head.groupdict().get("mid") is None or text[head.start()].isupper())


def _lines(text: str, book: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The states of a list: its first line that is not blank, and further lines while they list states."""
    before = ""
    for line in text.split("\n"):
        row = line.strip(" \t*•[")
        if not row:
            continue
        items = _items(row.split("]")[0], book)
        if before and not before.endswith((",", "،")) and not all(known for known, _ in items):
            return
        if _nobody(row):
            return
        yield from items
        before = row
        if "]" in row:
            return


def _nobody(text: str) -> bool:
    first = next((line for line in text.split("\n") if line.strip()), "")
    bare = fold(first, accents=False).strip(" .]*-–—")
    return bare in NOBODY or (not bare and "-" in fold(first))


def _in_brackets(text: str, book: Mapping[str, str]) -> Iterator[tuple[str, Items]]:
    for found in BRACKET.finditer(text):
        items = _items(found[1], book)
        before = fold(text[max(0, found.start() - 60) : found.start()], accents=False)
        kind = next((kind for kind, pattern in BEFORE if pattern.search(before)), "")
        if kind and items and all(known for known, _ in items):
            yield kind, items


def _items(text: str, book: Mapping[str, str]) -> Items:
    """The states in a text, in order: the id ('' where not known) and the words as printed."""
    pieces = [piece.strip(" .\t*[]") for piece in CUT.split(text)]
    pieces = [piece for piece in pieces if piece]
    found: list[tuple[str, str]] = []
    at = 0
    while at < len(pieces):
        for count in range(min(LONGEST, len(pieces) - at), 0, -1):
            whole = ", ".join(pieces[at : at + count])
            known = book.get(_key(whole))
            if known is None and whole[0] == "و" and (known := book.get(_key(whole[1:]))):
                whole = whole[1:]
            if known:
                found.append((known, whole))
                at += count
                break
        else:
            found.extend(_split(pieces[at], book))
            at += 1
    return tuple(found)


def _split(piece: str, book: Mapping[str, str]) -> Items:
    """A piece that is no state: two joined by "and" if both are, else as printed."""
    for joint in AND.finditer(piece):
        left, right = piece[: joint.start()].strip(), piece[joint.end() :].strip()
        if (one := book.get(_key(left))) and (two := _split_or_known(right, book)):
            return ((one, left), *two)
    for joint in list(AND.finditer(piece))[-1:]:
        if one := book.get(_key(piece[: joint.start()])):
            return ((one, piece[: joint.start()].strip()), ("", piece[joint.end() :].strip()))
    for lead in ("and ", "et ", "dan ", "و"):
        if piece.startswith(lead) and (known := book.get(_key(piece[len(lead) :]))):
            return ((known, piece[len(lead) :].strip()),)
    if run := _run_together(piece, book):
        return run
    bare = re.sub(r"\s*\([^()]*\)", "", piece)
    return ((book.get(_key(bare), ""), piece),)


def _run_together(piece: str, book: Mapping[str, str]) -> Items:
    """States that stood one on a line, all of them known: "Algeria Argentina Viet Nam"; () where one is not."""
    words = piece.split()
    found: list[tuple[str, str]] = []
    at = 0
    while at < len(words):
        reach = range(min(len(words), at + MOST_WORDS), at, -1)
        end = next((n for n in reach if book.get(_key(" ".join(words[at:n])))), None)
        if end is None:
            return ()
        name = " ".join(words[at:end])
        found.append((book[_key(name)], name))
        at = end
    return tuple(found) if len(found) > 1 else ()


def _split_or_known(piece: str, book: Mapping[str, str]) -> Items:
    known = book.get(_key(piece))
    if known:
        return ((known, piece),)
    items = _split(piece, book)
    return items if all(one for one, _ in items) else ()


@lru_cache(maxsize=8)
def _book(gazetteer: Gazetteer | None) -> Mapping[str, str]:
    """Every form of every state as it is looked up → its id."""
    alias = aliases(gazetteer)
    book: dict[str, str] = {}
    for entry in gazetteer.entries if gazetteer is not None else ():
        if entry.kind == "party":
            for forms in entry.forms.values():
                for form in forms:
                    book.setdefault(_key(form), entry.id)
    for known in places():
        if known.id.startswith("place:"):
            who = alias.get(known.id, known.id.removeprefix("place:").lower())
            for form in (*known.listed, *(f for forms in known.forms.values() for f in forms)):
                book.setdefault(_key(form), who)
                if (turned := INVERTED.match(form)) and form.isascii() and "(" not in form:
                    book.setdefault(_key(f"{turned['name']} {turned['what']} {turned['of']}"), who)
    book.pop("", None)
    return book


def _key(name: str) -> str:
    return " ".join(word for word in WORD.findall(fold(name, accents=False)) if word not in ARTICLES)


def _flat(text: str) -> str:
    """A text folded where that keeps every place, so that what is found in it stands there in the text as well."""
    folded = fold(text, accents=False)
    return folded if len(folded) == len(text) else text
