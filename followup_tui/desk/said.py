"""What was said in an interview: what is worth coming back to, and what the user said they would send."""

from datetime import date

import msgspec

from followup_tui.desk.desk import Desk
from followup_tui.domain.errors import FollowupError, NotFound
from followup_tui.domain.records import Contact, Interview, Promise
from followup_tui.domain.text import clean
from followup_tui.store.changes import ChangeSet


def add_talking_point(desk: Desk, interview_id: str, text: str) -> ChangeSet:
    """Note something that was said in an interview. Raises NotFound if it is gone, FollowupError for no words."""
    interview, text = desk.get(Interview, interview_id), _words(text)
    points = (*interview.talking_points, text)
    changed = msgspec.structs.replace(interview, talking_points=points, updated_at=desk.clock.stamp())
    return desk.change(f"Noted “{text}”", put=[changed])


def add_promise(
    desk: Desk, interview_id: str, text: str, *, contact_id: str | None = None, due_on: date | None = None
) -> ChangeSet:
    """Note something the user said they would send (R6): to whom, None meaning the first of the interview; by when.

    Raises NotFound if the interview is gone, and FollowupError for no words.
    """
    interview, text = desk.get(Interview, interview_id), _words(text)
    promise = Promise(
        id=desk.book.new_id("pro"),
        text=text,
        contact_id=contact_id,
        due_on=due_on.isoformat() if due_on else None,
    )
    changed = msgspec.structs.replace(interview, promises=(*interview.promises, promise), updated_at=desk.clock.stamp())
    return desk.change(f"Promised “{text}”", put=[changed])


def keep_promise(desk: Desk, interview_id: str, promise_id: str) -> ChangeSet:
    """Mark a promise as kept now, without a message being logged. Raises NotFound, and FollowupError if it was."""
    interview = desk.get(Interview, interview_id)
    promise = next((one for one in interview.promises if one.id == promise_id), None)
    if promise is None:
        raise NotFound("That promise is no longer in the book; it may have been deleted elsewhere.")
    if promise.kept_at is not None:
        raise FollowupError("That promise was marked as kept already; nothing was changed.")
    now = desk.clock.stamp()
    kept = tuple(
        msgspec.structs.replace(one, kept_at=now) if one.id == promise_id else one for one in interview.promises
    )
    changed = msgspec.structs.replace(interview, promises=kept, updated_at=now)
    return desk.change(f"Kept the promise “{promise.text}”", put=[changed])


def people_of(desk: Desk, interview_id: str) -> dict[str, str]:
    """The names by id of the people of an interview that are in the book. Raises NotFound if it is gone."""
    interview = desk.get(Interview, interview_id)
    people = (desk.find(Contact, contact_id) for contact_id in interview.contact_ids)
    return {contact.id: contact.name for contact in people if contact is not None}


def _words(text: str) -> str:
    text = clean(text).strip()
    if not text:
        raise FollowupError("There are no words in it; type what was said.")
    return text
