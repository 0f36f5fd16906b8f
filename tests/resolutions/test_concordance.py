"""Versions laid side by side and held against each other."""

import tomllib
from pathlib import Path

import pytest

from amana.intake import blocks_of
from amana.publish.sentences import told
from amana.resolutions.concordance import compare
from amana.resolutions.figures_apart import same_figures
from amana.resolutions.reading import read
from amana.resolutions.versions import Row, align
from amana.values.blocks import Block
from amana.values.numbers import ordinal
from amana.values.problems import Place

CASES = tomllib.loads((Path(__file__).parent / "concordance_cases.toml").read_text(encoding="utf-8"))["case"]
HEADS = {
    "en": "The Council,\n\nNoting the report,\n\n",
    "fr": "Le Conseil,\n\nNotant le rapport,\n\n",
    "ar": "إن المجلس،\n\nوإذ يلاحظ التقرير،\n\n",
}


def laid(**texts):
    readings = {x: read(blocks_of(f"{x}.txt", t.encode()).blocks, x) for x, t in texts.items()}
    return readings, align(readings)


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["why"])
def test_a_pair_gives_the_findings_that_a_reviser_would_write_down(case):
    readings, rows = laid(**{x: HEADS[x] + case[x] for x in ("en", "fr", "ar") if x in case})
    found = compare(rows, readings)
    assert [p.code for p in found] == case["codes"]
    for problem in found:
        assert {p.language for p in problem.places} <= set(readings)
        assert problem.severity in ("error", "warning")


EN = [
    "Welcomes the report of 2024;",
    "Requests the Secretary-General to act;",
    "Calls upon Member States to pay 120 florins;",
    "Thanks the host;",
    "Decides to remain seized of the matter.",
]
FR = [
    "Accueille avec satisfaction le rapport de 2024 ;",
    "Prie le Secrétaire général d'agir ;",
    "Demande aux États membres de verser 120 florins ;",
    "Remercie le pays hôte ;",
    "Décide de rester saisi de la question.",
]


def numbered(head, items):
    return head + "\n\n".join(f"{n}. {text}" for n, text in enumerate(items, 1))


@pytest.mark.parametrize("lost", range(5))
def test_a_missing_paragraph_leaves_a_gap_and_no_shift(lost):
    french = [t for n, t in enumerate(FR) if n != lost]
    readings, rows = laid(en=numbered(HEADS["en"], EN), fr=numbered(HEADS["fr"], french))
    gaps = [r.key for r in rows if len(r.texts) == 1]
    assert gaps == [f"o{lost + 1}"]
    missing = [p for p in compare(rows, readings) if p.code == "paragraph-missing"]
    assert [(p.facts["key"], p.facts["missing"]) for p in missing] == [(f"o{lost + 1}", ("fr",))]


def test_keys_name_the_part_and_the_place_in_the_tree():
    _, rows = laid(
        en=HEADS["en"] + "1. Calls upon States:\n\n(a) To adopt:\n\n(i) Laws;\n\n(b) To report;\n\n2. Thanks the host."
    )
    assert [r.key for r in rows] == ["s1", "p1", "o1", "o1a", "o1ai", "o1b", "o2"]


def test_texts_that_are_no_versions_of_one_another_get_one_word_about_it():
    other = [f"Rejette la proposition {n} du groupe {n * 37} ;" for n in range(30, 52)]
    readings, rows = laid(en=numbered(HEADS["en"], EN), fr=numbered("Le Conseil,\n\n", other))
    assert [p.code for p in compare(rows, readings)] == ["versions-apart"]


def test_votes_that_differ_are_an_error():
    readings, rows = laid(
        en=numbered(HEADS["en"], EN) + "\n\nAdopted by 30 votes to 2, with 4 abstentions.",
        fr=numbered(HEADS["fr"], FR) + "\n\nAdoptée par 30 voix contre 4, avec 2 abstentions.",
    )
    assert [(p.code, p.severity) for p in compare(rows, readings)] == [("adoption-differs", "error")]


CONVINCED = {
    "en": ("Convinced that exchange strengthens solidarity among Member States,", "Having considered the report,"),
    "fr": ("Convaincu que l'échange renforce la solidarité entre les États membres,", "Ayant examiné le rapport,"),
    "ar": ("واقتناعا منه بأن التبادل يعزز التضامن بين الدول الأعضاء،", "وإذ نظر في التقرير،"),
}


@pytest.mark.parametrize("lost", [0, 1])
@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_an_equal_function_is_nearer_than_one_that_is_only_near(language, lost):
    last = {"en": "1. Decides to act.", "fr": "1. Décide d'agir.", "ar": "1. يقرر العمل."}
    texts = {
        x: HEADS[x] + "\n\n".join([t for n, t in enumerate(said) if (x, n) != (language, lost)] + [last[x]])
        for x, said in CONVINCED.items()
    }
    readings, rows = laid(**texts)
    (missing,) = (p for p in compare(rows, readings) if p.code == "paragraph-missing")
    assert (missing.facts["key"], missing.facts["missing"]) == (f"p{lost + 2}", (language,))
    assert set(missing.facts["present"]) == {"en", "fr", "ar"} - {language}
    for reader in ("en", "fr", "ar"):
        assert "⟨" not in missing.message(reader)


SESSION = {"en": "Recalls the {} session;", "fr": "Rappelle la {} session ;", "ar": "يستذكر الدورة {}؛"}


def recalled(n, language, case="nom"):
    text = SESSION[language].format(ordinal(n, language, "f", case))
    return read([Block(text, Place(language, block=1), "1.")], language).paragraphs[0]


@pytest.mark.parametrize("case", ["nom", "gen"])
def test_every_session_in_words_is_itself_in_three_languages_and_no_other(case):
    said = {n: {x: recalled(n, x, case if x == "ar" else "nom") for x in SESSION} for n in range(2, 121)}
    for n in range(2, 120):
        assert not list(same_figures(Row("o1", "operative", said[n]))), n
        for one, other in (("en", "fr"), ("en", "ar"), ("ar", "fr")):
            row = Row("o1", "operative", {one: said[n][one], other: said[n + 1][other]})
            assert [p.severity for p in same_figures(row)] == ["error"], (n, one, other)


def test_a_version_without_the_line_of_adoption_is_told_unless_its_head_may_say_it():
    en = numbered(HEADS["en"], EN) + "\n\nAdopted by 30 votes to 2, with 4 abstentions."
    readings, rows = laid(en=en, fr=numbered(HEADS["fr"], FR))
    found = [(p.code, p.severity, p.facts["missing"], p.facts["adoptions"]) for p in compare(rows, readings)]
    shown = ("en: Adopted by 30 votes to 2, with 4 abstentions",)
    assert found == [("adoption-missing", "warning", ("fr",), shown)]
    readings, rows = laid(en=en, fr="Résolution adoptée par le Conseil\n\n" + numbered(HEADS["fr"], FR))
    assert "adoption-missing" not in {p.code for p in compare(rows, readings)}


@pytest.mark.parametrize(
    ("language", "labels", "told"),
    [
        ("fr", ("c)", "d)"), ["o2a"]),
        ("fr", ("a)", "c)"), ["o2b"]),
        ("fr", ("i)", "ii)"), []),
        ("fr", ("1)", "2)"), []),
        ("ar", ("(أ)", "(ب)"), []),
        ("ar", ("(أ)", "(ج)"), ["o2b"]),
    ],
)
def test_letters_that_cannot_mean_one_place_are_told_once(language, labels, told):
    words = {
        "fr": ("Décide :", "de verser 120 florins au fonds ;", "de créer un comité de quinze membres ;"),
        "ar": ("يقرر:", "أن يدفع 120 فلورينا إلى الصندوق؛", "أن ينشئ لجنة من خمسة عشر عضوا؛"),
    }[language]
    en = "1. Welcomes the report;\n\n2. Decides:\n\n(a) to pay 120 florins to the fund;\n\n(b) to establish a committee of fifteen members;"
    first = {"fr": "Accueille avec satisfaction le rapport ;", "ar": "يرحب بالتقرير؛"}[language]
    other = f"1. {first}\n\n2. {words[0]}\n\n{labels[0]} {words[1]}\n\n{labels[1]} {words[2]}"
    readings, rows = laid(**{"en": HEADS["en"] + en, language: HEADS[language] + other})
    assert [p.facts["key"] for p in compare(rows, readings) if p.code == "label-differs"] == told


@pytest.mark.parametrize("language", ["ar", "en", "fr", "id"])
def test_no_sentence_about_adoption_or_numbering_ends_with_two_stops(language):
    en = numbered(HEADS["en"], EN) + "\n\nAdopted by 30 votes to 2, with 4 abstentions."
    readings, rows = laid(en=en, fr=numbered(HEADS["fr"], FR).replace("4. ", "5. "))
    lacking = [told(p, language) for p in compare(rows, readings)]
    readings, rows = laid(en=en, fr=numbered(HEADS["fr"], FR) + "\n\nAdoptée par consensus.")
    said = [*lacking, *(told(p, language) for p in compare(rows, readings))]
    assert len(said) == 3
    assert not [text for text in said if ".." in text]
