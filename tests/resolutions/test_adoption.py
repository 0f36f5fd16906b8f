"""How a text says that it was adopted, and who voted how."""

import tomllib
from pathlib import Path

import pytest

from amana.intake import blocks_of
from amana.resolutions.adoption import adoption_of, is_adoption_line
from amana.resolutions.reading import read
from amana.values.names import Entry, Gazetteer

CASES = tomllib.loads((Path(__file__).parent / "adoption_cases.toml").read_text(encoding="utf-8"))["case"]
BODY = "The Council,\n\nNoting the report,\n\n1. Decides to act.\n\n"
BODIES = {
    "en": "The Council,\n\n1. Decides to act.",
    "fr": "Le Conseil,\n\n1. Décide d’agir.",
    "ar": "إن المجلس،\n\n1. يقرر العمل.",
    "id": "Dewan,\n\n1. Memutuskan.",
}
VOTE = "Adopted by {tally}. The voting was as follows:\n\nIn favour: Algeria, Bolivia (Plurinational State of), Congo, "
VOTE += (
    "Democratic Republic of the, Iran, Islamic Republic of, Trinidad and Tobago and Ruritania\n\nAgainst: {against}\n\n"
)
VOTE += "Abstaining:\n\nUnion of Soviet Socialist Republics, Viet Nam"


def adopted(text, **more):
    return read(blocks_of("text.txt", (BODY + text).encode()).blocks, "en", **more)


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["line"])
def test_a_line_says_how_the_text_was_adopted(case):
    found = adoption_of(case["line"], case["language"])
    votes = dict(zip(("yes", "no", "abstain"), case.get("votes", ()), strict=False))
    assert found is not None
    assert (found.how, dict(found.votes)) == (case["how"], votes)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Adopts the programme of action by consensus;"),
        ("en", "Against: all odds we continue."),
        ("en", "For: the reasons that follow, and others."),
        ("fr", "Adopte le rapport sans vote ;"),
        ("ar", "يعتمد التقرير بالإجماع؛"),
        ("id", "Mengesahkan laporan secara mufakat;"),
    ],
)
def test_a_paragraph_that_adopts_something_is_no_adoption_line(language, text):
    assert not is_adoption_line(text, language)


def test_the_lists_name_states_by_code_and_as_printed():
    found = adopted(VOTE.format(tally="6 votes to 2, with 2 abstentions", against="Czechia and Zaire"))
    assert found.adoption.lists == {
        "yes": ("dz", "bo", "cd", "ir", "tt", "Ruritania"), "no": ("cz", "cd"), "abstain": ("su", "vn")
    }  # fmt: skip
    assert found.adoption.listed["yes"][2:4] == ("Congo, Democratic Republic of the", "Iran, Islamic Republic of")


def test_the_house_knows_its_parties_by_its_own_ids():
    house = Gazetteer([Entry("ruri", "party", {"en": ("Ruritania",)}), Entry("dz-1", "party", {"fr": ("Algérie",)})])
    found = adopted(VOTE.format(tally="6 votes to 1", against="China"), gazetteer=house)
    assert (found.adoption.lists["yes"][0], found.adoption.lists["yes"][-1]) == ("dz-1", "ruri")


def test_a_tally_that_differs_from_its_list_and_a_state_listed_twice_are_told_of_one_version():
    found = adopted(VOTE.format(tally="6 votes to 3, with 2 abstentions", against="Czechia and Viet Nam"))
    told = {p.code: p.facts for p in found.problems if p.code.startswith("adoption")}
    assert told["adoption-tally-differs"] == {"vote": "no", "said": 3, "listed": 2}
    assert told["adoption-listed-twice"] == {"states": ("Viet Nam",)}


def test_a_list_with_a_name_that_is_not_known_may_be_cut_wrongly_and_is_not_told():
    found = adopted(VOTE.format(tally="7 votes to 1, with 2 abstentions", against="Czechia"))
    assert not [p for p in found.problems if p.code.startswith("adoption")]


def test_states_in_brackets_behind_the_number_are_a_list():
    found = adopted("Adopted by 13 votes to none, with 2 abstentions (Poland, Union of Soviet Socialist Republics).")
    assert found.adoption.lists == {"abstain": ("pl", "su")}


@pytest.mark.parametrize(
    ("language", "lines", "lists"),
    [
        ("fr", ["[Adoptée par 3 voix contre 1.", "Ont voté pour: Algérie, Côte d’Ivoire et Égypte", "Ont voté contre:",
                "États-Unis d’Amérique", "Se sont abstenus: néant]"], {"yes": ("dz", "ci", "eg"), "no": ("us",), "abstain": ()}),
        ("ar", ["اعتمد بأغلبية 3 أصوات مقابل صوت واحد.", "المؤيدون: الأردن، وإيران (جمهورية - الإسلامية)، ومالي", "المعارضون:",
                "إسرائيل", "الممتنعون: لا أحد"], {"yes": ("jo", "ir", "ml"), "no": ("il",), "abstain": ()}),
        ("ar", ["[اعتمد بأغلبية صوتين مقابل صوت واحد وامتناع عضو واحد عن التصويت. المؤيدون: الأردن، باكستان المعارضون: ألمانيا الممتنعون عن التصويت: اليابان]"],
         {"yes": ("jo", "pk"), "no": ("de",), "abstain": ("jp",)}),
        ("id", ["Disahkan dengan 3 suara berbanding 1.", "Setuju: Indonesia, Mesir dan Arab Saudi", "Menolak: Amerika Serikat",
                "Abstain: tidak ada"], {"yes": ("id", "eg", "sa"), "no": ("us",), "abstain": ()}),
    ],
)  # fmt: skip
def test_lists_are_read_in_every_language(language, lines, lists):
    found = read(blocks_of("t.txt", "\n\n".join([BODIES[language], *lines]).encode()).blocks, language)
    assert found.adoption.lists == lists
    assert not [p for p in found.problems if p.code.startswith("adoption")]


def test_a_line_that_is_cut_or_ran_into_the_last_paragraph_is_read():
    cut = adopted("Adopted at the 1582nd meeting by 14 votes to none, with\none abstention (Syria).")
    assert (dict(cut.adoption.votes)["abstain"], cut.adoption.lists) == (1, {"abstain": ("sy",)})
    run_in = read(blocks_of("t.txt", (BODY.strip() + " Adopted unanimously at the 29th meeting").encode()).blocks, "en")
    assert run_in.adoption.how == "unanimously"


def test_lists_that_ran_together_are_told_apart_by_their_heads_and_their_names():
    text = (
        "The Council,\n\nNoting the report,\n\n1. Decides to act.\n\nRecorded vote\n\nIn favour:\nAlgeria\nBolivia (Plurinational State of)"
        "\nViet Nam\n\nAgainst: Israel, United States\nAbstaining: Cameroon, Papua New Guinea"
    )
    found = read(blocks_of("vote.txt", text.encode()).blocks, "en").adoption
    assert found is not None and found.how == "vote"
    assert dict(found.lists) == {"yes": ("dz", "bo", "vn"), "no": ("il", "us"), "abstain": ("cm", "pg")}


def test_lists_that_run_on_in_one_line_end_where_the_next_begins():
    line = "[Adopted by 2 votes to 1, with 1 abstention. In favour: Chad, Togo Against: Bolivia (Plurinational State of) Abstaining: Japan]"
    found = adopted(line).adoption
    assert found.lists == {"yes": ("td", "tg"), "no": ("bo",), "abstain": ("jp",)}


@pytest.mark.parametrize(
    ("language", "lines", "lists"),
    [
        ("en", "For: Algeria, Chad\nAgainst: Austria\nAbstentions: Brazil", {"yes": ("dz", "td"), "no": ("at",), "abstain": ("br",)}),
        ("fr", "Pour : Algérie, Tchad\nContre : Autriche\nAbstentions : Brésil", {"yes": ("dz", "td"), "no": ("at",), "abstain": ("br",)}),
        ("fr", "Votent pour : Algérie\nVotent contre : Autriche\nS’abstiennent : Brésil", {"yes": ("dz",), "no": ("at",), "abstain": ("br",)}),
        ("fr", "Votent contre : Autriche\nS’abstiennent : Brésil", {"no": ("at",), "abstain": ("br",)}),
        ("id", "Setuju: Aljazair, Chad\nMenolak: Austria\nAbstain: Brasil", {"yes": ("dz", "td"), "no": ("at",), "abstain": ("br",)}),
    ],
)  # fmt: skip
def test_lists_in_one_block_end_where_the_next_begins_in_every_language(language, lines, lists):
    found = read(blocks_of("t.txt", f"{BODIES[language]}\n\n{lines}\n".encode()).blocks, language)
    assert (found.adoption.lists, found.paragraphs[-1].part) == (lists, "structure")


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Rejected by 10 votes to 20."),
        ("en", "The draft resolution was not adopted, by 10 votes to 20, with 3 abstentions."),
        ("fr", "Rejetée par 10 voix contre 20."),
        ("fr", "Le projet de résolution n’est pas adopté, par 10 voix contre 20."),
        ("ar", "رُفض مشروع القرار بأغلبية 20 صوتا مقابل 10 أصوات."),
        ("id", "Ditolak dengan 10 suara berbanding 20."),
    ],
)
def test_a_text_voted_down_has_a_line_that_tells_so_and_was_not_adopted(language, line):
    heads = {
        "en": "In favour: Chad\n\nAgainst: Togo",
        "fr": "Pour : Tchad\n\nContre : Togo",
        "ar": "المؤيدون: تشاد",
        "id": "Setuju: Chad",
    }
    found = read(blocks_of("t.txt", f"{BODIES[language]}\n\n{line}\n\n{heads[language]}\n".encode()).blocks, language)
    assert (found.adoption, found.paragraphs[2].part) == (None, "structure")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Adopted, the convention shall enter into force."),
        ("en", "Rejected proposals are listed by the Secretariat."),
        ("fr", "Adopte, par 25 voix contre 12, le rapport ;"),
        ("fr", "Adoptée, la convention entrera en vigueur."),
        ("ar", "اعتمد، في ضوء ما تقدم، التقرير."),
    ],
)
def test_what_only_begins_like_the_line_is_none(language, text):
    assert not is_adoption_line(text, language)


@pytest.mark.parametrize(
    ("language", "lines", "votes"),
    [
        ("en", ["Result of the vote", "For: 14", "Algeria, Egypt", "Against: 2", "Abstentions: 0"], (14, 2, 0)),
        ("en", ["In favour: 31; against: 5; abstaining: 11."], (31, 5, 11)),
        ("fr", ["Votes pour : 12, contre : 3, abstentions : 2"], (12, 3, 2)),
        ("ar", ["المؤيدون: ١٤", "المعارضون: ٣", "الممتنعون: ٢"], (14, 3, 2)),
        ("id", ["Setuju: 12", "Menolak: 3", "Abstain: 1"], (12, 3, 1)),
    ],
)
def test_bare_numbers_behind_headings_are_the_count(language, lines, votes):
    text = "\n\n".join((BODIES[language], *lines))
    found = read(blocks_of("text.txt", text.encode()).blocks, language)
    assert (found.adoption.how, dict(found.adoption.votes)) == (
        "vote",
        dict(zip(("yes", "no", "abstain"), votes, strict=True)),
    )
    assert [p.part for p in found.paragraphs[-len(lines) :]] == ["structure"] * len(lines)


def test_a_heading_with_a_number_of_something_else_counts_no_votes():
    assert (
        adopted("1. Decides to act for the following periods.\n\nFor: 14 days of leave\n\nAgainst: 3 claims").adoption
        is None
    )
