"""Facts as sources give them: who says so, where sources differ, which claim is held and why."""

from __future__ import annotations

from dataclasses import dataclass

from amana.values.words import Words


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact comes from.

    `tier`: P text of the organization, the UN or a state; O an official body's page; N press; W wiki, blog, handbook;
    DOC a page kept with the fact base.
    """

    id: str
    tier: str
    address: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """What one or more sources say of a fact: a day, a name or a number; what is said in a sentence stands in `words`."""

    id: str
    value: str
    sources: tuple[str, ...]
    words: Words = Words()


@dataclass(frozen=True, slots=True)
class Dispute:
    """A fact on which sources differ. `fact` names it as `<file>/<row id>#<field>`; `held` is a claim's id or ''.

    `released` says whether the public may see it; until somebody entitled releases it, it is the house's.
    """

    id: str
    fact: str
    claims: tuple[Claim, ...]
    held: str = ""
    why: str = ""
    released: bool = False
    title: Words = Words()
    reasons: Words = Words()

    def reason(self, language: str) -> str:
        """Why that claim is held, in `language` or the next best; what the house says where nothing else is said.

        >>> settled = Dispute("d", "f", (), why="its own text", reasons=Words(fr="son propre texte"))
        >>> settled.reason("fr"), Dispute("d", "f", (), why="its own text").reason("fr")
        ('son propre texte', 'its own text')
        """
        return self.reasons.best(language) or self.why
