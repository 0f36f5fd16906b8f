"""Files on their way to a decision: received, read, laid side by side, compared, put on a sheet, accepted.

What compares and accepts is imported when it is first asked for: `amana read` starts without it.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from amana.clerk.accepting import accepted, paragraph_id, stated
    from amana.clerk.sheets import Received, Sheet, from_plain, sheet, to_plain

__all__ = ["Received", "Sheet", "accepted", "from_plain", "paragraph_id", "sheet", "stated", "to_plain"]
_ACCEPTING = frozenset({"accepted", "paragraph_id", "stated"})


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{'accepting' if name in _ACCEPTING else 'sheets'}"), name)
