"""A proof that one entry is in the record."""

import json
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amana.ledger.entries import read_header
from amana.ledger.keys import Signer
from amana.ledger.proof import check_proof, make_proof
from amana.ledger.tree import MemoryHashes, inclusion_nodes, inclusion_proof


def proof_of(record, no, *, body=False):
    entry = record.entries[no - 1]
    more = {"salt": entry.salt, "body": entry.body} if body else {}
    return make_proof(entry.header, record.points[-1], record.keys[-1].vkey, record.hashes, **more)


@pytest.mark.parametrize("no", [1, 2, 256, 257, 1999, 2300])
def test_a_proof_holds_against_the_key(large, no):
    assert check_proof(proof_of(large, no)) == ()
    assert check_proof(proof_of(large, no), large.keys[-1].vkey) == ()


def test_a_proof_with_its_body_proves_the_body(small):
    text = proof_of(small, 5, body=True)
    assert "تكليف 5" in json.loads(text)["body"]
    assert check_proof(text) == ()
    [problem] = check_proof(text.replace("تكليف", "إعفاء"))
    assert problem.code == "ledger-body-differs"


def test_a_proof_under_another_key_is_refused(small):
    [problem] = check_proof(proof_of(small, 1), Signer.new("records.example/house").vkey)
    assert problem.code == "ledger-proof-unsigned"


def test_an_entry_after_the_checkpoint_has_no_proof_yet(small):
    with pytest.raises(IndexError, match="not in a tree of 4"):
        make_proof(small.entries[4].header, small.points[1], small.keys[0].vkey, small.hashes)


def test_one_byte_changed_in_a_proof_is_found(small):
    data, chance = proof_of(small, 1, body=True).encode(), random.Random(7)
    for at in range(len(data) - 1):  # the newline after it says nothing
        changed = data[:at] + bytes([data[at] ^ 1 << chance.randrange(7)]) + data[at + 1 :]
        assert check_proof(changed.decode("utf-8", "replace")), at


@given(st.text() | st.recursive(st.none() | st.integers() | st.text(), st.lists).map(json.dumps))
def test_what_is_no_proof_is_told_in_a_sentence(text):
    [problem] = check_proof(text)
    assert problem.message("en").startswith("This is not a proof")


@pytest.mark.parametrize("name", ["checkpoint", "format", "header", "index", "key", "proof", "size"])
@pytest.mark.parametrize("value", [None, 1, True, "", "x", [], [1], ["0"], {}])
def test_a_proof_with_nonsense_in_a_field_is_told_in_a_sentence(small, name, value):
    said = json.loads(proof_of(small, 5)) | {name: value}
    if value != 1 or name not in ("index", "size"):
        assert check_proof(json.dumps(said, sort_keys=True, separators=(",", ":"), ensure_ascii=False))


def test_nodes_for_a_proof_are_few_and_known_before(large):
    nodes = [name for names in inclusion_nodes(1234, 2300) for name in names]
    assert len(nodes) <= 2 * 12
    few = MemoryHashes({name: large.hashes.get(*name) for name in nodes})
    assert inclusion_proof(2300, 1234, few) == inclusion_proof(2300, 1234, large.hashes)


def test_a_header_in_a_proof_is_the_one_of_its_entry(large):
    said = json.loads(proof_of(large, 9))
    assert read_header(said["header"].encode()).no == 9
    assert said["index"] == 8
