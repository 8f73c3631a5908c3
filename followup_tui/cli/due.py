"""`followup due`: who should hear from the user, for people, programs and status bars.

It reads the book without the typed records, TinyDB or a lock, and writes nothing: a prompt may call it at every line.
"""

import re
from collections.abc import Mapping
from datetime import UTC, datetime, tzinfo
from typing import TYPE_CHECKING, Any, NamedTuple

from followup_tui.cli.context import Context
from followup_tui.cli.output import say, say_json, table
from followup_tui.domain.cadence import FollowUp, plan
from followup_tui.domain.cadence.windows import Calendar, plus_hours
from followup_tui.domain.errors import FollowupError
from followup_tui.domain.facts import Facts
from followup_tui.domain.phrases import kind_words, look, when_words
from followup_tui.domain.rows import rows
from followup_tui.store.reading import read_raw

if TYPE_CHECKING:
    import argparse

_TABLES = ("opportunities", "contacts", "interviews", "touchpoints", "reminders", "decisions")
_NOW = ("overdue", "due", "open")
_MOST_TOLD = 4
_DAYS = {"d": 1, "w": 7}
# A century, as the numbers of `[cadence]` are limited: more would carry dates over the end of the calendar.
_MOST_DAYS = 36_500


def configure(parser: "argparse.ArgumentParser") -> None:
    """The options of `due`."""
    parser.add_argument("--all", action="store_true", help="everything, also what is later or held")
    parser.add_argument("--within", metavar="D", help="also what opens within 12h, 3d, 2w")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="for programs")
    form.add_argument("--short", action="store_true", help="one line for a prompt or status bar: ‼3 ●2")
    form.add_argument(
        "--notify", action="store_true", help="tell the desktop what is overdue or due, and print nothing"
    )


def run(arguments: "argparse.Namespace", context: Context) -> int:
    """Print what is due; status 1 when anything is overdue, shown or not."""
    within = None if arguments.within is None else span(arguments.within)
    book = read_raw(context.book_path)
    facts = Facts.of({name: rows(name, book.tables.get(name, {}).values()) for name in _TABLES})
    now = context.clock.now()
    follow_ups = plan(facts, context.config.plan_settings, now)
    until = None if within is None else within.after(now, context.config.zone)
    shown = [follow_up for follow_up in follow_ups if arguments.all or _is_shown(follow_up, until)]
    if arguments.json:
        say_json({"now": now.isoformat(), "follow_ups": [as_json(follow_up, facts) for follow_up in shown]})
    elif arguments.short:
        _say_short(follow_ups)
    elif arguments.notify:
        _notify(follow_ups, facts, now)
    else:
        _say_table(shown, facts, now, later=len(follow_ups) - len(shown))
    return 1 if any(follow_up.urgency == "overdue" for follow_up in follow_ups) else 0


class Span(NamedTuple):
    """A length of time as `--within` takes it: whole days by the calendar, and hours as they elapse."""

    days: int
    hours: int

    def after(self, now: datetime, zone: tzinfo) -> datetime:
        """The instant that lies this long after `now`, in UTC."""
        return plus_hours(Calendar(zone, frozenset()).plus_days(now, self.days), self.hours)


def span(text: str) -> Span:
    """The length that `12h`, `3d` or `2w` gives. Raises FollowupError."""
    found = re.fullmatch(r"(\d{1,6})([hdw])", text, re.ASCII)
    if found:
        count, unit = int(found[1]), found[2]
        length = Span(0, count) if unit == "h" else Span(count * _DAYS[unit], 0)
        if length.days + length.hours / 24 <= _MOST_DAYS:
            return length
    raise FollowupError(f"--within: {text!r} is not a length of time; give hours, days or weeks, like 12h, 3d or 2w.")


def _is_shown(follow_up: FollowUp, until: datetime | None) -> bool:
    if follow_up.urgency in _NOW:
        return True
    # Compared in UTC: two instants of one zone compare by wall clock, wrongly on the night the clocks go back.
    return until is not None and not follow_up.held and follow_up.opens_at.astimezone(UTC) <= until


def as_json(follow_up: FollowUp, facts: Facts) -> dict[str, Any]:
    """A follow-up's fields as JSON has them, with company, role and contact as text, or null where unknown."""
    opportunity = _known(facts.opportunities, follow_up.opportunity_id)
    contact = _known(facts.contacts, follow_up.contact_id)
    return {
        **fields_of(follow_up),
        "company": opportunity.company if opportunity else None,
        "role": opportunity.role if opportunity else None,
        "contact": contact.name if contact else None,
    }


def fields_of(follow_up: FollowUp) -> dict[str, Any]:
    """A follow-up's own fields as JSON has them."""
    fields = follow_up._asdict().items()
    return {name: value.isoformat() if isinstance(value, datetime) else value for name, value in fields}


def _known(records: Mapping[str, Any], record_id: str | None) -> Any:
    return None if record_id is None else records.get(record_id)


def _say_short(follow_ups: list[FollowUp]) -> None:
    counts = [
        f"{symbol}{count}"
        for symbol, urgency in (("‼", "overdue"), ("●", "due"))
        if (count := sum(follow_up.urgency == urgency for follow_up in follow_ups))
    ]
    if counts:
        say(" ".join(counts))


def _notify(follow_ups: list[FollowUp], facts: Facts, now: datetime) -> None:
    """Tell the desktop, if there is one: cron mails whatever is printed, so nothing is."""
    pressing = [follow_up for follow_up in follow_ups if follow_up.urgency in ("overdue", "due")]
    if not pressing:
        return
    import os

    from followup_tui.desk.notifying import notify

    rows = [_row(follow_up, facts, now) for follow_up in pressing]
    lines = [f"{when}: {kind}, {whom}" + (f" ({where})" if where != "—" else "") for when, kind, whom, where, _ in rows]
    more = [f"and {len(lines) - _MOST_TOLD} more"] if len(lines) > _MOST_TOLD else []
    title = "1 follow-up is due" if len(lines) == 1 else f"{len(lines)} follow-ups are due"
    notify(title, [*lines[:_MOST_TOLD], *more], os.environ)


def _say_table(follow_ups: list[FollowUp], facts: Facts, now: datetime, *, later: int) -> None:
    if not follow_ups:
        say("Nothing is due. `followup due --all` shows what comes later." if later else "Nothing is due.")
        return
    for line in table([_row(follow_up, facts, now) for follow_up in follow_ups]):
        say(line)


def _row(follow_up: FollowUp, facts: Facts, now: datetime) -> tuple[str, ...]:
    fields = as_json(follow_up, facts)
    where = ", ".join(text for text in (fields["company"], fields["role"]) if text)
    return (
        f"{look(follow_up).symbol} {when_words(follow_up, now)}",
        kind_words(follow_up.kind),
        fields["contact"] or ("unknown" if follow_up.contact_id else "—"),
        where or ("unknown" if follow_up.opportunity_id else "—"),
        follow_up.reason,
    )
