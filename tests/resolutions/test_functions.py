"""How official translators render one opening by another: none of it is told as a difference, and what is none is."""

import csv
from itertools import product
from pathlib import Path

import pytest

from amana.resolutions.alone import paragraph_of
from amana.resolutions.functions_apart import same_function
from amana.resolutions.versions import Row
from amana.values.problems import Place

TABLE = list(csv.DictReader((Path(__file__).parent / "renderings.csv").read_text(encoding="utf-8").splitlines()))


def found(**openings):
    texts = {x: paragraph_of(f"{said.removesuffix('ـ')} …", x, Place(x)) for x, said in openings.items()}
    return [p.severity for p in same_function(Row("1", "operative", texts))]


@pytest.mark.parametrize("row", TABLE, ids=lambda r: r["en"])
def test_what_official_translators_write_for_each_other_is_not_told(row):
    told = [
        (said, severity)
        for language in ("fr", "ar")
        for said, severity in ((s, found(en=row["en"], **{language: s})) for s in row[language].split("|"))
        if severity not in ([], ["note"])
    ]
    told += [
        ((fr, ar), severity)
        for fr, ar in product(row["fr"].split("|"), row["ar"].split("|"))
        if (severity := found(fr=fr, ar=ar)) not in ([], ["note"])
    ]
    assert not told


@pytest.mark.parametrize(
    ("en", "fr", "ar"),
    [
        ("Requests", "Invite", "يدعو"),
        ("Decides", "Recommande", "يوصي"),
        ("Condemns", "Regrette", "يرحب"),
        ("Urges", "Invite", "يقرر"),
        ("Welcomes", "Condamne", "يدين"),
        ("Takes note of", "Se félicite", "يرفض"),
        ("Demands", "Prie", "يوصي"),
        ("Invites", "Prie", "يطلب من"),
        ("Recalling", "Réaffirmant", "وإذ يدين"),
    ],
)
def test_what_requests_in_one_language_and_invites_in_another_is_told(en, fr, ar):
    assert found(en=en, fr=fr) in (["error"], ["warning"])
    assert found(en=en, ar=ar) in (["error"], ["warning"])
