"""One organization's folder of TOML, CSV and plain text: read, checked, written ↔ one frozen `Organization`."""

from amana.folder.loadable import facts_of, organization_from
from amana.folder.organization import Organization, Phrase, Profile, TermBaseEntry
from amana.folder.reading import check, read
from amana.folder.starter import new
from amana.folder.writing import files_of, write

__all__ = [
    "Organization",
    "Phrase",
    "Profile",
    "TermBaseEntry",
    "check",
    "facts_of",
    "files_of",
    "new",
    "organization_from",
    "read",
    "write",
]
