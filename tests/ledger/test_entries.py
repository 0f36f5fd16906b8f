"""Entries: what a header commits to."""

import hashlib

import pytest

from amana.ledger.entries import Header, body_bytes, commit, header_bytes, leaf_hash, new_salt, read_header

ENTRY = Header(17, "2026-11-22", "mandate.assign", 1, "house", "ab" * 32)
WRITTEN = (
    b'{"act":"mandate.assign","audience":"house","body":"' + b"ab" * 32 + b'","day":"2026-11-22","no":17,"version":1}'
)


def test_a_header_is_written_in_one_way_and_read_back():
    assert header_bytes(ENTRY) == WRITTEN
    assert read_header(WRITTEN) == ENTRY
    assert leaf_hash(WRITTEN) == hashlib.sha256(b"\0" + WRITTEN).digest()


def test_a_body_is_bound_by_its_salt():
    body = body_bytes({"officer": "p-1", "note": "تكليف"}, at="2026-11-22T10:00:00Z", by="p-2")
    expected = (
        '{"act":{"note":"تكليف","officer":"p-1"},"at":"2026-11-22T10:00:00Z","batch":null,"by":"p-2","corrects":null}'
    )
    assert body.decode() == expected
    one, two = new_salt(), new_salt()
    assert commit(one, body) == hashlib.sha256(one + body).hexdigest() != commit(two, body)


@pytest.mark.parametrize(
    ("was", "now", "why"),
    [
        (b'"no":17', b'"no":0', "'no'"),
        (b'"no":17', b'"no":17.0', "'no'"),
        (b'"no":17', b'"no":true', "'no'"),
        (b'"no":17', b'"no": 17', "canonical"),
        (b'"version":1', b'"version":"1"', "'version'"),
        (b"house", b"hause", "'audience'"),
        (b"abab", b"ABAB", "'body'"),
        (b"2026-11-22", b"2026-11-32", "'day'"),
        (b"2026-11-22", b"20261122", "'day'"),
        (b'"act"', b'"Act"', "fields"),
        (b"mandate.assign", b"", "'act'"),
        (b"mandate", b"m\xffndate", "not JSON"),
        (WRITTEN, b"[1]", "not a JSON object"),
        (WRITTEN, b"", "not JSON"),
    ],
)
def test_a_header_that_is_none_is_told_why(was, now, why):
    with pytest.raises(ValueError, match=why):
        read_header(WRITTEN.replace(was, now))
