"""Files on their way to a decision: received, read, laid side by side, compared, put on a sheet, accepted."""

from amana.clerk.accepting import accepted, paragraph_id, stated
from amana.clerk.sheets import Received, Sheet, from_plain, sheet, to_plain

__all__ = ["Received", "Sheet", "accepted", "from_plain", "paragraph_id", "sheet", "stated", "to_plain"]
