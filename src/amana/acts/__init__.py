"""Every act, by subject, and the one door through which it enters the record."""
