"""`amana read` and `amana compare` for people: what is shown, what is written, which exit code says what."""

from pathlib import Path

from docx import Document

from .conftest import Run

SAMPLE = "samples/archives-and-libraries/archives-and-libraries"
DROUGHT = [f"samples/drought-early-warning/drought-early-warning.{x}.txt" for x in ("ar", "en", "fr")]


def test_a_resolution_is_shown_with_what_each_paragraph_does(amana: Run) -> None:
    ran = amana("read", f"{SAMPLE}.en.txt", "--language", "en")
    assert ran.out.splitlines()[0].startswith(f"{SAMPLE}.en.txt: 901/51-C, English, 18 paragraphs")
    assert "  oper     3. [request; to secretary-general" in ran.out


def test_a_file_that_cannot_be_read_is_told_and_the_others_go_on(amana: Run) -> None:
    ran = amana("read", "no-such-file.txt", f"{SAMPLE}.fr.txt")
    assert ran.code == 2 and "no-such-file.txt" in ran.err and "901/51-C, French" in ran.out


def test_the_reviser_gets_a_word_file_and_a_page(amana: Run, tmp_path: Path) -> None:
    word, page = tmp_path / "o.docx", tmp_path / "o.html"
    ran = amana("compare", *DROUGHT, "--word", str(word), "--html", str(page))
    assert ran.code == 1 and "3 errors" in ran.out
    assert {c.author for c in Document(str(word)).comments} == {"Amana"}
    assert page.read_text("utf-8").count("<li id=f") == 3


def test_a_page_that_cannot_be_written_is_refused_in_words(amana: Run, tmp_path: Path) -> None:
    ran = amana("compare", *DROUGHT, "--html", str(tmp_path / "none" / "o.html"))
    assert ran.code == 2 and "cli-file-unwritable" in ran.err


def test_four_versions_stand_side_by_side(amana: Run, tmp_path: Path) -> None:
    said = {
        "ar": "إن المجلس،\n\n1. يقرر دفع 45 فلورينا؛\n\n2. يشكر البلد المضيف.",
        "en": "The Council,\n\n1. Decides to pay 45 florins;\n\n2. Thanks the host country.",
        "fr": "Le Conseil,\n\n1. Décide de verser 45 florins ;\n\n2. Remercie le pays hôte.",
        "id": "Majelis,\n\n1. Memutuskan untuk membayar 54 florin;\n\n2. Berterima kasih kepada negara tuan rumah.",
    }
    files = []
    for language, text in said.items():
        (tmp_path / f"{language}.txt").write_text(text, "utf-8")
        files.append(str(tmp_path / f"{language}.txt"))
    ran = amana("compare", *files, "--json", "--word", str(tmp_path / "o.docx"))
    assert [(line["code"], line["key"]) for line in ran.objects if line["severity"] == "error"] == [
        ("figures-differ", "o1")
    ]
    assert len(Document(str(tmp_path / "o.docx")).tables[0].columns) == 4


def test_a_unit_of_a_memory_is_a_paragraph_of_its_own(amana: Run, tmp_path: Path) -> None:
    units = "".join(
        f'<tu><tuv xml:lang="en"><seg>{en}</seg></tuv><tuv xml:lang="fr"><seg>{fr}</seg></tuv></tu>'
        for en, fr in [("Requests 15 States to pay", "Prie 15 États de payer"), ("Second", "Deuxième"), ("x", "Adopte")]
    )
    path = tmp_path / "m.tmx"
    path.write_text(f'<tmx version="1.4"><body>{units}</body></tmx>', encoding="utf-8")
    (read,) = amana("read", path, "--language", "fr", "--json").objects
    assert [p["text"] for p in read["paragraphs"]] == ["Prie 15 États de payer", "Deuxième", "Adopte"]
