"""Checkpoints and the keys that sign them."""

import base64
import stat

import pytest

from amana.ledger.keys import Signer, Vkey, load_key, new_key
from amana.ledger.notes import Checkpoint, open_note, read_note, sign
from amana.values.problems import NotReadable, Refused

ORIGIN = "records.example/house"
POINT = Checkpoint(ORIGIN, 17, bytes(range(32)))
# The example of Go's golang.org/x/mod/sumdb/note documentation
PETER = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
SAID = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
SIGNED = "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM="


def test_a_key_and_signature_of_the_go_library_are_understood():
    key, raw = Vkey.parse(PETER), base64.b64decode(SIGNED)
    assert str(key) == PETER
    assert raw[:4] == key.hash
    assert key.verifies(raw[4:], SAID.encode())


def test_a_checkpoint_is_signed_read_and_verified():
    signer, stranger = Signer.new(ORIGIN), Signer.new(ORIGIN)
    note = sign(POINT, signer)
    assert note.splitlines()[:2] == [ORIGIN, "17"]
    assert open_note(note, [stranger.vkey, signer.vkey]) == POINT
    with pytest.raises(ValueError, match="no known key"):
        open_note(note, [stranger.vkey])


def test_two_keys_sign_where_one_hands_over_to_the_next():
    old, new = Signer.new(ORIGIN), Signer.new(ORIGIN)
    note = read_note(sign(POINT, old, new))
    assert note.signed_by(old.vkey)
    assert note.signed_by(new.vkey)


def test_one_bit_changed_anywhere_in_a_note_is_found():
    signer = Signer.new(ORIGIN)
    note = sign(POINT, signer).encode()
    for at in range(len(note)):
        for bit in range(8):
            changed = note[:at] + bytes([note[at] ^ 1 << bit]) + note[at + 1 :]
            with pytest.raises(ValueError):
                open_note(changed.decode("utf-8"), [signer.vkey])


@pytest.mark.parametrize("bad", ["", "x", "x\n1\n\n", "o\n01\nAAAA\n\n— o AAAA\n", "o\n1\nAA==\n\n— o AAAAAAAA\n"])
def test_what_is_no_note_is_refused(bad):
    with pytest.raises(ValueError, match=r"note|checkpoint|signature|root"):
        read_note(bad)


def test_extension_lines_are_signed_too():
    signer = Signer.new(ORIGIN)
    note = sign(Checkpoint(ORIGIN, 1, bytes(32), ("Until 2026",)), signer)
    assert open_note(note, [signer.vkey]).extensions == ("Until 2026",)
    with pytest.raises(ValueError, match="no known key"):
        open_note(note.replace("2026", "2027"), [signer.vkey])


def test_a_key_file_is_its_owners_alone_and_never_overwritten(tmp_path):
    path = tmp_path / "key"
    signer = new_key(path, ORIGIN)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert load_key(path).vkey == signer.vkey
    with pytest.raises(Refused, match="already"):
        new_key(path, ORIGIN)
    assert load_key(path).vkey == signer.vkey
    assert path.read_text().strip().split("+", 4)[4] not in repr(signer)


def test_a_key_file_that_others_may_read_is_refused(tmp_path):
    path = tmp_path / "key"
    new_key(path, ORIGIN)
    path.chmod(0o640)
    with pytest.raises(NotReadable, match="chmod 600"):
        load_key(path)


@pytest.mark.parametrize("text", ["", "PRIVATE+KEY+x", "PRIVATE+KEY+x+00000000+AQ==", "hello"])
def test_a_damaged_key_file_is_refused_in_a_sentence(tmp_path, text):
    path = tmp_path / "key"
    path.write_text(text)
    path.chmod(0o600)
    with pytest.raises(NotReadable, match="not a signing key"):
        load_key(path)
    with pytest.raises(NotReadable, match="not a signing key"):
        load_key(tmp_path / "nowhere")
