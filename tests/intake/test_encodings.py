"""How the letters of a file are written: told by marks, by validity, by the letters that come out."""

import pytest

from amana.intake import blocks_of
from amana.intake.encodings import decode
from amana.values.problems import NotReadable

AR = "إن المجلس، إذ يشير إلى القرار السابق، يطلب من الأمين العام تقديم تقرير"
FR = "Le Conseil, préoccupé par l'état des négociations, prie le Secrétaire général d'agir"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (AR, "windows-1256"),
        (AR, "iso-8859-6"),
        (FR, "windows-1252"),
        (FR, "iso-8859-1"),
        ("قرار", "windows-1256"),
        ("été", "windows-1252"),
        (f"{AR} (Côte d'Ivoire)", "windows-1256"),
        (FR, "mac-roman"),
        ("Le Conseil a prié l’État partie", "mac-roman"),
        ("The Bank’s report and the Council’s", "mac-roman"),
        (f"{AR} (٣/٥٠)", "mac-arabic"),
    ],
)
def test_letters_tell_the_encoding_and_it_is_said(text, encoding):
    if encoding == "iso-8859-6":
        text = text.replace("،", "")
    found, problems = decode("a.txt", text.encode(encoding))
    assert found == text
    assert [problem.code for problem in problems] == ["intake-encoding-guessed"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_a_mark_or_valid_utf_8_needs_no_word(encoding):
    assert decode("a.txt", f"{AR} {FR}".encode(encoding)) == (f"{AR} {FR}", ())


@pytest.mark.parametrize("text", [AR, FR, "ok", f"{AR} (Dakar)"])
@pytest.mark.parametrize("encoding", ["utf-32-le", "utf-32-be"])
def test_four_bytes_a_letter_are_read_with_and_without_a_mark(text, encoding):
    found, (problem,) = decode("a.txt", text.encode(encoding))
    assert (found, problem.code, problem.facts["encoding"]) == (text, "intake-encoding-guessed", encoding)
    assert decode("a.txt", f"\ufeff{text}".encode(encoding)) == (text, ())


def test_a_file_of_a_macintosh_that_writes_its_blanks_from_right_to_left_is_read():
    data = f"{AR} [٣]".encode("mac-arabic").replace(b" ", b"\xa0").replace(b"[", b"\xdb").replace(b"]", b"\xdd")
    assert decode("a.txt", data)[0] == f"{AR} [٣]"


def test_a_declared_encoding_is_believed_but_not_against_valid_utf_8():
    assert decode("a.html", "الف".encode("windows-1256"), "windows-1256") == ("الف", ())
    text, (problem,) = decode("a.html", AR.encode(), "windows-1256")
    assert (text, problem.code, problem.facts["declared"]) == (AR, "intake-encoding-differs", "windows-1256")
    assert decode("a.html", b"plain", "no-such-thing") == ("plain", ())


def test_lost_bytes_are_told_with_their_lines():
    text, (problem,) = decode("a.txt", f"{AR}\n{AR}\nق".encode() + b"\xd8\nend")
    assert text.count("\ufffd") == 1
    assert (problem.code, problem.facts["bytes"], [p.line for p in problem.places]) == ("intake-bytes-lost", 1, [3])
    assert problem.severity == "warning"


def test_a_text_cut_off_within_its_last_letter_is_still_utf_8():
    text, (problem,) = decode("a.txt", "يقرر".encode() + b"\xd8")
    assert (text, problem.code, problem.facts["encoding"]) == ("يقرر\ufffd", "intake-bytes-lost", "utf-8")


def test_a_few_control_characters_are_an_accident_and_many_are_no_text():
    words = "the report of the Bank " * 10
    assert decode("a.txt", ("\x01" * 4 + words).encode())[0] == words
    with pytest.raises(NotReadable):
        decode("a.txt", ("\x01" * 5 + words).encode())


@pytest.mark.parametrize("encoding", ["cp1252", "cp1256"])
def test_utf_8_once_read_as_another_encoding_is_put_right(encoding):
    garbled = "".join(bytes([byte]).decode(encoding, "ignore") or chr(byte) for byte in AR.encode())
    text, (problem,) = decode("a.txt", garbled.encode())
    assert (text, problem.code) == (AR, "intake-mended-garbled")


@pytest.mark.parametrize("text", [AR, FR, "CLASSÉ» OÙ» « À »", "الحفظ، وحفظ؛ ط", "Â", "20 ºC, ß"])
def test_a_sound_text_is_never_put_right(text):
    assert decode("a.txt", text.encode()) == (text, ())


def test_a_stray_nought_in_a_text_is_an_accident():
    assert decode("a.txt", b"The Council de\x00cides")[0] == "The Council decides"


def test_bytes_that_are_no_text_are_refused():
    with pytest.raises(NotReadable):
        decode("a.txt", bytes(range(1, 32)) * 20)


def test_arabic_that_calls_itself_western_is_read_by_its_letters_and_western_text_as_it_says():
    text, (told,) = decode("a.html", AR.encode("windows-1256"), declared="iso-8859-1")
    assert (text, told.code, told.facts["encoding"]) == (AR, "intake-encoding-differs", "windows-1256")
    assert decode("a.html", FR.encode("windows-1252"), declared="windows-1252") == (FR, ())


def test_a_text_whose_accents_an_earlier_program_lost_is_read_and_they_are_told():
    lost = "Rappelant la résolution précédente adoptée à l'été".replace("é", "\ufffd")
    read = blocks_of("a.txt", lost.encode())
    assert [block.text for block in read.blocks] == [lost]
    assert [problem.code for problem in read.problems] == ["intake-lost-letters"]
