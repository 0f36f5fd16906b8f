"""The face of staff and focal points."""
