"""Translators' files as rows: told by their bytes, read as they come, never held whole."""

import io
import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amana.intake.units import is_units, mended, units_of, versions_of
from amana.values.problems import NotReadable, messages

TU = '<tu tuid="r{0}"><tuv xml:lang="en-GB"><seg>Row {0}</seg></tuv><tuv xml:lang="ar"><seg>سطر {0}</seg></tuv></tu>\n'
TMX = '<?xml version="1.0"?><!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx version="1.4"><header srclang="en"/><body>\n'
V1 = '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">{}</xliff>'
V2 = '<xliff version="2.0" srcLang="en" trgLang="ar" xmlns="urn:oasis:names:tc:xliff:document:2.0">{}</xliff>'


def read(text, told=None):
    """The units of a file given as text or bytes."""
    data = text if isinstance(text, bytes) else text.encode()
    heard = [] if told is None else told
    return list(units_of("file", io.BytesIO(data), heard.append))


def test_regions_are_no_languages_and_codes_are_no_words():
    tu = (
        '<tu><tuv xml:lang="AR-SA"><seg>يقرر</seg></tuv><tuv lang="fra"><seg>Le Conseil<ph>&lt;br/&gt;</ph>décide</seg></tuv>'
        '<tuv xml:lang="en-US"><seg>The <bpt i="1">&lt;b></bpt><hi>Council</hi><ept i="1">&lt;/b></ept> decides</seg></tuv>'
        '<tuv xml:lang="en-GB"><seg>another</seg></tuv><tuv xml:lang="id"><seg/></tuv></tu>'
    )
    (unit,) = read(TMX + tu + "</body></tmx>")
    assert unit.texts == {"ar": "يقرر", "fr": "Le Conseil décide", "en": "The Council decides"}


def test_alternatives_of_a_memory_are_no_texts_and_every_file_has_its_languages():
    files = (
        '<file source-language="en" target-language="ar"><body><group><trans-unit id="a" approved="yes">'
        '<source>One <g id="1">two</g><x id="2"/></source><seg-source>no</seg-source>'
        '<target><mrk mtype="seg" mid="0">واحد</mrk></target><alt-trans><target>no</target></alt-trans></trans-unit>'
        '</group></body></file><file source-language="fr-FR" target-language="id"><body><trans-unit id="a">'
        "<source>Un</source><target/></trans-unit></body></file>"
    )
    units = read(V1.format(files))
    assert [(u.key, u.id, u.state, dict(u.texts)) for u in units] == [
        (1, "a", "final", {"en": "One two", "ar": "واحد"}),
        (2, "a", "", {"fr": "Un"}),
    ]


def test_segments_of_one_unit_are_joined_with_what_stands_between_them():
    unit = (
        '<file id="f"><unit id="u"><segment state="final"><source>One.</source><target order="3">واحد.</target></segment>'
        "<ignorable><source> </source></ignorable>"
        '<segment state="translated"><source><pc id="1">Two</pc><mrk id="m">.</mrk></source><target order="1">اثنان.</target>'
        "</segment></unit></file>"
    )
    (unit,) = read(V2.format(unit))
    assert (dict(unit.texts), unit.state) == ({"en": "One. Two.", "ar": "اثنان. واحد."}, "translated")


def test_a_table_names_its_languages_first_and_passes_over_other_columns():
    told = []
    units = read('key\ten\tnote\tar-EG\nr1\tsay "no"\tx\tقل\nr2\tlonely\nr3\ta\tb\tc\td\n\nr5\tlast\t\tأخير\r\n', told)
    assert [(u.key, u.place.line, u.id, dict(u.texts)) for u in units] == [
        (1, 2, "r1", {"en": 'say "no"', "ar": "قل"}),
        (2, 3, "r2", {"en": "lonely"}),
        (5, 6, "r5", {"en": "last", "ar": "أخير"}),
    ]
    assert [(p.code, p.facts["line"]) for p in told] == [("intake-row-short", 3), ("intake-row-differs", 4)]


@pytest.mark.parametrize(
    ("table", "texts"),
    [
        ("id\ten\nsidang ketiga\tthird session\n", {"id": "sidang ketiga", "en": "third session"}),
        ("id\ten\tar\nop-1\tthird session\tالدورة الثالثة\n", {"en": "third session", "ar": "الدورة الثالثة"}),
        ("id\ten\tar\n1\tthird\tالثالثة\n", {"en": "third", "ar": "الثالثة"}),
    ],
)
def test_a_column_named_id_is_indonesian_where_it_has_words(table, texts):
    assert dict(read(table)[0].texts) == texts


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1256"])
def test_a_table_is_read_in_its_encoding(encoding):
    assert dict(read("en\tar\nthe Council\tيقرر المجلس\n".encode(encoding))[0].texts)["ar"] == "يقرر المجلس"


def test_a_file_that_breaks_off_gives_what_it_had_and_says_where():
    units = units_of("a.tmx", io.BytesIO((TMX + TU.format(1) + TU.format(2) + "<tu><tuv").encode()))
    assert [unit.id for unit in itertools.islice(units, 2)] == ["r1", "r2"]
    with pytest.raises(NotReadable) as broken:
        next(units)
    (problem,) = broken.value.problems
    assert (problem.code, problem.facts["line"]) == ("intake-units-broken", 4)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "intake-empty"),
        ("<html><body/></html>", "intake-no-units"),
        ("a\tb\nc\td\n", "intake-no-languages"),
        ('<!-- <tmx> --><!DOCTYPE tmx [<!ENTITY a "aaaa">]><tmx><body/></tmx>', "intake-entities"),
        (TMX + "<tu><tuv xml:lang='en'><seg>" + "a" * 11_000_000, "intake-units-broken"),
    ],
)
def test_what_is_no_translators_file_is_refused_with_its_reason(text, code):
    with pytest.raises(NotReadable) as refused:
        read(text)
    assert [problem.code for problem in refused.value.problems] == [code]
    for language in ("en", "ar", "fr", "id"):
        assert code in messages(language)


def test_a_long_file_is_given_as_it_comes():
    class Endless(io.RawIOBase):
        """A memory without end: whoever wants all of it never returns."""

        def __init__(self):
            self.rows = (TU.format(n).encode() for n in itertools.count(1))
            self.rest = TMX.encode()

        def readable(self):
            return True

        def read(self, size=-1):
            while len(self.rest) < size:
                self.rest += next(self.rows)
            piece, self.rest = self.rest[:size], self.rest[size:]
            return piece

    units = itertools.islice(units_of("endless.tmx", Endless()), 3000)
    assert [unit.key for unit in units][-1] == 3000


def test_a_file_of_one_document_is_its_language_versions():
    files = '<file source-language="en" target-language="ar"><body>{}</body></file>'
    unit = "<trans-unit id='{0}'><source>{1}</source><target>{2}</target></trans-unit>"
    units = unit.format(1, "The Council,", "إن المجلس،") + unit.format(2, "Decides", "") + unit.format(3, "A", "األمين")
    versions = versions_of("a.xlf", V1.format(files.format(units)).encode())
    assert {k: [(b.place.block, b.text) for b in v] for k, v in versions.items()} == {
        "en": [(1, "The Council,"), (2, "Decides"), (3, "A")],
        "ar": [(1, "إن المجلس،"), (3, "الأمين")],
    }


def test_units_are_mended_and_told_with_their_language():
    told = []
    (unit,) = mended(read("en\tar\nthe Secretary\tاألمين\n"), told.append)
    assert unit.texts["ar"] == "الأمين"
    assert [(p.code, p.places[0].line, p.places[0].language) for p in told] == [("intake-mended-lam-alef", 2, "ar")]


def test_a_translators_file_shows_what_it_is_in_its_first_bytes():
    assert [is_units(x.encode()) for x in (TMX, V1, V2, "<html>", "en\tar\n", "")] == [True] * 3 + [False] * 3


@settings(max_examples=200, deadline=None)
@given(
    st.one_of(
        st.binary(max_size=200),
        st.text("<>tmxuv seg&;/=\"'ar\t\n", max_size=80).map(lambda text: (TMX + text).encode()),
        st.text(max_size=60).map(lambda text: ("en\tar\n" + text).encode()),
    )
)
def test_whatever_the_bytes_are_there_are_units_or_a_clear_refusal(data):
    try:
        units = read(data)
    except NotReadable as refused:
        assert all(problem.code.startswith("intake-") for problem in refused.problems)
    else:
        assert all(text.strip() for unit in units for text in unit.texts.values())


@pytest.mark.parametrize(("language", "text"), [("en", "Adopted on 12 May XNUMX."), ("ar", "اعتمد في ١٢ مايو XNUMX.")])
def test_a_lost_number_is_told_of_in_any_script_and_never_written_anew(language, text):
    told = []
    (unit,) = mended(read(f"{language}\tfr\n{text}\tAdopté le 12 mai 2019.\n"), told.append)
    assert (unit.texts[language], [p.code for p in told]) == (text, ["intake-numbers-lost"])
    assert told[0].places[0].language == language


def test_sentences_of_a_unit_do_not_run_together_where_the_blank_between_them_was_lost():
    segment = "<segment><source>{}</source><target>{}</target></segment>"
    unit = (
        f'<file id="f"><unit id="u">{segment.format("One.", "واحد.")}{segment.format("Two.", "اثنان.")}</unit></file>'
    )
    assert dict(read(V2.format(unit))[0].texts) == {"en": "One. Two.", "ar": "واحد. اثنان."}


@pytest.mark.parametrize("written", ["utf-8", "windows-1256"])
def test_a_memory_is_read_as_its_bytes_are_written_whatever_it_declares(written):
    memory = TMX.replace('"1.0"', '"1.0" encoding="windows-1256"', 1) + TU.format(1) + "</body></tmx>"
    assert read(memory.encode(written))[0].texts["ar"] == "سطر 1"


def test_marks_that_a_spreadsheet_put_around_a_cell_are_none_of_its_text():
    (one, two) = read('en\tar\n"the ""Charter"", as amended"\tالميثاق\n"the Charter"\t""\n')
    assert (one.texts["en"], two.texts) == ('the "Charter", as amended', {"en": '"the Charter"'})
    (three,) = read('"en"\t"ar"\n"the Charter"\t"الميثاق"\n')
    assert three.texts == {"en": "the Charter", "ar": "الميثاق"}
    (four,) = read('en\tfr\n"one" and "two"\t« un » et « deux »\n')
    assert four.texts["en"] == '"one" and "two"'


def test_rows_of_a_table_may_end_as_on_an_old_macintosh():
    assert [u.texts for u in read("en\tfr\rOne\tUn\rTwo\tDeux\r")] == [
        {"en": "One", "fr": "Un"},
        {"en": "Two", "fr": "Deux"},
    ]


def test_the_first_of_two_columns_of_one_language_is_taken_and_a_stray_nought_is_no_letter():
    assert [u.texts for u in read("en\ten-GB\tfr\nO\x00ne\tAnother\tUn\n")] == [{"en": "One", "fr": "Un"}]


def test_a_row_of_tabs_alone_is_blank_and_counted():
    rows = read("en\tar\tfr\n\t\t\n \t \nReport\tتقرير\tRapport\n")
    assert [(row.key, sorted(row.texts)) for row in rows] == [(3, ["ar", "en", "fr"])]
