"""A generated archive: 20,000 resolutions of ten paragraphs in three languages, entered through the door and released.

python -m bench.archive            makes it where it is missing, and says where it lies
AMANA_BENCH=/some/folder           where archives are kept between runs; a folder in the temporary one otherwise
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from amana.acts.kernel import Act
    from amana.resolutions.accepted import Accepted

ROOT = Path(__file__).resolve().parent.parent
RESOLUTIONS, PARAGRAPHS, PREAMBULAR, DUTIES = 20_000, 10, 4, 10
"""A mandate for each tenth resolution."""
AT_ONCE = 500
A_SESSION = 900
"""Sessions are filled one after another from the newest, so that in a small archive a page shows as many as in this."""
EDITION = 5
"""Raised where what is generated changes: an archive of another edition is not used again."""
LANGUAGES = ("ar", "en", "fr")
HEAD = "p-0000000000a7"
"""Who releases the mandates: an opaque id, as of everybody."""
SERIES = ("POL", "E", "C", "ORG", "LEG", "S&T", "INF", "MM")


def place(resolutions: int = RESOLUTIONS) -> Path:
    """The folder of the archive of so many resolutions; it is whole where `whole` lies in it."""
    kept = os.environ.get("AMANA_BENCH") or str(Path(tempfile.gettempdir()) / "amana-bench")
    return Path(kept) / f"archive-{EDITION}-{resolutions}"


def archive(resolutions: int = RESOLUTIONS) -> Path:
    """The same folder, made in a process of its own where it is missing; tables brought in step where they grew."""
    code = f"from bench.archive import make; make({resolutions})"
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=environment(place(resolutions)), check=True)
    return place(resolutions)


def environment(var: Path) -> dict[str, str]:
    """What a process over the house in `var` finds around it: the OIC, nothing of this one's own house."""
    return {
        **{name: value for name, value in os.environ.items() if not name.startswith(("AMANA_", "DJANGO"))},
        "PYTHONPATH": "src:.",
        "DJANGO_SETTINGS_MODULE": "amana.site.settings",
        "AMANA_VAR": str(var),
        "AMANA_ORGANIZATION": str(ROOT / "organizations/oic"),
        "AMANA_HOSTS": "testserver 127.0.0.1",
    }


def make(resolutions: int) -> None:
    """In a process whose house is the archive: load the folder, then enter the resolutions, as far as they are missing."""
    from amana.cli import housed

    housed.set_up()
    housed.open_house()
    from django.conf import settings

    from amana import folder
    from amana.acts import loading, mandates, record
    from amana.acts.keeping import Grant
    from amana.store import queries

    whole = Path(settings.VAR) / "whole"
    if whole.exists():
        return
    org = folder.read(ROOT / "organizations/oic")
    if not queries.last_fact_entry():
        loading.load(org)
        record.enter(Grant(HEAD, "department-head"), by="console")
    begun = time.monotonic()
    sat = [
        s for s in org.sessions if s.organ == "cfm" and s.kind == "ordinary" and s.number and s.days and s.days.exact
    ]
    sat.sort(key=lambda session: session.number or 0, reverse=True)
    for first in range(0, resolutions, AT_ONCE):
        acts = list(_acts(range(first, min(first + AT_ONCE, resolutions)), sat))
        if not _entered(acts[0]):
            record.enter_many(acts, by="console")
            record.enter_many(
                (mandates.Release(a.mandate, "public") for a in acts if isinstance(a, mandates.Confirm)), by=HEAD
            )
        done = min(first + AT_ONCE, resolutions)
        print(
            f"\r{done:,} resolutions, {done / (time.monotonic() - begun):,.0f}/s", end="", file=sys.stderr, flush=True
        )
    print(file=sys.stderr)
    whole.write_text(f"{queries.head()[0]} entries\n", encoding="ascii")


def _entered(act: Any) -> bool:
    """Whether this chunk went in before: a killed making goes on where it was."""
    from amana.store.queries import desk

    return bool(desk.versions_of(act.resolution.id))


def _acts(numbers: Sequence[int], sat: Sequence[Any]) -> Iterator[Act]:
    from amana.acts import mandates
    from amana.acts.resolutions import Accept, Release
    from amana.values.ids import natural

    made = [resolution(number, sat) for number in numbers]
    yield from (Accept(one) for one in made)
    yield from (Release(one.id, "public") for one in made)
    for number, one in zip(numbers, made, strict=True):
        if number % DUTIES == 0:
            row = one.rows[-1]
            duty = mandates.Duty(
                natural("bench-mandate", one.id),
                one.id,
                row.id,
                row.key,
                row.texts,
                implementers=("general-secretariat",),
                function=row.function,
                report_session=one.session,
            )
            yield mandates.Propose(duty)
            yield mandates.Confirm(duty.id)


def resolution(number: int, sat: Sequence[Any]) -> Accepted:
    """The resolution of this number: the same in every run."""
    from amana.folder.texts import compose
    from amana.resolutions.accepted import Accepted, AcceptedRow, AcceptedText
    from amana.values.days import Day
    from amana.values.ids import natural
    from amana.values.words import Words

    chance, session, place = random.Random(number), sat[number // A_SESSION % len(sat)], number % A_SESSION
    serial = 500 + place // len(SERIES) + number // A_SESSION // len(sat) * A_SESSION
    series = SERIES[place % len(SERIES)]
    id_ = f"archive-{number}"
    rows = []
    for at in range(PARAGRAPHS):
        operative = at >= PREAMBULAR
        key = f"o{at - PREAMBULAR + 1}" if operative else f"p{at + 1}"
        label = f"{at - PREAMBULAR + 1}." if operative else ""
        texts = _sentence(chance, operative)
        rows.append(
            AcceptedRow(
                natural("paragraph", id_, key),
                key,
                "operative" if operative else "preambular",
                Words(texts),
                Words(dict.fromkeys(LANGUAGES, label)) if label else Words(),
                dict.fromkeys(LANGUAGES, at + 1),
                "request" if operative else "recall",
            )
        )
    matter = chance.choice(_said()["matter"])
    return Accepted(
        id=id_,
        symbol=f"{serial}/{session.number}-{series}",
        organ="cfm",
        session=session.id,
        title=Words({code: f"{matter[code]} ({number})" for code in LANGUAGES}),
        adopted=Day.of(session.days.last) if session.days.last else None,
        how="consensus",
        texts=tuple(
            AcceptedText(code, compose((row.labels.get(code, ""), row.texts[code]) for row in rows))
            for code in LANGUAGES
        ),
        rows=tuple(rows),
    )


def _sentence(chance: random.Random, operative: bool) -> dict[str, str]:
    said = _said()
    parts = ("operative", "actor", "action", "matter") if operative else ("preambular", "matter")
    chosen = [chance.choice(said[part]) for part in (*parts, "circumstance")]
    year, figure = chance.randint(1990, 2030), chance.randint(3, 9_000)
    end = ";" if chance.random() < 0.9 else "."
    return {
        code: " ".join(words[code] for words in chosen).format(year=year, figure=figure)
        + (end if code != "ar" else end.replace(";", "؛"))
        for code in LANGUAGES
    }


_SAID: dict[str, list[dict[str, str]]] = {}


def _said() -> dict[str, list[dict[str, str]]]:
    if not _SAID:
        _SAID.update(tomllib.loads(Path(__file__).with_name("sentences.toml").read_text(encoding="utf-8")))
    return _SAID


if __name__ == "__main__":
    print(archive())
