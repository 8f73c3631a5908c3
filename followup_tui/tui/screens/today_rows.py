"""The lines of the Today screen: one for each follow-up, one for each interview, and what is said when all is done."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from itertools import islice
from typing import Final

from textual.content import Content

from followup_tui.desk.today import PRESSING, Appointment, Task, Today
from followup_tui.domain.hours import city_of
from followup_tui.domain.phrases import action_words, ago_words, full_words, when_words
from followup_tui.domain.salutation import first_name
from followup_tui.tui.key_names import KeyOf
from followup_tui.tui.screens.cards import urgency
from followup_tui.tui.widgets.queue import Row
from followup_tui.tui.widgets.safe import shown
from followup_tui.tui.widgets.urgency import COLOURS, SYMBOLS

SHOWN: Final = (*PRESSING, "upcoming")
"""The urgencies of the queue; what is later or held is folded into one line."""

FOLD: Final = "fold"
"""The key of that line; a follow-up's key always has a colon."""


def task_rows(tasks: Sequence[Task], now: datetime, key: KeyOf, *, unfolded: bool) -> list[Row]:
    """The queue's lines: what is later or held is counted in the last one, or stands below it.

    `key` names the key that opens and folds it.
    """
    rows = [task_row(task, now) for task in tasks if task.follow_up.urgency in SHOWN]
    folded = [task for task in tasks if task.follow_up.urgency not in SHOWN]
    if folded:
        rows.append(_fold_row(folded, key("today.open"), unfolded=unfolded))
    if unfolded:
        rows += [task_row(task, now) for task in folded]
    return rows


def task_row(task: Task, now: datetime) -> Row:
    """A follow-up in a line: what to do, whom and what about, when."""
    follow_up = task.follow_up
    return Row(
        key=follow_up.key,
        what=what_to_do(task),
        where=" · ".join(whom_and_where(task)),
        when=when_words(follow_up, now),
        urgency=urgency(follow_up),
    )


def what_to_do(task: Task) -> str:
    """What a follow-up asks for: `thank Ana`; a reminder in its own words."""
    name = first_name(task.contact.name) if task.contact else ""
    return task.title or action_words(task.follow_up.kind, name)


def whom_and_where(task: Task) -> Iterable[str]:
    """What was promised, the company and the person, as far as they are known."""
    if task.promised:
        yield task.promised
    if task.opportunity is not None:
        yield task.opportunity.company
    elif task.contact is not None and task.contact.company:
        yield task.contact.company
    if task.contact is not None:
        yield task.contact.name
    elif task.follow_up.contact_id is not None:
        yield "unknown contact"


def _fold_row(tasks: Sequence[Task], key: str, *, unfolded: bool) -> Row:
    held = sum(task.follow_up.held for task in tasks)
    counts = ((len(tasks) - held, "later"), (held, "held"))
    text = ", ".join(f"{count} {word}" for count, word in counts if count)
    does = f"{'↵' if key == 'enter' else key} {'folds' if unfolded else 'shows'} them"
    return Row(FOLD, text, when=does, symbol="▾" if unfolded else "▸")


def appointment_row(appointment: Appointment, now: datetime, key: KeyOf) -> Row:
    """An interview in a line: where, with whom and what was noted, when here and there.

    `key` names the key for what it asks for.
    """
    opportunity = appointment.opportunity
    people = ", ".join(contact.name for contact in appointment.contacts)
    notes = appointment.interview.notes.strip().split("\n", 1)[0]
    what = f"{opportunity.company}, {opportunity.role}" if opportunity else "unknown opportunity"
    base = Row(appointment.interview.id, what, " · ".join(text for text in (people, notes) if text), symbol="◆")
    if appointment.has_ended:
        ended = day_words(appointment.ends_at, now)
        asks = f"how did it go? {key('today.after')}"
        return base._replace(when=f"ended {ended}: {asks}", brief=asks, urgency="due", symbol=_ASKS)
    if appointment.starts_at <= now:
        till = f"now, till {appointment.ends_at:%H:%M}"
        return base._replace(when=till, urgency="open")
    starts, brief = day_words(appointment.starts_at, now), day_words(appointment.starts_at, now, brief=True)
    there = "".join(f" · {_there(at, appointment.starts_at)}" for at in appointment.elsewhere)
    days = "" if _is_near(appointment.starts_at, now) else f" · {ago_words(appointment.starts_at, now)}"
    return base._replace(when=starts + there + days, brief=brief, urgency="upcoming")


_ASKS = "?"


def _there(at: datetime, here: datetime) -> str:
    """The time where somebody else is: `09:00 New York`, with the day where it is another one."""
    day = "" if at.date() == here.date() else f"{at:%a} "
    assert at.tzinfo is not None
    return f"{day}{at:%H:%M} {city_of(at.tzinfo)}"


def there_words(appointment: Appointment) -> str:
    """When an interview starts elsewhere, for all who are elsewhere; empty where nobody is."""
    return ", ".join(_there(at, appointment.starts_at) for at in appointment.elsewhere)


_NEAR = {-1: "yesterday", 0: "today", 1: "tomorrow"}


def _is_near(at: datetime, now: datetime) -> bool:
    return (at.date() - now.date()).days in _NEAR


def day_words(at: datetime, now: datetime, *, brief: bool = False) -> str:
    """A moment near now: `today 15:00`, `yesterday 16:00`, else `Tue 24 Nov 15:00`."""
    near = _NEAR.get((at.date() - now.date()).days)
    if near is not None:
        return f"{near} {at:%H:%M}"
    return f"{at.day} {at:%b %H:%M}" if brief else full_words(at, now)


def is_clear(day: Today) -> bool:
    """Whether nothing can be done now."""
    return not any(task.follow_up.urgency in PRESSING for task in day.tasks)


def clear_words(day: Today) -> Content:
    """What is said when nothing waits: well done, and what comes next and when."""
    now = day.standing.now
    if not day.tasks and not day.appointments and not day.sent_today:
        return shown("Nothing asks for you yet. What you add on the board shows up here when its time comes.")
    done = "✓ All clear: nothing waits for you now."
    if day.sent_today:
        count = "one message" if day.sent_today == 1 else f"{day.sent_today} messages"
        done = f"✓ All clear. Well done: {count} went out today."
    parts = [Content.styled(done, "bold $text-success")]
    parts += [Content.assemble(("  " + label, "$text-muted"), shown(text)) for label, text in _coming(day, now)]
    return Content("\n").join(parts)


def folded_words(tasks: Iterable[Task], now: datetime) -> Content:
    """What the folded line holds, as far as there is room beside it."""
    parts = [Content.styled("Not yet", "bold $text-primary")]
    for task in islice((task for task in tasks if task.follow_up.urgency not in SHOWN), _MOST_FOLDED):
        text = " · ".join((what_to_do(task), *whom_and_where(task)))
        look = urgency(task.follow_up)
        parts.append(
            Content.assemble(
                (f"{SYMBOLS[look]} ", COLOURS[look]),
                shown(text),
                (f"  {when_words(task.follow_up, now)}", "$text-muted"),
            )
        )
    return Content("\n").join(parts)


_MOST_FOLDED = 20


def _coming(day: Today, now: datetime) -> Iterable[tuple[str, str]]:
    """The next interview and the next follow-up."""
    ended = [one for one in day.appointments if one.has_ended]
    if ended:
        yield "A minute: ", f"how did {_with(ended[0])} go?"
    ahead = [one for one in day.appointments if not one.has_ended]
    if ahead:
        yield "Interview: ", f"{_with(ahead[0])}, {_when(ahead[0].starts_at, now)}"
    waiting = [task for task in day.tasks if not task.follow_up.held and task.follow_up.urgency not in PRESSING]
    if waiting:
        task = min(waiting, key=lambda task: (task.follow_up.opens_at.astimezone(UTC), task.follow_up.key))
        text = " · ".join((what_to_do(task), *islice(whom_and_where(task), 1)))
        yield "Then: " if ahead else "Next: ", f"{text}, {_when(task.follow_up.opens_at, now)}"
    elif not ahead:
        yield "Next: ", "nothing is planned; a new application or an old friend?"


def _when(at: datetime, now: datetime) -> str:
    words = day_words(at, now)
    return words if _is_near(at, now) else f"{words} ({ago_words(at, now)})"


def _with(appointment: Appointment) -> str:
    return appointment.opportunity.company if appointment.opportunity else "the interview"
