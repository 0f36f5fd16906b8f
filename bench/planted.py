"""Pairs of sentences alike in two languages, and the same with one error planted in one of them; always the same by seed."""

from __future__ import annotations

import html
import itertools
import random
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from amana.values.hijri import to_hijri
from amana.values.months import month_name
from amana.values.numbers import cardinal, ordinal

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT.parent / "shared" / "corpus"
LANGUAGES = ("ar", "en", "fr", "id")
FILLINGS = 6
"""Times that each sentence is filled with other figures and days."""
SLOT = re.compile(r"\{(\w)(?:\.([mf]))?\}")
CURRENCIES = (
    {"en": "dollars", "fr": "dollars", "ar": "دولار", "id": "dolar"},
    {"en": "euros", "fr": "euros", "ar": "يورو", "id": "euro"},
    {"en": "dinars", "fr": "dinars", "ar": "دينار", "id": "dinar"},
    {"en": "riyals", "fr": "riyals", "ar": "ريال", "id": "riyal"},
)
STATES = (
    {"en": "Mali", "fr": "Mali", "ar": "مالي", "id": "Mali"},
    {"en": "Niger", "fr": "Niger", "ar": "النيجر", "id": "Niger"},
    {"en": "Morocco", "fr": "Maroc", "ar": "المغرب", "id": "Maroko"},
    {"en": "Jordan", "fr": "Jordanie", "ar": "الأردن", "id": "Yordania"},
    {"en": "Indonesia", "fr": "Indonésie", "ar": "إندونيسيا", "id": "Indonesia"},
    {"en": "Türkiye", "fr": "Türkiye", "ar": "تركيا", "id": "Turki"},
    {"en": "Senegal", "fr": "Sénégal", "ar": "السنغال", "id": "Senegal"},
    {"en": "Egypt", "fr": "Égypte", "ar": "مصر", "id": "Mesir"},
    {"en": "Pakistan", "fr": "Pakistan", "ar": "باكستان", "id": "Pakistan"},
    {"en": "Yemen", "fr": "Yémen", "ar": "اليمن", "id": "Yaman"},
)
CLUSTERS = {"POL": "س", "C": "ث", "E": "اق"}
TRADITIONS = ("gulf", "levant", "un", "gulf")
SHARES = {"en": (" per cent", "%"), "fr": (" pour cent", " %"), "ar": (" في المائة", "٪"), "id": (" persen", "%")}
ENDINGS = {1: "st", 2: "nd", 3: "rd"}
HIJRI = {"ar": "هـ", "id": " H"}
SMALL_ID = "nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh".split()
VERBS: dict[str, dict[str, str]] = {
    "en": {
        "request": "Requests", "invite": "Invites", "urge": "Urges", "decide": "Decides", "condemn": "Condemns",
        "welcome": "Welcomes", "recommend": "Recommends", "encourage": "Encourages", "note": "Takes note of",
        "demand": "Demands", "thank": "Thanks", "regret": "Regrets", "reject": "Rejects", "reaffirm": "Reaffirms",
    },
    "fr": {
        "request": "Prie", "invite": "Invite", "urge": "Exhorte", "decide": "Décide", "condemn": "Condamne",
        "welcome": "Se félicite de", "recommend": "Recommande", "encourage": "Encourage", "note": "Prend note de",
        "demand": "Exige", "thank": "Remercie", "regret": "Regrette", "reject": "Rejette", "reaffirm": "Réaffirme",
    },
    "ar": {
        "request": "يطلب من", "invite": "يدعو", "urge": "يحث", "decide": "يقرر", "condemn": "يدين",
        "welcome": "يرحب", "recommend": "يوصي", "encourage": "يشجع", "note": "يأخذ علما", "demand": "يطالب",
        "thank": "يشكر", "regret": "يأسف", "reject": "يرفض", "reaffirm": "يؤكد مجددا",
    },
    "id": {
        "request": "Meminta", "invite": "Mengundang", "urge": "Mendesak", "decide": "Memutuskan",
        "condemn": "Mengutuk", "welcome": "Menyambut baik", "recommend": "Merekomendasikan",
        "encourage": "Mendorong", "note": "Mencatat", "demand": "Menuntut", "thank": "Berterima kasih",
        "regret": "Menyesalkan", "reject": "Menolak", "reaffirm": "Menegaskan kembali",
    },
}  # fmt: skip
INSTEAD = {
    "request": ("invite", "recommend", "decide"), "invite": ("request", "decide", "demand"),
    "urge": ("invite", "request", "decide"), "decide": ("recommend", "invite", "request"),
    "condemn": ("welcome", "regret", "note"), "welcome": ("condemn", "regret", "reject"),
    "recommend": ("decide", "request", "demand"), "encourage": ("decide", "condemn", "demand"),
    "note": ("welcome", "reject", "decide"), "demand": ("invite", "encourage", "recommend"),
    "thank": ("urge", "condemn", "request"), "regret": ("welcome", "decide", "thank"),
    "reject": ("welcome", "note", "recommend"), "reaffirm": ("regret", "reject", "invite"),
}  # fmt: skip
"""What stands in place of a verb: of a class that no word of any of the languages shares with it."""
DENIALS = {
    "en": (("shall not", "shall"), ("have not yet paid", "have paid")),
    "fr": (
        ("ne doivent pas", "doivent"),
        ("ne sera pas", "sera"),
        ("n’ont pas encore versé", "ont versé"),
    ),
    "ar": (("لا يقبلون", "يقبلون"), ("لن ينقل", "ينقل"), ("لا تعترف", "تعترف"), ("لم تدفع بعد", "دفعت")),
    "id": (("tidak boleh", "boleh"), ("tidak akan", "akan"), ("belum membayar", "telah membayar")),
}


@dataclass(frozen=True, slots=True)
class Values:
    """What a sentence is filled with."""

    n: int
    m: int
    p: str
    w: int
    y: int
    d: date
    h: tuple[int, int, int]
    o: int
    s: tuple[int, int, str]
    c: tuple[int, int]
    g: int
    indic: bool
    style: int
    """Which of the ways in use: of months and shares in Arabic, of shares and ranks elsewhere."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A pair of texts by language; `kind` of what was planted, '' in a clean one."""

    source: str
    texts: Mapping[str, str]
    kind: str = ""


Plant = Callable[[Values, random.Random], Values]


def clean(fillings: int = FILLINGS) -> Iterator[Pair]:
    """Our own sentences, each filled so many times, in every pair of languages."""
    for sentence, values in _filled(fillings):
        for two in itertools.combinations(LANGUAGES, 2):
            yield Pair("own", {x: rendered(sentence[x], x, values) for x in two})


def official() -> Iterator[Pair]:
    """The pairs of the corpora beside the project, which nobody here wrote; nothing where they are absent."""
    for name, versions in (("sdg", _sdg()), ("udhr", _udhr())):
        for one, other in itertools.combinations(versions, 2):
            for key in (k for k in versions[one] if k in versions[other]):
                yield Pair(name, {one: versions[one][key], other: versions[other][key]})


def planted(seed: int = 4) -> Iterator[Pair]:
    """Pairs with one error each, of every kind that a sentence can have, now in the one, now in the other language."""
    chance = random.Random(seed)
    for sentence, values in _filled():
        for two in itertools.combinations(LANGUAGES, 2):
            texts = {x: rendered(sentence[x], x, values) for x in two}
            for kind, (slots, plant) in PLANTS.items():
                if any("{" + slot in sentence["en"] for slot in slots):
                    wrong = chance.choice(two)
                    other = rendered(sentence[wrong], wrong, plant(values, chance))
                    if other != texts[wrong]:
                        yield Pair("own", {**texts, wrong: other}, kind)
            wrong = chance.choice(two)
            if verb := other_verb(texts[wrong], wrong, chance):
                yield Pair("own", {**texts, wrong: verb}, "function")
            if undenied := without_denial(texts[wrong], wrong):
                yield Pair("own", {**texts, wrong: undenied}, "negation")
    yield from _planted_in(official(), chance)


def other_verb(text: str, language: str, chance: random.Random) -> str:
    """The text with the verb of another class; '' where its own is none of ours.

    >>> other_verb("Requests the Bank to act;", "en", random.Random(1)).split()[0] in {"Invites", "Recommends", "Decides"}
    True
    """
    known = VERBS.get(language, {})
    own = max((f for f, verb in known.items() if text.startswith(verb + " ")), key=lambda f: len(known[f]), default="")
    return known[chance.choice(INSTEAD[own])] + text[len(known[own]) :] if own else ""


def without_denial(text: str, language: str) -> str:
    """The text without its negation; '' where it has none of ours."""
    return next((text.replace(a, b, 1) for a, b in DENIALS[language] if a in text), "")


def rendered(sentence: str, language: str, values: Values) -> str:
    """A sentence filled, as its language writes figures and days; Arabic in Arabic-Indic digits where the values say so."""
    text = SLOT.sub(lambda slot: _written(slot[1], slot[2] or "m", language, values), sentence)
    if language == "ar" and values.indic:
        return re.sub(r"(?<=\d)\.(?=\d)", "٫", text).translate({48 + n: 0x660 + n for n in range(10)}).replace(",", "٬")
    return text


def _written(slot: str, gender: str, language: str, v: Values) -> str:
    """What stands in a slot, in words or figures of the language."""
    if slot == "w":
        return SMALL_ID[v.w] if language == "id" else cardinal(v.w, language, "f" if gender == "f" else "m")
    return WRITTEN[slot](v, language)


def _share_written(v: Values, language: str) -> str:
    share = v.p.replace(".", ",") if language in ("fr", "id") else v.p
    return share + SHARES[language][v.style % 2]


def _day(v: Values, language: str) -> str:
    month = month_name(v.d.month, language, tradition=TRADITIONS[v.style] if language == "ar" else "gulf")
    if language == "en" and v.style == 3:
        return f"{month} {v.d.day}, {v.d.year}"
    return f"{'1er' if language == 'fr' and v.d.day == 1 else v.d.day} {month} {v.d.year}"


def _hijri(v: Values, language: str) -> str:
    year, month, day = v.h
    return f"{day} {month_name(month, language, 'hijri')} {year}{HIJRI.get(language, 'H')}"


def _money(v: Values, language: str) -> str:
    name = CURRENCIES[v.c[1]][language]
    million = {
        "en": "million ",
        "fr": "millions d’" if name[0] == "e" else "millions de ",
        "ar": "مليون ",
        "id": "juta ",
    }
    return f"{v.c[0]} {million[language]}{name}"


def _symbol_written(v: Values, language: str) -> str:
    return f"{v.s[0]}/{v.s[1]}-{CLUSTERS[v.s[2]] if language == 'ar' else v.s[2]}"


def _figure(n: int, language: str) -> str:
    return f"{n:,}".replace(",", {"fr": "\u202f", "id": "."}.get(language, ","))


def _rank(n: int, language: str, *, in_digits: bool) -> str:
    if language == "id":
        return f"ke-{n}"
    if in_digits and language != "ar":
        return f"{n}e" if language == "fr" else f"{n}{'th' if n // 10 == 1 else ENDINGS.get(n % 10, 'th')}"
    return ordinal(n, language, "f", "gen") if language == "ar" else ordinal(n, language, "f")


WRITTEN: dict[str, Callable[[Values, str], str]] = {
    "n": lambda v, language: _figure(v.n, language),
    "m": lambda v, language: _figure(v.m, language),
    "p": _share_written,
    "d": _day,
    "h": _hijri,
    "o": lambda v, language: _rank(v.o, language, in_digits=v.style == 3),
    "s": _symbol_written,
    "c": _money,
    "y": lambda v, language: str(v.y),
    "g": lambda v, language: STATES[v.g][language],
}


def _filled(fillings: int = FILLINGS) -> Iterator[tuple[Mapping[str, str], Values]]:
    chance = random.Random(1)
    table = tomllib.loads((ROOT / "bench" / "pairs.toml").read_text(encoding="utf-8"))["sentence"]
    for turn in range(fillings):
        for place, sentence in enumerate(table):
            yield sentence, _values(chance, indic=(turn + place) % 2 == 0)


def _values(chance: random.Random, *, indic: bool) -> Values:
    day = date(chance.randint(1990, 2029), chance.randint(1, 12), chance.randint(1, 28))
    hijri = to_hijri(day)
    session = chance.randint(13, 79)
    return Values(
        n=chance.choice((chance.randint(113, 989), chance.randint(1134, 98765))),
        m=chance.randint(13, 97),
        p=chance.choice((f"{chance.randint(13, 89)}", f"{chance.randint(2, 89)}.{chance.randint(1, 9)}")),
        w=chance.randint(3, 10),
        y=chance.randint(2001, 2049),
        d=day,
        h=(hijri.year, hijri.month, hijri.day),
        o=session,
        s=(chance.randint(1, 59), chance.randint(13, 51), chance.choice(tuple(CLUSTERS))),
        c=(chance.randint(13, 950), chance.randrange(len(CURRENCIES))),
        g=chance.randrange(len(STATES)),
        indic=indic,
        style=chance.randrange(4),
    )


def _digit(n: int, chance: random.Random) -> int:
    """The number with one digit another: never the first one 0.

    >>> len(str(_digit(120, random.Random(1)))), _digit(120, random.Random(1)) != 120
    (3, True)
    """
    figures = list(str(n))
    at = chance.randrange(len(figures))
    figures[at] = chance.choice([x for x in "123456789" if x != figures[at]])
    return int("".join(figures))


def _other(value: int, low: int, high: int, chance: random.Random) -> int:
    return chance.choice([x for x in range(low, high + 1) if x != value])


def _share(v: Values, chance: random.Random) -> Values:
    whole, _, part = v.p.partition(".")
    return replace(
        v,
        p=f"{part}.{whole}"
        if part and part != whole
        else str(_digit(int(whole), chance)) + (f".{part}" if part else ""),
    )


def _symbol(v: Values, chance: random.Random) -> Values:
    number, session, cluster = v.s
    if chance.random() < 0.5:
        return replace(v, s=(_other(number, 1, 59, chance), session, cluster))
    return replace(v, s=(number, _other(session, 13, 51, chance), cluster))


PLANTS: dict[str, tuple[str, Plant]] = {
    "figure digit": ("n", lambda v, c: replace(v, n=_digit(v.n, c))),
    "figures exchanged": ("m", lambda v, c: replace(v, n=v.m, m=v.n)),
    "number word": ("w", lambda v, c: replace(v, w=_other(v.w, 3, 10, c))),
    "percent or decimal": ("p", _share),
    "currency": ("c", lambda v, c: replace(v, c=(v.c[0], _other(v.c[1], 0, len(CURRENCIES) - 1, c)))),
    "year": ("yd", lambda v, c: replace(v, y=v.y + c.choice((-1, 1, 10)), d=v.d.replace(year=v.d.year + c.choice((-1, 1, 2))))),
    "month": ("d", lambda v, c: replace(v, d=v.d.replace(month=_other(v.d.month, 1, 12, c)))),
    "day": ("d", lambda v, c: replace(v, d=v.d.replace(day=_other(v.d.day, 1, 28, c)))),
    "hijri": ("h", lambda v, c: replace(v, h=(v.h[0], _other(v.h[1], 1, 12, c), v.h[2]))),
    "ordinal word": ("o", lambda v, c: replace(v, o=_other(v.o, 13, 79, c))),
    "symbol": ("s", _symbol),
    "name": ("g", lambda v, c: replace(v, g=_other(v.g, 0, len(STATES) - 1, c))),
}  # fmt: skip
KINDS = (*PLANTS, "function", "negation")


def _planted_in(pairs: Iterator[Pair], chance: random.Random) -> Iterator[Pair]:
    """Official pairs with a digit or a year another; only where both texts have the number."""
    for pair in pairs:
        (one, a), (other, b) = pair.texts.items()
        shared = [n for n in re.findall(r"(?<![\d.,])\d{2,4}(?![\d.,])", a) if n in re.findall(r"\d+", b)]
        if shared:
            number = chance.choice(shared)
            kind = "year" if re.fullmatch("(?:19|20)..", number) else "figure digit"
            wrong, text = chance.choice(((one, a), (other, b)))
            changed = re.sub(rf"(?<!\d){number}(?!\d)", str(_digit(int(number), chance)), text)
            yield Pair(pair.source, {**pair.texts, wrong: changed}, kind)


def _sdg() -> dict[str, dict[str, str]]:
    out: dict[str, dict[str, str]] = {}
    for path in sorted((CORPUS / "sdg").glob("*/global_targets.yml")):
        found = re.findall(r"^([\w-]+): ?(.*(?:\n +.*)*)", path.read_text(encoding="utf-8"), re.MULTILINE)
        out[path.parent.name] = {key: " ".join(words.split()).strip("'\"") for key, words in found if words.strip()}
    return out


def _udhr() -> dict[str, dict[str, str]]:
    """The articles, paragraph by paragraph where all languages divide them alike, else whole."""
    sections = {
        language: _sections(path.read_text(encoding="utf-8"))
        for language, name in (("ar", "arb"), ("en", "eng"), ("fr", "fra"), ("id", "ind"))
        if (path := CORPUS / "udhr" / f"{name}.html").is_file()
    }
    out: dict[str, dict[str, str]] = {language: {} for language in sections}
    for place in range(min(map(len, sections.values()), default=0)):
        alike = len({len(s[place]) for s in sections.values()}) == 1
        for language, own in sections.items():
            pieces = own[place] if alike else [" ".join(own[place][1:])]
            out[language].update({f"{place}.{n}": text for n, text in enumerate(pieces)})
    return out


def _sections(page: str) -> list[list[str]]:
    out: list[list[str]] = []
    for tag, inner in re.findall(r"<(h\d|p|li)\b[^>]*>(.*?)</\1>", page, re.DOTALL):
        text = " ".join(html.unescape(re.sub("<[^>]+>", "", inner)).split())
        if tag.startswith("h"):
            out.append([text])
        elif out:
            out[-1].append(text)
    return out
