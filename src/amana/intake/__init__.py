"""Bytes as they were received → blocks with their place, or a clear word why not."""

from amana.intake.documents import documents_of
from amana.intake.receive import ENDINGS, Received, blocks_of, too_big

__all__ = ["ENDINGS", "Received", "blocks_of", "documents_of", "too_big"]
