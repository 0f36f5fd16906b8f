"""What a page really draws: the blanks that PDFium leaves out, and the letters that it takes from a text spelled beside them.

Programs that print Arabic draw a letter and its vowel signs as shapes of their own and say beside them what they spell
(`ActualText`). PDFium gives that text at the first shape it meets, a sign as like as not, and again at the next one.
"""

from __future__ import annotations

import ctypes
from collections.abc import Mapping
from dataclasses import dataclass, field

from pypdfium2 import raw

from amana.intake.visual import RIGHT

MOST_OBJECTS = 100_000
SPELLED = b"ActualText"
NARROW = 1.0
"""Points: no blank is narrower."""


@dataclass(slots=True)
class Shape:
    """One drawn object of text: where it reaches, where the pen stood and on which line."""

    left: float
    bottom: float
    right: float
    top: float
    begin: float
    base: float

    @property
    def area(self) -> float:
        """How much room it takes: a letter more than its signs."""
        return (self.right - self.left) * (self.top - self.bottom)


@dataclass(slots=True)
class Spelled:
    """Letters spelled beside the shapes that draw them."""

    text: str
    shapes: list[Shape] = field(default_factory=list)


@dataclass(slots=True)
class Drawn:
    """What is drawn on a page: blanks that show no ink, and which objects have their letters spelled."""

    blanks: list[Shape] = field(default_factory=list)
    spelled: dict[int, Spelled] = field(default_factory=dict)
    turn: dict[int, int] = field(default_factory=dict)
    """When each object was drawn, counted from the first."""


def drawn(page: raw.FPDF_PAGE) -> Drawn:
    """The blanks of a page that are objects of their own, and its spelled Arabic letters by the address of each object."""
    out = Drawn()
    begins: dict[int, list[float]] = {}
    by_span: dict[int, Spelled] = {}
    for number in range(min(raw.FPDFPage_CountObjects(page), MOST_OBJECTS)):
        one = raw.FPDFPage_GetObject(page, number)
        if raw.FPDFPageObj_GetType(one) != raw.FPDF_PAGEOBJ_TEXT:
            continue
        shape = _shape(one)
        out.turn[address_of(one)] = number
        if shape.right - shape.left < 0.01 and shape.top - shape.bottom < 0.01:
            out.blanks.append(shape)
        else:
            begins.setdefault(round(shape.base), []).append(shape.begin)
        span = _span(one)
        if span is None:
            continue
        address, mark = span
        if address not in by_span:
            by_span[address] = Spelled(_text(mark))
        if by_span[address].text:
            by_span[address].shapes.append(shape)
            out.spelled[address_of(one)] = by_span[address]
    out.blanks = [blank for blank in out.blanks if _has_width(blank, begins)]
    return out


def _has_width(blank: Shape, begins: Mapping[int, list[float]]) -> bool:
    """Whether the pen moved on after a blank: marks of direction, which show no ink either, leave it where it is."""
    line = round(blank.base)
    return not any(
        -NARROW / 3 < begin - blank.begin < NARROW for y in (line - 1, line, line + 1) for begin in begins.get(y, ())
    )


def address_of(handle: object) -> int:
    """By what one object is known again; 0 for none."""
    return ctypes.cast(handle, ctypes.c_void_p).value or 0  # type: ignore[arg-type]


def _shape(one: raw.FPDF_PAGEOBJECT) -> Shape:
    sides = [ctypes.c_float() for _ in range(4)]
    raw.FPDFPageObj_GetBounds(one, *(ctypes.byref(side) for side in sides))
    matrix = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(one, ctypes.byref(matrix))
    left, bottom, right, top = (float(side.value) for side in sides)
    return Shape(left, bottom, right, top, float(matrix.e), float(matrix.f))


def _span(one: raw.FPDF_PAGEOBJECT) -> tuple[int, raw.FPDF_PAGEOBJECTMARK] | None:
    """The mark with which a text is spelled beside this object."""
    for number in range(raw.FPDFPageObj_CountMarks(one)):
        mark = raw.FPDFPageObj_GetMark(one, number)
        if raw.FPDFPageObjMark_GetParamValueType(mark, SPELLED) == raw.FPDF_OBJECT_STRING:
            return address_of(mark), mark
    return None


def _text(mark: raw.FPDF_PAGEOBJECTMARK) -> str:
    """What is spelled, where that is Arabic letters and nothing else; '' otherwise."""
    size = ctypes.c_ulong(0)
    raw.FPDFPageObjMark_GetParamStringValue(mark, SPELLED, None, 0, ctypes.byref(size))
    if not 2 < size.value < 200:
        return ""
    buffer = (ctypes.c_ushort * (size.value // 2))()
    raw.FPDFPageObjMark_GetParamStringValue(mark, SPELLED, buffer, size.value, ctypes.byref(size))
    text = _unpacked(list(buffer)[:-1])
    return text if text and all(RIGHT.match(letter) for letter in text) else ""


def _unpacked(units: list[int]) -> str:
    """A text of which PDFium gives the units, or the bytes of each unit one by one.

    >>> _unpacked([0x0644, 0x0627]), _unpacked([0xFE, 0xFF, 0x06, 0x44, 0x06, 0x27]), _unpacked([0x06, 0x44])
    ('لا', 'لا', 'ل')
    """
    if max(units, default=0) < 256 and len(units) % 2 == 0:
        return bytes(units).removeprefix(b"\xfe\xff").decode("utf-16-be", errors="replace")
    return "".join(map(chr, units))
