"""Resolutions: read, laid side by side, compared, accepted."""
