"""Bytes as they were received → blocks with their place, or a clear word why not.

What reads documents is imported when it is first asked for: rows of a translators' file are read without it.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from amana.intake.documents import documents_of
    from amana.intake.receive import ENDINGS, Received, blocks_of, too_big

__all__ = ["ENDINGS", "Received", "blocks_of", "documents_of", "too_big"]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{'documents' if name == 'documents_of' else 'receive'}"), name)
