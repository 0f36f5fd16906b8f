"""Bytes as they were received → blocks with their place, or a clear word why not."""

from amana.intake.receive import Received, blocks_of

__all__ = ["Received", "blocks_of"]
