"""Three files of one resolution on their way to a decision."""

import json
import tomllib
from pathlib import Path

from amana.clerk import accepted, from_plain, paragraph_id, sheet, stated, to_plain
from amana.clerk.lines import finding_line, reading_line
from amana.values.days import Day
from amana.values.problems import messages

EN = """Resolution 1/50-POL

On the safety of ports

The Council,

Recalling its resolution 3/49-POL,

1. Requests the Secretary-General to report to the Islamic Summit within thirty days;

2. Decides:

(a) To spend 45 per cent;

(b) To meet again.

Adopted without a vote."""
FR = """Résolution 1/50-POL

Sur la sécurité des ports

Le Conseil,

Rappelant sa résolution 3/49-POL,

1. Invite le Secrétaire général à faire rapport au Sommet islamique dans un délai de trente jours ;

2. Décide :

a) De dépenser 54 % ;

b) De se réunir de nouveau.

Adoptée sans vote."""
FILES = [("en.txt", EN.encode()), ("fr.txt", FR.encode())]
GIVEN = {
    "resolution": "cfm-50-1-pol",
    "symbol": "1/50-POL",
    "organ": "cfm",
    "session": "cfm-50",
    "adopted": Day("2024-08-30"),
}


def test_a_sheet_says_what_came_what_was_read_and_what_differs():
    made = sheet(FILES, languages=("ar", "en", "fr"))
    assert [(f.language, f.blocks) for f in made.files] == [("en", 9), ("fr", 9)]
    assert [r.key for r in made.rows] == ["s1", "s2", "s3", "p1", "o1", "o2", "o2a", "o2b", "s4"]
    assert [(f.code, f.facts["key"]) for f in made.findings] == [("function-differs", "o1"), ("figures-differ", "o2a")]
    assert [(p.code, p.facts["language"]) for p in made.problems] == [("clerk-language-missing", "ar")]
    assert (made.symbol(), made.readings["fr"].title) == ("1/50-POL", "la sécurité des ports")


def test_a_sheet_comes_back_equal_from_its_json():
    made = sheet([*FILES, ("bad.docx", b"%PDF-1.4")])
    assert from_plain(json.loads(json.dumps(to_plain(made)))) == made


def test_two_files_in_one_language_are_a_problem_and_the_first_is_kept():
    made = sheet([FILES[0], ("again.txt", EN.replace("45", "46").encode())])
    assert [(p.code, p.facts["other"]) for p in made.problems] == [("clerk-language-twice", "en.txt")]
    assert [f.language for f in made.files] == ["en", ""]


def test_a_file_that_is_no_document_does_not_stop_the_others():
    made = sheet([("x.docx", b"\x89PNG\r\n\x1a\n\x00\x00"), FILES[0]])
    assert [p.code for p in made.problems] == ["intake-not-text"]
    assert made.languages == ("en",)


def test_no_files_make_an_empty_sheet():
    made = sheet([])
    assert (made.rows, made.findings, made.symbol()) == ((), (), "")


def test_accepted_paragraphs_have_permanent_ids_and_places_in_the_accepted_text():
    done = accepted(sheet(FILES), **GIVEN, reasons={"figures-differ/o2a": "the French is right"})
    row = next(r for r in done.rows if r.key == "o2a")
    assert row.id == paragraph_id("cfm-50-1-pol", "o2a")
    assert (row.labels["fr"], row.function, done.how) == ("a)", "", "without a vote")
    for text in done.texts:
        block = text.text.rstrip("\n").split("\n\n")[row.places[text.language] - 1]
        assert block == f"{row.labels[text.language]} {row.texts[text.language]}"
    assert [(f.code, f.key, f.reason) for f in done.findings][1] == ("figures-differ", "o2a", "the French is right")


def test_what_is_stated_is_the_same_from_the_sheet_and_from_the_accepted_text():
    made = sheet(FILES)
    first = {s.key: s for s in stated(made, resolution="cfm-50-1-pol")}
    again = {s.key: s for s in stated(accepted(made, **GIVEN))}
    assert first["o1"] == again["o1"]
    duty = again["o1"]
    assert (duty.function, duty.addressees) == ("request", ("secretary-general",))
    assert (duty.deadline_text, duty.deadline_kind, duty.deadline_period) == ("within thirty days", "period", "P30D")
    assert (duty.report, duty.report_to) == (True, "islamic-summit")


def test_the_request_to_follow_up_is_known_in_every_language():
    closing = {
        "en": "The Council,\n\n1. Requests the Secretary-General to follow up the implementation of this resolution.",
        "fr": "Le Conseil,\n\n1. Prie le Secrétaire général de suivre l'application de la présente résolution.",
        "ar": "إن المجلس،\n\n1. يطلب من الأمين العام متابعة تنفيذ هذا القرار.",
    }
    for language, text in closing.items():
        (duty,) = (s for s in stated(sheet([(f"{language}.txt", text.encode())])) if s.part == "operative")
        assert (duty.function, duty.addressees) == ("follow_up_request", ("secretary-general",)), language


def test_a_reading_and_a_finding_are_plain_json_for_programs():
    made = sheet(FILES)
    line = json.loads(json.dumps(reading_line("en.txt", made.readings["en"])))
    assert list(line) == ["file", "language", "symbol", "title", "paragraphs", "adoption", "problems", "session"]
    duty = next(p for p in line["paragraphs"] if p["id"] == "o1")
    assert duty["deadline"] == {
        "text": "within thirty days",
        "kind": "period",
        "day": None,
        "computed": False,
        "session": None,
        "period": "P30D",
    }
    assert line["adoption"]["how"] == "without a vote"
    found = finding_line(made.findings[0], "fr")
    assert (found["code"], found["key"]) == ("function-differs", "o1")
    assert "verbe" in found["message"]
    assert {p["language"] for p in found["places"]} == {"en", "fr"}


def test_every_finding_has_its_sentence_in_three_languages():
    codes = tomllib.loads(Path(__file__).with_name("codes.toml").read_text(encoding="utf-8"))["codes"]
    for language in ("en", "fr", "ar"):
        assert set(codes) <= set(messages(language))


def test_a_hundred_paragraphs_in_three_languages_stand_side_by_side():
    def long(head: str, line: str) -> bytes:
        return (head + "\n\n".join(f"{n}. {line.format(n=n)}" for n in range(1, 101))).encode()

    files = [
        (
            "en.txt",
            long(
                "The Council,\n\n",
                "Requests the Secretary-General to report by {n} March 2026 on document A/{n} and 45 per cent of ports;",
            ),
        ),
        (
            "fr.txt",
            long(
                "Le Conseil,\n\n",
                "Prie le Secrétaire général de faire rapport sur le document A/{n} et 45 % des ports ;",
            ),
        ),
        (
            "ar.txt",
            long("إن المجلس،\n\n", "يطلب من الأمين العام تقديم تقرير عن الوثيقة A/{n} و45 في المائة من الموانئ؛"),
        ),
    ]
    made = sheet(files)
    assert len(made.rows) == 101 and all(len(row.texts) == 3 for row in made.rows)


def test_a_number_that_a_machine_lost_is_told_once_at_its_paragraph():
    lost = EN.replace("45 per cent", "45 per cent until XNUMX"), FR.replace("54 %", "45 % jusqu’en 2030")
    made = sheet([(name, text.encode()) for (name, _), text in zip(FILES, lost, strict=True)])
    assert [f.facts["key"] for f in made.findings if f.code == "numbers-damaged"] == ["o2a"]
    assert not [p for p in made.problems if p.code == "intake-numbers-lost"]
