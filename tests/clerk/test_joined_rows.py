"""Rows that a version divides, or that a person put right: kept with the sheet, and accepted as one paragraph each."""

from __future__ import annotations

from amana import clerk
from amana.clerk import anchoring
from amana.clerk.sheets import Sheet, laid
from amana.resolutions.terms import Terms
from amana.resolutions.versions import Correction

ENGLISH = (
    "The Council,\n\n1. Requests the Secretary General to report; and to publish it;\n\n2. Decides to meet again.\n"
)
FRENCH = "Le Conseil,\n\n1. Prie le Secrétaire général de faire rapport ;\n\n2. Demande de le publier ;\n\n3. Décide de se réunir de nouveau.\n"


def corrected() -> Sheet:
    """The second French paragraph belongs to the first."""
    files = [("a.en.txt", ENGLISH.encode()), ("a.fr.txt", FRENCH.encode())]
    return clerk.sheet(files, corrections=[Correction("fr", 3, "en", 2), Correction("fr", 4, "en", 3)])


def test_a_row_of_several_paragraphs_comes_back_as_it_was_kept() -> None:
    sheet = corrected()
    row = next(row for row in sheet.rows if len(row.pieces("fr")) == 2)
    assert "rapport" in row.texts["fr"].text and "publier" in row.texts["fr"].text
    assert clerk.from_plain(clerk.to_plain(sheet)) == sheet


def test_it_is_accepted_as_one_paragraph_and_nothing_is_lost() -> None:
    made = clerk.accepted(corrected(), resolution="r", symbol="1/1", organ="o", session="s")
    french = next(text.text for text in made.texts if text.language == "fr")
    assert all(word in french for word in ("Conseil", "rapport", "publier", "réunir"))
    blocks = french.strip().split("\n\n")
    assert all(row.texts["fr"].split()[-1] in blocks[row.places["fr"] - 1] for row in made.rows)
    assert "faire rapport ;\n2. Demande" in french, "as printed, each begins a line"
    again = clerk.sheet([("b.fr.txt", french.encode())])
    assert [p.label for p in again.readings["fr"].paragraphs] == ["", "1.", "2.", "3."]


def test_what_was_put_right_is_found_again_behind_a_new_paragraph_and_dropped_with_its_own() -> None:
    old = corrected()
    more = FRENCH.replace("1. Prie", "Notant ce qui précède,\n\n1. Prie")
    moved = anchoring.read_again(old, clerk.sheet([("a.en.txt", ENGLISH.encode()), ("b.fr.txt", more.encode())]))
    assert [(one.block, one.at) for one in moved.corrections] == [(4, 2), (5, 3)]
    other = FRENCH.replace("Demande de le publier", "Invite à le diffuser")
    left = anchoring.read_again(old, clerk.sheet([("a.en.txt", ENGLISH.encode()), ("b.fr.txt", other.encode())]))
    assert [(one.block, one.at) for one in left.corrections] == [(4, 3)]


def test_what_was_put_right_outlives_a_word_changed_in_its_own_paragraph_and_in_the_one_it_is_laid_beside() -> None:
    old = corrected()
    english = ENGLISH.replace("Secretary General", "General Secretariat").encode()
    french = FRENCH.replace("publier ;", "publier sans délai ;").encode()
    again = anchoring.read_again(old, clerk.sheet([("a.en.txt", english), ("b.fr.txt", french)]))
    assert again.corrections == old.corrections
    assert len(next(row for row in again.rows if "Requests" in row.texts["en"].text).pieces("fr")) == 2


def test_a_paragraph_put_alone_is_alone_again() -> None:
    files = [("a.en.txt", ENGLISH.encode()), ("a.fr.txt", FRENCH.encode())]
    old = clerk.sheet(files, corrections=[Correction("fr", 3)])
    again = anchoring.read_again(old, clerk.sheet([files[0], ("b.fr.txt", files[1][1])]))
    assert again.corrections == old.corrections != ()


def test_of_paragraphs_that_say_the_same_the_first_one_is_meant() -> None:
    twice = FRENCH + "\n4. Décide de se réunir de nouveau.\n"
    files = [("a.en.txt", ENGLISH.encode()), ("a.fr.txt", twice.encode())]
    old = clerk.sheet(files, corrections=[Correction("fr", 4, "en", 3)])
    again = anchoring.read_again(old, clerk.sheet([files[0], ("b.fr.txt", files[1][1])]))
    assert again.corrections == old.corrections != ()


def test_a_term_is_looked_for_again_when_rows_are_laid_again():
    terms = Terms({"t": {"en": "Fund", "fr": "caisse"}})
    files = [("a.en.txt", b"Decides to keep the Fund;"), ("b.fr.txt", "Décide de garder le fonds ;".encode())]
    first = clerk.sheet(files, terms=terms)
    again = laid(first, (), terms)
    assert [p.code for p in first.findings if p.code == "term-differs"] == ["term-differs"]
    assert [p.code for p in again.findings if p.code == "term-differs"] == ["term-differs"]
    assert not [p for p in laid(first, ()).findings if p.code == "term-differs"]
