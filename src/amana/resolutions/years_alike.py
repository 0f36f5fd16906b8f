"""Which paragraphs of two years' texts in one language are the same ones: by their words first, in order, then elsewhere.

Versions of one year are laid side by side by what survives translation; two years of one language have their words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from amana.resolutions.paragraphs import Paragraph
from amana.values.stemming import stems

LIKE = 0.4
"""From here on two paragraphs in their order are one that was reworded."""
ELSEWHERE = 0.6
"""The same for paragraphs that stand in another order: moved."""
BETTER = 0.08
"""How much more alike two paragraphs together must be for one to have been split, or two merged."""
OPENING = 0.12
"""What the same function in the same part counts for beside the words."""
ASKED = 0.08
"""What the same addressees count for."""


@dataclass(slots=True)
class Match:
    """Paragraphs of the year before and of this one, by their places: nearly always one of each."""

    before: list[int]
    after: list[int]
    moved: bool = False


@dataclass(slots=True)
class _Trait:
    words: list[str]
    held: frozenset[str]
    asked: frozenset[str]
    paragraph: Paragraph


def matches(before: Sequence[Paragraph], after: Sequence[Paragraph]) -> list[Match]:
    """Every paragraph in exactly one match, in the order of the new text; what is gone stands where it stood."""
    old, new = _traits(before), _traits(after)
    pairs = _in_order(old, new)
    free_old = [i for i in range(len(old)) if i not in {a for a, _ in pairs}]
    free_new = [j for j in range(len(new)) if j not in {b for _, b in pairs}]
    found = [Match([a], [b]) for a, b in pairs]
    for a, b in _elsewhere(old, new, free_old, free_new):
        found.append(Match([a], [b], moved=True))
    free_new = _joined(found, old, new, free_new)
    free_old = _merged(found, old, new, free_old)
    found += [Match([], [j]) for j in free_new]
    return list(_ordered(found, free_old))


def _traits(paragraphs: Sequence[Paragraph]) -> list[_Trait]:
    every = (stems(p.text, p.place.language or "") for p in paragraphs)
    return [_Trait(said, frozenset(said), _asked(p), p) for said, p in zip(every, paragraphs, strict=True)]


def _asked(paragraph: Paragraph) -> frozenset[str]:
    return frozenset(a.id for a in paragraph.implementers)


def _alike(a: _Trait, b: _Trait) -> float:
    """How alike two paragraphs are, from 0 to 1: their words in order, then what they do to whom."""
    if (a.paragraph.part == "structure") is not (b.paragraph.part == "structure"):
        return 0.0
    same = a.paragraph.function is not None and a.paragraph.function == b.paragraph.function
    bonus = OPENING if same and a.paragraph.part == b.paragraph.part else 0.0
    bonus += ASKED if a.asked and a.asked == b.asked else 0.0
    few = len(a.held & b.held) * 2 < 0.3 * (len(a.held) + len(b.held))
    return 0.0 if few else min(1.0, Indel.normalized_similarity(a.words, b.words) * (1 - bonus) + bonus)


def _in_order(old: Sequence[_Trait], new: Sequence[_Trait]) -> list[tuple[int, int]]:
    """The pairs that keep both orders and are most alike in all."""
    alike = [[_alike(a, b) for b in new] for a in old]
    n, m = len(old), len(new)
    best = [[0.0] * (m + 1) for _ in range(n + 1)]
    for i in range(n - 1, -1, -1):
        for j in range(m - 1, -1, -1):
            skip = max(best[i + 1][j], best[i][j + 1])
            take = best[i + 1][j + 1] + alike[i][j] if alike[i][j] >= LIKE else 0.0
            best[i][j] = max(skip, take)
    out: list[tuple[int, int]] = []
    i = j = 0
    while i < n and j < m:
        if alike[i][j] >= LIKE and best[i][j] == best[i + 1][j + 1] + alike[i][j]:
            out.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return out


def _elsewhere(
    old: Sequence[_Trait], new: Sequence[_Trait], free_old: list[int], free_new: list[int]
) -> Iterator[tuple[int, int]]:
    """The pairs that stand in another order, most alike first; what is found is free no more."""
    several = sorted(((_alike(old[a], new[b]), a, b) for a in free_old for b in free_new), reverse=True)
    for alike, a, b in several:
        if alike >= ELSEWHERE and a in free_old and b in free_new:
            free_old.remove(a)
            free_new.remove(b)
            yield a, b


def _joined(found: list[Match], old: Sequence[_Trait], new: Sequence[_Trait], free: list[int]) -> list[int]:
    """New paragraphs that are the other piece of a paragraph that was split; what is left over."""
    left: list[int] = []
    for j in free:
        beside = next((m for m in found if {j - 1, j + 1} & set(m.after) and _gains(old, new, m, (), (j,))), None)
        if beside is None:
            left.append(j)
        else:
            beside.after = sorted([*beside.after, j])
    return left


def _merged(found: list[Match], old: Sequence[_Trait], new: Sequence[_Trait], free: list[int]) -> list[int]:
    """The same the other way round: two paragraphs that became one."""
    left: list[int] = []
    for i in free:
        beside = next((m for m in found if {i - 1, i + 1} & set(m.before) and _gains(old, new, m, (i,), ())), None)
        if beside is None:
            left.append(i)
        else:
            beside.before = sorted([*beside.before, i])
    return left


def _gains(
    old: Sequence[_Trait], new: Sequence[_Trait], match: Match, more: tuple[int, ...], also: tuple[int, ...]
) -> bool:
    """Whether a match is the more alike for having these paragraphs too."""
    a, b = (
        [w for i in sorted(match.before) for w in old[i].words],
        [w for j in sorted(match.after) for w in new[j].words],
    )
    whole_a = [w for i in sorted([*match.before, *more]) for w in old[i].words]
    whole_b = [w for j in sorted([*match.after, *also]) for w in new[j].words]
    return Indel.normalized_similarity(whole_a, whole_b) >= Indel.normalized_similarity(a, b) + BETTER


def _ordered(found: list[Match], gone: Sequence[int]) -> Iterator[Match]:
    """In the order of the new text; what is gone behind the nearest paragraph that stood before it and stayed."""
    rest = list(gone)
    stay = sorted((m for m in found), key=lambda m: m.after[0])
    behind: dict[int, list[int]] = {}
    for i in rest:
        before = [m for m in stay if m.before and not m.moved and m.before[-1] < i]
        anchor = max(before, key=lambda m: m.before[-1], default=None)
        behind.setdefault(anchor.after[-1] if anchor else -1, []).append(i)
    yield from (Match([i], []) for i in behind.get(-1, ()))
    for match in stay:
        yield match
        yield from (Match([i], []) for i in behind.get(match.after[-1], ()))
