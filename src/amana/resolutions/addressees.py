"""Whom a paragraph addresses: the one who stands right behind the verb, and those joined to it by "and"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from amana.resolutions.deadlines import Plain
from amana.resolutions.naming import found_in, is_common_word
from amana.resolutions.openings import Opening
from amana.resolutions.paragraphs import Addressee
from amana.values.expressions import expression
from amana.values.folding import folded_once
from amana.values.glances import Glance
from amana.values.names import Found, Gazetteer

ADDRESSING = frozenset(
    "request urge call_upon invite encourage entrust demand recommend appeal direct authorize appoint mandate "
    "follow_up_request report_request remind refer suggest".split()
)
"""Functions that address somebody as their object."""
OUTSIDE = ("place:", "area:", "city:", "body:", "hedge:")
"""Names of the lexicon of places are no addressees: whom the house may oblige or ask, it knows itself."""
GAP = 70
"""Characters between the verb and the one addressed: "Calls upon, in this context, all Member States"."""

FIRST_WORD = expression(r"\S+")
AGAIN: dict[str, re.Pattern[str]] = {
    "en": expression(
        r"(?:\band|[;,]|\balso) (?:also |further |(?:once )?again |in this regard,? |therefore |hereby )*(?:[a-z]+ly (?![a-z]+ them\b))?"
        r"(?:requests|invites|calls (?:up)?on|urges|entrusts|directs|authorizes|encourages|appeals to|recommends(?: to| that)?|instructs|demands(?: that)?|asks)\b"
    ),
    "fr": expression(
        r"(?:\bet|[;,]) (?:(?:lui |leur )?)(?:prie|invite|demande|exhorte|charge|autorise|encourage|engage|appelle|recommande|mandate)\b"
        r"(?: (?:egalement|en outre|aussi|instamment|de nouveau|par ailleurs))*"
    ),
    "ar": expression(
        r"(?<![\u0621-\u064a])و(?:ي|ت|ن)(?:طلب|دعو|حث|كلف|هيب|ناشد|وصي|شجع|فوض|خول|رجو|عهد|طالب)(?![\u0621-\u064a])(?: (?:ايضا|كذلك|مجددا))*"
    ),
    "id": expression(
        r"\b(?:dan|serta|juga|[;,]) (?:juga )?(?:meminta|mengundang|menyerukan(?: kepada)?|mendesak|menugaskan|mendorong|mengimbau|mengajak)\b"
    ),
}
_VERBS_OF_ASKING = "طلب دعو حث كلف هيب ناشد وصي شجع فوض خول رجو عهد طالب".split()
ASKING: dict[str, frozenset[str]] = {
    "en": frozenset(
        "requests invites calls urges entrusts directs authorizes encourages appeals recommends instructs demands asks".split()
    ),
    "fr": frozenset("prie invite demande exhorte charge autorise encourage engage appelle recommande mandate".split()),
    "ar": frozenset(f"و{person}{verb}" for person in "يتن" for verb in _VERBS_OF_ASKING),
    "id": frozenset("meminta mengundang menyerukan mendesak menugaskan mendorong mengimbau mengajak".split()),
}
"""The words one of which stands in each of these: a cheap look before the close one."""
AGAIN_ASKED = {language: Glance(language, words) for language, words in ASKING.items()}
JOINED: dict[str, re.Pattern[str]] = {
    "en": expression(
        r"[\s,]*(?:and|or|as well as|together with|including|in cooperation with)?[\s,]*(?:to |upon |on )?(?:the |all |other |its |relevant |concerned |interested |both )*$"
    ),
    "fr": expression(
        r"[\s,]*(?:et|ou|ainsi que)?[\s,]*(?:a |aux? |de |des )?(?:l'|la |le |les |tous |toutes |autres )*$"
    ),
    "ar": expression(
        r"[\s،]*(?:و|او|وكذلك|فضلا عن|بالاضافة الي|و ?الي|و ?من)?\s*(?:الي |من |علي )?(?:جميع |كافة |سائر )?$"
    ),
    "id": expression(
        r"[\s,]*(?:dan|atau|serta|bersama(?: dengan)?|termasuk)?[\s,]*(?:kepada |pada )?(?:para |semua |seluruh |setiap )?$"
    ),
}
STOP: dict[str, re.Pattern[str]] = {
    "en": expression(
        r"[;:.]| to (?!the |all |its |both |those |$)| of | (?:two|three|four|several|these|those|some|its|their) | for (?!the )| with | in (?!this|the light|that)"
    ),
    "fr": expression(r"[;:.]| (?:de|d'|pour|que|qu') ?(?:la |le )?[a-z]+er\b"),
    "ar": expression(r"[؛:.]| ان | بان "),
    "id": expression(r"[;:.]| (?:untuk|agar|supaya) "),
}


_TO_DO = r"(?:ان [يت]|(?:تقديم|رفع|اعداد|متابعة|مواصلة|العمل|القيام|تنفيذ|اتخاذ|دعم|عقد|ايلاء|التعاون|التنسيق|تعزيز|موافاة|الاسراع) )"
AND_TO: dict[str, re.Pattern[str]] = {
    "ar": expression(rf"، ?و(?:الي|من) (?=[\u0621-\u064a ]{{3,60}}? {_TO_DO})"),
    "en": expression(
        r",? and (?=the (?:[\w-]+ ){1,6}?to (?:report|submit|follow up|prepare|present|continue|ensure|take)\b)"
    ),
    "fr": expression(
        r",? et (?=(?:le|la|l'|au|a la|a l')[ \w'-]{3,60}? (?:de|d')? ?(?:lui |leur )?(?:faire rapport|presenter|soumettre|etablir|suivre)\b)"
    ),
}
"""Where the verb that asks is not said again: "requests A to act, and B to report"."""
TO_ACT = {
    "en": expression(r" to (?!the |an? |all |its |their )[a-z]"),
    "fr": expression(r" (?:(?:a|de) (?:(?:lui|leur|le|la|les|se) )?|d'|s')[a-z]+(?:er|ir|re|oir)\b"),
}
"""What the first is to do, without which those behind "and" are asked together with him: "invites A and B to report"."""
AND = {"ar": "،", "en": " and the ", "fr": " et "}
"""What stands in each of these: a cheap look before the close one."""


DECIDING = frozenset({"decide", "recommend", "suggest"})
"""Functions that may name who acts as the subject of what follows: "Decides that Member States shall pay"."""
SUBJECT: dict[str, re.Pattern[str]] = {
    "en": expression(r" that(?:, [^;:.]{3,120},)? (?:all |the |its |both )*$"),
    "fr": expression(r" (?:que |qu'|que, [^;:.]{3,120}, )(?:tous |toutes )?(?:l'|la |le |les |ses )?$"),
    "ar": expression(r" ?(?:ب?ان) (?:[يت][\u0621-\u064a]{2,}) (?:جميع |كافة |كل من |سائر )?$"),
    "id": expression(r" bahwa (?:semua |seluruh |para )?$"),
}
"""What stands between such a verb and the one who acts."""
DUTY: dict[str, re.Pattern[str]] = {
    "en": expression(
        r"[^;.:]{0,60}?\b(?:shall|should|must|(?:is|are) to)(?! (?:also |not |continue to )*(?:be|have|remain|consist|include|comprise|enjoy)\b)"
    ),
    "fr": expression(
        r"[^;.:]{0,60}?\b(?:doi(?:t|vent)|devr(?:a|ont)|(?!ser|aur|rester|comprendr|pourr|beneficier)\w{2,}(?:era|eront|ira|iront|ra|ront))\b"
    ),
}
"""What follows the one who acts, where the organ itself decides: that he shall do something."""
STATE_OF = expression(r" ?ب?ان (?:[يت]كون|[يت]ظل|[يت]بقي|[يت]تالف|[يت]ضم|[يت]تمتع|[يت]شمل|[يت]جوز|[يت]خضع|[يت]تراوح) ")
"""Arabic verbs that say what something is and not what somebody does."""


SOME_STATES = expression(
    r" (?:of (?!all )|in the |neighbou?ring|bordering|concerned|hosting|de (?:la|l['’]|ces)|des |du |d['’]|concernés|voisins|"
    r"المنطقة|المجاورة|المعنية|المضيفة|المانحة)"
)
"""What narrows "States" and "Governments" to some of them: then not all are addressed."""


OTHER_BODY = expression(
    r" (?:for|on|pour|sur) | (?:of (?!the African)|du |des |de (?!l['’]Union|lui |leur |(?:(?:ne|la|les|le|se|l['’]|s['’]) ?)*\w+(?:er|ir|re)\b))"
)
"""What makes of "the Commission" the name of another one: "for Social Development", "du développement durable"."""
NAME_BEFORE = expression(r"(?<!^)\b[A-Z][\w-]+ $")
SHORT_NAMES = frozenset({"commission-chair", "committee", "panel-of-experts"})


GLUED = expression(
    rf"(?<![\u0621-\u064a])(?:و?[يتن](?:{'|'.join(_VERBS_OF_ASKING)})|[إا]لى|على|من)(?=ب?ال[\u0621-\u064a]{{3}})"
)
"""What a typist ran together with the name behind it: "يدعوالدول الأعضاء", "يطلب إلىالأمين العام"."""


def people_of(text: str, language: str, gazetteer: Gazetteer | None) -> tuple[Found, ...]:
    """Everybody named in a text who may be addressed: the house's own and those whom every house addresses.

    Without a house, every state: whom a house may ask or oblige, it knows itself.

    >>> [one.text for one in people_of("يحثالدول الأعضاء", "ar", None)]
    ['الدول الأعضاء']
    """
    found = _people(text, language, gazetteer)
    if language != "ar" or not ("ال" in text[3:12] or "ىال" in text or "منال" in text):
        return found
    at = next((one.end() for one in GLUED.finditer(text)), 0)
    if not at or any(one.start < at for one in found):
        return found
    behind = _people(text[at:], language, gazetteer)
    return tuple([Found(one.id, one.kind, one.text, one.start + at, one.end + at) for one in behind])


def _people(text: str, language: str, gazetteer: Gazetteer | None) -> tuple[Found, ...]:
    return tuple(
        [
            one
            for one in found_in(text, language, gazetteer)
            if (not one.id.startswith(OUTSIDE) or _may_be_asked(one, text, language, gazetteer))
            and not _is_another(one, text)
        ]
    )


GOVERNMENT = expression(
    r"\b(?:governments?|authorit(?:y|ies)|people|leaders|gouvernements?|autorites|peuple|dirigeants) (?:of (?:the )?|de la |de l'|des |du |de |d')"
)
"""Who speaks for a state: "the Government of the Sudan"."""


def _may_be_asked(one: Found, text: str, language: str, gazetteer: Gazetteer | None) -> bool:
    """Whether a name of the lexicon of places is that of a state that may be asked."""
    return gazetteer is None and one.id.startswith("place:") and not (language == "ar" and is_common_word(text, one))


def _is_another(one: Found, text: str) -> bool:
    """Whether a short form is a piece of a longer name here: some states, "the Truce Commission"."""
    if one.id == "all-states":
        return SOME_STATES.match(text, one.end) is not None
    if one.id not in SHORT_NAMES:
        return False
    return (
        OTHER_BODY.match(text, one.end) is not None
        or NAME_BEFORE.search(text, max(0, one.start - 30), one.start) is not None
    )


def addressed(plain: Plain, language: str, opening: Opening | None, people: Sequence[Found]) -> tuple[Addressee, ...]:
    """The implementers of a paragraph, in order: behind its opening, and behind every further verb that asks."""
    return asked(plain, language, opening, people)[0]


def asked(
    plain: Plain, language: str, opening: Opening | None, people: Sequence[Found]
) -> tuple[tuple[Addressee, ...], tuple[tuple[int, str], ...]]:
    """The implementers, and where each verb that asks names its first one: the place in the text, and his id."""
    if not people or not asks(plain, language, opening):
        return (), ()
    anchors = []
    firsts: list[tuple[int, str]] = []
    told: set[int] = set()
    found: dict[str, Addressee] = {}
    verb = _verb_end(opening) if opening is not None else 0
    if opening is not None and opening.function in DECIDING:
        for one in _acting(plain, language, opening, verb, people):
            found.setdefault(one.id, Addressee(one.id, "implementer", one.text))
    if opening is not None and opening.function in ADDRESSING and not found:
        anchors.append(verb)
    if AGAIN_ASKED[language].at(folded_once(plain.text)):
        anchors += [m.end() for m in AGAIN[language].finditer(plain.folded)]
    joined = language in AND and AND[language] in plain.folded
    shared: list[int] = []
    if joined and opening is not None and opening.function in ADDRESSING:
        shared = [m.end() for m in AND_TO[language].finditer(plain.folded, verb)]
    for anchor in (*anchors, *shared):
        behind = tuple(_behind(plain, language, anchor, people))
        if not behind and opening is not None and anchor == verb:  # "Reiterates its call upon Member States"
            behind = tuple(_behind(plain, language, opening.end, people))
        for one in behind:
            found.setdefault(one.id, Addressee(one.id, "implementer", one.text))
        if (
            behind
            and behind[0].start not in told
            and (anchor not in shared or _acts_before(plain, language, verb, anchor))
        ):
            firsts.append((behind[0].start, behind[0].id))
        told.update(one.start for one in behind)
    return tuple(found.values()), tuple(sorted(firsts))


def _acts_before(plain: Plain, language: str, verb: int, anchor: int) -> bool:
    """Whether something is asked of somebody between the verb and this place."""
    return language not in TO_ACT or TO_ACT[language].search(plain.folded, verb, anchor) is not None


def asks(plain: Plain, language: str, opening: Opening | None) -> bool:
    """A cheap look: whether a paragraph opens with a verb that may address somebody, or such a verb stands in it."""
    if language not in JOINED:
        return False
    if opening is not None and (opening.function in ADDRESSING or opening.function in DECIDING):
        return True
    return AGAIN_ASKED[language].at(folded_once(plain.text))


def _verb_end(opening: Opening) -> int:
    """Where the first word of the opening phrase ends, in the folded text."""
    first = FIRST_WORD.match(opening.phrase)
    return max(0, opening.end - len(opening.phrase) + (len(first[0]) if first else 0))


def _acting(plain: Plain, language: str, opening: Opening, verb: int, people: Sequence[Found]) -> Iterable[Found]:
    """Those who act by a decision: the subject of its clause and those joined to it; nobody where it says what is."""
    start = plain.original(verb)
    first = next((n for n, one in enumerate(people) if one.start >= start), None)
    if first is None:
        return ()
    between = _fold(plain, start, people[first].start)
    if not SUBJECT[language].search(between) or STATE_OF.search(between):
        return ()
    if len(between) > (GAP if ", " not in between else GAP + 120):
        return ()
    joined = [people[first]]
    for one in people[first + 1 :]:
        if not JOINED[language].match(_fold(plain, joined[-1].end, one.start)):
            break
        joined.append(one)
    behind = _fold(plain, joined[-1].end, min(len(plain.text), joined[-1].end + 90))
    if opening.function == "decide" and language in DUTY and not DUTY[language].match(behind):
        return ()
    return joined


def _behind(plain: Plain, language: str, anchor: int, people: Sequence[Found]) -> Iterable[Found]:
    """The first one named behind a verb, and those joined to it."""
    start = plain.original(anchor)
    last: Found | None = None
    for one in people:
        if one.start < start - 3:
            continue
        between = _fold(plain, last.end if last else start, one.start)
        if last is None:
            if len(between) > GAP or STOP[language].search(GOVERNMENT.sub(" ", between)):
                return
        elif not JOINED[language].match(between):
            return
        last = one
        yield one


def _fold(plain: Plain, start: int, end: int) -> str:
    if plain.places is None:
        return plain.folded[start:end]
    return Plain.of(plain.text[start:end]).folded
