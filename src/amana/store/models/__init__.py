"""All tables. Record tables are append-only; shadow tables are rebuilt from the record; side tables never are."""

from amana.store.models.facts import Fact, Release
from amana.store.models.mandates import Evidence, Mandate, Step
from amana.store.models.people import Grant
from amana.store.models.record import Body, Checkpoint, Entry, Erasure, Head, Key, Node
from amana.store.models.search import Document, Indexed
from amana.store.models.side import Draft, ErrorReport, LineOfVersion, User
from amana.store.models.texts import File, Finding, FindingRule, Issue, Link, Paragraph, Resolution, Subject, Text

RECORD = (Head, Entry, Body, Node, Checkpoint)
SHADOW = (
    Key,
    Erasure,
    Fact,
    Release,
    Grant,
    File,
    Resolution,
    Subject,
    Link,
    Text,
    Paragraph,
    Finding,
    FindingRule,
    Issue,
    Mandate,
    Step,
    Evidence,
)
SIDE = (User, Draft, LineOfVersion, ErrorReport)
INDEX = (Document, Indexed)
"""Made from the shadow, in the same transaction; never in a backup."""

__all__ = [
    "INDEX",
    "RECORD",
    "SHADOW",
    "SIDE",
    "Body",
    "Checkpoint",
    "Document",
    "Draft",
    "Entry",
    "Erasure",
    "ErrorReport",
    "Evidence",
    "Fact",
    "File",
    "Finding",
    "FindingRule",
    "Grant",
    "Head",
    "Indexed",
    "Issue",
    "Key",
    "LineOfVersion",
    "Link",
    "Mandate",
    "Node",
    "Paragraph",
    "Release",
    "Resolution",
    "Step",
    "Subject",
    "Text",
    "User",
]
