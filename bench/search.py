"""Search over 20,000 resolutions in three languages: documents found, whole pages, the answer; the peer is the home page."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import time
import tomllib
from itertools import pairwise
from pathlib import Path
from typing import Any

from bench.__main__ import Goal
from bench.archive import ROOT, archive, environment

GOALS = {
    "index asked, p95 ms": Goal(15),
    "search with snippets and facets, p95 ms": Goal(30),
    "page of results, p95 ms": Goal(50),
    "page where nothing has every word, p95 ms": Goal(150),
    "fact card, p95 ms": Goal(20),
    "stems of a paragraph, µs a word": Goal(4),
}
PAGES, QUESTIONS, CARDS = 300, 400, 5
ASKED = (
    "second Secretary General", "members in 1980", "13th summit", "founding of the OIC", "executive organ",
    "الأمين العام 1975", "siapa sekretaris jenderal OKI 2022", "membres en 2013", "الجهاز التنفيذي",
)  # fmt: skip


def figures() -> dict[str, float]:
    """Milliseconds, in a process of its own over the generated archive."""
    place = archive()
    code = "import json; from bench.search import measured; print(json.dumps(measured()))"
    out = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=environment(place), check=True, stdout=subprocess.PIPE, text=True
    )
    told: dict[str, float] = json.loads(out.stdout.splitlines()[-1])
    return told


def measured() -> dict[str, float]:
    """The figures of one process whose house is the archive."""
    from amana.cli import housed

    housed.set_up()
    housed.open_house()
    from django.test import Client

    from amana.store import models
    from amana.store.queries.search import Question, find
    from amana.store.sight import VISITOR
    from amana.values.stemming import asked

    client, questions = Client(HTTP_HOST="127.0.0.1"), list(_questions())
    told = {"documents": float(models.Document.objects.count())}
    times = [_ms(lambda q=q: find(VISITOR, Question(tuple(asked(q))))) for q in questions]
    told |= {f"index asked, {name} ms": value for name, value in _spread(times).items()}
    pages = [f"/en/search/{'+'.join(q.split())}/" for q in questions[:PAGES]]
    _get(client, pages[0])
    times = [_ms(lambda q=q: _searched(q)) for q in questions[:PAGES]]
    told |= {f"search with snippets and facets, {name} ms": value for name, value in _spread(times).items()}
    times = [_ms(lambda page=page: _get(client, page)) for page in pages]
    told |= {f"page of results, {name} ms": value for name, value in _spread(times).items()}
    pages = [
        f"/en/search/{'+'.join([*one.split(), *other.split()])}+zanzibarian/"
        for one, other in pairwise(questions[:PAGES])
    ]
    times = [_ms(lambda page=page: _get(client, page)) for page in pages]
    told |= {f"page where nothing has every word, {name} ms": value for name, value in _spread(times).items()}
    times = [_ms(lambda q=q: _card(q)) for q in ASKED * CARDS][len(ASKED) :]
    told |= {f"fact card, {name} ms": value for name, value in _spread(times).items()}
    told["page of results / home page"] = (
        told["page of results, p50 ms"] / _spread([_ms(lambda: _get(client, "/en/")) for _ in range(15)])["p50"]
    )
    return told | {"stems of a paragraph, µs a word": _stemming()}


def _questions() -> Any:
    """One to three words of a sentence of the archive, the same in every run."""
    from amana.values.stemming import EMPTY_WORDS, words

    said: dict[str, list[dict[str, str]]] = tomllib.loads(Path(__file__).with_name("sentences.toml").read_text("utf-8"))
    chance = random.Random(7)
    for _ in range(QUESTIONS):
        sentence = chance.choice(said[chance.choice(sorted(said))])[chance.choice(("ar", "en", "fr"))]
        held = [w for w in words(sentence) if w not in EMPTY_WORDS and w not in ("year", "figure") and len(w) > 2]
        yield " ".join(chance.sample(held, min(len(held), chance.randint(1, 3))) or ["council"])


def _get(client: Any, page: str) -> None:
    answer = client.get(page)
    if answer.status_code != 200:
        raise SystemExit(f"{page} answers {answer.status_code}")


def _searched(text: str) -> None:
    """What a page of results asks and makes, without its frame."""
    from django.test import RequestFactory
    from django.urls import set_script_prefix

    from amana.pages.reading import reading_of
    from amana.portal import search
    from amana.portal.filters import Filters
    from amana.portal.found import Telling, counts
    from amana.store.queries.search import rows_of
    from amana.values.stemming import asked, wanted

    set_script_prefix("/en/")
    reading = reading_of(RequestFactory().get("/"))
    found = search._tried(reading, search.Asked(text, Filters("portal:search", search.NAMES))).things
    counts(found)
    rows = rows_of(reading.reader, (c for thing in found[: search.PAGE] for c in thing.shown("en")))
    list(Telling(reading, rows, wanted(asked(text))).hits(found[: search.PAGE]))


def _card(question: str) -> None:
    from amana.acts import clock, known
    from amana.inquiry.answering import answer
    from amana.store.sight import VISITOR

    org = known.organization(VISITOR)
    assert org is not None
    answer(question, org, language="en", day=clock.today())


def _stemming() -> float:
    from amana.values.stemming import stems, words

    said = tomllib.loads(Path(__file__).with_name("sentences.toml").read_text("utf-8"))
    texts = [(one[code], code) for part in said.values() for one in part for code in ("ar", "en", "fr")] * 20
    count = sum(len(words(text)) for text, _ in texts)
    return _ms(lambda: [stems(text, code) for text, code in texts]) * 1000 / count


def _ms(work: Any) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def _spread(times: list[float]) -> dict[str, float]:
    ordered = sorted(times)
    return {"p50": ordered[len(ordered) // 2], "p95": ordered[int(len(ordered) * 0.95)]}


if __name__ == "__main__":
    for name, value in figures().items():
        print(f"{name:40} {value:12,.3f}")
