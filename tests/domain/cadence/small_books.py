"""Books of a few lines for tests of one rule, and what turns a book into a plan.

Times are written `2026-11-17 15:00`, in the zone of the book, Europe/Madrid unless said otherwise.
"""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from followup_tui.domain.cadence import FollowUp, plan
from followup_tui.domain.facts import Facts
from followup_tui.domain.rows import rows
from followup_tui.domain.settings import PlanSettings, cadence_numbers

Record = dict[str, Any]
TABLES = ("opportunities", "contacts", "interviews", "touchpoints", "reminders", "decisions")
LONG_AGO = "2026-01-02T09:00:00+01:00"


def facts_of(book: Mapping[str, Any]) -> Facts:
    """The facts of an interchange object."""
    return Facts.of({table: list(rows(table, book.get(table, ()))) for table in TABLES})


def settings_of(
    timezone: str, holidays: Iterable[str] = (), cadence: Mapping[str, object] | None = None
) -> PlanSettings:
    """Settings as a case file writes them."""
    days = frozenset(date.fromisoformat(day) for day in holidays)
    return PlanSettings(ZoneInfo(timezone), days, cadence_numbers(cadence or {}))


def comparable(follow_ups: Iterable[FollowUp]) -> list[Record]:
    """The plan with its instants in UTC, where they compare by time, and without `reason`, whose wording is free."""
    fields = [follow_up._asdict() for follow_up in follow_ups]
    return [{name: in_utc(value) for name, value in each.items() if name != "reason"} for each in fields]


def in_utc(value: Any) -> Any:
    """An instant in UTC, anything else as it is."""
    return value.astimezone(UTC) if isinstance(value, datetime) else value


class SmallBook:
    """A book that a test fills line by line; ids are given or counted."""

    def __init__(
        self, zone: str = "Europe/Madrid", holidays: Iterable[str] = (), cadence: Mapping[str, object] | None = None
    ) -> None:
        self.zone = ZoneInfo(zone)
        self.settings = settings_of(zone, holidays, cadence)
        self.tables: dict[str, list[Record]] = {table: [] for table in TABLES}

    def at(self, text: str) -> datetime:
        """An instant of the book's zone."""
        return datetime.fromisoformat(text).replace(tzinfo=self.zone)

    def add(self, table: str, record: Record) -> str:
        """A record with the times in it written out; its id."""
        times = ("at", "starts_at", "stage_changed_at", "applied_at", "until", "done_at", "keep_in_touch_since")
        for name in times:
            if record.get(name) is not None:
                record[name] = self.at(record[name]).isoformat()
        record.setdefault("id", f"{table[:3]}{len(self.tables[table]) + 1}")
        self.tables[table].append({"created_at": LONG_AGO, "updated_at": LONG_AGO, **record})
        return str(record["id"])

    def opportunity(self, stage: str = "interviewing", **fields: Any) -> str:
        since = {"stage_changed_at": "2026-01-02 09:00"}
        return self.add("opportunities", {"company": "Acorn", "role": "Engineer", "stage": stage, **since, **fields})

    def contact(self, name: str = "Ana Ruiz", **fields: Any) -> str:
        return self.add("contacts", {"name": name, **fields})

    def interview(self, opportunity_id: str, starts_at: str, *contact_ids: str, **fields: Any) -> str:
        people = {"contact_ids": list(contact_ids)}
        return self.add("interviews", {"opportunity_id": opportunity_id, "starts_at": starts_at, **people, **fields})

    def sent(self, kind: str, at: str, contact_id: str | None, opportunity_id: str | None, **fields: Any) -> str:
        return self._touchpoint("out", kind, at, contact_id, opportunity_id, fields)

    def got(self, kind: str, at: str, contact_id: str | None, opportunity_id: str | None, **fields: Any) -> str:
        return self._touchpoint("in", kind, at, contact_id, opportunity_id, fields)

    def _touchpoint(
        self, direction: str, kind: str, at: str, contact_id: str | None, opportunity_id: str | None, fields: Record
    ) -> str:
        ends = {"contact_id": contact_id, "opportunity_id": opportunity_id}
        what = {"direction": direction, "kind": kind, "channel": "email", "at": at}
        return self.add("touchpoints", {**what, **ends, **fields})

    def reminder(self, at: str, **fields: Any) -> str:
        return self.add("reminders", {"title": "Call", "at": at, **fields})

    def snooze(self, key: str, at: str, until: str, **fields: Any) -> str:
        return self.add("decisions", {"key": key, "action": "snooze", "at": at, "until": until, **fields})

    def skip(self, key: str, at: str, **fields: Any) -> str:
        return self.add("decisions", {"key": key, "action": "skip", "at": at, **fields})

    def plan(self, now: str) -> dict[str, FollowUp]:
        """The plan at `now` by key, in its order."""
        return {each.key: each for each in plan(facts_of(self.tables), self.settings, self.at(now))}


def started_with(stage: str = "interviewing", **fields: Any) -> SmallBook:
    """An opportunity `opp` with its contact `ana`."""
    book = SmallBook()
    book.contact("Ana Ruiz", id="ana")
    book.opportunity(stage, id="opp", contact_ids=["ana"], **fields)
    return book


def wall_clock(instant: datetime | None) -> str:
    """An instant as the tests write it."""
    assert instant is not None
    return f"{instant:%Y-%m-%d %H:%M}"


def window(follow_up: FollowUp) -> tuple[str, str, str]:
    """When it opens, is due and is overdue, by the wall clock."""
    return wall_clock(follow_up.opens_at), wall_clock(follow_up.due_at), wall_clock(follow_up.overdue_at)
