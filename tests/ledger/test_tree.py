"""The tree against a second, naive one written straight from RFC 9162."""

import hashlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amana.ledger.tree import (
    Edge,
    MemoryHashes,
    consistency_nodes,
    consistency_proof,
    inclusion_proof,
    root_at,
    verify_consistency,
    verify_inclusion,
)


def naive_root(leaves):
    """MTH of RFC 9162, 2.1.1, over data that is already hashed."""
    if not leaves:
        return hashlib.sha256().digest()
    if len(leaves) == 1:
        return leaves[0]
    k = naive_split(len(leaves))
    return hashlib.sha256(b"\x01" + naive_root(leaves[:k]) + naive_root(leaves[k:])).digest()


def naive_split(n):
    k = 1
    while k * 2 < n:
        k *= 2
    return k


def naive_path(m, leaves):
    if len(leaves) == 1:
        return []
    k = naive_split(len(leaves))
    if m < k:
        return [*naive_path(m, leaves[:k]), naive_root(leaves[k:])]
    return [*naive_path(m - k, leaves[k:]), naive_root(leaves[:k])]


def naive_consistency(m, leaves, whole=True):
    if m == len(leaves):
        return [] if whole else [naive_root(leaves)]
    k = naive_split(len(leaves))
    if m <= k:
        return [*naive_consistency(m, leaves[:k], whole), naive_root(leaves[k:])]
    return [*naive_consistency(m - k, leaves[k:], False), naive_root(leaves[:k])]


def leaves_of(count):
    return [hashlib.sha256(b"\x00%d" % i).digest() for i in range(count)]


def grown(leaves):
    edge, hashes = Edge(), MemoryHashes()
    for leaf in leaves:
        edge, nodes = edge.grow(leaf)
        hashes.put(nodes)
    return edge, hashes


def test_every_root_up_to_130_is_the_one_of_the_rfc():
    edge, leaves = Edge(), leaves_of(130)
    assert edge.root() == naive_root([])
    for size, leaf in enumerate(leaves, 1):
        edge = edge.append(leaf)
        assert edge.root() == naive_root(leaves[:size])


def test_known_roots_of_certificate_transparency_are_met():
    data = [b"", b"\x00", b"\x10", b"\x20\x21", b"\x30\x31", b"\x40\x41\x42\x43"]
    edge, _ = grown([hashlib.sha256(b"\x00" + d).digest() for d in data[:3]])
    assert edge.root().hex() == "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77"


def test_an_edge_kept_as_bytes_goes_on_where_it_stood():
    leaves = leaves_of(37)
    before, _ = grown(leaves[:21])
    again = Edge.from_bytes(21, before.to_bytes())
    assert again == before
    for leaf in leaves[21:]:
        again = again.append(leaf)
    assert again.root() == naive_root(leaves)


@pytest.mark.parametrize(("size", "length"), [(3, 32), (-1, 32), (0, 1), (2, 33)])
def test_an_edge_of_the_wrong_length_is_refused(size, length):
    with pytest.raises(ValueError, match="an edge of"):
        Edge.from_bytes(size, bytes(length))


def test_all_inclusion_proofs_of_small_trees_are_those_of_the_rfc():
    leaves = leaves_of(40)
    _, hashes = grown(leaves)
    for size in range(1, 41):
        root = naive_root(leaves[:size])
        assert root_at(size, hashes) == root
        for index in range(size):
            proof = inclusion_proof(size, index, hashes)
            assert list(proof) == naive_path(index, leaves[:size])
            assert verify_inclusion(leaves[index], index, size, proof, root)


def test_all_consistency_proofs_of_small_trees_are_those_of_the_rfc():
    leaves = leaves_of(40)
    _, hashes = grown(leaves)
    for new in range(1, 41):
        for old in range(1, new + 1):
            proof = consistency_proof(old, new, hashes)
            assert list(proof) == naive_consistency(old, leaves[:new])
            assert verify_consistency(old, new, proof, naive_root(leaves[:old]), naive_root(leaves[:new]))


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_an_inclusion_proof_proves_nothing_else(data):
    size = data.draw(st.integers(2, 200))
    index, other = data.draw(st.integers(0, size - 1)), data.draw(st.integers(-1, size + 2))
    leaves = leaves_of(size)
    edge, hashes = grown(leaves)
    proof = list(inclusion_proof(size, index, hashes))
    assert verify_inclusion(leaves[index], index, size, proof, edge.root())
    assert verify_inclusion(leaves[index], other, size, proof, edge.root()) is (other == index)
    assert not verify_inclusion(bytes(32), index, size, proof, edge.root())
    assert not verify_inclusion(leaves[index], index, size, proof[:-1], edge.root())
    assert not verify_inclusion(leaves[index], index, size, [*proof, bytes(32)], edge.root())
    spoiled = data.draw(st.integers(0, len(proof) - 1))
    proof[spoiled] = bytes([proof[spoiled][0] ^ 1]) + proof[spoiled][1:]
    assert not verify_inclusion(leaves[index], index, size, proof, edge.root())


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_rewritten_tree_is_not_consistent_with_the_old_one(data):
    new = data.draw(st.integers(2, 200))
    old = data.draw(st.integers(1, new - 1))
    leaves = leaves_of(new)
    before, after = naive_root(leaves[:old]), naive_root(leaves)
    proof = list(consistency_proof(old, new, grown(leaves)[1]))
    assert verify_consistency(old, new, proof, before, after)
    assert not verify_consistency(old, new, proof, before, before)
    assert not verify_consistency(old, new, proof[:-1], before, after)
    assert not verify_consistency(old, new, [*proof, bytes(32)], before, after)
    leaves[data.draw(st.integers(0, old - 1))] = bytes(32)
    edge, hashes = grown(leaves)
    assert not verify_consistency(old, new, consistency_proof(old, new, hashes), before, edge.root())


def test_the_empty_tree_begins_every_tree_and_proves_nothing():
    leaves = leaves_of(5)
    assert verify_consistency(0, 5, (), naive_root([]), naive_root(leaves))
    assert not verify_consistency(0, 5, (), bytes(32), naive_root(leaves))
    assert not verify_consistency(6, 5, (), bytes(32), naive_root(leaves))
    with pytest.raises(IndexError, match="never one of 6"):
        consistency_nodes(6, 5)
    with pytest.raises(IndexError, match="not in a tree"):
        inclusion_proof(5, 5, grown(leaves)[1])
