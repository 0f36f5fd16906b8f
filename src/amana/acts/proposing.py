"""What an accepted resolution obliges to, as acts that propose each duty: the way from paragraphs to mandates."""

from __future__ import annotations

from collections.abc import Iterable

from amana import clerk
from amana.acts.mandates import Duty, Propose
from amana.clerk import knowing
from amana.clerk.sheets import Sheet
from amana.folder.organization import Organization
from amana.mandates import obligations
from amana.mandates.addressing import organ_ids
from amana.mandates.obligations import Proposal, ResolutionFacts
from amana.resolutions.accepted import Accepted
from amana.values.ids import MandateId, natural
from amana.values.words import Words


def mandate_id(proposal: Proposal) -> MandateId:
    """The permanent id of a mandate: its paragraph's duty of its kind, the same whenever it is proposed again."""
    return natural("mandate", proposal.resolution, proposal.key, proposal.kind)


def duty_of(proposal: Proposal) -> Duty:
    """The proposal as its act carries it: with what the kernel resolved, so that replay asks no kernel."""
    due, stated = proposal.resolved, proposal.deadline
    return Duty(
        id=mandate_id(proposal),
        resolution=proposal.resolution,
        paragraph=proposal.paragraph,
        place=proposal.key,
        words=proposal.what,
        kind=proposal.kind,
        implementers=proposal.implementers,
        function=proposal.function,
        strength=proposal.force,
        deadline_text=proposal.deadline_words or _said_in(proposal.what, stated.text if stated else ""),
        deadline_kind=stated.kind if stated else "none",
        due_day=str(due.day) if due.day and due.day.last else "",
        due_session=due.session,
        report_to=proposal.report_to,
        report_session=proposal.report_session,
        inferred=due.inferred,
        recurring=proposal.recurring,
    )


def proposals(resolution: Accepted, org: Organization, sheet: Sheet | None = None) -> tuple[Proposal, ...]:
    """The duties that a resolution's paragraphs state: as read on its sheet, or its accepted rows read again."""
    known = knowing.of(org)
    return obligations.propose(
        clerk.stated(
            sheet or resolution,
            resolution=resolution.id,
            patterns=known.patterns,
            gazetteer=known.gazetteer,
            phrases=known.phrases,
        ),
        resolution=ResolutionFacts(
            resolution.id, resolution.symbol, resolution.organ, resolution.session, resolution.renews
        ),
        sessions=org.sessions,
        organs=[organ.id for organ in org.organs],
        states=[party.id for party in org.parties],
        organ_ids=organ_ids(org.organs),
    )


def acts(
    resolution: Accepted, org: Organization, sheet: Sheet | None = None, known: Iterable[MandateId] = ()
) -> list[Propose]:
    """An act for each duty that is not known yet; to be entered together."""
    have = set(known)
    duties = (duty_of(proposal) for proposal in proposals(resolution, org, sheet))
    return [Propose(duty) for duty in duties if duty.id not in have]


def _said_in(what: Words, text: str) -> Words:
    """The deadline's words in the language whose paragraph bears them."""
    return Words({language: text for language, said in what.items() if text and text in said})
