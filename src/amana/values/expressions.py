"""Regular expressions that are compiled once they are asked: a command starts without the hundreds that it never needs.

WORD = expression(r"[a-z]+")
WORD.findall("compiled here, and only now")
"""

from __future__ import annotations

import re
from typing import Any, cast

ASKED = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn", "flags", "groups", "groupindex")


def expression(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives, but compiled where it is asked first; what is wrong with it is told there too.

    >>> expression("[a-z]+").findall("of 12 states"), expression("(").pattern
    (['of', 'states'], '(')
    """
    return cast("re.Pattern[str]", _Later(pattern, flags))


class _Later:
    """An expression as written, until somebody asks it something; from then on it answers as fast as any."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self._with = flags

    def __getattr__(self, name: str) -> Any:
        if name not in ASKED:
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self._with)
        self.__dict__.update({asked: getattr(compiled, asked) for asked in ASKED})
        return self.__dict__[name]

    def __reduce__(self) -> tuple[object, tuple[str, int]]:
        return expression, (self.pattern, self._with)
