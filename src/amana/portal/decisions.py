"""The reader: a decision in one, two or three languages, paragraph by paragraph; or what is known of it without a text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from amana.acts.files import place_of
from amana.pages import marks
from amana.pages.reading import Reading, reading_of
from amana.pages.templatetags.names import organ_words, session_title
from amana.portal.filters import Choice
from amana.publish import citation
from amana.resolutions.citations import citations_of
from amana.store.queries import decisions as register
from amana.store.queries import public
from amana.values.days import Day
from amana.values.words import Words

LANGUAGES = ("ar", "en", "fr")


@dataclass(frozen=True, slots=True)
class Version:
    """One paragraph in one language: '' where that language lacks it."""

    language: str
    label: str
    text: SafeString


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph in the languages shown, and the mandates it created."""

    id: str
    place: str
    part: str
    versions: tuple[Version, ...]
    mandates: tuple[public.Told, ...] = ()


def decision(request: HttpRequest, decision: str, languages: str = "") -> HttpResponse:
    """The reader. Nineteen queries at most, whatever the length of the text or of the archive."""
    reading = reading_of(request)
    whole = _whole(reading, decision)
    held = [code for code in (reading.language, *LANGUAGES) if code in whole.texts]
    available = list(dict.fromkeys(held))
    if languages and not available:
        raise Http404
    shown = _chosen(languages, available) if available else ()
    told = public.mandates_of(reading.reader, reading.day, [decision])
    renews = list(public.titled(reading.reader, whole.row.renews).values()) if whole.row.renews else []
    context: dict[str, Any] = {
        "row": whole.row,
        "audience": whole.audience,
        "title": Words(whole.row.title),
        "session": reading.organization.sessions_by_id.get(whole.row.session),
        "adopted": Day.parse(whole.row.adopted) if whole.row.adopted else None,
        "shown": shown,
        "count": ("none", "one", "two", "three")[len(shown)],
        "choices": _choices(decision, available, shown) if available else (),
        "lines": _lines(reading, decision, whole.paragraphs, shown, told),
        "downloads": [code for code in LANGUAGES if code in whole.texts],
        "files": whole.files,
        "mandates": told,
        "renews": renews,
        "renewed_by": public.renewed_by(reading.reader, decision),
        **_known(reading, whole.row),
        "citation": citation.plain(cited := _cited(request, reading, whole)),
        "cited_in": cited.language,
    }
    return render(request, "portal/decision.html", context)


def _known(reading: Reading, row: Any) -> dict[str, Any]:
    """What is known beside the text: what it names and set up, and who names it. Five queries at most."""
    org = reading.organization
    held = public.by_symbol(reading.reader, row.recalls)
    names = {row.key, row.symbol} - {""}
    return {
        "described": any(field.startswith("title") for field in row.unsourced),
        "day_inferred": "adopted" in row.unsourced,
        "printed": [(code, row.printed[code]) for code in LANGUAGES if code in row.printed],
        "recalls": [(symbol, held.get(symbol, "")) for symbol in row.recalls],
        "recalled_by": register.recalled_by(reading.reader, reading.day, row.symbol),
        "created": [organ for organ in org.organs if organ.by in names],
        "groups": [group for group in org.groups if group.by in names],
        "subjects": [org.subjects_by_id[one] for one in row.subjects if one in org.subjects_by_id],
        "same_subject": register.same_subject(reading.reader, reading.day, row),
    }


def _whole(reading: Reading, key: str) -> public.Whole:
    whole = public.decision(reading.reader, key)
    if whole is None or whole.row.adopted > reading.day.isoformat():
        raise Http404
    return whole


def _chosen(asked: str, available: Sequence[str]) -> tuple[str, ...]:
    """The languages asked for ('ar-en'), each once; the reader's own where none is named."""
    codes = tuple(dict.fromkeys(asked.split("-"))) if asked else (available[0],)
    if not set(codes) <= set(LANGUAGES):
        raise Http404
    return tuple(code for code in codes if code in available) or (available[0],)


def _choices(key: str, available: Sequence[str], shown: tuple[str, ...]) -> list[Choice]:
    """Each language alone, the reader's own beside each other one, all together."""
    sets: list[tuple[str, ...]] = [(code,) for code in available]
    sets += [(available[0], other) for other in available[1:]]
    if len(available) > 2:
        sets.append(tuple(available))
    names = {"ar": "العربية", "en": "English", "fr": "Français"}
    choices = []
    for codes in sets:
        words = SafeString(" + ").join(
            format_html('<span lang="{}" dir="{}">{}</span>', c, marks.direction(c), names[c]) for c in codes
        )
        address = reverse("portal:decision-in", args=[key, "-".join(codes)])
        choices.append(Choice(SafeString(words), address, codes == shown))
    return choices


def _lines(
    reading: Reading, own: str, paragraphs: Iterable[Any], shown: tuple[str, ...], told: Iterable[public.Told]
) -> list[Line]:
    rows = list(paragraphs)
    patterns = reading.organization.patterns
    cited = {p.key: {c: citations_of(p.texts.get(c, ""), patterns) for c in shown} for p in rows}
    symbols = {one.symbol for by in cited.values() for found in by.values() for one in found}
    held = {s: key for s, key in public.by_symbol(reading.reader, symbols).items() if key != own}
    of: dict[str, list[public.Told]] = {}
    for one in told:
        of.setdefault(one.row.paragraph, []).append(one)
    return [
        Line(
            p.key,
            p.place,
            p.part,
            tuple(Version(c, p.labels.get(c, ""), linked(p.texts.get(c, ""), cited[p.key][c], held)) for c in shown),
            tuple(of.get(p.key, ())),
        )
        for p in rows
        if any(p.texts.get(code) for code in shown)  # a version alone is shown as it is, without the others' paragraphs
    ]


def linked(text: str, cited: Iterable[Any], held: Mapping[str, str]) -> SafeString:
    """The text with its symbols isolated, and linked where the document is held."""
    parts, at = [], 0
    for one in cited:
        parts.append(format_html("{}", text[at : one.start]))
        set_in = marks.symbol(one.text) if one.text.isascii() else format_html("<bdi>{}</bdi>", one.text)
        key = held.get(one.symbol)
        parts.append(
            format_html('<a href="{}">{}</a>', reverse("portal:decision", args=[key]), set_in) if key else set_in
        )
        at = one.end
    parts.append(format_html("{}", text[at:]))
    return SafeString("".join(parts))


def text(request: HttpRequest, decision: str, language: str) -> HttpResponse:
    """One language version whole, as accepted."""
    whole = _whole(reading_of(request), decision)
    if language not in whole.texts:
        raise Http404
    response = HttpResponse(whole.texts[language].text, content_type="text/plain; charset=utf-8")
    response.headers["Content-Language"] = language
    response.headers["Content-Disposition"] = f'inline; filename="{_file_name(decision)}-{language}.txt"'
    return response


def cite(request: HttpRequest, decision: str, form: str) -> HttpResponse:
    """The citation as BibTeX or RIS."""
    reading = reading_of(request)
    cited = _cited(request, reading, _whole(reading, decision))
    made = citation.bibtex(cited) if form == "bib" else citation.ris(cited)
    media = "application/x-bibtex" if form == "bib" else "application/x-research-info-systems"
    response = HttpResponse(made, content_type=f"{media}; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{_file_name(decision)}.{form}"'
    return response


def source_file(request: HttpRequest, decision: str, sha256: str) -> FileResponse:
    """A file the text came from, where the text was released to this reader."""
    whole = _whole(reading_of(request), decision)
    file = next((f for f in whole.files if f.sha256 == sha256), None)
    if file is None or not place_of(sha256).is_file():
        raise Http404
    return FileResponse(
        place_of(sha256).open("rb"), as_attachment=True, filename=file.name, content_type=file.media_type
    )


def _file_name(key: str) -> str:
    return "".join(c if c.isascii() and (c.isalnum() or c in "-_") else "-" for c in key)


def _cited(request: HttpRequest, reading: Reading, whole: public.Whole) -> citation.Cited:
    title = Words(whole.row.title)
    language = title.language(reading.language)  # a citation is in one language: that of its title
    adopted = Day.parse(whole.row.adopted).first if whole.row.adopted else None
    address = request.build_absolute_uri(reverse("portal:decision", args=[whole.row.key]))
    profile = reading.organization.profile
    return citation.Cited(
        key=whole.row.key,
        symbol=whole.row.symbol,
        title=title.best(language),
        language=language,
        organization=profile.names_on(adopted).best(language),
        organ=organ_words(reading, whole.row.organ).best(language),
        session=session_title(reading, whole.row.session).best(language),
        adopted=whole.row.adopted,
        address=address,
        seen=reading.today,
        kept_by="" if profile.official else profile.kept_by.best(language),
    )
