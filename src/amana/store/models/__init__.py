"""All tables. Record tables are append-only; shadow tables are rebuilt from the record; side tables never are."""

from amana.store.models.facts import Fact, Release
from amana.store.models.mandates import Evidence, Mandate, Step
from amana.store.models.people import Grant
from amana.store.models.record import Body, Checkpoint, Entry, Erasure, Head, Key, Node
from amana.store.models.side import Draft, User
from amana.store.models.texts import File, Finding, Paragraph, Resolution, Text

RECORD = (Head, Entry, Body, Node, Checkpoint)
SHADOW = (Key, Erasure, Fact, Release, Grant, File, Resolution, Text, Paragraph, Finding, Mandate, Step, Evidence)
SIDE = (User, Draft)

__all__ = [
    "RECORD",
    "SHADOW",
    "SIDE",
    "Body",
    "Checkpoint",
    "Draft",
    "Entry",
    "Erasure",
    "Evidence",
    "Fact",
    "File",
    "Finding",
    "Grant",
    "Head",
    "Key",
    "Mandate",
    "Node",
    "Paragraph",
    "Release",
    "Resolution",
    "Step",
    "Text",
    "User",
]
