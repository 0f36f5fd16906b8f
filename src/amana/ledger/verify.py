"""Whether an exported record is what was signed: everything recomputed from the entries, nothing taken on trust."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from amana.ledger.bodies import Body
from amana.ledger.entries import commit, leaf_hash, read_header
from amana.ledger.export import Progress, silent
from amana.ledger.findings import Findings
from amana.ledger.keys import Vkey
from amana.ledger.manifest import BODIES, CHECKPOINT, CHECKPOINTS, KEY, MANIFEST, Manifest, bodies_path
from amana.ledger.notes import read_note
from amana.ledger.signing import Chain, check_handed_over, check_old, check_trusted, is_error, read_keys, show
from amana.ledger.tiles import ENTRIES, WIDTH, Tile, Tiler, tile_path, unbundle
from amana.ledger.tree import HASH, Edge
from amana.values.audiences import AUDIENCES
from amana.values.problems import NotReadable, Place, Problem


@dataclass(frozen=True, slots=True)
class Report:
    """What was verified, and every problem found. `root` is in hex."""

    origin: str
    entries: int
    root: str
    bodies: int
    withheld: int
    erased: int
    checkpoints: int
    problems: tuple[Problem, ...]

    @property
    def holds(self) -> bool:
        """Whether nothing was found that matters: a foreign file beside the export does not."""
        return not any(is_error(p) for p in self.problems)


def verify(
    folder: Path,
    checkpoint: str | None = None,
    *,
    key: Vkey | None = None,
    progress: Progress = silent,
    named: str = "the old checkpoint",
) -> Report:
    """Verify the export in `folder`.

    `checkpoint` is an older signed checkpoint (its text), kept elsewhere: with it the report says whether anything was
    rewritten since. `named` is what to call it: its file. `key` is a key known from elsewhere. NotReadable where the
    folder is no export at all.
    """
    if not any((folder / name).is_file() for name in (MANIFEST, CHECKPOINT, KEY)):
        raise NotReadable([Problem("ledger-no-record", {"file": str(folder)}, (Place(str(folder)),))])
    found = Findings()
    chain = read_keys(_text(folder / KEY), found)
    walk = _Walk(folder, _files(folder), chain, found, keep=size_of(checkpoint))
    check_trusted(chain, key, found)
    walk.all(progress)
    check_handed_over(chain, walk.sizes, walk.announced, found)
    if checkpoint is not None:
        check_old(checkpoint, chain, walk.origin, walk.kept, walk.edge.size, found, named)
    report = walk.report(())
    _check_manifest(folder, walk, report)
    return walk.report(found.all())


@dataclass
class _Walk:
    """One pass over the entries: edge, tiles, bodies and checkpoints as they come."""

    folder: Path
    files: frozenset[str]
    chain: Chain
    found: Findings
    keep: int
    edge: Edge = field(default_factory=Edge)
    tiler: Tiler = field(default_factory=Tiler)
    seen: set[str] = field(default_factory=lambda: {MANIFEST, CHECKPOINT, KEY})
    kept: dict[int, bytes] = field(default_factory=dict)
    announced: dict[int, bytes | None] = field(default_factory=dict)
    lines: dict[int, Body] = field(default_factory=dict)
    bodies: int = 0
    erased: int = 0

    def __post_init__(self) -> None:
        names = (name.removeprefix(f"{CHECKPOINTS}/") for name in self.files if name.startswith(f"{CHECKPOINTS}/"))
        self.sizes = sorted(int(n) for n in names if n.isascii() and n.isdigit() and str(int(n)) == n)
        self.due = frozenset(self.sizes)
        self.origin = self._latest()
        self.expected = self.chain.announced()

    def _latest(self) -> str:
        """The origin that the latest checkpoint names; it must be the last of all checkpoints, byte for byte."""
        text = _text(self.folder / CHECKPOINT)
        last = max(self.sizes, default=0)
        if text != _text(self.folder / CHECKPOINTS / str(last)):
            self.found.add("ledger-checkpoint-latest", CHECKPOINT, size=last)
        try:
            return read_note(text).checkpoint.origin
        except ValueError as why:
            self.found.add("ledger-checkpoint-unreadable", CHECKPOINT, why=str(why))
        return self.chain.keys[0].vkey.name if self.chain.keys else ""

    def all(self, progress: Progress) -> None:
        """Every entry, then what is left over the right edge."""
        self._at_size()
        number = 0
        while (path := self._bundle_path(number)) is not None:
            self._bundle(path, number)
            number += 1
            progress(self.edge.size)
        for tile in self.tiler.rest():
            self._tile(tile)
        for size in self.sizes:
            if size > self.edge.size:
                self.found.add("ledger-checkpoint-beyond", f"{CHECKPOINTS}/{size}", size=size, entries=self.edge.size)
                self.seen.add(f"{CHECKPOINTS}/{size}")
        last = max(self.sizes, default=0)
        if last < self.edge.size:
            self.found.add("ledger-entries-unsigned", CHECKPOINT, size=last, entries=self.edge.size)

    def report(self, problems: tuple[Problem, ...]) -> Report:
        """What was counted so far."""
        size = self.edge.size
        return Report(
            origin=self.origin,
            entries=size,
            root=self.edge.root().hex(),
            bodies=self.bodies,
            withheld=size - self.bodies - self.erased,
            erased=self.erased,
            checkpoints=len(self.sizes),
            problems=problems,
        )

    def _bundle_path(self, number: int) -> str | None:
        """The file of the next bundle; None when there is no more, or the one before was partial."""
        if self.edge.size != number * WIDTH:
            return None
        paths = (tile_path(ENTRIES, number, width) for width in range(WIDTH, 0, -1))
        return next((path for path in paths if path in self.files), None)

    def _bundle(self, path: str, number: int) -> None:
        """Every entry of a bundle. One that cannot be cut out is counted, so that those after it keep their numbers."""
        self.seen.add(path)
        width = int(path.rpartition("/")[2]) if ".p/" in path else WIDTH
        headers = _cut((self.folder / path).read_bytes())
        for at in range(width):
            no = number * WIDTH + at + 1
            if no % BODIES == 1:
                self.lines = self._lines(no)
            raw = next(headers, None)
            if raw is None:
                self.found.add("ledger-entry-missing", path, entry=no)
            self._entry(path, no, raw)
        if next(headers, None) is not None:
            self.found.add("ledger-entry-unexpected", path, entry=number * WIDTH + width + 1)

    def _entry(self, path: str, no: int, raw: bytes | None) -> None:
        committed = ""
        try:
            header = read_header(raw) if raw is not None else None
        except ValueError as why:
            self.found.add("ledger-entry-unreadable", path, entry=no, why=str(why))
        else:
            committed = header.body if header else ""
            if header and header.no != no:
                self.found.add("ledger-entry-number", path, entry=no, found=header.no)
        self._body(no, committed)
        self.edge, nodes = self.edge.grow(leaf_hash(raw or b""))
        for tile in self.tiler.add(nodes):
            self._tile(tile)
        self._at_size()

    def _lines(self, no: int) -> dict[int, Body]:
        """The bodies of the file in which that of entry `no` stands."""
        path, bodies = bodies_path(no), dict[int, Body]()
        if path not in self.files:
            return bodies
        self.seen.add(path)
        lines = (self.folder / path).read_bytes().splitlines(keepends=True)
        for number, line in enumerate(lines, 1):
            try:
                body = Body.parse(line)
                if not no <= body.no < no + BODIES or (bodies and body.no <= max(bodies)):
                    raise ValueError(f"entry {body.no} has no place here")
            except ValueError as why:
                self.found.add("ledger-body-unreadable", path, line=number, why=str(why))
            else:
                bodies[body.no] = body
        return bodies

    def _body(self, no: int, committed: str) -> None:
        body = self.lines.get(no)
        if no in self.expected:
            self.announced[no] = body.body if body else None
        if body is None:
            return
        if body.body is None or body.salt is None:
            self.erased += 1
            return
        self.bodies += 1
        if commit(body.salt, body.body) != committed:
            self.found.add("ledger-body-differs", bodies_path(no), entry=no)

    def _tile(self, tile: Tile) -> None:
        """Compare a tile with the one recomputed, and say which hash in it is another."""
        self.seen.add(tile.path)
        if tile.path not in self.files:
            self.found.add("ledger-file-missing", tile.path)
            return
        data = (self.folder / tile.path).read_bytes()
        if data == tile.data:
            return
        width = len(tile.data) // HASH
        same = (data[at * HASH : (at + 1) * HASH] == tile.data[at * HASH : (at + 1) * HASH] for at in range(width))
        differing = [at for at, equal in enumerate(same) if not equal] or [width]
        for at in differing:
            if tile.path.startswith("tile/0/") and at < width:
                first = (self.edge.size - 1) // WIDTH * WIDTH
                entries = tile_path(ENTRIES, first // WIDTH, width)
                self.found.add("ledger-leaf-differs", entries, entry=first + at + 1, tile=tile.path)
            else:
                self.found.add("ledger-tile-differs", tile.path, hash=at)

    def _at_size(self) -> None:
        """The checkpoint of the size reached, if there is one."""
        size = self.edge.size
        if size == self.keep:
            self.kept[size] = self.edge.root()
        if size not in self.due:
            return
        path = f"{CHECKPOINTS}/{size}"
        self.seen.add(path)
        try:
            note = read_note(_text(self.folder / path))
        except ValueError as why:
            self.found.add("ledger-checkpoint-unreadable", path, why=str(why))
            return
        point, root = note.checkpoint, self.edge.root()
        self.chain.check(note, self.origin, path, self.found)
        if point.size != size:
            self.found.add("ledger-checkpoint-misnamed", path, size=point.size)
        elif point.root != root:
            self.found.add("ledger-checkpoint-root", path, size=size, signed=show(point.root), found=show(root))


def _check_manifest(folder: Path, walk: _Walk, report: Report) -> None:
    """Whether the manifest says what was found, and every file is the one that it names."""
    found, files = walk.found, walk.files
    try:
        manifest = Manifest.parse((folder / MANIFEST).read_bytes() if MANIFEST in files else b"")
    except ValueError as why:
        found.add("ledger-manifest-unreadable", MANIFEST, why=str(why))
        named: Mapping[str, Mapping[str, object]] = {}
    else:
        named = manifest.files
        for what in ("origin", "entries", "root", "bodies", "withheld", "erased", "checkpoints"):
            says, gives = getattr(manifest, what), getattr(report, what)
            if says != gives or type(says) is not type(gives):
                found.add("ledger-manifest-differs", MANIFEST, what=what, says=str(says), found=str(gives))
        if manifest.audience not in AUDIENCES:
            found.add(
                "ledger-manifest-differs", MANIFEST, what="audience", says=str(manifest.audience), found=AUDIENCES
            )
        for path in sorted((set(named) - files) | ({CHECKPOINT, KEY} - files)):
            found.add("ledger-file-missing", path)
    for path in sorted(files - {MANIFEST}):
        if path in named:
            _check_file(folder, path, named[path], found)
        if path not in walk.seen or (named and path not in named):
            found.add(
                "ledger-file-unknown", path, severity="error" if path in named or path in walk.seen else "warning"
            )


def _check_file(folder: Path, path: str, said: Mapping[str, object], found: Findings) -> None:
    with (folder / path).open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    if digest != said["sha256"] or (folder / path).stat().st_size != said["bytes"]:
        found.add("ledger-file-changed", path)


def _files(folder: Path) -> frozenset[str]:
    """Every file under `folder`, as paths from there; a link is not a file of an export."""
    names = (Path(where) / name for where, _, inside in os.walk(folder) for name in inside)
    return frozenset(path.relative_to(folder).as_posix() for path in names if path.is_file() and not path.is_symlink())


def _text(path: Path) -> str:
    """The text of a small file; '' where there is none or it is not UTF-8."""
    try:
        return path.read_bytes().decode()
    except (OSError, UnicodeDecodeError):
        return ""


def _cut(data: bytes) -> Iterator[bytes]:
    """The headers of a bundle, as far as it can be cut."""
    try:
        yield from unbundle(data)
    except ValueError:
        return


def size_of(checkpoint: str | None) -> int:
    """The size of an old checkpoint; -1 where there is none to keep a root for."""
    try:
        return read_note(checkpoint).checkpoint.size if checkpoint else -1
    except ValueError:
        return -1
