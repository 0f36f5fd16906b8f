"""Who may see what the house holds, from everybody to named people."""

from __future__ import annotations

from typing import Literal, get_args

Audience = Literal["public", "members", "house", "sealed"]
AUDIENCES: tuple[Audience, ...] = get_args(Audience)
"""From everybody to named people; each may see what those before it may."""
BY_ROLE: tuple[Audience, ...] = AUDIENCES[: AUDIENCES.index("house") + 1]
"""Those that a role belongs to: what is sealed is for named people only."""
