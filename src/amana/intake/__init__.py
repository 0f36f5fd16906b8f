"""Bytes as they were received → blocks with their place, or a clear word why not."""

from amana.intake.receive import ENDINGS, Received, blocks_of, too_big

__all__ = ["ENDINGS", "Received", "blocks_of", "too_big"]
