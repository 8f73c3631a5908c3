"""What was said in an interview that is worth coming back to, what was promised there, and what is kept of it."""

from collections.abc import Sequence

from followup_tui.desk import said
from followup_tui.domain.facts import instant
from followup_tui.domain.phrases import full_words
from followup_tui.domain.records import Interview, Promise
from followup_tui.tui.dialogs.ask import AskLine
from followup_tui.tui.dialogs.choose import Choice, Choose
from followup_tui.tui.dialogs.promise import NewPromise
from followup_tui.tui.screens.clerk import Clerk


def _which(clerk: Clerk, interview: Interview) -> str:
    now = clerk.services.now()
    return f"In the interview of {full_words(instant(interview.starts_at).astimezone(now.tzinfo), now)}."


async def add_point(clerk: Clerk, interview: Interview) -> None:
    """Note what is worth coming back to."""
    question = AskLine("What is worth coming back to?", _which(clerk, interview), required=True)
    text = await clerk.app.push_screen_wait(question)
    if text is not None and await clerk.perform(said.add_talking_point, interview.id, text) is not None:
        clerk.tell_done("Noted")


async def add_promise(clerk: Clerk, interview: Interview) -> None:
    """Note what the user said they would send."""
    names = await clerk.perform(said.people_of, interview.id) or {}
    question = NewPromise(_which(clerk, interview), names, clerk.services.times())
    promised = await clerk.app.push_screen_wait(question)
    if promised is None:
        return
    change = await clerk.perform(
        said.add_promise,
        interview.id,
        promised.text,
        contact_id=promised.contact_id,
        due_on=promised.due_on,
    )
    if change is not None:
        clerk.tell_done(change.label)


async def keep_promise(clerk: Clerk, promises: Sequence[tuple[Interview, Promise]]) -> None:
    """Mark a promise as kept: the only one of these, or the one that is chosen."""
    if len(promises) > 1:
        choices = [Choice("", promise.text, "", (one, promise)) for one, promise in promises]
        chosen = await clerk.app.push_screen_wait(Choose("Which promise is kept?", choices))
        promises = [chosen] if chosen is not None else []
    for interview, promise in promises:
        change = await clerk.perform(said.keep_promise, interview.id, promise.id)
        if change is not None:
            clerk.tell_done(change.label)
