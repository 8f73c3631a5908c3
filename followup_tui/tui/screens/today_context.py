"""Beside the queue: what one should know before writing or calling, and all about an interview."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from textual.content import Content

from followup_tui.desk.today import Appointment, Context, Task
from followup_tui.domain.facts import instant
from followup_tui.domain.hours import city_of, welcome_words
from followup_tui.domain.instants import parse_date
from followup_tui.domain.phrases import (
    ago_words,
    capitalised,
    channel_words,
    date_words,
    full_words,
    kind_words,
    when_words,
)
from followup_tui.domain.records import Contact, Promise, Touchpoint
from followup_tui.tui.key_names import KeyOf
from followup_tui.tui.screens.cards import urgency
from followup_tui.tui.screens.today_rows import there_words, what_to_do
from followup_tui.tui.widgets.safe import shown
from followup_tui.tui.widgets.urgency import COLOURS, SYMBOLS

_ARROWS = {"out": "→", "in": "←"}


def about_task(task: Task, context: Context, now: datetime, key: KeyOf, *, dense: bool) -> Content:
    """Reason and rule, the person and the hour there, what was said last, what is worth saying.

    `key` names the key for all of the reason; `dense` leaves out the empty lines, for where there are few.
    """
    follow_up = task.follow_up
    look = urgency(follow_up)
    head = what_to_do(task)
    lines = [
        Content.assemble(
            (f"{SYMBOLS[look]} ", COLOURS[look]),
            shown(capitalised(head), style="bold"),
            ("  " + when_words(follow_up, now), COLOURS[look]),
        ),
        shown(follow_up.reason),
    ]
    rule = Content.assemble((f"{follow_up.rule}, ", "$text-muted"), (key("why"), "bold $text-accent"), " why")
    if dense:
        lines[-1] = Content.assemble(lines[-1], "  ", rule)
    else:
        lines.append(rule)
    if context.panel is not None:
        thanked, people = context.panel
        lines[1] = Content.assemble(lines[1], (f"  thanked {thanked} of {people}", "$text-muted"))
    return _joined(
        dense,
        lines,
        _person(context, now),
        _section("Promised", [_promise(promise, now) for promise in context.promises]),
        _section("Worth coming back to", [shown(f"• {point}") for point in context.talking_points]),
        _section("Lately", [_touchpoint(touchpoint, now) for touchpoint in context.touchpoints]),
    )


def _person(context: Context, now: datetime) -> list[Content]:
    """Who it is, the time where they are, and whether they are glad to hear from one now."""
    contact = context.contact
    if contact is None:
        return []
    # Only spaces between them: where the line wraps, no sign is left at the beginning of the next.
    reach = [shown(f"  {text}", style="$text-muted") for text in (contact.email, contact.phone) if text]
    return [Content.assemble(_name(contact), *reach), *_hour(context, now)]


def _name(contact: Contact) -> Content:
    position = ", ".join(filter(None, (contact.title or _ROLES.get(contact.role), contact.company)))
    return Content.assemble(shown(contact.name, style="bold $text-primary"), "  ", shown(position))


_ROLES = {
    "recruiter": "recruiter",
    "coordinator": "coordinator",
    "hiring_manager": "hiring manager",
    "interviewer": "interviewer",
    "referrer": "referrer",
}
"""What stands for a title where none is known; nothing for anybody else."""


def _hour(context: Context, now: datetime) -> list[Content]:
    there = context.there
    if there is None:
        return []
    assert there.tzinfo is not None
    place = f"in {city_of(there.tzinfo)}." if context.zone_known else "if they are in your zone."
    parts: list[Content | tuple[str, str]] = [("There  ", "$text-muted"), shown(f"{there:%a %H:%M} {place}")]
    if context.welcome is not None and context.channel is not None:
        words = welcome_words(context.welcome, context.channel, now)
        parts.append(shown(f" {words}", style="$text-success" if context.welcome.now else "$text-warning"))
    return [Content.assemble(*parts)]


def _promise(promise: Promise, now: datetime) -> Content:
    if promise.kept_at is not None:
        return shown(f"✓ {promise.text}", style="$text-muted")
    due = ""
    if promise.due_on is not None:
        day = datetime.combine(parse_date(promise.due_on), now.timetz())
        due = f"  by {day:%a} {date_words(day, now)} ({ago_words(day, now)})"
    return Content.assemble("○ ", shown(promise.text), (due, "$text-muted"))


def _touchpoint(touchpoint: Touchpoint, now: datetime) -> Content:
    at = instant(touchpoint.at).astimezone(now.tzinfo)
    text = " ".join((touchpoint.subject or touchpoint.body).split())
    return Content.assemble(
        (f"{_ARROWS[touchpoint.direction]} ", "$text-primary"),
        (f"{ago_words(at, now)}  ", "$text-muted"),
        f"{kind_words(touchpoint.kind)}, {channel_words(touchpoint.channel)}",
        *((": ", shown(text[:_EXCERPT], style="$text-muted")) if text else ()),
    )


_EXCERPT = 120


def about_appointment(appointment: Appointment, now: datetime, key: KeyOf, *, dense: bool) -> Content:
    """Where, when here and there, who, and what was noted; `key` and `dense` as above."""
    interview, opportunity = appointment.interview, appointment.opportunity
    title = f"{opportunity.company}, {opportunity.role}" if opportunity else "Unknown opportunity"
    starts, ends = appointment.starts_at, appointment.ends_at
    when = f"{full_words(starts, now)}–{ends:%H:%M} ({ago_words(starts, now)}), {interview.format}"
    lines = [Content.assemble(("◆ ", "$text-primary"), shown(title, style="bold")), shown(when)]
    elsewhere = there_words(appointment)
    if elsewhere:
        lines.append(Content.assemble(("There  ", "$text-muted"), shown(elsewhere)))
    if appointment.has_ended:
        asks = Content.assemble(
            (key("today.after"), "bold $text-accent"),
            " how did it go? A minute now is what every later message lives on.",
        )
        lines.append(asks)
    return _joined(
        dense,
        lines,
        _section("With", [_name(contact) for contact in appointment.contacts]),
        _section("Notes", [shown(interview.notes.strip(), single_line=False)] if interview.notes.strip() else []),
        _section("Worth coming back to", [shown(f"• {point}") for point in interview.talking_points]),
        _section("Promised", [_promise(promise, now) for promise in interview.promises]),
        _section(
            "About the opportunity",
            [shown(opportunity.notes.strip(), single_line=False)] if opportunity and opportunity.notes.strip() else [],
        ),
    )


def _section(title: str, lines: Iterable[Content]) -> list[Content]:
    lines = list(lines)
    return [Content.styled(title, "bold $text-primary"), *lines] if lines else []


def _joined(dense: bool, *sections: Sequence[Content]) -> Content:  # noqa: FBT001 - before any number of sections
    """The sections one below the other; one that has nothing to say is left out."""
    between = Content("\n" if dense else "\n\n")
    return between.join([Content("\n").join(list(section)) for section in sections if section])
