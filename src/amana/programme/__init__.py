"""Programmes of action: their priority areas and goals, and how far they have come."""
