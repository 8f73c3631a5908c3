"""What the naive reading of the cadence stands on: an interchange object at one `now`, its words and its time."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Any

Record = dict[str, Any]
DAY = timedelta(days=1)
HOUR = timedelta(hours=1)

DEFAULTS: dict[str, float] = {
    "thank_you_due_h": 24,
    "thank_you_overdue_h": 48,
    "thank_you_lapse_d": 7,
    "check_open_d": 7,
    "check_due_d": 10,
    "check_overdue_d": 14,
    "max_status_checks": 2,
    "promise_open_bd": 1,
    "promise_due_bd": 2,
    "promise_overdue_bd": 5,
    "application_open_d": 7,
    "application_due_d": 10,
    "application_overdue_d": 14,
    "application_lapse_d": 30,
    "close_out_open_d": 14,
    "close_out_due_d": 21,
    "close_out_overdue_d": 30,
    "reply_due_h": 24,
    "reply_overdue_h": 48,
    "offer_due_h": 24,
    "offer_overdue_h": 48,
    "rejection_due_h": 24,
    "rejection_overdue_h": 48,
    "rejection_lapse_d": 14,
    "connect_open_d": 1,
    "connect_due_d": 3,
    "connect_overdue_d": 7,
    "connect_lapse_d": 21,
    "event_due_h": 24,
    "event_overdue_h": 48,
    "event_lapse_d": 14,
    "keep_in_touch_days": 84,
    "keep_in_touch_due_d": 7,
    "keep_in_touch_overdue_d": 21,
    "gap_d": 5,
    "cap": 3,
    "horizon_days": 3,
}


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)


class NaiveBook:
    """One book at one `now`, with the settings of a case file."""

    def __init__(self, book: Record, zone: tzinfo, holidays: Iterable[str], numbers: Record, now: datetime) -> None:
        self.book = book
        self.zone = zone
        self.holidays = {date.fromisoformat(day) for day in holidays}
        self.n: dict[str, Any] = {**DEFAULTS, **numbers}
        self.now = now.astimezone(UTC)

    # Facts

    def table(self, name: str) -> list[Record]:
        return list(self.book.get(name, []))

    def touchpoints(self) -> list[Record]:
        """Those later than now are ignored by every rule."""
        return [t for t in self.table("touchpoints") if utc(t["at"]) <= self.now]

    def opportunity(self, wanted: str | None) -> Record | None:
        return next((o for o in self.table("opportunities") if o["id"] == wanted), None)

    def contact(self, wanted: str | None) -> Record | None:
        return next((c for c in self.table("contacts") if c["id"] == wanted), None)

    def interviews(self) -> list[Record]:
        return [i for i in self.table("interviews") if i.get("status", "scheduled") != "cancelled"]

    def end(self, interview: Record) -> datetime:
        return utc(interview["starts_at"]) + timedelta(minutes=interview.get("duration_min", 60))

    def last_ended(self, interviews: Iterable[Record]) -> Record | None:
        ended = [i for i in interviews if self.end(i) <= self.now]
        return max(ended, key=lambda i: (self.end(i), i["id"]), default=None)

    def its(self, opportunity_id: str | None) -> list[Record]:
        return [t for t in self.touchpoints() if t.get("opportunity_id") == opportunity_id]

    def answers(self, touchpoints: Iterable[Record]) -> list[Record]:
        return [t for t in touchpoints if t["direction"] == "in" and t["kind"] not in ("notice", "connect")]

    def sent(self, touchpoints: Iterable[Record], kind: str) -> list[Record]:
        return [t for t in touchpoints if t["direction"] == "out" and t["kind"] == kind]

    # Time

    def wall(self, instant: datetime) -> datetime:
        return instant.astimezone(self.zone).replace(tzinfo=None, fold=0)

    def from_wall(self, wall: datetime) -> datetime:
        """Tries the offsets in force around that wall-clock time; the earliest that agrees is meant."""
        guess = wall.replace(tzinfo=UTC)
        around = [guess + timedelta(hours=hours) for hours in range(-50, 51)]
        offsets = [self.wall(near) - near.replace(tzinfo=None) for near in around]
        fitting = [guess - offset for offset in offsets if self.wall(guess - offset) == wall]
        if fitting:
            return min(fitting)
        # Skipped: the offset before the change carries it forward by the gap.
        return guess - offsets[0]

    def days(self, instant: datetime, count: int) -> datetime:
        return self.from_wall(self.wall(instant) + timedelta(days=count))

    def at(self, day: date, hour: int) -> datetime:
        return self.from_wall(datetime.combine(day, time(hour)))

    def works(self, day: date) -> bool:
        return day.isoweekday() not in (6, 7) and day not in self.holidays

    def bd(self, day: date, count: int) -> date:
        found: list[date] = []
        while len(found) < count:
            day = day + DAY
            if self.works(day):
                found.append(day)
        return found[-1]

    def roll(self, instant: datetime) -> datetime:
        day = self.wall(instant).date()
        return instant if self.works(day) else self.at(self.bd(day, 1), 9)

    def window(self, b: datetime, first: int, second: int, third: int) -> list[datetime]:
        opens = self.roll(self.days(b, first))
        due = self.roll(max(self.days(b, second), self.days(opens, 1)))
        overdue = self.roll(max(self.days(b, third), self.days(due, 1)))
        return [opens, due, overdue]

    def hours(self, start: datetime, name: str) -> list[datetime]:
        return [start, start + self.n[name + "_due_h"] * HOUR, start + self.n[name + "_overdue_h"] * HOUR]

    # People

    def primary(self, o: Record) -> str | None:
        ids = o.get("contact_ids", [])
        if o.get("primary_contact_id") is not None:
            return str(o["primary_contact_id"])
        for role in ("recruiter", "coordinator", "hiring_manager"):
            for contact_id in ids:
                contact = self.contact(contact_id)
                if contact is not None and contact.get("role", "other") == role:
                    return str(contact_id)
        last = self.last_ended(i for i in self.interviews() if i["opportunity_id"] == o["id"])
        if last is not None and last.get("contact_ids"):
            return str(last["contact_ids"][0])
        return str(ids[0]) if ids else None

    def channel(self, contact_id: str | None) -> str:
        contact = self.contact(contact_id)
        return str((contact or {}).get("preferred_channel") or "email")
