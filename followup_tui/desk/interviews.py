"""Interviews: what is kept of one in the minute after it, and what to do when it is moved or called off."""

from datetime import date, datetime
from typing import NamedTuple

import msgspec

from followup_tui.desk.desk import Desk
from followup_tui.domain.errors import FollowupError
from followup_tui.domain.instants import format_instant, is_ahead
from followup_tui.domain.phrases import full_words
from followup_tui.domain.records import Interview, Opportunity, Promise, Record
from followup_tui.domain.text import clean
from followup_tui.store.changes import ChangeSet


class Promised(NamedTuple):
    """Something the user said they would send: what, to whom (None: to the first of the interview), and by when."""

    text: str
    contact_id: str | None = None
    due_on: date | None = None


class Afterwards(NamedTuple):
    """What the user remembers of an interview. Notes and talking points take the place of those there were."""

    notes: str = ""
    talking_points: tuple[str, ...] = ()
    promises: tuple[Promised, ...] = ()
    """New ones; those there were stay."""
    decision_by: date | None = None
    """When they decide; None leaves what is known of that."""
    took_place: bool = True


def finish(desk: Desk, interview_id: str, said: Afterwards) -> ChangeSet:
    """Keep what was said in an interview and set it `done`, or `cancelled` if it did not take place: one step.

    Raises NotFound if it is gone, and FollowupError while it is still ahead.
    """
    interview = desk.get(Interview, interview_id)
    if said.took_place and datetime.fromisoformat(interview.starts_at) > desk.now():
        raise FollowupError("That interview is still ahead; it can be moved or cancelled.")
    now = desk.clock.stamp()
    kept = msgspec.structs.replace(
        interview,
        notes=clean(said.notes),
        talking_points=_lines(said.talking_points),
        promises=(*interview.promises, *(_promise(desk, one) for one in said.promises if one.text.strip())),
        status="done" if said.took_place else "cancelled",
        updated_at=now,
    )
    put: list[Record] = [kept]
    opportunity = desk.find(Opportunity, interview.opportunity_id)
    if opportunity is not None and said.decision_by is not None and said.took_place:
        decision_by = said.decision_by.isoformat()
        if decision_by != opportunity.decision_by:
            put.append(msgspec.structs.replace(opportunity, decision_by=decision_by, updated_at=now))
    verb = "Noted" if said.took_place else "Cancelled"
    return desk.change(f"{verb} {title(desk, interview)}", put=put)


def _lines(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(line for line in (clean(text).strip() for text in texts) if line)


def _promise(desk: Desk, promised: Promised) -> Promise:
    return Promise(
        id=desk.book.new_id("pro"),
        text=clean(promised.text).strip(),
        contact_id=promised.contact_id,
        due_on=promised.due_on.isoformat() if promised.due_on else None,
    )


def move(desk: Desk, interview_id: str, starts_at: datetime) -> ChangeSet:
    """Put an interview off, or forward, to another time that is ahead; one that was called off is on again.

    Raises NotFound if it is gone, and FollowupError for a time that is not ahead.
    """
    interview, now = desk.get(Interview, interview_id), desk.now()
    if not is_ahead(starts_at, now):
        raise FollowupError("An interview can only be moved to a time that is still ahead.")
    starts_at = starts_at.astimezone(desk.clock.zone)
    moved = msgspec.structs.replace(
        interview, starts_at=format_instant(starts_at), status="scheduled", updated_at=desk.clock.stamp()
    )
    return desk.change(f"Moved {title(desk, interview)} to {full_words(starts_at, now)}", put=[moved])


def cancel(desk: Desk, interview_id: str) -> ChangeSet:
    """Call an interview off; it stays in the book. Raises NotFound if it is gone."""
    interview = desk.get(Interview, interview_id)
    cancelled = msgspec.structs.replace(interview, status="cancelled", updated_at=desk.clock.stamp())
    return desk.change(f"Cancelled {title(desk, interview)}", put=[cancelled])


def title(desk: Desk, interview: Interview) -> str:
    """An interview in a few words: `the interview with Globex`."""
    opportunity = desk.find(Opportunity, interview.opportunity_id)
    return f"the interview with {opportunity.company}" if opportunity else "an interview"
