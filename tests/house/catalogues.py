"""The strings of a face, as its templates and modules say them, and its catalogues brought up to them.

PYTHONPATH=. python -m tests.house.catalogues          # adds what is new, drops what is gone, prints what is missing
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parents[2]
FACES = ("pages", "portal", "desk", "api")
LANGUAGES = ("ar", "fr", "id")
"""The languages of the interface beside English, in which its strings are written."""
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
ARABIC = "n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 && n%100<=99 ? 4 : 5"
"""The form a number takes, as CLDR orders the six: zero, one, two, few, many, other; babel's own rule swaps two."""
SUFFIXES = (".html", ".py", ".txt")


def home(face: str) -> Path:
    """The folder of a face."""
    return ROOT / "src" / "amana" / face


def catalogue_file(face: str, language: str) -> Path:
    """Where the strings of a face stand in a language."""
    return home(face) / "locale" / language / "LC_MESSAGES" / "django.po"


def said(face: str) -> Catalog:
    """Every string that the templates and modules of a face mark for translation."""
    found = Catalog(fuzzy=False)
    for path in sorted(p for p in home(face).rglob("*") if p.suffix in SUFFIXES):
        text = path.read_text(encoding="utf-8")
        source = text if path.suffix == ".py" else _flat(templatize(text))
        for _, message, _, context in extract("python", BytesIO(source.encode()), KEYWORDS):
            found.add(message, context=context or None)
    return found


def _flat(source: str) -> str:
    """What Django makes of a template, without the indentation that Python would trip over."""
    return "\n".join(line.lstrip() for line in source.splitlines())


def held(face: str, language: str) -> Catalog:
    """What the catalogue of a face says in a language; empty where there is none yet."""
    path = catalogue_file(face, language)
    if not path.exists():
        return Catalog(locale=language, fuzzy=False)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def missing(catalogue: Catalog) -> Iterator[str]:
    """The strings that a catalogue leaves without words, a plural form among them too."""
    for message in catalogue:
        words = message.string if isinstance(message.string, tuple | list) else (message.string,)
        if message.id and not all(words):
            yield str(message.id)


def bring_up(face: str, language: str) -> Catalog:
    """Write the catalogue with exactly the strings that are said, keeping the words it has."""
    catalogue, old = said(face), held(face, language)
    fresh = Catalog(
        locale=language,
        header_comment=f"# The words of the {face}, said in: {language}.",
        project="Amana",
        creation_date=old.creation_date,
        fuzzy=False,
    )
    if language == "ar":
        fresh.mime_headers = [("Plural-Forms", f"nplurals=6; plural=({ARABIC})")]
    for message in catalogue:
        if message.id:
            known = old.get(message.id, context=message.context)
            plural = isinstance(message.id, tuple | list)
            blank = ("",) * fresh.num_plurals if plural else ""
            fits = known and isinstance(known.string, tuple | list) == plural
            fresh.add(message.id, known.string if known and fits else blank, context=message.context)
    path = catalogue_file(face, language)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(file, fresh, width=110, sort_output=True, omit_header=False, no_location=True)
    return fresh


if __name__ == "__main__":
    settings.configure(USE_I18N=True)
    for one in FACES:
        for code in LANGUAGES:
            if len(said(one)):
                for words in missing(bring_up(one, code)):
                    print(f"{one} {code}: {words}")
