"""What was found, thing by thing: its name, its address, the pieces in which the words stand, and how many of what kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from amana.folder.organization import Organization
from amana.pages import marks
from amana.pages.reading import Reading
from amana.pages.templatetags.names import organ_words, party_words, session_title
from amana.pages.templatetags.words import address
from amana.store.queries.search import Candidate, Shown, family
from amana.values.days import Day
from amana.values.snippets import Piece, snippet
from amana.values.words import Words

KINDS: Mapping[str, str | Promise] = {
    "decision": _("Decisions"),
    "party": _("States and bodies"),
    "person": _("Persons"),
    "organ": _("Organs"),
    "session": pgettext_lazy("page", "Sessions"),
    "mandate": _("Mandates"),
    "programme": pgettext_lazy("page", "Programme"),
    "relations": pgettext_lazy("page", "Relations"),
    "subject": pgettext_lazy("page", "Subjects"),
    "source": _("Sources"),
}
"""The kinds a reader may look among."""

ONE: Mapping[str, str | Promise] = {
    "decision": pgettext_lazy("found", "decision"),
    "party": pgettext_lazy("found", "state or body"),
    "person": pgettext_lazy("found", "person"),
    "organ": pgettext_lazy("found", "organ"),
    "session": pgettext_lazy("found", "session"),
    "mandate": pgettext_lazy("found", "mandate"),
    "programme": pgettext_lazy("found", "programme"),
    "area": pgettext_lazy("found", "programme area"),
    "goal": pgettext_lazy("found", "goal"),
    "partner": pgettext_lazy("found", "partner"),
    "event": pgettext_lazy("found", "relations"),
    "group": pgettext_lazy("found", "contact group"),
    "subject": pgettext_lazy("found", "subject"),
    "source": pgettext_lazy("found", "source"),
}
_FIRST = ("party", "person", "organ", "group", "partner", "programme", "subject", "session", "area", "goal", "event")
READ = ("ar", "en", "fr")
"""The languages in which a decision has an address of its own."""
PIECES = 2
"""How many paragraphs of a decision are shown."""


@dataclass(slots=True)
class Thing:
    """One thing that was found, with the documents in which it was."""

    kind: str
    key: str
    part: str
    candidates: list[Candidate] = field(default_factory=list)

    @property
    def languages(self) -> set[str]:
        """The languages in which it was found."""
        return {c.language for c in self.candidates if c.language}

    def paragraphs(self, language: str) -> list[Candidate]:
        """The first of its paragraphs, each in this language where it was found in it."""
        of: dict[int, Candidate] = {}
        for one in self.candidates:
            if one.part and (one.row in of or len(of) < PIECES) and (one.row not in of or one.language == language):
                of[one.row] = one
        return list(of.values())

    def shown(self, language: str) -> list[Candidate]:
        """The documents of which the page shows something."""
        return [self.first, *self.paragraphs(language)] if self.kind == "decision" else self.candidates[:1]

    @property
    def first(self) -> Candidate:
        """The best of its documents."""
        return self.candidates[0]


def things(candidates: Iterable[Candidate], *, names_first: bool = True) -> list[Thing]:
    """The things behind documents, each once: names first, by their kind, then in the order in which they were found."""
    found: dict[tuple[str, str, str], Thing] = {}
    for one in candidates:
        part = one.part if one.kind in ("area", "goal", "event") else ""
        found.setdefault((one.kind, one.key, part), Thing(one.kind, one.key, part)).candidates.append(one)
    if not names_first:
        return list(found.values())
    named = [t for t in found.values() if t.first.rank == "name"]
    named.sort(key=lambda t: _FIRST.index(t.kind) if t.kind in _FIRST else len(_FIRST))
    return [*named, *(t for t in found.values() if t.first.rank != "name")]


@dataclass(frozen=True, slots=True)
class Counts:
    """How many things there are of each kind, language, organ and decade."""

    kinds: Counter[str]
    languages: Counter[str]
    organs: Counter[str]
    decades: Counter[int]


def counts(every: Sequence[Thing]) -> Counts:
    """Counted over what was looked at."""
    return Counts(
        Counter(family(t.kind) for t in every),
        Counter(code for t in every for code in t.languages),
        Counter(t.first.organ for t in every if t.first.organ),
        Counter(t.first.year // 10 * 10 for t in every if t.first.year),
    )


@dataclass(frozen=True, slots=True)
class Extract:
    """A piece of a text, marked, in its language; `href` where it stands."""

    text: SafeString
    language: str
    direction: str
    label: str = ""
    href: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing as the page shows it."""

    kind: str | Promise
    title: SafeString
    href: str
    symbol: str = ""
    session: str = ""
    day: Day | None = None
    extracts: tuple[Extract, ...] = ()


class Telling:
    """Tells things as one reader sees them: names from his organization, decisions from the rows he may see."""

    def __init__(self, reading: Reading, rows: Shown, wanted: frozenset[str]) -> None:
        self.reading, self.rows, self.wanted = reading, rows, wanted
        self.org: Organization = reading.organization

    def hits(self, shown: Iterable[Thing]) -> Iterator[Hit]:
        """The things that this reader may see and that are there."""
        for thing in shown:
            hit = self._hit(thing)
            if hit is not None:
                yield hit

    def _hit(self, thing: Thing) -> Hit | None:
        if thing.kind == "decision":
            return self._decision(thing)
        if thing.kind == "mandate":
            row = self.rows.mandates.get(thing.first.row)
            href = address("portal:mandate", thing.key)
            return Hit(ONE["mandate"], self._marked(Words(row.words)), href) if row else None
        named = _NAMED[thing.kind](self.reading, self.org, thing)
        if named is None:
            return None
        words, href, day = named
        return Hit(ONE[thing.kind], self._marked(words), href, day=day, extracts=tuple(self._also(thing, words)))

    def _decision(self, thing: Thing) -> Hit | None:
        row = self.rows.decisions.get(thing.key)
        if row is None:
            return None
        href = address("portal:decision", thing.key)
        return Hit(
            ONE["decision"],
            self._marked(Words(row.title)),
            href,
            symbol=row.symbol,
            session=row.session,
            day=Day.parse(row.adopted) if row.adopted else None,
            extracts=tuple(self._paragraphs(thing, href)) or tuple(self._subjects(row)),
        )

    def _subjects(self, row: Any) -> Iterator[Extract]:
        """The subject under whose words it was found, where its title does not have them in the reader's language."""
        title = Words(row.title).best(self.reading.language)
        if any(piece.marked for piece in snippet(title, self.wanted, "")):
            return
        for key in row.subjects:
            held = self.org.subjects_by_id.get(key)
            for code, text in held.words.items() if held else ():
                pieces = snippet(text, self.wanted, code)
                if any(piece.marked for piece in pieces):
                    href = address("portal:decisions-list", f"subject/{key}")
                    yield Extract(marked(pieces), code, marks.direction(code), str(ONE["subject"]), href)
                    return

    def _paragraphs(self, thing: Thing, href: str) -> Iterator[Extract]:
        for one in thing.paragraphs(self.reading.language):
            paragraph, code = self.rows.paragraphs.get(one.row), one.language
            if paragraph is None:
                continue
            text = marked(snippet(paragraph.texts.get(code, ""), self.wanted, code))
            there = address("portal:decision-in", thing.key, code) if code in READ else href
            where = f"{there}#{paragraph.key}"
            yield Extract(text, code, marks.direction(code), paragraph.labels.get(code, ""), where)

    def _marked(self, words: Words) -> SafeString:
        code = words.language(self.reading.language)
        text = marked(snippet(words[code], self.wanted, code, 400)) if code else marks.EMPTY
        if code == self.reading.language:
            return text
        return format_html('<span lang="{}" dir="{}">{}</span>', code, marks.direction(code), text)

    def _also(self, thing: Thing, title: Words) -> Iterator[Extract]:
        """The name under which it was found, where its title does not have the words."""
        shown = title.best(self.reading.language)
        if any(piece.marked for piece in snippet(shown, self.wanted, "")):
            return
        for code, text in _texts(self.org, thing):
            pieces = snippet(text, self.wanted, code)
            if text != shown and any(piece.marked for piece in pieces):
                yield Extract(marked(pieces), code, marks.direction(code) if code else "auto")
                return


def marked(pieces: Iterable[Piece]) -> SafeString:
    """The pieces as markup, what was asked for in <mark>."""
    return SafeString("".join(format_html("<mark>{}</mark>" if piece.marked else "{}", piece.text) for piece in pieces))


Named = tuple[Words, str, Day | None]


def _party(reading: Reading, org: Organization, thing: Thing) -> Named | None:
    there = thing.key in org.parties_by_id
    return (party_words(reading, thing.key), address("portal:member", thing.key), None) if there else None


def _person(reading: Reading, org: Organization, thing: Thing) -> Named | None:
    held = org.persons_by_id.get(thing.key)
    names = held.names if held else next((t.name for t in org.terms if t.person == thing.key), None)
    return (names, address("portal:person", thing.key), None) if names else None


def _organ(reading: Reading, org: Organization, thing: Thing) -> Named | None:
    there = thing.key in org.organs_by_id
    return (organ_words(reading, thing.key), address("portal:organ", thing.key), None) if there else None


def _session(reading: Reading, org: Organization, thing: Thing) -> Named | None:
    held = org.sessions_by_id.get(thing.key)
    days = held.days.start if held and held.days else None
    return (session_title(reading, thing.key), address("portal:session", thing.key), days) if held else None


def _subject(reading: Reading, org: Organization, thing: Thing) -> Named | None:
    held = org.subjects_by_id.get(thing.key)
    return (held.words, address("portal:decisions-list", f"subject/{thing.key}"), None) if held else None


def _programme(reading: Reading, org: Organization, thing: Thing) -> Named | None:
    held = org.programmes_by_id.get(thing.key)
    if held is None or thing.kind == "programme":
        return (held.title, address("portal:programme", thing.key), None) if held else None
    for area in held.areas:
        href = address("portal:programme-area", thing.key, area.id)
        if thing.kind == "area" and area.id == thing.part:
            return area.name, href, None
        goal = next((g for g in area.goals if thing.kind == "goal" and g.id == thing.part), None)
        if goal is not None:
            return goal.words, f"{href}#{goal.id}", None
    return None


def _partner(reading: Reading, org: Organization, thing: Thing) -> Named | None:
    held = org.partners_by_id.get(thing.key)
    if held is None:
        return None
    href = address("portal:partner", thing.key)
    if thing.kind == "partner":
        return held.names, href, None
    event = next((e for e in held.events if e.id == thing.part), None)
    return (event.words, f"{href}#{event.id}", event.day) if event else None


def _group(reading: Reading, org: Organization, thing: Thing) -> Named | None:
    held = org.groups_by_id.get(thing.key)
    return (held.names, address("portal:group", thing.key), None) if held else None


def _source(reading: Reading, org: Organization, thing: Thing) -> Named | None:
    held = org.sources_by_id.get(thing.key)
    return (Words(en=thing.key), address("portal:source", thing.key), None) if held else None


_NAMED: Mapping[str, Callable[[Reading, Organization, Thing], Named | None]] = {
    "party": _party,
    "person": _person,
    "organ": _organ,
    "session": _session,
    "subject": _subject,
    "programme": _programme,
    "area": _programme,
    "goal": _programme,
    "partner": _partner,
    "event": _partner,
    "group": _group,
    "source": _source,
}


def _texts(org: Organization, thing: Thing) -> Iterator[tuple[str, str]]:
    """Other names of a thing, with their languages."""
    several: list[Words] = []
    forms: Sequence[str] = ()
    match thing.kind:
        case "party":
            party = org.party(thing.key)
            several, forms = [w for n in party.names for w in (n.short, n.formal)], party.forms
        case "person" if thing.key in org.persons_by_id:
            person: Any = org.persons_by_id[thing.key]
            several, forms = [person.names], person.forms
        case "organ":
            organ = org.organ(thing.key)
            several, forms = [w for n in organ.names for w in (n.name, n.acronym)] + [organ.seat], organ.forms
        case "session":
            session = org.session(thing.key)
            several = [session.place, session.theme]
        case "source":
            source = org.source(thing.key)
            forms = (source.note, source.address)
    yield from ((code, text) for words in several for code, text in words.items())
    yield from (("", form) for form in forms)
