"""Digits that one file leaves in doubt are turned where another language version says which year is meant."""

from amana.clerk.sheets import sheet

ENGLISH = """The Council,

1. Requests the bank to lend 45 million dollars before 31 December 2017;

2. Thanks the host country for the meeting of 10 July 2017.
"""
ARABIC = """إن المجلس،

١- يطلب إلى المصرف إقراض ٥٤ مليون دولار قبل ١٣ ديسمبر ٧١٠٢؛

٢- يشكر البلد المضيف على اجتماع ٠١ يوليو ٧١٠٢.
"""


def told(arabic: str, english: str = ENGLISH) -> list[str]:
    made = sheet([("ar.txt", arabic.encode()), ("en.txt", english.encode())])
    return [p.code for p in (*made.findings, *made.problems)]


def test_a_year_that_the_other_version_has_upright_turns_every_number_of_the_file() -> None:
    made = sheet([("ar.txt", ARABIC.encode()), ("en.txt", ENGLISH.encode())])
    assert (
        "٤٥ مليون" in made.readings["ar"].paragraphs[1].text
        and "٣١ ديسمبر ٢٠١٧" in made.readings["ar"].paragraphs[1].text
    )
    assert [p.code for p in (*made.findings, *made.problems)] == ["intake-mended-digits"]


def test_a_year_that_the_other_version_does_not_have_stays_in_doubt() -> None:
    assert "intake-digits-reversed" in told(ARABIC, ENGLISH.replace("2017", "2016"))


def test_a_year_that_stands_upright_leaves_every_number_as_it_is() -> None:
    assert "intake-mended-digits" not in told(ARABIC.replace("يوليو ٧١٠٢", "يوليو ٢٠١٧"))


def test_a_sum_that_is_wrong_the_right_way_round_is_still_told() -> None:
    assert "figures-differ" in told(ARABIC.replace("٥٤", "٦٤"))


def test_a_verb_alone_above_the_acts_is_not_missed_in_a_version_that_says_it_in_each() -> None:
    arabic = "إن المجلس،\n\nيقرر:\n\n1- الطلب إلى المصرف تقديم قرض؛\n\n2- شكر البلد المضيف."
    english = "The Council,\n\n1. Requests the bank to lend;\n\n2. Thanks the host country."
    assert "paragraph-missing" not in told(arabic, english)
