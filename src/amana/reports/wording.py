"""The fixed words of reports, per language: headings, sentences, statuses and the five words the public is told."""

from __future__ import annotations

from amana.reports.phrases import Phrase, filled
from amana.values.problems import messages

LANGUAGES = ("ar", "en", "fr")


def say(code: str, language: str, **facts: str | int) -> Phrase:
    """The fixed sentence of this code in that language (English where it has none) with the facts in it.

    >>> say("summary-resolutions", "en"), say("title", "fr", session="50e session du Conseil")
    ('Resolutions', 'Rapport sur la mise en œuvre des résolutions\\u202f: 50e session du Conseil')
    """
    table = messages(language if language in LANGUAGES else "en")
    return filled(table[f"report-{code}"], facts)


def view_words(view: str, language: str) -> str:
    """One of the five words of `mandates.lifecycle.public_view`.

    >>> view_words("under_way", "en"), view_words("done", "ar")
    ('under way', 'منجز')
    """
    return say(f"view-{view}", language)


def status_words(status: str, how: str, language: str) -> str:
    """A status as the house says it, with how it was closed.

    >>> status_words("closed", "partly", "en"), status_words("in_progress", "", "fr")
    ('closed: partly implemented', 'en cours')
    """
    if status == "closed" and how:
        return say("status-closed-how", language, how=say(f"closing-{how}", language))
    return say(f"status-{status}", language)
