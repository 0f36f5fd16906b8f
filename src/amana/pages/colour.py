"""The one accent colour of an organization, made safe to read on white paper and on a dark screen."""

from __future__ import annotations

import re

DEFAULT = "#1f5f8b"
WHITE, DARK = (255, 255, 255), (19, 22, 26)
ENOUGH = 5.0
"""Contrast aimed at: above the 4.5 that WCAG 2.2 AA asks of text."""

Rgb = tuple[int, int, int]
_SHAPE = re.compile(r"#?([0-9a-fA-F]{6})")


def accents(colour: str) -> tuple[str, str]:
    """The colour darkened until it reads on white, and lightened until it reads on the dark ground.

    What is no colour '#rrggbb' gives the house's own.

    >>> accents("#ffee00")
    ('#736b00', '#ffee00')
    >>> accents("red") == accents(DEFAULT)
    True
    """
    shape = _SHAPE.fullmatch(colour) or _SHAPE.fullmatch(DEFAULT)
    assert shape is not None
    rgb = bytes.fromhex(shape[1])
    given: Rgb = (rgb[0], rgb[1], rgb[2])
    return _until(given, (0, 0, 0), WHITE), _until(given, WHITE, DARK)


def contrast(one: Rgb, other: Rgb) -> float:
    """The contrast ratio of WCAG 2: 1 to 21.

    >>> contrast((0, 0, 0), (255, 255, 255))
    21.0
    """
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _until(colour: Rgb, towards: Rgb, ground: Rgb) -> str:
    for step in range(21):
        mixed: Rgb = tuple(round(c + (t - c) * step / 20) for c, t in zip(colour, towards, strict=True))  # type: ignore[assignment]
        if contrast(mixed, ground) >= ENOUGH:
            break
    return "#" + bytes(mixed).hex()


def _luminance(colour: Rgb) -> float:
    red, green, blue = (_linear(c / 255) for c in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(share: float) -> float:
    return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)
