"""How a text says that it was adopted: without a vote, by consensus, unanimously, or by so many votes.

Acclamation counts as consensus: nobody voted and nobody objected. `Adoption.text` keeps the words as printed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from amana.resolutions.accepted import How
from amana.resolutions.adoption_lists import begins_list, counted_in, listed_in
from amana.resolutions.paragraphs import Adoption, Paragraph
from amana.values.expressions import expression
from amana.values.folding import fold, has_any
from amana.values.names import Gazetteer
from amana.values.numbers import read_cardinal
from amana.values.problems import Place, Problem

_SAID = r"(?=.{0,200}(?:بالاجماع|باجماع|باغلبية|تصويت|توافق|تزكية))"
LINE = {
    "en": expression(
        r"[\W\d]*(?:in the absence of (?:any )?objections?,? the president declared the (?:draft )?(?:resolution|decision) |(?:this |the (?:present |above )?)?(?:draft )?(?:resolution|decision|declaration)s?(?: [\w/().-]*\d[\w/().-]*){0,2}"
        r"(?:,? as (?:orally )?(?:amended|revised|corrected),?)? (?:was|were|is|has been|have been) (?:then |also )?)?"
        r"(?:adopted|approved|done|issued)\b(?:(?= (?:at|in|on|by|un|with|this|as a|the \d|$)|[ .]*$)"
        r"|(?:(?:, [^;:.]{1,80})?,| \([^()]{1,60}\),?)(?= (?:by|with|without|unanimously|at|on|in)\b.{0,200}(?:\bvot|consensus|unanim|acclam)))"
        r"|(?:a |the )?(?:recorded|roll-call) vote was (?:taken|requested)\b"
    ),
    "fr": expression(
        r"[\W\d]*(?:(?:la |cette |le |ce )?(?:presente )?(?:projet de )?(?:resolution|decision|declaration)(?: [\w/().-]*\d[\w/().-]*){0,2},?"
        r" (?:a ete |est )?)?"
        r"(?:adopte|fait)e?s?\b(?:(?= (?:a|au|en|le|par|sans|lors|apres|$)|[ .]*$)"
        r"|(?:(?:, [^;:.]{1,80})?,| \([^()]{1,60}\),?)(?= (?:par|avec|sans|a|au|le|lors)\b.{0,200}(?:\bvote|\bvoix|consensus|unanim|acclam)))"
    ),
    "ar": expression(
        r"[\W\d]*(?:(?:هذا )?(?:القرار|المقرر|الاعلان) )?(?:الذي )?"
        r"(?:(?:وقد )?(?:اعتمد|اتخذ|صدر|اقر|صودق|تم اعتماد|تم اتخاذ|حرر)ت?ه?ا?)(?![\u0621-\u064a])"
        rf"(?:(?= (?:(?:هذا |هذه )?(?:القرار|المقرر|الاعلان|مشروع)|ب|في |دون |من قبل|علي|من غير|(?:الجمعية|اللجنة|المجلس|المؤتمر|القمة|مجلس|مؤتمر|لجنة){_SAID}))"
        rf"| ?، [^؛:.]{{1,80}}?،? (?:ب|و?دون |و?من غير ){_SAID})"
        r"|(?:و?قد )?و?(?:اجري|طلب(?: اجراء)?) (?:ال)?تصويت (?:ال)?(?:مسجل|بنداء)"
    ),
    "id": expression(
        r"[\W\d]*(?:(?:rancangan )?(?:resolusi|keputusan|deklarasi)(?: ini)? (?:telah )?)?"
        r"(?:disahkan|diadopsi|diterima|disetujui|ditetapkan)\b(?:(?= (?:secara|dengan|tanpa|pada|dalam|melalui|berdasarkan|oleh)| di [^;:.\d]{2,50}\d|[ .]*$)"
        r"|(?:(?:, [^;:.]{1,80})?,| \([^()]{1,60}\),?)(?= (?:secara|dengan|tanpa|melalui)\b.{0,200}(?:\bsuara|konsensus|aklamasi|mufakat|bulat)))"
    ),
}
VERBS = {
    "en": ("adopted", "approved", "done", "issued", "vote was"), "fr": ("adopte", "fait"),
    "ar": ("اعتمد", "اتخذ", "صدر", "اقر", "صودق", "اعتماد", "اتخاذ", "حرر", "تصويت"),
    "id": ("disahkan", "diadopsi", "diterima", "disetujui", "ditetapkan"),
}  # fmt: skip
"""Words one of which stands in every such line."""
REJECTED = {
    "en": expression(
        r"[\W\d]*(?:(?:this |the (?:present |above )?)?(?:draft )?(?:resolution|decision|declaration)s?(?: [\w/().-]*\d[\w/().-]*){0,2}"
        r"(?:,? as (?:orally )?(?:amended|revised|corrected),?)? (?:was|were|is|has been|have been) (?:then |also )?)?(?:rejected|not adopted)\b"
    ),
    "fr": expression(
        r"[\W\d]*(?:(?:la |cette |le |ce )?(?:presente )?(?:projet de )?(?:resolution|decision|declaration)(?: [\w/().-]*\d[\w/().-]*){0,2},?"
        r" (?:a ete |est |(?=n'(?:est|a) pas )))?(?:rejete|(?:non|n'est pas|n'a pas ete) adopte)e?s?\b"
    ),
    "ar": expression(
        r"[\W\d]*(?:وقد )?(?:(?:تم )?رفضت?|لم (?:يعتمد|تعتمد|يتخذ))(?: (?:مشروع )?(?:هذا )?(?:القرار|المقرر))? ?،? (?:ب|في )"
    ),
    "id": expression(
        r"[\W\d]*(?:(?:rancangan )?(?:resolusi|keputusan|deklarasi)(?: ini)? (?:telah )?)?(?:ditolak|tidak disahkan|tidak diadopsi)\b"
    ),
}
"""How a text was voted down: by so many votes."""
DENIED = {"en": ("rejected", "not adopted"), "fr": ("rejete", "non adopte", "n'est pas adopte", "n'a pas ete adopte"),
    "ar": ("رفض", "لم يعتمد", "لم تعتمد", "لم يتخذ"), "id": ("ditolak", "tidak disahkan", "tidak diadopsi"),
}  # fmt: skip
"""Words one of which stands in every such line."""
LEADS = {
    "en": expression(
        r"(?:(?:the )?[\w-]+(?: [\w-]+)? (?:plenary )?(?:meeting|sitting),? (?:on )?\d{1,2} [a-z]+ \d{4}[.,]? |in a (?:recorded |roll-call )?vote, "
        r"|by (?:a )?(?:recorded |roll-call )?(?:vote of )?\d[^;:.]{1,70}, )"
        r"(?=(?:the |this )?(?:draft )?(?:resolution|decision) )|(?:date: ?[^;:]{4,40} meeting: ?[\d, and]{1,20} )(?=adopted )|resolution (?=adopted [^;:]{0,80}(?:vote|consensus|unanim))"
    ),
    "fr": expression(
        r"(?:\d{1,4}(?:er?|re|eme)? (?:seance|reunion)(?: pleniere)?,? (?:le )?\d{1,2}(?:er)? [a-z]+ \d{4}[.,]? "
        r"|par [\w -]{1,40} voix (?:pour )?contre [^;:.]{1,70}, )(?=(?:la |le |cette )?(?:presente )?(?:projet de )?(?:resolution|decision) )"
    ),
    "ar": expression(
        r"(?:ال)?جلسة(?: ال[\u0621-\u064a]+)? \d{1,5} ?[،,.]? ?(?:(?:المعقودة )?(?:في )?\d{1,2} [^؛:.]{3,40}? \d{4} ?[،,.]? ?)?"
        r"(?=(?:وقد )?(?:اعتمد|اتخذ))"
    ),
}
"""What may stand before the line in its block: the meeting and its day, the vote itself."""
PRESENT = expression(r"\W*[Aa]dopte[ ,]")
"""French: what the organ does now, where the accent of the participle is missing."""
HOW: dict[str, tuple[tuple[How, re.Pattern[str]], ...]] = {
    "en": (
        ("without a vote", expression(r"without (?:(?:a |being put to (?:a |the )?)?(?:recorded )?vot(?:e|ing))")),
        ("consensus", expression(r"(?<!not )by (?:general )?consensus|by acclamation")),
        ("unanimously", expression(r"unanimously|by unanimity|by a unanimous vote")),
    ),
    "fr": (
        (
            "without a vote",
            expression(r"sans (?:avoir ete mise? aux voix|etre mise? aux voix|mise aux voix|vote|scrutin|qu'il soit procede)"),
        ),
        ("consensus", expression(r"par consensus|par acclamation")),
        ("unanimously", expression(r"a l'unanimite(?! moins)")),
    ),
    "ar": (
        (
            "without a vote",
            expression(r"(?:بدون|دون|بغير|من غير) (?:طرح(?:ه|ها)? لل)?(?:اجراء )?(?:ال)?تصويت|دون (?:طرحه|طرحها|ان يطرح) للتصويت"),
        ),
        ("consensus", expression(r"بتوافق (?:ال)?(?:ا|آ)راء|بالتوافق|بالتزكية")),
        ("unanimously", expression(r"بالاجماع|باجماع")),
    ),
    "id": (
        ("without a vote", expression(r"tanpa (?:melalui )?(?:pemungutan suara|voting)")),
        ("consensus", expression(r"(?:secara|dengan|berdasarkan|melalui) (?:konsensus|aklamasi|mufakat|musyawarah)")),
        ("unanimously", expression(r"(?:secara|dengan suara) bulat")),
    ),
}  # fmt: skip
_L = r"((?:[\w'-]+ ){0,5}[\w'-]+)"
_A = r"((?:[\u0621-\u064a]+ ){0,5}[\u0621-\u064a]+|\d{1,3})"
_YES = r"(?: (?:مؤيدا?|مؤيدة|لصالحه?ا?|لصالح القرار))"
VOTES: dict[str, tuple[re.Pattern[str], ...]] = {
    "en": (
        expression(rf"{_L} votes?(?: in favou?r)? (?:to|against) {_L}"),
        expression(rf"\bby (?:a )?(?:recorded |roll-call )?(?:vote of )?{_L} to {_L}"),
        expression(rf"{_L} (?:votes? )?in favou?r(?: to)?,? (?:and |with )?{_L} (?:votes? )?(?:against|opposed)"),
        expression(rf"\bby {_L} votes?(?: in favou?r)?,? (?P<free>without (?:any )?(?:opposition|dissent|votes? against))"),
    ),
    "fr": (
        expression(rf"{_L} voix(?: pour)? contre {_L}"),
        expression(rf"{_L} voix pour,? (?:et )?{_L} (?:voix )?contre"),
        expression(rf"\bpar {_L} voix(?: pour)?,? (?:et )?(?P<free>sans (?:aucune )?(?:opposition|voix contre))"),
    ),
    "ar": (
        expression(rf"(?:{_A} (?:صوتا?|اصوات){_YES}?|(?P<two>صوتين)|(?P<one>صوت واحد)) (?:مقابل|ضد) {_A}"),
        expression(
            rf"(?:{_A} (?:صوتا?|اصوات){_YES}?|ب(?:موافقة|تاييد) {_A} (?:عضوا?|اعضاء|دولة|دول)|(?P<two>صوتين)|(?P<one>صوت واحد)) ?،? ?"
            r"(?P<free>(?:و?(?:من )?دون|و?بدون|وعدم|ولا|ولم) (?:اي |وجود )?(?:صوت |احد |يعترض )?(?:معارضة?|اعتراض|معترض|احد|اي عضو)[\w ]*)"
        ),
        expression(rf"ب(?:موافقة|تاييد) {_A} (?:عضوا?|اعضاء|دولة|دول|صوتا?|اصوات) ?،? ?و(?:معارضة|اعتراض) {_A}"),
        expression(rf"{_A} (?:صوتا?|اصوات){_YES} ?،? ?و ?((?:[\u0621-\u064a]+ ){{0,3}}?[\u0621-\u064a]+|\d{{1,3}}) (?:صوتا? |اصوات )?معارض"),
    ),
    "id": (
        expression(rf"{_L} suara(?: (?:setuju|mendukung))? (?:berbanding|melawan|lawan) {_L}"),
        expression(rf"{_L} (?:suara )?(?:setuju|mendukung|menyetujui),? (?:dan )?{_L} (?:suara )?(?:menolak|menentang|tidak setuju)"),
    ),
}  # fmt: skip
"""Counts for and against, each as words or digits with what may stand beside them; the number is told apart below."""
ONLY_FOR = {
    "en": expression(rf"\bby {_L} votes? in favou?r|\bby {_L} votes?(?=[,.]? (?:with|and) )"),
    "fr": expression(rf"\bpar {_L} voix(?: pour)?(?=,? (?:avec|et) )"),
    "ar": expression(
        rf"(?:{_A} (?:صوتا|اصوات){_YES}?|ب(?:موافقة|تاييد) {_A} (?:عضوا?|اعضاء|دولة|دول))(?= ?،? ?(?:مع |و)امتنا?ع)"
    ),
    "id": expression(rf"\bdengan {_L} suara(?: setuju| mendukung)?(?=,? (?:dan|dengan) )"),
}
ABSTAIN = {
    "en": expression(rf"{_L} (?:abstentions?|abstaining|(?:members?|states?) abstain(?:ing|ed))\b"),
    "fr": expression(rf"{_L} (?:abstentions?|(?:membres|etats) s'(?:etant|etaient) abstenus)\b"),
    "ar": expression(
        r"امتنا?ع (?:(?P<two>عضو[يا]ن|دولت[يا]ن)|(?P<one>عضو واحد|دولة واحدة|(?:عضو|دولة)(?! ?\d))"
        r"|((?:[\u0621-\u064a]+ ){0,4}?[\u0621-\u064a]+|\d{1,3}) (?:عضوا|اعضاء|دولة|دول|عن)|(\d{1,3}))"
    ),
    "id": expression(rf"{_L} (?:suara |negara |anggota )?(?:abstain|abstensi)\b"),
}
COUNTING = {
    "en": (" vote", "by ", " favo", " abst"), "fr": (" voix", " abst"), "ar": ("صوت", "اصوات", "بموافقة", "بتاييد", "امتناع", "امتنع"),
    "id": (" suara", " setuju", " mendukung", " menyetujui", " abst"),
}  # fmt: skip
"""Words one of which stands where votes are counted."""
NONE = frozenset(
    "none|no|nil|zero|null|aucune|neant|nul|pas|لا شيء|لا شي|لا|لا احد|صفر|لا صوت|tidak ada|nol|nihil|tanpa".split("|")
)
FEW = {
    "صوتين": 2, "صوت واحد": 1, "صوت": 1, "عضوين": 2, "عضو": 1, "عضو واحد": 1, "دولتين": 2, "دولة": 1, "دولة واحدة": 1,
}  # fmt: skip
COUNTED = expression(r" (?:votes?|voix|suara|members?|states?|delegations?|membres?|etats?|صوتا?|اصوات)$")
SENTENCE = expression(r"[.;؛\]]\s+(?=\W*\w)")
TAIL = 4
"""So many paragraphs from the end are looked through for an adoption line that ran into one of them."""
LONGEST = 600
"""An adoption line is no longer than this; with lists of states it may be."""


def is_adoption_line(text: str, language: str) -> bool:
    """Whether a block says how the text was adopted or lists who voted; "يعتمد" opens a paragraph, "اعتمد بالإجماع" does not."""
    line = LINE.get(language)
    if line is None:
        return False
    if begins_list(text, language):
        return True
    folded = fold(text[:200], accents=False)
    if _is_rejected(folded, language):
        return True
    if not has_any(folded, VERBS[language]) or (language == "fr" and PRESENT.match(text)):
        return False
    flat = " ".join(folded.split())
    lead = LEADS[language].match(flat) if language in LEADS else None
    if line.match(flat, lead.end() if lead is not None else 0) is None:
        return False
    return len(text) <= LONGEST or bool(listed_in((text,), language, None)[0])


def adoption_of(text: str, language: str, place: Place | None = None) -> Adoption | None:
    """What an adoption line says; None where the text is none.

    >>> adoption_of("Adopted at the 2nd meeting by 9 votes to none, with 2 abstentions.", "en").votes["abstain"]
    2
    >>> adoption_of("اعتمد بالإجماع.", "ar").how, adoption_of("Adopte le rapport", "fr")
    ('unanimously', None)
    """
    if not is_adoption_line(text, language):
        return None
    folded = " ".join(fold(text[:400], accents=False).split())
    if _is_rejected(folded, language):
        return None
    votes = _votes(folded, language)
    how: How = "vote" if votes else ""
    for name, pattern in HOW[language]:
        if pattern.search(folded):
            how = name
            break
    return Adoption(how, text, {} if how and how != "vote" else votes, place)


def adoption_in(paragraphs: Sequence[Paragraph], language: str, gazetteer: Gazetteer | None = None) -> Adoption | None:
    """How a whole text says it was adopted: the line that says how, before one that only says that; with the lists."""
    found = [
        (n, a)
        for n, p in enumerate(paragraphs)
        if p.part == "structure" and (a := adoption_of(p.text, language, p.place)) is not None
    ]
    if not any(a.how for _, a in found):  # the line may have run into the last paragraph
        found = [*((n, a) for n in range(len(paragraphs))[-TAIL:] if (a := _at_end(paragraphs[n], language))), *found]
    if not found or (not any(a.how for _, a in found) and _voted_down(paragraphs, language)):
        return None
    lists_alone = ((n, a) for n, a in found if begins_list(a.text, language))
    at, said = next(((n, a) for n, a in found if a.how), None) or next(lists_alone, found[-1])
    below = [p.text for p in paragraphs[at : at + 40]]
    lists, listed = listed_in(below, language, gazetteer)
    votes = said.votes or (
        {} if said.how in ("unanimously", "consensus", "without a vote") else counted_in(below, language)
    )
    how: How = said.how or ("vote" if lists or votes else "")
    return replace(said, how=how, votes=votes, lists=lists, listed=listed) if lists or votes else said


def _voted_down(paragraphs: Sequence[Paragraph], language: str) -> bool:
    """Whether a line tells that the text was rejected; lists of who voted then tell of no adoption."""
    folded = (fold(p.text[:400], accents=False) for p in paragraphs if p.part == "structure")
    return any(_is_rejected(f, language) for f in folded)


def adoption_problems(adoption: Adoption | None) -> Iterator[Problem]:
    """What one version contradicts itself in: a tally that is not that of its list, a state that is listed twice.

    A list with names that are not known may be cut wrongly: then only one that is too long without them is told.
    """
    if adoption is None:
        return
    places = (adoption.place,) if adoption.place is not None else ()
    for vote, states in adoption.lists.items():
        said = adoption.votes.get(vote)
        if vote == "abstain" and not said:
            continue  # many lines do not count those who abstain
        unknown = sum(one == printed for one, printed in zip(states, adoption.listed[vote], strict=True))
        if said is not None and len(states) != said and (not unknown or len(states) - unknown > said):
            yield Problem(
                "adoption-tally-differs", {"vote": vote, "said": said, "listed": len(states)}, places, "error"
            )
    counted = Counter(one for states in adoption.lists.values() for one in states)
    twice = {one for one, count in counted.items() if count > 1}
    if twice:
        shown = dict.fromkeys(
            printed
            for vote, states in adoption.lists.items()
            for one, printed in zip(states, adoption.listed[vote], strict=True)
            if one in twice
        )
        yield Problem("adoption-listed-twice", {"states": tuple(shown)}, places, "error")


def _is_rejected(folded: str, language: str) -> bool:
    """Whether a line tells that the text was voted down: it counts the votes.

    >>> _is_rejected("rejected by 10 votes to 20.", "en"), _is_rejected("rejected proposals are listed", "en")
    (True, False)
    """
    if not has_any(folded, DENIED[language]):
        return False
    flat = " ".join(folded.split())
    return REJECTED[language].match(flat) is not None and bool(_votes(flat, language))


def _at_end(paragraph: Paragraph, language: str) -> Adoption | None:
    """What the last sentence of a paragraph says, where it says how the text was adopted."""
    for end in reversed(list(SENTENCE.finditer(paragraph.text[-LONGEST:]))[-3:]):
        said = adoption_of(paragraph.text[-LONGEST:][end.end() :], language, paragraph.place)
        if said is not None and said.how:
            return said
    return None


def _votes(folded: str, language: str) -> Mapping[str, int]:
    if not has_any(folded, COUNTING[language]):
        return {}
    pair = next((p for pattern in VOTES[language] if (p := _pair(pattern, folded, language)) is not None), None)
    abstained = ABSTAIN[language].search(folded)
    abstain = None
    if abstained is not None:
        abstain = _few(abstained) or _first_count(abstained, language)
    if pair is not None:
        return {"abstain": 0 if abstain is None else abstain, "yes": pair[0], "no": pair[1]}
    alone = ONLY_FOR[language].search(folded)
    count = _first_count(alone, language) if alone is not None else None
    if count is None or (abstain is None and count < 2):
        return {}
    return {"yes": count} if abstain is None else {"yes": count, "abstain": abstain}


def _pair(pattern: re.Pattern[str], folded: str, language: str) -> tuple[int, int] | None:
    for found in pattern.finditer(folded):
        groups = found.groupdict()
        words = [w for n, w in enumerate(found.groups(), 1) if n not in found.re.groupindex.values() and w]
        yes = _few(found)
        if yes is None:
            yes = _last_count(words.pop(0), language) if words else None
        no = 0 if groups.get("free") else _leading_count(words[0], language) if words else None
        if yes is not None and no is not None:
            return yes, no
    return None


def _few(found: re.Match[str]) -> int | None:
    """One and two have no numeral in Arabic: the noun says them."""
    groups = found.groupdict()
    return 2 if groups.get("two") else 1 if groups.get("one") else None


def _first_count(found: re.Match[str], language: str) -> int | None:
    named = found.re.groupindex.values()
    return next((_last_count(w, language) for n, w in enumerate(found.groups(), 1) if w and n not in named), None)


def _last_count(words: str, language: str) -> int | None:
    """The number with which these words end: "at its third meeting by ninety-two"."""
    parts = COUNTED.sub("", words).split()
    tries = (" ".join(parts[n:]) for n in range(len(parts)))
    return next((count for some in tries if (count := _count(some, language)) is not None), None)


def _leading_count(words: str, language: str) -> int | None:
    """The number with which these words begin: "none with 2", "لا شيء وامتناع"."""
    parts = words.split()
    tries = (" ".join(parts[:n]) for n in range(len(parts), 0, -1))
    return next((count for some in tries if (count := _count(some, language)) is not None), None)


def _count(word: str, language: str) -> int | None:
    if word in NONE:
        return 0
    if word in FEW:
        return FEW[word]
    if word.isdigit():
        return int(word) if len(word) <= 3 else None
    number = read_cardinal(word, language)
    return number if number is not None and number < 1000 else None
