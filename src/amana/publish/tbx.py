"""A term base as TBX-Basic (ISO 30042:2019, DCA style): concepts, and their terms in each language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from amana.publish.translators import Concept, Markup, Term, encoded, identifiers
from amana.values.problems import Told, unheard

STATUS = {
    "preferred": "preferredTerm-admn-sts",
    "admitted": "admittedTerm-admn-sts",
    "deprecated": "deprecatedTerm-admn-sts",
    "superseded": "supersededTerm-admn-sts",
}


def terms(concepts: Iterable[Concept], title: str, language: str = "en", told: Told = unheard) -> Iterator[bytes]:
    """The file in pieces; `title` says whose terms they are, `language` is that of title, definitions and notes.

    A concept without a term is left out. The same concepts give the same bytes.

    >>> b"preferredTerm" in b"".join(terms([Concept("c1", [Term("en", "summit", "preferred")])], "Terms"))
    True
    """
    return encoded(_pieces(concepts, title, language, Markup(told)))


def _pieces(concepts: Iterable[Concept], title: str, language: str, markup: Markup) -> Iterator[str]:
    yield (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<tbx type="TBX-Basic" style="dca" xml:lang={markup.value(language)} xmlns="urn:iso:std:iso:30042:ed-2">\n'
        f"<tbxHeader><fileDesc><titleStmt><title>{markup.text(title)}</title></titleStmt>"
        f"<sourceDesc><p>{markup.text(title)}</p></sourceDesc></fileDesc></tbxHeader>\n<text><body>\n"
    )
    kept = [concept for concept in concepts if any(term.text.strip() for term in concept.terms)]
    # an XML id begins with a letter
    ids = identifiers([one.id if one.id[:1].isalpha() else f"c{one.id}" for one in kept])
    for identifier, concept in zip(ids, kept, strict=True):
        yield from _concept(identifier, concept, markup)
    yield "</body></text>\n</tbx>\n"


def _concept(identifier: str, concept: Concept, markup: Markup) -> Iterator[str]:
    key = concept.id
    yield f"<conceptEntry id={markup.value(identifier, key)}>\n"
    if concept.field:
        yield f'<descrip type="subjectField">{markup.text(concept.field, key)}</descrip>\n'
    if concept.definition:
        yield f'<descrip type="definition">{markup.text(concept.definition, key)}</descrip>\n'
    if concept.note:
        yield f"<note>{markup.text(concept.note, key)}</note>\n"
    by_language: dict[str, list[Term]] = {}
    for term in concept.terms:
        if term.text.strip():
            by_language.setdefault(term.language, []).append(term)
    for language, of in by_language.items():
        yield f"<langSec xml:lang={markup.value(language)}>\n"
        for term in of:
            yield from _term(term, key, markup)
        yield "</langSec>\n"
    yield "</conceptEntry>\n"


def _term(term: Term, key: str, markup: Markup) -> Iterator[str]:
    yield f"<termSec><term>{markup.text(term.text, key)}</term>"
    if term.status in STATUS:
        yield f'<termNote type="administrativeStatus">{STATUS[term.status]}</termNote>'
    if term.source:
        yield f'<admin type="source">{markup.text(term.source, key)}</admin>'
    if term.note:
        yield f"<note>{markup.text(term.note, key)}</note>"
    yield "</termSec>\n"
