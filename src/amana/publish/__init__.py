"""Documents out: Word files, citations."""
