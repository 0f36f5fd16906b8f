"""What the public face reads. Each says how many queries it makes, and none of them grows with what it shows."""

from __future__ import annotations

from amana.store.sight import Reader as Reader
