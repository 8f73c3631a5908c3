"""The made-up book of `followup --demo` and of the screenshots: `defaults/demo.toml`, moved to where now is."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from importlib.resources import files
from typing import Any

from followup_tui.domain.codec import from_plain
from followup_tui.domain.instants import format_instant
from followup_tui.domain.records import Record
from followup_tui.domain.schema import TABLES

WRITER = "Robin Hale"
"""Who wrote the letters in it, and would sign the next ones."""

_DAYS = re.compile(r"([+-]\d+)([db])(?: (\d\d:\d\d))?")
_ELAPSED = re.compile(r"-(\d+)h")
_LATEST = re.compile(r"latest (\d\d:\d\d)(?: -(\d+)d)?")
_SATURDAY = 5
_FIVE_MINUTES = 300
# When what has no date of its own came into the book.
_LONG_AGO = "-200d 10:00"

# The fields that are written relative to now.
_TIMES = {
    "at",
    "starts_at",
    "kept_at",
    "until",
    "created_at",
    "updated_at",
    "applied_at",
    "stage_changed_at",
    "linkedin_connected_at",
    "keep_in_touch_since",
}
_DATES = {"decision_by", "due_on"}

Plain = dict[str, Any]


def demo_book(now: datetime) -> list[Record]:
    """The records of a lively book as it would stand at `now`, which is aware and in the user's zone.

    The same `now` gives the same book. Whatever the hour and the day of the week, its plan has something of every
    urgency.
    """
    document = tomllib.loads((files("followup_tui") / "defaults" / "demo.toml").read_text(encoding="utf-8"))
    place = _Moments(now).place
    return [from_plain(table, place(_whole(table, plain))) for table, plain in _plain_records(document)]


def _plain_records(document: Mapping[str, Any]) -> Iterator[tuple[str, Plain]]:
    """Every record of the file as its table has it, with what stands inside an opportunity beside it."""
    for opportunity in document["opportunities"]:
        inside = dict(opportunity)
        interviews, messages = inside.pop("interviews", []), inside.pop("messages", [])
        yield "opportunities", _opportunity(inside)
        for number, interview in enumerate(interviews, 1):
            yield "interviews", _interview(inside["id"], number, interview)
        for number, message in enumerate(messages, 1):
            yield "touchpoints", _message(inside["id"], number, message) | {"opportunity_id": inside["id"]}
    for number, message in enumerate(document["messages"], 1):
        yield "touchpoints", _message("other", number, message)
    for table in ("contacts", "materials", "reminders", "decisions", "drafts"):
        yield from ((table, plain) for plain in document[table])


def _opportunity(plain: Plain) -> Plain:
    """`path` says the stages and when each began; from it follow the stage, its date and when it was applied to."""
    steps = [step.split(" ", 1) for step in plain.pop("path")]
    history = [{"stage": stage, "at": at} for stage, at in steps]
    applied = next((at for stage, at in steps if stage == "applied"), None)
    stage, changed = steps[-1]
    times = {"stage_changed_at": changed, "created_at": steps[0][1], "updated_at": changed}
    return {**plain, **times, "stage": stage, "stage_history": history, "applied_at": applied}


def _interview(opportunity_id: str, number: int, plain: Plain) -> Plain:
    promises = [
        {"id": f"{opportunity_id}-promise-{number}-{count}", "contact_id": promise["to"], **_without(promise, "to")}
        for count, promise in enumerate(plain.get("promises", []), 1)
    ]
    record_id = f"{opportunity_id}-interview-{number}"
    return {**plain, "id": record_id, "opportunity_id": opportunity_id, "promises": promises}


def _message(where: str, number: int, plain: Plain) -> Plain:
    """A message `to` or `from` somebody; `interview` is the number of the interview it belongs to."""
    direction = "out" if "to" in plain else "in"
    fields = {
        "id": f"{where}-message-{number}",
        "contact_id": plain["to" if direction == "out" else "from"],
        "direction": direction,
        "channel": "email",
        "created_at": plain["at"],
        "interview_id": f"{where}-interview-{plain['interview']}" if "interview" in plain else None,
    }
    return fields | _without(plain, "to", "from", "interview") | {"body": plain["body"].strip()}


def _without(plain: Plain, *names: str) -> Plain:
    return {name: value for name, value in plain.items() if name not in names}


def _whole(table: str, plain: Plain) -> Plain:
    stamps = {name: _LONG_AGO for name in ("created_at", "updated_at") if name in TABLES[table]}
    return stamps | plain


class _Moments:
    """Turns the relative times of the file into those of the book."""

    def __init__(self, now: datetime) -> None:
        self._now = now
        self._today = now.date()

    def place(self, value: Any) -> Any:
        """An object with its times and dates moved to where now is, also in what stands inside it."""
        if isinstance(value, list):
            return [self.place(item) for item in value]
        if isinstance(value, dict):
            return {name: self._field(name, item) for name, item in value.items()}
        return value

    def _field(self, name: str, value: Any) -> Any:
        if value is None:
            return None
        if name in _TIMES:
            return format_instant(self.instant(value))
        return self.day(value).isoformat() if name in _DATES else self.place(value)

    def instant(self, text: str) -> datetime:
        """The moment that a text of the file means."""
        if found := _ELAPSED.fullmatch(text):
            seconds = self._now.timestamp() - int(found[1]) * 3600
            return datetime.fromtimestamp(seconds // _FIVE_MINUTES * _FIVE_MINUTES, self._now.tzinfo)
        if found := _LATEST.fullmatch(text):
            at = self._at(self._today, found[1])
            before = int(found[2] or 0) + (at.astimezone(UTC) > self._now.astimezone(UTC))
            return self._at(self._today - timedelta(days=before), found[1])
        found = _DAYS.fullmatch(text)
        if not found or not found[3]:
            raise ValueError(f"not a time of the demo book: {text!r}")
        return self._at(self.day(text.removesuffix(f" {found[3]}")), found[3])

    def day(self, text: str) -> date:
        """The date that a text of the file means."""
        found = _DAYS.fullmatch(text)
        if not found or found[3]:
            raise ValueError(f"not a date of the demo book: {text!r}")
        count = int(found[1])
        if found[2] == "d":
            return self._today + timedelta(days=count)
        step = timedelta(days=1 if count > 0 else -1)
        day = self._today
        for _ in range(abs(count)):
            day += step
            while day.weekday() >= _SATURDAY:
                day += step
        return day

    def _at(self, day: date, clock: str) -> datetime:
        return datetime.combine(day, time.fromisoformat(clock), self._now.tzinfo)
