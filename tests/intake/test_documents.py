"""A translators' file is a document in each of its languages; every other file is one."""

from amana.intake import documents_of

XLIFF = """<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file original="draft" source-language="en" target-language="fr" datatype="plaintext"><body>
<trans-unit id="o1"><source>1. Requests the Secretary-General to report;</source>
<target>1. Prie le Secrétaire général de faire rapport ;</target></trans-unit>
</body></file></xliff>""".encode()


def test_a_file_that_comes_back_from_the_translator_is_read_in_both_languages():
    held = documents_of("back.xlf", XLIFF)
    assert list(held) == ["en", "fr"]
    assert held["fr"].blocks[0].text.startswith("1. Prie")


def test_any_other_file_leaves_it_to_the_reader_which_language_it_is():
    assert list(documents_of("a.txt", b"The Council,\n\n1. Decides to meet;")) == [""]
