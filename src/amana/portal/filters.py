"""Filters in an address: /list/organ/council/session/co-4/ - pairs in one fixed order, so that each list has one address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.http import Http404
from django.urls import reverse


@dataclass(frozen=True, slots=True)
class Filters:
    """What was chosen, under the names a list knows. `page` is the name of the address."""

    page: str
    names: tuple[str, ...]
    chosen: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def read(cls, page: str, names: tuple[str, ...], path: str) -> Filters:
        """The filters an address names; a page that is not there where it names others."""
        parts = [part for part in path.split("/") if part]
        chosen = dict(zip(parts[::2], parts[1::2], strict=False))
        if len(parts) % 2 or not set(chosen) <= set(names) or len(chosen) * 2 != len(parts):
            raise Http404
        return cls(page, names, chosen)

    def get(self, name: str) -> str:
        """What was chosen under this name, or ''."""
        return self.chosen.get(name, "")

    def address(self, **change: str) -> str:
        """The address of the list with a choice changed, or taken back with ''."""
        chosen = {**self.chosen, **change}
        path = "/".join(f"{name}/{chosen[name]}" for name in self.names if chosen.get(name))
        return reverse(f"{self.page}-list", args=[path]) if path else reverse(self.page)


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice of a filter: its words, its address, and whether it is the present one."""

    words: object
    address: str
    chosen: bool = False
