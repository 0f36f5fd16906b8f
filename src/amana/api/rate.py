"""How much one address may ask: a bucket of tokens that fills evenly, kept in the memory of this process."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address
from math import ceil

MANY = 10_000
"""How many addresses are kept in mind; the one asked longest ago is forgotten first."""


@dataclass(frozen=True, slots=True)
class Left:
    """What is left to an address: whether this question may be asked, how many more, in how many seconds the next."""

    may: bool
    limit: int
    remaining: int
    reset: int

    @property
    def headers(self) -> dict[str, str]:
        """As answers say it."""
        said = {"Limit": self.limit, "Remaining": self.remaining, "Reset": self.reset}
        return {f"RateLimit-{name}": str(value) for name, value in said.items()}


class Bucket:
    """A bucket for each address: `a_minute` tokens, filled again within a minute; 0 is without limit."""

    def __init__(self, a_minute: int, clock: Callable[[], float] = time.monotonic) -> None:
        self.a_minute, self._clock = a_minute, clock
        self._held: OrderedDict[str, tuple[float, float]] = OrderedDict()
        self._lock = threading.Lock()

    def take(self, address: str) -> Left | None:
        """Take a token for a question; None where there is no limit.

        >>> bucket = Bucket(2, clock=lambda: 0.0)
        >>> [bucket.take("192.0.2.1").may for _ in range(3)], bucket.take("192.0.2.2").remaining
        ([True, True, False], 1)
        """
        if self.a_minute <= 0:
            return None
        now, key, rate = self._clock(), neighbourhood(address), self.a_minute / 60
        with self._lock:
            tokens, then = self._held.pop(key, (float(self.a_minute), now))
            tokens = min(float(self.a_minute), tokens + (now - then) * rate)
            may = tokens >= 1
            tokens -= 1 if may else 0
            self._held[key] = (tokens, now)
            if len(self._held) > MANY:
                self._held.popitem(last=False)
        reset = ceil((self.a_minute - tokens) / rate) if may else ceil((1 - tokens) / rate)
        return Left(may, self.a_minute, int(tokens), max(reset, 1))


def neighbourhood(address: str) -> str:
    """The address; of IPv6 the first 64 bits, since whoever has one has them all.

    >>> neighbourhood("2001:db8::1") == neighbourhood("2001:db8::2"), neighbourhood("192.0.2.1")
    (True, '192.0.2.1')
    """
    try:
        held = ip_address(address)
    except ValueError:
        return address[:64]
    return str(IPv6Address(int(held) >> 64 << 64)) if isinstance(held, IPv6Address) else str(held)
