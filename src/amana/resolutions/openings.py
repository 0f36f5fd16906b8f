"""How a paragraph opens: the phrase, and with it the function and the force, as the drafting lexicons know them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from amana.resolutions.inflections import BARE_HAMZA, acting, in_the_present, listed, of_many, told_of, unglued
from amana.resolutions.organ_words import ENDED, FIRST, IN_SESSION, ORGAN_FIRST, ORGAN_LINE, ORGAN_NOUNS, SUBJECT, TERMS
from amana.resolutions.shapes import CONNECTORS, QUOTES
from amana.resolutions.stances import stance_of
from amana.values.expressions import expression
from amana.values.folding import fold, folded_once
from amana.values.lexicons import LANGUAGES, Phrase, modifiers, phrases

WORDS = expression(r"([\w'-]+)(?: ([\w'-]+))?")
_WORD = expression(r"\w+")
STRESSED = expression(r"(?<!\w)([*_])\1?(?=\w)([^*_]{1,80}?)(?<=\w)\1{1,2}(?!\w)")
"""Words between marks of stress, as plain texts write italics: *decides*, _recommande_."""
HEAD = 160
"""Characters of a paragraph in which its opening must stand."""

_GROUND = expression(r"و?اذ (?=[يتن])")
_NARRATIVE = expression(r"\s*(?:المجلس|المؤتمر|القمة|الجمعية|اللجنة|الاجتماع)(?![\u0621-\u064a])")


@dataclass(slots=True)
class Opening:
    """The phrase with which a paragraph opens. `end`: how many characters of the folded text it covers, about.

    `function`, `part`, `strength` as in the lexicon; `modifiers` as they stood: also, further, strongly. It is never
    changed, but not frozen: one is made for every paragraph there is.
    """

    phrase: str
    function: str
    part: str
    strength: int
    end: int
    modifiers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The phrases of a language by their first word and their second, None without one; the longest first."""

    language: str
    by_word: Mapping[str, Mapping[str | None, tuple[tuple[str, bool, Phrase], ...]]]
    leading: re.Pattern[str]
    inner: re.Pattern[str]
    first: frozenset[str]


def opening_of(text: str, language: str, extra: tuple[Phrase, ...] = (), *, numbered: bool = False) -> Opening | None:
    """The opening of a paragraph whose label was taken off; None where no phrase is known.

    `numbered`: it had a number, so that in Arabic a noun may stand for its verb ("1- دعوة الدول").

    >>> opening_of("Strongly condemns the attack", "en").function, opening_of("Le présent texte", "fr")
    ('condemn', None)
    >>> opening_of("يرحب بتقرير الأمين العام", "ar").function, opening_of("ويدين المجلس العدوان", "ar")
    ('welcome', None)
    >>> opening_of("They expressed their deep concern", "en").function, opening_of("دعوة الدول", "ar", numbered=True).phrase
    ('concern', 'يدعو')
    """
    if language not in ORGAN_LINE and not extra:
        return None
    lexicon = _lexicon(language, extra)
    head = _folded_head(text)
    if head.startswith("و ") and language == "ar":
        head = f"و{head[2:]}"  # a typist's blank behind "and"
    told = told_of(head, lexicon.leading) if language == "ar" else None
    found = _told(told, head, lexicon) if told else _opening_in(head, lexicon)
    if found is None and language == "en" and (numbered or text[:1].islower()) and _MINUTES.match(head):
        found = next((_opening_in(said, lexicon) for said in in_the_present(head, language)), None)
    if found is None and language == "fr" and (plural := _PLURAL.match(head)):
        found = _opening_in(plural[1] + head[plural.end() :], lexicon)
        found = found if found is not None and found.part == "preambular" else None
    if found is None and numbered and language == "ar":
        noun = listed(head)
        found = _opening_in(noun, lexicon) if noun else None
    if found is None and language == "ar":
        found = next((o for h in acting(head) if (o := _opening_in(h, lexicon)) and " " in o.phrase), None)
        found = found or next((o for h in of_many(head) if (o := _opening_in(h, lexicon))), None)
        if found is None and (ground := _GROUND.match(head)):
            found = _as_ground(_opening_in(head[ground.end() :], lexicon), ground[0])
        if found is None and (apart := unglued(head.replace(" منا ", " منه ", 1), lexicon.by_word)) != head:
            found = _opening_in(apart, lexicon)
    return found


def _as_ground(said: Opening | None, particle: str) -> Opening | None:
    """The opening of a ground whose verb is known only as one of what is decided: "إذ يثمن"."""
    if said is None or said.part != "operative" or said.strength > 3:
        return None
    return Opening(f"{particle}{said.phrase}", said.function, "preambular", 0, len(particle) + said.end, said.modifiers)


def _told(told: str, head: str, lexicon: Lexicon) -> Opening | None:
    """What a communiqué tells, read as it would be decided; a bare verb means what the lexicon says of its past."""
    found = _opening_in(told, lexicon)
    own = _best(head, lexicon) if found is None or " " not in found.phrase else None
    past = own is not None and own[0].agreement == "m-past" and (found is None or own[0].function != found.function)
    return _opening_in(head, lexicon) if past else found


def _folded_head(text: str) -> str:
    """The folded text as far as an opening may stand."""
    seen = folded_once(text)
    head = seen.folded[:HEAD] if seen.places is None else fold(text[:HEAD], accents=False)
    return (STRESSED.sub(r"\2", head, count=2) if head[:1] in "*_" else head).lstrip(QUOTES)


_PLURAL = expression(r"((?:[a-z]+ment |tres |toujours |aussi |plus )?[\w']+)s(?= )")
"""The participle of a ground in the plural, perhaps behind an adverb: "profondement preoccupes"."""


_OURSELVES = expression(r"nous ([a-z]+ant)(?= )")
"""The participle of a ground said of ourselves: "nous felicitant"."""


def said_by_us(text: str, language: str, extra: tuple[Phrase, ...]) -> Opening | None:
    """The opening of a paragraph in a text whose organ is "we": its verbs stand in the first person, its grounds in the plural.

    >>> said_by_us("Affirm our determination", "en", ()).function, said_by_us("Vivement préoccupés par", "fr", ()).function
    ('affirm', 'concern')
    >>> said_by_us("Nous félicitant du plan", "fr", ()).function
    'welcome'
    """
    lexicon = _lexicon(language, extra)
    head = _folded_head(text)
    if language == "fr" and (reflexive := _OURSELVES.match(head)):
        own = "s'" if reflexive[1][0] in "aeiouh" else "se "
        found = _opening_in(own + head[reflexive.start(1) :], lexicon)
        if found is not None:
            return replace(found, end=found.end + reflexive.start(1) - len(own))
    found = _opening_in(head, lexicon, spoken=True)
    if found is None and language == "fr" and (plural := _PLURAL.match(head)):
        found = _opening_in(plural[1] + head[plural.end() :], lexicon)
    return found


def _opening_in(head: str, lexicon: Lexicon, *, spoken: bool = False) -> Opening | None:
    offset = 0
    for _ in range(4):
        found = _best(head, lexicon)
        if found is None and spoken:
            tries = (_best(said, lexicon) for said in in_the_present(head, lexicon.language))
            found = max((t for t in tries if t), key=lambda t: t[1], default=None)
        if found is not None:
            if head[found[1] : found[1] + 1] == "," and (longer := _past_aside(head, found[1], lexicon)) is not None:
                found = longer
            phrase, end, said = found
            told = stance_of(head[end:], phrase.function, phrase.phrase) or (phrase.function, phrase.strength)
            strength = 0 if phrase.part == "preambular" else told[1]
            return Opening(phrase.phrase, told[0], phrase.part, strength, offset + end, said)
        lead = lexicon.leading.match(head)
        if lead is None or not lead.end():
            subject = SUBJECT.get(lexicon.language)
            lead = subject.match(head) if subject and not spoken else None
            spoken = True
        if lead is None or not lead.end():
            if spoken is not True or not head.startswith("nous "):
                return None
            continue
        offset += lead.end()
        head = head[lead.end() :]
    return None


ASIDE = expression(r", [^;:.]{3,120}?,(?= (?:to|that|de|que) | d'| qu')")


def _past_aside(head: str, end: int, lexicon: Lexicon) -> tuple[Phrase, int, tuple[str, ...]] | None:
    """A longer phrase that an aside cut in two: "Decides, in the light of the request, to establish"."""
    aside = ASIDE.match(head, end)
    found = _best(head[:end] + head[aside.end() :], lexicon) if aside is not None else None
    return (found[0], end, found[2]) if found is not None and aside is not None and found[1] > end else None


def is_organ_line(text: str, language: str, extra: tuple[Phrase, ...] = ()) -> bool:
    """Whether a block is the line that names the enacting organ ("The Council of Foreign Ministers,", "إن المجلس").

    >>> is_organ_line("إن مجلس وزراء الخارجية،", "ar"), is_organ_line("The Council requests the bank;", "en")
    (True, False)
    """
    if not _may_be_organ_line(text, language):
        return False
    folded = fold(text, accents=False).strip(QUOTES)
    told = folded[-1:] in "؛;."
    session = IN_SESSION.get(language) if told else None
    comma = folded[-1:] in ",،:" or (session is not None and session.search(folded) is not None)
    if not comma and (told or len(folded) > 90):
        return False
    if language == "ar":
        return _is_arabic_organ(folded, comma)
    if ORGAN_LINE[language].match(folded) is None or (language == "id" and not comma):
        return False
    subject = SUBJECT[language].match(folded)
    after = folded[subject.end() :] if subject else ""
    said = _best(after, _lexicon(language, extra)) if after else None
    # "meeting in", "réuni en sa" go on with the organ
    return said is None or said[0].function == "header" or said[0].phrase.lower().startswith(TERMS)


def _is_arabic_organ(folded: str, comma: bool) -> bool:
    if folded.endswith(".") and not ENDED.search(folded):
        return False
    first = folded.startswith(("ان ", "نحن ", "نحن،", "نحن,", "اننا ", "اننا،", "اننا,"))
    first = first or (comma and len(folded) < 90 and ORGAN_FIRST.match(folded) is not None)
    return first and ORGAN_LINE["ar"].match(folded) is not None


_MINUTES = expression(
    r"\w+ed[,:]? (?:(?:unanimously|also|further) )?(?:the|that|its|to|with|an?|this|these|all|on the|upon|in the (?:strongest|most)|dr|mr|ms)\b(?! (?:be|have))"
)
"""Minutes: "approved the budget", "decided to defer"; what they approved, not what was "supported by" someone."""
_MAIN = {
    "en": expression(
        rf", (?:the )?(?:[\w'-]+ ){{0,4}}?(?:(?i:{ORGAN_NOUNS['en']})|[A-Z]{{3,}})(?: of(?: [\w'-]+){{1,4}}?)?(?= [a-z])"
    ),
    "fr": expression(rf", (?:la |le |l['’])(?:[\w'-]+ ){{0,4}}?(?:(?i:{ORGAN_NOUNS['fr']})|[A-Z]{{3,}})(?= [a-zéèêà])"),
}


def main_clause(text: str, language: str, extra: tuple[Phrase, ...]) -> Opening | None:
    """The verb of a whole sentence that begins with its grounds: "In response to …, the Council decides …".

    >>> main_clause("Following the vacancy, the Council appoints Mr. A.", "en", ()).function
    'appoint'
    """
    if language not in FIRST or language == "id":
        return None
    lexicon = _lexicon(language, extra)
    for found in _MAIN[language].finditer(text) if language in _MAIN else ():
        head = fold(text[found.end() : found.end() + 80], accents=False).strip()
        said = _best(head, lexicon) or next((_best(h, lexicon) for h in in_the_present(head, language)), None)
        if (opening := _acting(said, found.end())) is not None:
            return opening
    return _behind_grounds(text, lexicon)


def _acting(said: tuple[Phrase, int, tuple[str, ...]] | None, at: int) -> Opening | None:
    """What is said from `at` on as the opening of a sentence, where it is a verb that acts."""
    if said is None or said[0].part != "operative":
        return None
    return Opening(said[0].phrase, said[0].function, "operative", said[0].strength, at + said[1], said[2])


COMMA = expression(r"[,;،؛] (?:(?:and|et) )?")


def _behind_grounds(text: str, lexicon: Lexicon) -> Opening | None:
    """The first verb behind a comma where the organ stands first: "The Council, having examined the report, elects …"."""
    head = _folded_head(text)
    subject = SUBJECT[lexicon.language].match(head) if head.startswith(FIRST[lexicon.language]) else None
    if subject is None or subject[0].rstrip()[-1:] not in (",", "،"):
        return None
    for comma in COMMA.finditer(text, subject.end() - 2):
        said = _best(fold(text[comma.end() : comma.end() + 80], accents=False), lexicon)
        if (opening := _acting(said, comma.end())) is not None:
            return opening
    return None


def _may_be_organ_line(text: str, language: str) -> bool:
    if language not in ORGAN_LINE or len(text) > 420 or (text.rstrip()[-1:] == "." and language != "ar"):
        return False
    return _folded_head(text).startswith(FIRST[language]) or (language == "ar" and len(text) <= 120)


def _best(head: str, lexicon: Lexicon) -> tuple[Phrase, int, tuple[str, ...]] | None:
    """The longest phrase, with and without the modifiers that stand inside it."""
    direct = _match(head, lexicon)
    said = lexicon.inner.findall(head[:60]) if _may_be_modified(head[:60], lexicon.first) else None
    if not said:
        return (*direct, ()) if direct else None
    bare = lexicon.inner.sub("", head[:100], count=3) + head[100:]
    indirect = _match(bare, lexicon)
    if indirect and (direct is None or indirect[1] > direct[1]):
        removed = len(head) - len(bare)
        return indirect[0], indirect[1] + removed, tuple(s.strip() for s in said)
    return (*direct, ()) if direct else None


def _may_be_modified(head: str, first: frozenset[str]) -> bool:
    """A cheap look: whether a word behind a space may begin a modifier."""
    pieces = head.split(" ")
    if not first.isdisjoint(pieces[1:]):
        return True
    for piece in pieces[1:] if not "".join(pieces).isalnum() else ():
        if not piece.isalnum() and (found := _WORD.match(piece)) and found[0] in first:
            return True
    return False


def _match(head: str, lexicon: Lexicon) -> tuple[Phrase, int] | None:
    found = _match_at(head, lexicon)
    if found is None and lexicon.language == "ar" and head.startswith("و"):
        found = _match_at(head[1:], lexicon)
        if found is not None:
            if _NARRATIVE.match(head[1 + found[1] :]):
                return None
            return found[0], found[1] + 1
    return found


def _match_at(head: str, lexicon: Lexicon) -> tuple[Phrase, int] | None:
    words = WORDS.match(head)
    if words is None:
        return None
    by_second = lexicon.by_word.get(words[1]) or lexicon.by_word.get(words[1].split("'")[0] + "'")
    if by_second is None:
        return None
    found: tuple[Phrase, int] | None = None
    for second in (words[2], None) if words[2] else (None,):
        for phrase, glued, row in by_second.get(second, ()):
            if head.startswith(phrase) and (glued or not (head[len(phrase) : len(phrase) + 1] or " ").isalnum()):
                if found is None or len(phrase) > found[1]:
                    found = row, len(phrase)
                break
    return found


@lru_cache(maxsize=64)
def _lexicon(language: str, extra: tuple[Phrase, ...]) -> Lexicon:
    rows = [*(p for p in extra if p.language in (language, "")), *_own(language)]
    by_word: dict[str, dict[str | None, list[tuple[str, bool, Phrase]]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        folded = fold(row.phrase, accents=False).strip()
        if row.part == "header" or (row.function == "header" and row.part != "preambular"):
            continue
        words = WORDS.match(folded)
        if words:
            glued = row.phrase.endswith("ـ") or folded.endswith("'")
            second = None if glued and words.end() == len(folded) else words[2]
            by_word[words[1]][second].append((folded, glued, row))
            if language == "ar" and (bare := words[1].translate(BARE_HAMZA)) != words[1]:
                by_word[bare][second].append((bare + folded[len(bare) :], glued, row))
    ordered = {
        word: {second: tuple(sorted(found, key=lambda f: -len(f[0]))) for second, found in by_second.items()}
        for word, by_second in by_word.items()
    }
    return Lexicon(language, ordered, *_modifiers(language))


@cache
def _own(language: str) -> tuple[Phrase, ...]:
    return phrases(language) if language in (*LANGUAGES, "id") else ()


@cache
def _modifiers(language: str) -> tuple[re.Pattern[str], re.Pattern[str], frozenset[str]]:
    """What may stand before the verb, and what may stand inside a phrase after its first word, with the first words of that."""
    kinds = ("additive", "repetition", "intensity", "urgency", "focus", "connector")
    words: list[str] = []
    for row in modifiers():
        if row.kind in kinds:
            words += [fold(w, accents=False) for w in row.forms(language)]
    any_word = "|".join(re.escape(w) for w in sorted(set(words), key=len, reverse=True)) or r"(?!)"
    adverb = {"en": r"|[a-z]+ly", "fr": r"|[a-z]+ment"}.get(language, "")
    connector = CONNECTORS.get(language, r"(?!)")
    leading = re.compile(rf"(?:(?:{connector}|{any_word}{adverb})\b[,،]? ?)+")
    first = frozenset(found[0] for w in words if (found := _WORD.match(w)))
    return leading, re.compile(rf" (?<=\w )(?:{any_word})(?!\w)"), first
