"""Touchpoints: what was sent, said and received, and what it settles."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple, cast

import msgspec

from followup_tui.desk.desk import Desk
from followup_tui.domain.cadence import FollowUp
from followup_tui.domain.errors import Ambiguous, FollowupError
from followup_tui.domain.facts import instant
from followup_tui.domain.instants import format_instant, is_ahead
from followup_tui.domain.phrases import kind_words
from followup_tui.domain.records import (
    Channel,
    Contact,
    Direction,
    Interview,
    Opportunity,
    Record,
    Touchpoint,
    TouchpointKind,
)
from followup_tui.domain.text import clean


class Entry(NamedTuple):
    """One message, call or meeting to be logged; what is None is found out from the book."""

    kind: TouchpointKind
    contact_id: str | None = None
    opportunity_id: str | None = None
    direction: Direction = "out"
    channel: Channel | None = None
    at: datetime | None = None
    subject: str = ""
    body: str = ""
    needs_reply: bool = False
    early_reason: str | None = None
    promise_id: str | None = None
    material_ids: tuple[str, ...] = ()
    decision_by: str | None = None
    """The day by which they said they decide, for the opportunity; None leaves what is known of that."""


class Logged(NamedTuple):
    """What logging stored, and the follow-up that it answered, if one was planned."""

    touchpoint: Touchpoint
    follow_up: FollowUp | None


def log(desk: Desk, entry: Entry, follow_up: FollowUp | None = None) -> Logged:
    """Store one touchpoint with what follows from it: a kept promise, an accepted invitation.

    Without `follow_up` the one meant is looked for: the only one of that kind to that contact (of that opportunity, if
    one is given) says opportunity and interview; else the contact's only opportunity that is not closed does. Raises
    Ambiguous when several are possible, and FollowupError for an instant that is still ahead or for a promise that
    cannot be kept by this.
    """
    now = desk.now()
    if entry.at is not None and is_ahead(entry.at, now):
        raise FollowupError("What is logged has happened already: give a time that is not ahead of now.")
    if entry.promise_id is not None:
        _must_keep(desk, entry, entry.promise_id)
    follow_up = follow_up or _meant(desk, entry)
    opportunity_id = entry.opportunity_id or (follow_up.opportunity_id if follow_up else _only_opportunity(desk, entry))
    touchpoint = Touchpoint(
        id=desk.book.new_id("tch"),
        contact_id=entry.contact_id,
        opportunity_id=opportunity_id,
        interview_id=follow_up.interview_id if follow_up else None,
        at=format_instant((entry.at or now).astimezone(desk.clock.zone)),
        direction=entry.direction,
        channel=entry.channel or _channel(desk, entry, follow_up),
        kind=entry.kind,
        subject=clean(entry.subject),
        body=clean(entry.body),
        needs_reply=entry.needs_reply,
        early_reason=entry.early_reason,
        material_ids=entry.material_ids,
        created_at=desk.clock.stamp(),
    )
    settled = settled_by(desk, touchpoint, entry.promise_id or _promise_id(follow_up))
    desk.change(label_of(desk, touchpoint), put=[touchpoint, *settled, *_decided_by(desk, touchpoint, entry)])
    return Logged(touchpoint, follow_up)


def _must_keep(desk: Desk, entry: Entry, promise_id: str) -> None:
    """Raise FollowupError unless the entry can keep that promise."""
    if (entry.kind, entry.direction) != ("promise", "out"):
        raise FollowupError("Only a promise that you kept names one: log promise, without --in; nothing was changed.")
    if not _interviews_with_promise(desk, promise_id):
        raise FollowupError(
            f"No promise {promise_id!r} is open; nothing was changed. Its id stands in the key of its follow-up, in"
            " `followup due --all --json`."
        )


def _decided_by(desk: Desk, touchpoint: Touchpoint, entry: Entry) -> list[Opportunity]:
    opportunity = desk.find(Opportunity, touchpoint.opportunity_id)
    if opportunity is None or entry.decision_by in (None, opportunity.decision_by):
        return []
    return [
        msgspec.structs.replace(opportunity, decision_by=entry.decision_by, updated_at=touchpoint.created_at),
    ]


def correct(desk: Desk, touchpoint_id: str, entry: Entry) -> Touchpoint:
    """Change what was logged: all that an entry says of the touchpoint but its early reason and what it settled.

    Raises NotFound if it is gone, and FollowupError for an instant that is still ahead. An instant of None means now.
    """
    touchpoint, now = desk.get(Touchpoint, touchpoint_id), desk.now()
    at = entry.at or now
    if is_ahead(at, now):
        raise FollowupError("What is logged has happened already: give a time that is not ahead of now.")
    changed = msgspec.structs.replace(
        touchpoint,
        kind=entry.kind,
        contact_id=entry.contact_id,
        direction=entry.direction,
        channel=entry.channel or touchpoint.channel,
        at=touchpoint.at if at == instant(touchpoint.at) else format_instant(at.astimezone(desk.clock.zone)),
        subject=clean(entry.subject),
        body=clean(entry.body),
        needs_reply=entry.needs_reply,
        material_ids=entry.material_ids,
    )
    if changed != touchpoint:
        desk.change(label_of(desk, changed).replace("Logged", "Edited", 1), put=[changed])
    return changed


def _meant(desk: Desk, entry: Entry) -> FollowUp | None:
    """The follow-up that the entry answers: the only planned one of its kind to its contact."""
    fitting = [
        follow_up
        for follow_up in desk.plan()
        if follow_up.kind == entry.kind
        and follow_up.contact_id == entry.contact_id
        and entry.opportunity_id in (None, follow_up.opportunity_id)
        and entry.promise_id in (None, _promise_id(follow_up))
    ]
    if len(fitting) > 1 and entry.kind == "promise" and entry.direction == "out":
        raise Ambiguous(
            "Several promises to them are open; nothing was changed. Say which with --promise:",
            [(_promise_id(follow_up) or follow_up.key, follow_up.reason) for follow_up in fitting],
        )
    return fitting[0] if len(fitting) == 1 else None


def _promise_id(follow_up: FollowUp | None) -> str | None:
    """The id of the promise that an R6 follow-up reminds of."""
    if follow_up is None or follow_up.rule != "R6":
        return None
    return follow_up.key.removeprefix("promise:")


def _only_opportunity(desk: Desk, entry: Entry) -> str | None:
    if entry.contact_id is None:
        return None
    running = [opportunity for opportunity in opportunities_of(desk, entry.contact_id) if opportunity.stage != "closed"]
    if len(running) > 1:
        raise Ambiguous(
            "They belong to several opportunities; nothing was changed. Say which with --opportunity:",
            [(opportunity.id, f"{opportunity.company}, {opportunity.role}") for opportunity in running],
        )
    return running[0].id if running else None


def opportunities_of(desk: Desk, contact_id: str) -> Sequence[Opportunity]:
    """The opportunities that a contact belongs to, by its people or by an interview, oldest first."""
    found = {entry.id: entry.record for entry in desk.facts.opportunities_of_contact.of(contact_id)}
    for meeting in desk.facts.interviews_of_contact.of(contact_id):
        opportunity = desk.find(Opportunity, meeting.record.opportunity_id)
        if opportunity is not None:
            found[opportunity.id] = opportunity
    return sorted(found.values(), key=lambda opportunity: (opportunity.created_at, opportunity.id))


def _channel(desk: Desk, entry: Entry, follow_up: FollowUp | None) -> Channel:
    contact = desk.find(Contact, entry.contact_id)
    planned = follow_up.channel if follow_up else None
    return cast("Channel", planned or (contact and contact.preferred_channel) or "email")


def settled_by(desk: Desk, touchpoint: Touchpoint, promise_id: str | None) -> list[Record]:
    """The other records that a touchpoint changes: a promise is kept, an invitation has been accepted."""
    if touchpoint.kind == "promise" and touchpoint.direction == "out" and promise_id is not None:
        return [_kept(interview, promise_id, touchpoint.at) for interview in _interviews_with_promise(desk, promise_id)]
    if touchpoint.kind == "connect" and touchpoint.direction == "in":
        contact = desk.find(Contact, touchpoint.contact_id)
        if contact is not None and contact.linkedin_connected_at is None:
            return [
                msgspec.structs.replace(contact, linkedin_connected_at=touchpoint.at, updated_at=touchpoint.created_at)
            ]
    return []


def _interviews_with_promise(desk: Desk, promise_id: str) -> list[Interview]:
    return [
        interview
        for interview in desk.records(Interview).values()
        if any(promise.id == promise_id and promise.kept_at is None for promise in interview.promises)
    ]


def _kept(interview: Interview, promise_id: str, at: str) -> Interview:
    promises = tuple(
        msgspec.structs.replace(promise, kept_at=at) if promise.id == promise_id else promise
        for promise in interview.promises
    )
    return msgspec.structs.replace(interview, promises=promises)


def label_of(desk: Desk, touchpoint: Touchpoint) -> str:
    """A touchpoint in the list of changes: `Logged a thank-you to Ana Ruiz`."""
    contact = desk.find(Contact, touchpoint.contact_id)
    opportunity = desk.find(Opportunity, touchpoint.opportunity_id)
    whom = contact.name if contact else opportunity.company if opportunity else "somebody"
    towards = "to" if touchpoint.direction == "out" else "from"
    return f"Logged: {kind_words(touchpoint.kind)} {towards} {whom}"
