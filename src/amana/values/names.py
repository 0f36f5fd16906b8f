"""Names found in running text: a gazetteer of parties, organs and offices under every form drafters write.

It is built above (from parties, organs, addressees) and passed in. Matching is on folded words, accents dropped; of
two names that begin at the same word the longer wins. Arabic letters attached before a word (و ف ب ل ك) are seen
through, and لل for ل and the article; the article itself only before a name of several words, since "المالي" is the
financial and not Mali.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import accumulate

from amana.values.expressions import expression
from amana.values.folding import fold, folded_once, span_back

__all__ = ["Entry", "Found", "Gazetteer", "fold"]

_WORD = expression(r"\w+")
_EVERYWHERE = ""
_BEFORE = ("و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل")


@dataclass(frozen=True, slots=True)
class Entry:
    """A name to look for. `forms` by language; those under '' are looked for in every language.

    A form of capitals only (an acronym) is found in capitals only; one that begins with a capital needs one.
    """

    id: str
    kind: str
    forms: Mapping[str, tuple[str, ...]]


@dataclass(slots=True)
class Found:
    """A name where it stands: characters `start` to `end` (outside); what is attached before it is left out.

    It is never changed, but not frozen: one is made for every name there is.
    """

    id: str
    kind: str
    text: str
    start: int
    end: int


@dataclass(slots=True)
class _Node:
    """A place in the tree of words: what may follow, and what ends here (form as written → its entry)."""

    after: dict[str, _Node] = field(default_factory=dict)
    ends: list[tuple[str, Entry]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Head:
    """A first word: the trees that begin with it, each with how many letters are attached before the name.

    `alone`: it may be a whole name; `seconds`: what else must follow, so that most words are passed over at once.
    """

    trees: tuple[tuple[int, _Node], ...]
    alone: bool
    seconds: frozenset[str]

    @classmethod
    def of(cls, trees: tuple[tuple[int, _Node], ...]) -> _Head:
        return cls(trees, any(node.ends for _, node in trees), frozenset(w for _, node in trees for w in node.after))


class Gazetteer:
    """All names, ready to be found; it never changes.

    >>> house = Gazetteer([
    ...     Entry("ml", "party", {"en": ("Mali",), "ar": ("مالي",)}),
    ...     Entry("icfm", "organ", {"ar": ("مجلس وزراء الخارجية",), "en": ("Council of Foreign Ministers", "CFM")}),
    ... ])
    >>> [(f.id, f.text) for f in house.find("يطلب من مالي ومجلس وزراء الخارجية إعداد التقرير المالي", "ar")]
    [('ml', 'مالي'), ('icfm', 'مجلس وزراء الخارجية')]
    >>> [(f.id, f.text) for f in house.find("the CFM in Mali, not the cfm", "en")]
    [('icfm', 'CFM'), ('ml', 'Mali')]
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._entries = tuple(entries)
        self._trees: dict[str, dict[str, _Head]] = {}

    @property
    def entries(self) -> tuple[Entry, ...]:
        """What it was made of, in the order given."""
        return self._entries

    def find(self, text: str, language: str) -> tuple[Found, ...]:
        """The names in `text`, in order; none overlaps another. Of equal forms the entry given first is found."""
        heads = self._heads(language)
        seen = folded_once(text)
        words = seen.words
        said = [heads[word] for word in heads.keys() & words]
        if not any(head.alone or not head.seconds.isdisjoint(words) for head in said):
            return ()
        pieces, places = seen.pieces, seen.places
        ends: list[int] = []
        found: list[Found] = []
        free, last = 0, len(pieces) - 2
        for at in [at for at in range(1, len(pieces), 2) if pieces[at] in heads]:
            head = heads[pieces[at]]
            if at >= free and (head.alone or (at < last and pieces[at + 2] in head.seconds)):
                best = _longest(text, places, pieces, ends, at, head.trees)
                if best is not None:
                    entry, start, end, free = best
                    found.append(Found(entry.id, entry.kind, text[start:end], start, end))
        return tuple(found)

    def _heads(self, language: str) -> dict[str, _Head]:
        """First words, as they may stand in a text → what begins there."""
        if language not in self._trees:
            self._trees[language] = _grow(self._entries, language)
        return self._trees[language]


def _longest(
    text: str,
    places: list[int] | None,
    pieces: list[str],
    ends: list[int],
    at: int,
    trees: tuple[tuple[int, _Node], ...],
) -> tuple[Entry, int, int, int] | None:
    """The longest name that begins with this word: its entry, where it stands, and the first piece behind it.

    `ends` is where each piece ends, filled in once that is needed.
    """
    best: tuple[Entry, int, int, int] | None = None
    for attached, root in trees:
        node, place = root, at
        while True:
            if node.ends and (best is None or place + 1 > best[3]):
                if not ends:
                    ends.extend(accumulate(map(len, pieces)))
                start, end = span_back(text, places, ends[at - 1] + attached, ends[place])
                printed = text[start:end]
                for form, entry in node.ends:
                    if _written_alike(form, printed):
                        best = entry, start, end, place + 1
                        break
            place += 2
            after = node.after
            if not after or place >= len(pieces):
                break
            following = after.get(pieces[place])
            if following is None or not _beside(pieces[place - 2], pieces[place - 1]):
                break
            node = following
    return best


def _grow(entries: Iterable[Entry], language: str) -> dict[str, _Head]:
    roots: dict[str, _Node] = {}
    for entry in entries:
        for form in (*entry.forms.get(language, ()), *entry.forms.get(_EVERYWHERE, ())):
            words = _WORD.findall(fold(form, language, accents=False))
            if not words:
                continue
            several = len(words) > 1 or words[0].startswith("ال")
            node = _sown(roots, words[0], several)
            for word in words[1:]:
                node = _sown(node.after, word, True)
            node.ends.append((form, entry))
    heads: dict[str, list[tuple[int, _Node]]] = {word: [(0, node)] for word, node in roots.items()}
    if language == "ar":
        for word, node in roots.items():
            for written, attached, whole in _attached(word):
                heads.setdefault(written, []).append((attached, node if whole else _several_words(node)))
    return {word: _Head.of(tuple(nodes)) for word, nodes in heads.items()}


def _sown(nodes: dict[str, _Node], word: str, several: bool) -> _Node:
    """The node of a word, also where a typist wrote ه for its ة; a single short word may then be another ("جده")."""
    node = nodes.setdefault(word, _Node())
    if several and word[-1] == "ة":
        nodes.setdefault(f"{word[:-1]}ه", node)
    return node


def _attached(word: str) -> Iterator[tuple[str, int, bool]]:
    """How an Arabic word may stand with letters before it: as written, how many letters, whether alone too."""
    for letters in _BEFORE:
        yield letters + word, len(letters), True
    if word.startswith("ال"):
        for letters in ("لل", "ولل", "فلل"):
            yield letters + word[2:], len(letters) - 1, True
    else:
        for letters in ("ال", "وال", "بال", "لل"):
            yield letters + word, len(letters), False


def _several_words(node: _Node) -> _Node:
    return _Node(node.after)


def _beside(word: str, gap: str) -> bool:
    """Nothing but a space, hyphen or apostrophe stands behind this word, or the full stop of an initial."""
    if gap == " ":
        return True
    if "." in gap:
        return gap == "." or (len(gap) == 2 and len(word) == 1)
    return len(gap) <= 3 and not gap.strip(" -'\n\t")


def _written_alike(form: str, found: str) -> bool:
    """A form in capitals is an acronym; one with a capital first needs one, so that "chad" or "who" are not names."""
    if form.isupper() and form.isascii():
        return found.isupper()
    return not form[:1].isupper() or not found[:1].islower()
