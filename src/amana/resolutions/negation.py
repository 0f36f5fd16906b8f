"""Whether a sentence is negated: the words that deny, those that only seem to, and those that deny without a negation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, partial
from itertools import dropwhile

from amana.resolutions.languages import LANGUAGES
from amana.values.expressions import expression
from amana.values.folding import folded_once
from amana.values.glances import Glance
from amana.values.lexicons import denied_verbs, negations

Match = re.Match[str]
Like = tuple[re.Pattern[str], re.Pattern[str], bool]
"""How a verb begins in two languages, and whether it is a modal."""


def denied(text: str, language: str) -> str:
    """The words that negate what a text says, as folded; '' where none surely does.

    >>> denied("States shall not use force", "en"), denied("not later than 31 March, and not only in Geneva", "en")
    ('not', '')
    >>> denied("Les États ne peuvent en aucun cas y recourir", "fr"), denied("لا يجوز اللجوء إلى القوة", "ar")
    ('ne peuvent en aucun', 'لا')
    """
    if language not in LANGUAGES:
        return ""
    seen = folded_once(text)
    if not WORDS[language].at(seen) and (language not in ELIDED or ELIDED[language] not in seen.folded):
        return ""
    found = _verb(seen.folded, language)
    return found[0] if found else ""


def _verb(folded: str, language: str) -> Match | None:
    """The first negation of a verb, what only seems to negate left out."""
    aside = _pattern(language, "aside")
    return _pattern(language, "verb").search(aside.sub(" ", folded) if aside.search(folded) else folded)


def affirmed(text: str, language: str, other: str, other_language: str, *, modals: bool = True) -> bool:
    """Whether what one text denies is affirmed by another: the verb behind "not" here has its like there, or its modal.

    >>> affirmed("France did not recognise the treaty", "en", "La France a reconnu le traité", "fr")
    True
    >>> affirmed("The number is not known", "en", "On ignore le nombre", "fr")
    False
    """
    found = _verb(folded_once(text).folded, language) if {language, other_language} <= LANGUAGES else None
    if found is None:
        return False
    ahead, rest = found.string[: found.start()], found.string[found.end() :]
    if denied_itself(rest, language):
        return False  # can no longer ignore
    there = folded_once(other).folded
    if contrast := CONTRAST.get(language):
        behind = BEFORE_DAY[language].sub(" ", rest) if _before(found, language, there, other_language) else rest
        if contrast.search(NOT_YET[language].sub("", behind)):
            return False  # not in the capital but in its suburbs, not until noon
        rest = RELATIVE[language].split(rest, maxsplit=1)[0]
    words = rest.split()[: BEHIND[language]]
    said = " ".join([*(ahead.split()[-1:] if language == "en" else []), found[0], *words])
    elsewhere = f"{ahead} | {' '.join(found.string[found.end() :].split()[len(words) :])}"
    likes = _likes(language, other_language)
    for mine, theirs, modal in likes:
        if (modals or not modal) and mine.search(said) and theirs.search(there):
            if modal and not _other_verb(" ".join(rest.split()[:SOON]), there, likes):
                return True
            if not modal and not mine.search(elsewhere):
                return True
    return False


def _other_verb(behind: str, there: str, likes: Sequence[Like]) -> bool:
    """Whether the verb behind a modal is known and another text has it not: "may not be suspended", "shall be guaranteed"."""
    known = [theirs for mine, theirs, modal in likes if not modal and mine.search(behind)]
    return bool(known) and not any(theirs.search(there) for theirs in known)


def denied_itself(rest: str, language: str) -> bool:
    """Whether the very word behind a denial denies by itself, so that nothing is denied."""
    return _pattern(language, "turn").match(" ".join(rest.split()[:1])) is not None


CONTRAST = {
    "ar": expression(r"(?<!\w)[وف]?(?:بل|لكن|انما|قبل|حتي|بعد|فورا|الا|سوي|دون|منذ)(?!\w)"),
    "en": expression(
        r"\b(?:but|instead|rather|until|before|since|yet|immediately|single|only|unless|except|without|by (?:\d+|the end)|alone)\b"
    ),
    "fr": expression(
        r"\b(?:mais|plutot|avant|jusqu|immediatement|encore|toujours|que|sans|sauf|depuis|seule?s?|d'ici)\b|\bqu'"
    ),
}
"""What takes a denial back and says what is so, or sets it an end;"""
TAKEN_BACK = {
    "ar": expression(r"(?<!\w)[وف]?(?:بل|لكن|الا|سوي|حتي|قبل|بعد|انما)(?!\w)"),
    "en": expression(r"\b(?:but|until|instead|rather|unless|except|only|before|since|merely|yet)\b"),
    "fr": expression(r"\b(?:mais|jusqu|sauf|plutot|avant d?que?|avant le|encore|que)\b|\bqu'"),
    "id": expression(r"\b(?:tetapi|melainkan|kecuali|sampai|hingga|sebelum)\b"),
}
"""The same anywhere behind a denial, for two texts of which one says nothing of it;"""
BEFORE = {
    "ar": expression(r"(?<!\w)(?<!من )[وف]?قبل(?!\w)"),
    "en": expression(r"\b(?:before|prior to)\b"),
    "fr": expression(r"\bavant\b"),
    "id": expression(r"\bsebelum\b"),
}
"""What sets a denial an end before a day;"""
BEFORE_DAY = {language: expression(rf"{word.pattern}(?= (?:\S+ ){{0,4}}?\S*\d)") for language, word in BEFORE.items()}
"""and takes nothing back where both texts say it: "not to export before 2025", "to export before 2025";"""
AFTER = {
    "ar": expression(r"(?<!\w)[وف]?(?:بعد|منذ|اعتبارا|ابتداء|بدءا|[يت]?سبق\w*)(?!\w)"),
    "en": expression(r"\b(?:after|from|as of|as from|starting|since|following|preced\w+)\b"),
    "fr": expression(r"\b(?:apres|a partir|a compter|depuis|des (?:lors|l[ea]|que|\d+)|preced\w+)\b|\bdes l'"),
    "id": expression(r"\b(?:setelah|sesudah|mulai|sejak)\b"),
}
"""what is not before a day is after it;"""
NOT_YET = {"ar": expression(r"^\s*\w+ بعد(?!\w)"), "en": expression(r"^\s*yet\b"), "fr": expression(r"^\s*encore\b")}
"""what does neither, right behind the denial: what is not yet so is not so;"""
RELATIVE = {
    "ar": expression(r"(?<!\w)(?:من|الذي|التي|ان)(?!\w)"),
    "en": expression(r"\b(?:who|whom|which|that|whether|because|if)\b"),
    "fr": expression(r"\b(?:qui|que|dont|si)\b|\bqu'"),
}
"""behind what another verb stands than the one that is denied."""
BEHIND = {"ar": 1, "en": 3, "fr": 2, "id": 2}
"""Words behind a negation among which the verb stands that is denied."""
ELIDED = {"fr": "n'", "en": "n't"}


LEADS = {"ar": "(?![وفبك]?ال)[وفسلبكاينتم]{0,4}", "id": "(?:di|me[mn]?|ter|ber)?"}
"""Letters before the stem of a verb; an Arabic noun with its article is no verb."""


@cache
def _likes(language: str, other: str) -> tuple[Like, ...]:
    """The verbs of the lexicon in two languages, by the beginnings of their words; modals may stand more than once."""
    return tuple(
        (_beginning(row[language], language), _beginning(row[other], other), row["kind"] == "modal")
        for row in denied_verbs()
        if row[language] and row[other]
    )


@cache
def _beginning(stems: str, language: str) -> re.Pattern[str]:
    lead = LEADS.get(language, "")
    return expression(rf"(?<!\w){lead}(?:{stems})")


def _before(found: Match, language: str, there: str, other: str) -> bool:
    """Whether both texts say "before" of a day, as often."""
    times = len(BEFORE_DAY[language].findall(found.string))
    return times > 0 and times == len(BEFORE_DAY[other].findall(there))


def plain_but_before(text: str, language: str, other: str, other_language: str) -> bool:
    """Whether nothing in one text may deny what another denies but the "before" that both say.

    >>> plain_but_before("not to export before 2025", "en", "d'exporter avant 2025", "fr")
    True
    >>> plain_but_before("not to export before 2025", "en", "d'éviter d'exporter avant 2025", "fr")
    False
    """
    found = _verb(folded_once(text).folded, language) if {language, other_language} <= LANGUAGES else None
    there = folded_once(other).folded
    if found is None or not _before(found, language, there, other_language):
        return False
    if _pattern(language, "account").search(" ".join(found.string[found.end() :].split()[:2])):
        return False  # not to delay, n'a pas refusé
    return not _may_deny(BEFORE_DAY[other_language].sub(" ", there), other_language)


def not_before(text: str, language: str, other: str, other_language: str) -> bool:
    """Whether one text denies that something is so before a day and another says that it is so after it.

    >>> not_before("It will not open before 2025", "en", "Il ouvrira après 2025", "fr")
    True
    """
    found = _verb(folded_once(text).folded, language) if {language, other_language} <= LANGUAGES else None
    if found is None or BEFORE[language].search(found.string, found.end()) is None:
        return False
    there = folded_once(other).folded
    return AFTER[other_language].search(there) is not None and BEFORE[other_language].search(there) is None


def may_deny(text: str, language: str) -> bool:
    """Whether anything in a text may deny: a negation of any kind, or a word that holds one ("refuse", "lack", "only").

    >>> may_deny("Decides to refrain from force", "en"), may_deny("Decides to use force", "en")
    (True, False)
    """
    if language not in LANGUAGES:
        return True
    return _may_deny(folded_once(text).folded, language)


def _may_deny(folded: str, language: str) -> bool:
    return any(_pattern(language, kind).search(folded) is not None for kind in ("verb", "other", "account"))


def plainly_said(text: str, language: str, other: str, other_language: str) -> bool:
    """Whether one text denies, and takes nothing of it back, what another says with no word that denies by itself.

    For two that say one thing nearly word for word: "against" and "before" deny nothing then. See `may_deny`.

    >>> plainly_said("The draft was not put to the vote on 4 May", "en", "Le projet a été mis aux voix le 4 mai", "fr")
    True
    >>> plainly_said("It was not signed until 4 May", "en", "Il a été signé le 4 mai", "fr")
    False
    """
    found = _verb(folded_once(text).folded, language) if {language, other_language} <= LANGUAGES else None
    if found is None:
        return False
    rest = found.string[found.end() :]
    if TAKEN_BACK[language].search(rest):
        both = _before(found, language, folded_once(other).folded, other_language)
        if not both or TAKEN_BACK[language].search(BEFORE_DAY[language].sub(" ", rest)):
            return False
    if _pattern(language, "account").match(found.string, found.end() + 1):
        return False  # is not unaware, n'ignore pas
    return denies_nothing(other, other_language)


def denies_nothing(text: str, language: str) -> bool:
    """Whether no word of a text denies by itself: "adopted by 9 votes against 4", not "failed to be adopted"."""
    return not _may_deny(_pattern(language, "weak").sub(" ", folded_once(text).folded), language)


CLAUSE = expression("[.,;:،؛()]")
HELPING = frozenset(
    "be been being yet have has had so to make made even fully encore ete etre eu toujours a dapat akan bisa".split()
)
"""Words that may stand between a denial and its verb."""
ARTICLE = expression("^(?:l'|la |le |les |d'|de |en )")
AND_THAT = expression(
    r"\band (?:that|who|which)\b|\bet (?:qu'|que\b|qui\b)|(?<!\w)وان|(?<!\w)والتي|(?<!\w)والذي|\bdan bahwa\b"
)
"""Where another sentence begins that is told beside the first."""
SOON = 8
"""Words behind a denial among which it is taken back."""
NOUN_BEHIND = ("aucun", "aucune", "rien")
"""What a French denial ends with that has its verb before it."""
BESIDE = (4, 2)
"""Words before and behind a verb among which a denial denies it."""


def denied_here(text: str, language: str, other: str, other_language: str) -> bool:
    """Whether one text denies a verb that the other affirms, and denies more often, whatever else both deny.

    >>> text = "Those who have not paid their dues may not vote"
    >>> denied_here(text, "en", "Ceux qui n'ont pas payé leur cotisation peuvent voter", "fr")
    True
    >>> denied_here(text, "en", "Seuls peuvent voter ceux qui ont payé leur cotisation", "fr")
    False
    """
    if not {language, other_language} <= LANGUAGES:
        return False
    mine = unseeming(folded_once(text).folded, language)
    there = unseeming(folded_once(other).folded, other_language)
    if not 0 < _turns(there, other_language) < _turns(mine, language):
        return False
    if len(_pattern(other_language, "turn").findall(there)) > len(_pattern(language, "turn").findall(mine)):
        return False  # only those who have
    for found in _pattern(language, "verb").finditer(mine):
        rest = mine[found.end() :]
        clause = " ".join(AND_THAT.split(CLAUSE.split(rest, maxsplit=1)[0], maxsplit=1)[0].split()[:SOON])
        if (taken := CONTRAST.get(language)) and taken.search(NOT_YET[language].sub("", clause)):
            continue
        words = clause.split()[: BEHIND[language]]
        said = [" ".join(dropwhile(HELPING.__contains__, words))]
        if language == "fr":
            inner = " ".join(dropwhile(HELPING.__contains__, found[0][2:].split()[:-1]))
            said = [inner] if found[0].endswith(NOUN_BEHIND) else [ARTICLE.sub("", said[0]), inner]
        elsewhere = f"{mine[: found.start()]} | {' '.join(rest.split()[len(words) :])}"
        for verb, like, modal in _likes(language, other_language):
            if not modal and any(map(verb.match, said)) and not verb.search(elsewhere):
                hits = list(like.finditer(there))
                if len(hits) == 1 and _plain_here(there, hits[0], other_language):
                    return True
    return False


def _turns(folded: str, language: str) -> int:
    """How many words of a folded text deny, or make of something its opposite."""
    return denials(folded, language) + len(_pattern(language, "turn").findall(folded))


def _plain_here(folded: str, word: Match, language: str) -> bool:
    """Whether nothing that may deny stands close to a word, within its clause."""
    ahead = CLAUSE.split(folded[: word.start()])[-1].split()[-BESIDE[0] :]
    behind = CLAUSE.split(folded[word.start() :], maxsplit=1)[0].split()[: BESIDE[1] + 1]
    near = _pattern(language, "weak").sub(" ", " ".join((*ahead, *behind)))
    if BEFORE[language].search(near) is not None:
        return False  # before it is paid, as long as it is not paid
    return not _may_deny(near, language) and _pattern(language, "turn").search(near) is None


def turned(folded: str, language: str) -> bool:
    """Whether a few folded words have one that makes of what is said its opposite: a negation, "refuse", "only".

    >>> turned("refuse to lift the", "en"), turned("voted to lift the", "en")
    (True, False)
    """
    return any(_pattern(language, kind).search(folded) is not None for kind in ("other", "verb", "turn"))


def unseeming(folded: str, language: str) -> str:
    """A folded text with blanks for what holds a negation and negates nothing."""
    return _pattern(language, "aside").sub(lambda m: " " * len(m[0]), folded)


def denials(folded: str, language: str) -> int:
    """How often a folded text denies, what only seems to negate left out; "rien n'" once.

    >>> denials("rien n'a ete inscrit, et il n'y a pas de registre", "fr"), denials("nothing is there, nor was it", "en")
    (2, 2)
    """
    bare, verbs = _pattern(language, "verb").subn(" … ", unseeming(folded, language))
    if language == "fr":
        bare = _pattern(language, "pair").sub(" … ", bare)
    return verbs + sum(1 for _ in _pattern(language, "other").finditer(bare))


def _words(language: str) -> Iterator[str]:
    for row in negations():
        if (row.language, row.kind) == (language, "word"):
            yield from row.forms.split("|")


WORDS = {language: Glance(language, partial(_words, language)) for language in LANGUAGES}
"""Words without one of which nothing is denied."""


@cache
def _pattern(language: str, kind: str) -> re.Pattern[str]:
    forms = "|".join(row.forms for row in negations() if (row.language, row.kind) == (language, kind))
    inside = language == "ar" and kind == "account"
    return re.compile(
        f"(?:{forms})" if inside else rf"(?<!\w)(?:{forms})(?!\w)" if language != "fr" else _french(forms)
    )


def _french(forms: str) -> str:
    """An elided word ends in its apostrophe, with the next word right behind it."""
    return rf"(?<![\w])(?:{forms})(?:(?<=')|(?!\w))"
