"""Tags of the desk: its words for keys, names of people, text with places marked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from django import template
from django.forms import BoundField, CheckboxSelectMultiple, Form
from django.template import Context
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import Truncator
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _lazy

from amana.desk.fields import LANGUAGES
from amana.desk.fields import tongue as language_said
from amana.desk.reviewing import Line, Mark, languages_of
from amana.desk.vocabulary import PART, paragraph_words
from amana.desk.vocabulary import told as _told
from amana.desk.vocabulary import word as _word
from amana.intake import ENDINGS
from amana.pages.marks import direction, symbol
from amana.pages.marks import said as said_words
from amana.pages.templatetags.names import party_words
from amana.store.queries.desk import DRAFTED
from amana.store.queries.public import Reader
from amana.values.folding import ARABIC
from amana.values.problems import Problem
from amana.values.words import Words

register = template.Library()
RUN = re.compile(r"[^\s()«»“”\"]*\d[^\s()«»“”\"]*")
"""Signs without a blank, a digit among them."""
LONGEST = 32
"""Characters of a run that fits every column; a longer one, as an address, may break."""


@register.filter
def called(key: str, kind: str) -> str:
    """`{{ mandate.status|called:"status" }}`: what the desk calls it."""
    return _word(key, kind) if key else ""


@register.filter
def opening(line: Line) -> str:
    """`{{ line|opening }}`: a recital by the words with which it opens, another paragraph by what it does."""
    language = get_language() or "en"
    return line.opens(language) or (_word(line.stated.function, "function") if line.stated.function else "")


@register.filter
def told(problem: Problem, printed: Mapping[str, Words] | None = None) -> str:
    """`{{ problem|told:review.printed }}`: the sentence in the reader's language, paragraphs as the text numbers them."""
    return _told(problem, get_language() or "en", printed)


@register.filter
def paragraph(key: str, printed: Mapping[str, Words] | None = None) -> str:
    """`{{ line.key|paragraph:review.printed }}`: what a person calls the paragraph, '2(b)'."""
    return paragraph_words(key, get_language() or "en", printed)


@register.filter
def draft_name(draft: Any) -> SafeString:
    """`{{ draft|draft_name }}`: what a waiting draft is called by its symbol and title; by its files where neither is read."""
    said = {n: Words({x: getattr(draft, f"{n}_{x}", "") or "" for x in DRAFTED}) for n in ("symbol", "title")}
    language = get_language() or "en"
    parts = [symbol(said["symbol"].best(language))] if said["symbol"] else []
    parts += [said_words(said["title"], language)] if said["title"] else []
    names = (format_html('<bdi dir="ltr">{}</bdi>', file["name"]) for file in draft.files)
    return format_html_join(" " if parts else " · ", "{}", ((one,) for one in parts or names))


@register.filter
def tongues(languages: Iterable[str]) -> str:
    """`{{ finding.languages|tongues }}`: several languages by their names, 'Arabic · French'."""
    return " · ".join(_word(language, "language") for language in languages)


@register.filter
def narrowed(facts: Mapping[str, str]) -> str:
    """`{{ row.facts|narrowed }}`: the languages to which a rule on findings is narrowed; '' where it is not."""
    return tongues(languages_of(facts))


@register.filter
def by_when(line: Line) -> SafeString:
    """`{{ line|by_when }}`: the deadline in the words of the text, of the reader's language where it says them."""
    language, said = line.deadline(get_language() or "en")
    if not said:
        return SafeString("")
    if not language:
        return format_html("<bdi>{}</bdi>", said)
    return format_html('<bdi lang="{}" dir="{}">{}</bdi>', language, direction(language), said)


@register.filter
def holds(reader: Reader, roles: str) -> bool:
    """`{{ reading.reader|holds:"registrar editor" }}`: whether somebody holds one of these roles."""
    return reader.has(*roles.split())


@register.filter
def part(key: str) -> str:
    """`{{ row.part|part }}`: the part of a resolution in words."""
    return str(PART.get(key, key))


@register.filter
def person(key: str, people: Mapping[str, str]) -> SafeString:
    """`{{ step.by|person:people }}`: the name of somebody; an opaque id where no account is kept."""
    if not key:
        return SafeString("")
    if name := people.get(key):
        return format_html("<bdi>{}</bdi>", name)
    if key == "console":
        return format_html("{}", gettext("the operator"))
    return format_html('<bdi dir="ltr">{}</bdi>', key)


@register.filter
def together(text: str) -> SafeString:
    """`{{ said|together }}`: the text with its symbols kept whole, which a narrow column would break at a hyphen.

    >>> together("in 12/50-E & after")
    'in <bdi class="whole" dir="ltr">12/50-E</bdi> &amp; after'
    >>> together("في 15/51-إق، و25-26"), together("LC/C.6/RES/…،")
    ('في <span class="whole">15/51-إق</span>، <span class="whole">و25-26</span>', '<bdi class="whole" dir="ltr">LC/C.6/RES/…</bdi>،')
    """
    return mark_safe(RUN.sub(_whole, escape(text)))


def _whole(found: re.Match[str]) -> str:
    """A symbol or a span of days, which have a hyphen or a stroke; anything else as it is.

    One in Latin letters never turns round, also where it ends in an ellipsis or stands in Arabic words.
    """
    run = found[0].replace("&#x27;", "'")
    kept = len(run) <= LONGEST and any(sign in run for sign in "-/–") and any(c.isdigit() for c in run)
    if not kept:
        return found[0]
    core = found[0] if "&" in found[0] else found[0].rstrip(".,;:!?،؛؟")
    latin = not ARABIC.search(core) and any(c.isalpha() for c in core)
    made = f'<bdi class="whole" dir="ltr">{core}</bdi>' if latin else f'<span class="whole">{core}</span>'
    return made + found[0][len(core) :]


@register.filter
def marked(text: str, spans: Iterable[Mark]) -> SafeString:
    """`{{ cell.text|marked:cell.spans }}`: the text with the places of findings highlighted, each the way to its finding."""
    out, at = [], 0
    for span in sorted(spans or (), key=lambda one: (one.start, one.end)):
        if at <= span.start < span.end <= len(text):
            done = ' class="done"' if span.settled else ""
            words = together(text[span.start : span.end])
            out += [
                together(text[at : span.start]),
                f'<a class="at" href="#f-{span.number}" aria-describedby="f-{span.number}-s"><mark{done}>{words}</mark></a>',
            ]
            at = span.end
    out.append(together(text[at:]))
    return mark_safe("".join(out))


@register.filter
def brief(words: Mapping[str, str]) -> SafeString:
    """`{{ row.words|brief }}`: the beginning of what it says, in the reader's language."""
    text = Words(words)
    language = text.language(get_language() or "en")
    said = Truncator(text.best(language)).words(24, truncate=" …")
    return (
        format_html('<span lang="{}" dir="{}">{}</span>', language, direction(language), said)
        if said
        else SafeString("—")
    )


@register.simple_tag(takes_context=True)
def party_name(context: Context, key: str) -> SafeString:
    """`{% party_name key %}`: a party by its name, without a link."""
    reading = context["reading"]
    return said_words(party_words(reading, key), reading.language)


@register.filter
def words_fields(form: Form, name: str) -> list[BoundField]:
    """`{{ form|words_fields:"title" }}`: the fields of one thing said in several languages."""
    return [form[f"{name}_{language}"] for language in LANGUAGES if f"{name}_{language}" in form.fields]


@register.filter
def said_in(field: BoundField) -> str:
    """`{{ field|said_in }}`: in which language it is said."""
    return language_said(field.name.rpartition("_")[2])


FIELDS = {
    "symbol": _lazy("Symbol"), "adopted": _lazy("Adopted on"), "yes": _lazy("In favour"), "no": _lazy("Against"),
    "abstain": _lazy("Abstaining"), "title": _lazy("Title"), "note": _lazy("Note"), "why": _lazy("Why"),
    "due": _lazy("Due on"), "due_day": _lazy("Due on"), "reason": _lazy("Accepted as it is, because"),
}  # fmt: skip
"""What the fields are called in which somebody types, by their names without language and form."""


@register.filter
def field_called(name: str) -> str:
    """`{{ name|field_called }}`: what a field of a held form is called, 'Title · Arabic'; '' where the desk has no word.

    >>> field_called("text:fr"), field_called("b7")
    ('French', '')
    """
    base, _, beside = name.rpartition("-")[2].partition(":")
    word, _, language = base.rpartition("_")
    language = language if language in LANGUAGES else beside if beside in LANGUAGES else ""
    known = FIELDS.get(word if language and not beside else base)
    return " · ".join(str(part) for part in (known, _word(language, "language") if language else "") if part)


@register.filter
def groups(form: Form) -> list[dict[str, Any]]:
    """`{{ form|groups }}`: the fields of a form, those of one thing in several languages together."""
    found: list[dict[str, Any]] = []
    seen: set[str] = set()
    for field in form:
        name = field.field.widget.attrs.get("data-words")
        if not name:
            found.append({"field": field, "many": isinstance(field.field.widget, CheckboxSelectMultiple)})
        elif name not in seen:
            seen.add(name)
            found.append({"words": name, "legend": getattr(field.field, "legend", "")})
    return found


@register.simple_tag
def readable() -> str:
    """The endings of the files that are read, as a file field takes them."""
    return ",".join(ENDINGS)
