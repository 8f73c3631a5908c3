"""Drafts: begun from a template, kept while they are written, marked as sent."""

from collections.abc import Sequence
from typing import NamedTuple, cast

import msgspec

from followup_tui.desk.desk import Desk
from followup_tui.desk.log import settled_by
from followup_tui.domain.cadence import FollowUp
from followup_tui.domain.errors import FollowupError
from followup_tui.domain.phrases import kind_words
from followup_tui.domain.records import (
    Channel,
    Contact,
    Draft,
    Interview,
    Material,
    Opportunity,
    Reminder,
    Revision,
    Touchpoint,
    TouchpointKind,
)
from followup_tui.domain.schema import TOUCHPOINT_KINDS
from followup_tui.domain.templates import About, Template, choose, fill, material_ids, values_for
from followup_tui.domain.text import clean

REVISIONS_KEPT = 20


class Opened(NamedTuple):
    """A draft to write at, with what it is about; `placeholders` are the spans of its body still to fill by hand."""

    draft: Draft
    follow_up: FollowUp | None
    contact: Contact | None
    opportunity: Opportunity | None
    interview: Interview | None
    last_message: Touchpoint | None = None
    placeholders: tuple[tuple[int, int], ...] = ()


class Sent(NamedTuple):
    """What marking as sent stored, and what comes next for the same opportunity or contact, and to `whom`."""

    touchpoint: Touchpoint
    following: FollowUp | None
    whom: str = ""


def open_for(desk: Desk, templates: Sequence[Template], follow_up: FollowUp) -> Opened:
    """The draft for a follow-up: the one begun earlier and not sent, else a new one from the template for its kind.

    A new one is not stored yet: looking leaves no trace.
    """
    begun = [
        draft
        for draft in desk.records(Draft).values()
        if draft.follow_up_key == follow_up.key and draft.sent_touchpoint_id is None
    ]
    if begun:
        return _opened(desk, max(begun, key=lambda draft: draft.updated_at), follow_up)
    return begin(desk, templates, follow_up=follow_up)


def open_draft(desk: Desk, draft_id: str) -> Opened:
    """A draft that is in the book. Raises NotFound if it is gone."""
    draft = desk.get(Draft, draft_id)
    follow_up = desk.follow_up(draft.follow_up_key) if draft.follow_up_key else None
    return _opened(desk, draft, follow_up)


def begin(
    desk: Desk,
    templates: Sequence[Template],
    *,
    follow_up: FollowUp | None = None,
    contact_id: str | None = None,
    opportunity_id: str | None = None,
    interview_id: str | None = None,
    kind: str = "other",
) -> Opened:
    """A new draft, filled from the template for its kind and channel; not stored until it is saved."""
    if follow_up is not None:
        contact_id, opportunity_id, kind = follow_up.contact_id, follow_up.opportunity_id, follow_up.kind
        interview_id = follow_up.interview_id
    contact = desk.find(Contact, contact_id)
    channel = (follow_up and follow_up.channel) or (contact and contact.preferred_channel) or "email"
    now = desk.clock.stamp()
    draft = Draft(
        id=desk.book.new_id("dra"),
        contact_id=contact_id,
        opportunity_id=opportunity_id,
        interview_id=interview_id,
        follow_up_key=follow_up.key if follow_up else None,
        kind=kind,
        channel=cast("Channel", channel),
        created_at=now,
        updated_at=now,
    )
    opened = _opened(desk, draft, follow_up)
    attempt = follow_up.attempt if follow_up else 1
    return apply_template(desk, opened, choose(templates, kind, channel, attempt=attempt, used=_used(desk, draft)))


def _used(desk: Desk, draft: Draft) -> set[str]:
    """The templates that the others of the same interview are written to with; each of a panel gets another letter."""
    return {
        other.template
        for other in desk.records(Draft).values()
        if other.template is not None and other.interview_id is not None and other.interview_id == draft.interview_id
    }


def apply_template(desk: Desk, opened: Opened, template: Template) -> Opened:
    """The draft with a template's text, filled in from the book, in place of its own."""
    values = values_for(about_draft(desk, opened.draft), desk.config.user, desk.now(), desk.clock.zone)
    filled = fill(template, values)
    draft = msgspec.structs.replace(
        opened.draft,
        template=template.id,
        subject=filled.subject,
        body=filled.body,
        material_ids=material_ids(filled, values),
    )
    return opened._replace(draft=draft, placeholders=filled.placeholders)


def _opened(desk: Desk, draft: Draft, follow_up: FollowUp | None) -> Opened:
    return Opened(
        draft,
        follow_up,
        desk.find(Contact, draft.contact_id),
        desk.find(Opportunity, draft.opportunity_id),
        _interview(desk, draft),
        _last_message(desk, draft),
    )


def _interview(desk: Desk, draft: Draft) -> Interview | None:
    """The interview the draft is about: its own, else the last one of the opportunity that has ended."""
    if draft.interview_id is not None:
        return desk.find(Interview, draft.interview_id)
    now = desk.now()
    ended = [
        meeting.record
        for meeting in desk.facts.interviews_of_opportunity.of(draft.opportunity_id)
        if meeting.ends_at <= now and meeting.record.status != "cancelled"
    ]
    return ended[-1] if ended else None


def _last_message(desk: Desk, draft: Draft) -> Touchpoint | None:
    """What the contact wrote last, notices aside."""
    theirs = [
        entry.record
        for entry in desk.facts.touchpoints_of_contact.of(draft.contact_id)
        if entry.record.direction == "in" and entry.record.kind != "notice"
    ]
    return theirs[-1] if theirs else None


def about_draft(desk: Desk, draft: Draft) -> About:
    """What a draft is about, for the templates."""
    interview = _interview(desk, draft)
    reminder_id = (draft.follow_up_key or "").removeprefix("reminder:")
    others: list[Draft | Touchpoint] = [*desk.records(Draft).values(), *_messages(desk, interview)]
    written = [
        other.body
        for other in others
        if interview is not None and other.interview_id == interview.id and other.id != draft.id
    ]
    return About(
        key=draft.follow_up_key or "",
        contact=desk.find(Contact, draft.contact_id),
        opportunity=desk.find(Opportunity, draft.opportunity_id),
        interview=interview,
        reminder=desk.find(Reminder, reminder_id),
        touchpoints=[entry.record for entry in desk.facts.touchpoints_of_contact.of(draft.contact_id)],
        materials=list(desk.records(Material).values()),
        written=written,
    )


def _messages(desk: Desk, interview: Interview | None) -> list[Touchpoint]:
    if interview is None:
        return []
    return [entry.record for entry in desk.facts.touchpoints_of_opportunity.of(interview.opportunity_id)]


def save(desk: Desk, draft: Draft, session: str, *, keep_version: bool = False) -> Draft:
    """Store the draft as it stands; durable when this returns. One `session` of writing is one step of undo.

    `keep_version` also keeps this text among the last 20 versions (at `ctrl+s`, at copying and sending).
    """
    now = desk.clock.stamp()
    draft = msgspec.structs.replace(draft, subject=clean(draft.subject), body=clean(draft.body))
    stored = desk.find(Draft, draft.id)
    if stored is not None:
        # Another window may have marked it as sent meanwhile, or taken that back.
        draft = msgspec.structs.replace(draft, sent_touchpoint_id=stored.sent_touchpoint_id)
    if keep_version:
        draft = with_version(draft, now)
    if stored is not None and msgspec.structs.replace(draft, updated_at=stored.updated_at) == stored:
        return stored
    draft = msgspec.structs.replace(draft, updated_at=now)
    contact = desk.find(Contact, draft.contact_id)
    whom = f" to {contact.name}" if contact else ""
    desk.change(f"Edited the {kind_words(draft.kind)}{whom}", put=[draft], session=session)
    return draft


def with_version(draft: Draft, now: str) -> Draft:
    """The draft with its present text among its versions, if it is not the newest already."""
    newest = draft.revisions[-1] if draft.revisions else None
    if newest is not None and (newest.subject, newest.body) == (draft.subject, draft.body):
        return draft
    revision = Revision(at=now, subject=draft.subject, body=draft.body)
    return msgspec.structs.replace(draft, revisions=(*draft.revisions, revision)[-REVISIONS_KEPT:])


def mark_sent(desk: Desk, draft: Draft, *, early_reason: str | None = None) -> Sent:
    """Record that the draft went out just now: the exact text as a touchpoint, with what that settles, in one step.

    Raises FollowupError if it was marked as sent before.
    """
    stored = desk.find(Draft, draft.id)
    if stored is not None and stored.sent_touchpoint_id is not None:
        raise FollowupError("This draft was marked as sent already; undo takes that back.")
    now = desk.clock.stamp()
    draft = with_version(msgspec.structs.replace(draft, subject=clean(draft.subject), body=clean(draft.body)), now)
    touchpoint = Touchpoint(
        id=desk.book.new_id("tch"),
        contact_id=draft.contact_id,
        opportunity_id=draft.opportunity_id,
        interview_id=draft.interview_id,
        at=now,
        direction="out",
        channel=draft.channel,
        kind=cast("TouchpointKind", draft.kind if draft.kind in TOUCHPOINT_KINDS else "other"),
        subject=draft.subject,
        body=draft.body,
        material_ids=draft.material_ids,
        early_reason=early_reason,
        created_at=now,
    )
    sent = msgspec.structs.replace(draft, sent_touchpoint_id=touchpoint.id, updated_at=now)
    key = draft.follow_up_key or ""
    settled = settled_by(desk, touchpoint, key.removeprefix("promise:") if key.startswith("promise:") else None)
    if key.startswith("reminder:"):
        settled += _ticked(desk, key.removeprefix("reminder:"), now)
    contact = desk.find(Contact, draft.contact_id)
    whom = f" to {contact.name}" if contact else ""
    desk.change(f"Sent the {kind_words(draft.kind)}{whom}", put=[touchpoint, sent, *settled])
    comes_next = following(desk, draft)
    next_contact = desk.find(Contact, comes_next.contact_id) if comes_next else None
    return Sent(touchpoint, comes_next, next_contact.name if next_contact else "")


def _ticked(desk: Desk, reminder_id: str, now: str) -> list[Reminder]:
    reminder = desk.find(Reminder, reminder_id)
    return [msgspec.structs.replace(reminder, done_at=now)] if reminder else []


def following(desk: Desk, draft: Draft) -> FollowUp | None:
    """What comes next for the draft's opportunity, or for its contact where it has none."""
    return next(
        (
            follow_up
            for follow_up in desk.plan()
            if (draft.opportunity_id is not None and follow_up.opportunity_id == draft.opportunity_id)
            or (draft.opportunity_id is None and follow_up.contact_id == draft.contact_id)
        ),
        None,
    )
