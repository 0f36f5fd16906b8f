"""Plain text as it was received: where its blocks begin and end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from amana.intake import page_lines
from amana.intake.encodings import decode
from amana.intake.hyphens import Joiner
from amana.intake.plain_rows import NEWLINES, rows_of
from amana.intake.repair import Repairs
from amana.intake.repair_arabic import FORMS, HAS_FORM, MARKS
from amana.resolutions.adoption import is_adoption_line
from amana.resolutions.beginnings import ARABIC_LETTER, begins
from amana.resolutions.furniture import MEETING, running_heads
from amana.resolutions.labels import take_label
from amana.resolutions.openings import is_organ_line
from amana.values.blocks import Block
from amana.values.expressions import expression
from amana.values.problems import Place, Problem

BREAKS = ("\u2029", "\x0b")
UNSEEN = "\u200e\u200f\u202a\u202b\u202c\u202e\u2066\u2067\u2068\u2069\ufeff"
"""Marks of direction: a line of nothing else is blank."""
BLANKS = expression(r" {2,}")
OTHER_BLANKS = ("\t", "\u00a0", "\u200b", "\u202f", "\u2009")

CLOSED = expression(r"[.,;:!?؛،؟…][\"'”’»)\]]*(?: ?\d{1,3}| (?:and|or|et|ou))?$")
"""How a paragraph may end: a mark, perhaps a quotation mark, perhaps the number of a footnote, or a conjunction."""
ENDED = expression(r"[.;:!?؛؟…][\"'”’»)\]]*$")
HEAD_LINE = expression(
    r"\W*(?:draft |projet de |مشروع )?(?:resolution|résolution|القرار|قرار)\b.{0,60}\d", re.IGNORECASE
)
LEAGUE_LINE = expression(r"\(? ?ق ?[:.]? ?(?:ق ?[:.]? ?)?(?:رقم ?)?[0-9٠-٩]{2,5} ?[-–—]? ?د ?\.? ?(?:ع|غ)[^؛،]{5,60}$")
"""The line in which the League of Arab States numbers a decision."""
ALONE = expression(r"[A-H]$|[IVX]{1,4}$|[يت]قرر(?: ما يلي)? ?:?$")
"""Lines that stand alone: the letter or number of a section, the verb of an Arabic organ."""
NUMBER_LINE = expression(
    r"(?:Resolution|RESOLUTION|Résolution|RÉSOLUTION|القرار|قرار)\s?(?:[Nn][Oo]\.?|[Nn][°º]|رقم)?\s?[0-9٠-٩][0-9٠-٩/()\s-]{0,16}$"
)
"""Nothing but the number of a resolution."""
LONG_HEAD = 45
"""Characters: a longer head that goes on in small letters is not yet at its end."""
ORGAN = 90
"""Characters: a longer line that no mark ends is not that of an organ."""
GROUNDS = ("وإذ ", "إذ ", "واذ ", "اذ ")
"""How a paragraph of an Arabic preamble begins, whatever its verb."""
FURTHER = ("That ", "Que ", "Qu'", "Qu’")
"""How one begins that goes on with the verb above, behind a semicolon."""
MARK_LINE = expression(
    r"(?:annex|annexe|appendix|appendice)(?: (?:[IVX]{1,5}|[0-9]{1,2}|[A-H]))?$|(?:article|pasal) (?:premier|first|[0-9]{1,3}(?:er)?|[IVXL]{1,6})$"
    r"|pr[ée]amb(?:ule|le)$"
    r"|(?:ال)?ماد[ةه] (?:\(?[0-9٠-٩]{1,3}\)?|ال[\u0621-\u064a]{3,8}(?: عشرة?)?) ?:?$|(?:ال)?ديباج[ةه] ?:?$",
    re.IGNORECASE,
)
"""A line that is nothing but the mark of what follows it."""
VOTED = expression(r"\[(?:[Aa]dopt|اعتُ?مد|اتُ?خذ)")
"""How the line in brackets begins that says how a text was adopted."""
ADOPTED = (
    "Adopt",
    "ADOPT",
    "Approved",
    "APPROVED",
    "Done ",
    "DONE ",
    "Fait ",
    "FAIT ",
    "Disahkan",
    "DISAHKAN",
    "Ditetapkan",
    "DITETAPKAN",
)
"""How the line begins that says how a text was adopted, in languages of Latin letters."""
FOOTNOTE = expression(
    r"[0-9]{1,2} (?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Fév|Avr|Mai|Juin|Juil|Aoû|Déc)\w*)[A-ZÀ-Þ][a-zà-ÿ]+[ .,]"
)
"""How a note below the text begins, behind a line that has ended."""
DANGLING = expression(
    r" (?:an?|the|on|of|by|at|in|to|and|for|with|from|sur|de|du|des|la|le|les|à|au|aux|par|en|et|pour|dans)$"
)
"""A small word after which a sentence goes on."""
HEADING = 60
"""Characters: a longer line amid a text is no heading."""
DIGITS = frozenset("0123456789٠١٢٣٤٥٦٧٨٩")
TAIL = 12
"""Characters at the end of a line in which its closing mark stands."""
RUNNING = expression(r"[a-zà-öø-ÿ’'-]{6}")
"""How a line goes on amid a sentence: six small letters are no label and no beginning."""
PAGE_NUMBER = expression(r"[-–—/|.(\[ ]*(?:page |صفحة |halaman )?(\d{1,4})[-–—/|.)\] ]*", re.IGNORECASE)
VERB = 30
"""Characters: a shorter line with a colon announces what is decided below it."""
DENSE = 8
"""A text has a blank line among so many at the least, or what repeats in it is looked for."""
LISTED = 2
"""Semicolons in a line that lists names."""
CUT_SHORT = expression(
    r"(?:^|[ (])(?:[Nn]os?|[Aa]rts?|[Pp]aras?|[Pp]p?|[Vv]ols?|[Dd]oc|Rev|Add|Corr|Mr|Mrs|Ms|Dr|St|cf|MM?|chap|fig)\.$"
)
"""A word cut short: no sentence ends there."""
LONGEST_HEAD = 30
"""Lines above the organ that are looked through."""
LONG_LINE = 150
"""Characters: no drafter wraps lines so late, so a longer line is a paragraph of its own."""


def read(name: str, data: bytes, *, exact: bool = False) -> tuple[tuple[Block, ...], tuple[Problem, ...]]:
    """The blocks of a plain text and what was mended or guessed; raises NotReadable where it is no text."""
    text, problems = decode(name, data)
    repairs = Repairs(name, {})
    numbers, lines, pages = _lines(text, exact)
    rows = (
        rows_of(text) if "\t" in text and not exact and len(numbers) == len(lines) and not pages else frozenset[int]()
    )
    joiner = Joiner(text)
    blocks: list[Block] = []
    for start, many in _pieces(_as_read(text, lines), exact, rows):
        words, mended = joiner.join(lines[start : start + many])
        place = Place(name, line=numbers[start], block=len(blocks) + 1)
        blocks.append(Block(words, place, kind="cell" if start in rows else "text"))
        if mended:
            repairs.note("intake-mended-hyphens", place)
    for line in pages:
        repairs.note("intake-page-numbers", Place(name, line=line))
    return repairs.blocks(blocks), (*problems, *repairs.problems())


def _lines(text: str, exact: bool) -> tuple[Sequence[int], list[str], list[int]]:
    """The number of each line, the lines with single blanks, and on which lines a page number was left out."""
    if "\r" in text or "\u2028" in text or "\x85" in text:
        text = NEWLINES.sub("\n", text)
    for blank in OTHER_BLANKS:
        text = text.replace(blank, " ")
    for end in BREAKS:
        text = text.replace(end, "\f")
    raw = text.split("\n")
    if "  " in text:
        raw = [BLANKS.sub(" ", line) if "  " in line else line for line in raw]
    if "\f" not in text:
        return range(1, len(raw) + 1), [line.strip() for line in raw], []
    return _pages(raw, exact)


def _pages(raw: list[str], exact: bool) -> tuple[list[int], list[str], list[int]]:
    """The same for a text in pages: numbers of pages that rise by one go, a sentence that runs on is not cut."""
    numbers: list[int] = []
    lines: list[str] = []
    starts: list[int] = []
    for number, line in enumerate(raw, 1):
        for n, part in enumerate(line.split("\f") if "\f" in line else (line,)):
            if n:
                starts.append(len(lines))
                numbers.append(number)
                lines.append("")
            numbers.append(number)
            lines.append(part.strip())
    if exact:
        return numbers, lines, []
    numbered = _page_numbers(lines, starts)
    left_out = [numbers[n] for n in numbered]
    for n in numbered:
        lines[n] = ""
    gone = {n for start in starts for n in _gap(lines, start)}
    kept = [n for n in range(len(lines)) if n not in gone]
    return [numbers[n] for n in kept], [lines[n] for n in kept], left_out


def _page_numbers(lines: list[str], starts: list[int]) -> list[int]:
    """Lines that are nothing but a number at the top or foot of a page, where two or more of them rise with the pages."""
    found: dict[tuple[bool, int], list[int]] = {}
    for page, start in enumerate([*starts, len(lines)]):
        begin = starts[page - 1] + 1 if page else 0
        filled = [n for n in range(begin, start) if lines[n]]
        for foot, n in ((False, filled[0]), (True, filled[-1])) if filled else ():
            number = PAGE_NUMBER.fullmatch(lines[n])
            if number:
                found.setdefault((foot, int(number[1]) - page), []).append(n)
    return sorted({n for same in found.values() if len(same) > 1 for n in same})


def _gap(lines: list[str], start: int) -> range:
    """The empty lines around a break of pages through which a sentence runs on; none where it does not."""
    before, after = start, start
    while before >= 0 and not lines[before]:
        before -= 1
    while after < len(lines) and not lines[after]:
        after += 1
    if before < 0 or after >= len(lines) or CLOSED.search(lines[before][-TAIL:]) or len(lines[before]) < 40:
        return range(0)
    first = lines[after]
    runs_on = first[0].islower() or (ARABIC_LETTER.match(first) and not begins(first))
    return range(before + 1, after) if runs_on else range(0)


def _as_read(text: str, lines: list[str]) -> list[str]:
    """The lines with plain Arabic letters, so that their words are known."""
    marked = not text.isascii() and any(mark in text for mark in UNSEEN)
    if not marked and "ـ" not in text and (text.isascii() or HAS_FORM.search(text) is None):
        return lines
    plain = [MARKS.sub("", line.translate(FORMS)).strip() if line else line for line in lines]
    return [line.replace("ـ", "") or line for line in plain]


def _pieces(lines: list[str], exact: bool, rows: frozenset[int]) -> Iterator[tuple[int, int]]:
    """For each paragraph the place of its first line in the list, and how many lines it has."""
    width = _width(lines)
    head = 0 if exact else _head(lines)
    heads = frozenset[str]() if exact or lines.count("") * DENSE > len(lines) else running_heads(lines)
    start = number = 0
    piece: list[str] = []
    for n, line in enumerate(lines):
        counted = 0 if exact or not line or line[0] not in DIGITS else _number(line)
        if line and piece and counted and counted == number + 1 and ARABIC_LETTER.search(line[:12]):
            pass  # the next number of an Arabic list, whatever the line above ends with
        elif (
            line
            and piece
            and ((rows and (n in rows or n - 1 in rows)) or (not exact and page_lines.parts(piece[-1], line, heads)))
        ):
            pass  # a row of a table, what is printed on top or at the foot of a page
        elif line and piece and n < head and _had_room(piece[-1], line, width):
            pass  # above the organ each line that its writer ended is one
        elif line and piece and (exact or not (_divides(piece[-1], line, width) or _ends_here(piece, lines, n, width))):
            piece.append(line)
            continue
        number = counted or number
        if piece:
            yield start, len(piece)
        start, piece = n, [line] if line else []
    if piece:
        yield start, len(piece)


def _head(lines: list[str]) -> int:
    """How many lines stand above the enacting organ, or above the first that opens, where no blank line parts them."""
    first = next((n for n, line in enumerate(lines) if line), 0)
    for n in range(first, min(len(lines), first + LONGEST_HEAD)):
        line = lines[n]
        if not line:
            return 0
        if n > first and begins(line) in ("organ", "opening"):
            return n + 1
    return 0


def _had_room(before: str, line: str, width: int) -> bool:
    """Whether the next word had had room on a line that a small word or a mark does not leave open."""
    first = line.split(" ", 1)[0]
    if len(before) + 1 + len(first) > width or line[0].islower() or line[0] == "[" or before[-1] in ",-–(":
        return False
    return DANGLING.search(before[-TAIL:]) is None


def _ends_here(piece: list[str], lines: list[str], n: int, width: int) -> bool:
    """Whether a piece ends before a line by what it is, or by what that line and the next are."""
    before = piece[-1]
    if lines[n][0].islower():
        return False
    if (
        len(before) < HEADING
        and len(piece) < 3
        and (_is_mark(" ".join(piece), lines[n]) or (len(piece) == 1 and _is_short_heading(lines, n - 1, width)))
    ):
        return True
    return _is_heading(before, lines, n) or _is_short_heading(lines, n, width) or _enacts(lines, n, width)


def _is_short_heading(lines: list[str], n: int, width: int) -> bool:
    """Whether a line far shorter than the others, without a mark, stands between a line that has ended and one that begins."""
    line = lines[n]
    if not n or len(line) >= HEADING or len(line) >= width * 0.6 or not line[:1].isupper() or n + 1 >= len(lines):
        return False
    return (
        lines[n + 1][:1].isupper()
        and CLOSED.search(line[-TAIL:]) is None
        and ENDED.search(lines[n - 1][-TAIL:]) is not None
    )


def _enacts(lines: list[str], n: int, width: int) -> bool:
    """Whether a line names the organ and the next opens its first ground or act."""
    line = lines[n]
    if line[0] not in "TLNW" or n + 1 >= len(lines) or len(line) > ORGAN:
        return False
    if line[-1] not in ",:" and len(line) >= width * 0.6:
        return False
    return (is_organ_line(line, "en") or is_organ_line(line, "fr")) and begins(lines[n + 1]) == "opening"


def _number(line: str) -> int:
    """The number with a mark that a line begins with; 0 without one."""
    label = take_label(line)[0]
    return min(label.positions(), default=0) if label is not None and label.shape == "n." else 0


def _width(lines: list[str]) -> int:
    """The width to which the lines are wrapped: nine of ten lines are not longer."""
    lengths = sorted(map(len, filter(None, lines)))
    return lengths[len(lengths) * 9 // 10] if lengths else 0


def _is_heading(before: str, lines: list[str], n: int) -> bool:
    """Whether a short line without a mark stands between a paragraph that has ended and one that has a number."""
    line = lines[n]
    if len(line) > HEADING or line[0].islower() or CLOSED.search(line[-TAIL:]) or not ENDED.search(before[-TAIL:]):
        return False
    label = take_label(lines[n + 1])[0] if n + 1 < len(lines) else None
    return label is not None and label.numeric and take_label(line)[0] is None


def _divides(before: str, line: str, width: int) -> bool:
    """Whether a new paragraph begins at `line` although no blank line says so."""
    length = len(before)
    closed = CLOSED.search(before[-TAIL:]) is not None and not (before[-1] == "." and CUT_SHORT.search(before[-TAIL:]))
    small = line[0].islower()
    if (
        (length > LONG_LINE and (closed or not (small or DANGLING.search(before[-TAIL:]))))
        or _is_alone(line)
        or (line[0] == "[" and VOTED.match(line))
        or _is_alone(before)
    ):
        return True
    short = length < width * 0.75
    if closed and not small and _is_over(before, line, width):
        return True
    if (
        not (closed or length >= 80 or before[0].islower())
        and (HEAD_LINE.match(before) or (length < HEADING and NUMBER_LINE.match(line)))
        and not (small and _goes_on(before, line))
    ):
        return True
    if not (closed or short) or (small and RUNNING.match(line)):
        return False
    if not closed and length < ORGAN and ARABIC_LETTER.match(line) and is_organ_line(before, "ar"):
        return begins(line) != ""  # the organ alone on its line, without a mark
    return (
        (begins(line) != "" or line.startswith(GROUNDS) or _is_said_apart(line, before))
        if closed
        else _stands_alone(line)
    )


def _is_over(before: str, line: str, width: int) -> bool:
    """Whether a line ends far before the others with a mark, or with a semicolon before a capital that begins no list."""
    if before[-1] == ";" and line[0].isupper() and line.count(";") < LISTED:
        return True
    return len(before) < width * 0.7 and ENDED.search(before[-TAIL:]) is not None


def _goes_on(before: str, line: str) -> bool:
    """Whether a head goes on in small letters, where it is long or breaks off at a small word."""
    breaks_off = len(before) > LONG_HEAD or DANGLING.search(before[-TAIL:]) is not None
    return breaks_off and take_label(line)[0] is None


def _is_mark(before: str, line: str) -> bool:
    """Whether a piece is but the mark of what follows, or tells of the meeting at the end, so that another begins."""
    if before[0] in "AaPpام" and MARK_LINE.match(before) is not None:
        return True
    return before[0] in DIGITS and MEETING.match(before) is not None and MEETING.match(line) is None


def _is_said_apart(line: str, before: str) -> bool:
    """Whether a line tells how or when the text was adopted, is a note below it, or the mark of what follows."""
    if len(line) < HEADING and ENDED.search(before[-TAIL:]) and (MARK_LINE.match(line) or MEETING.match(line)):
        return True
    if line.startswith(FURTHER):
        return before[-1] == ";"
    if line[0] in DIGITS:
        return FOOTNOTE.match(line) is not None and ENDED.search(before[-TAIL:]) is not None
    if line[-1] == ":" and len(line) < VERB and line[0].isupper():
        return True  # "Do hereby:"
    return line.startswith(ADOPTED) and any(is_adoption_line(line, language) for language in ("en", "fr", "id"))


def _is_alone(line: str) -> bool:
    if len(line) < 16 and ALONE.match(line) is not None:
        return True
    if len(line) < 40 and line.startswith(("الجلسة ", "Meeting ")) and MEETING.match(line) is not None:
        return True
    return "ق" in line and LEAGUE_LINE.match(line) is not None


def _stands_alone(line: str) -> bool:
    """Whether a label or the name of the organ begins a line, as they may after a line that was left unfinished."""
    if take_label(line)[0] is not None or (len(line) < 20 and MARK_LINE.match(line) is not None):
        return True
    if ARABIC_LETTER.search(line[:40]):
        return is_organ_line(line, "ar")
    capital = line[:1].isupper() or line[:1] in '"“«'
    return capital and (is_organ_line(line, "en") or is_organ_line(line, "fr"))
