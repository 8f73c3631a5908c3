"""Small random books full of what is easy to get wrong, from a seed.

Few people and few instants, so that equal times, several interviews of one contact and messages across opportunities
are common; ids that point nowhere, offsets that differ from the user's, facts after `now`, a change of the clocks near.
"""

from datetime import UTC, date, datetime, timedelta, timezone
from random import Random
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

Record = dict[str, Any]

KINDS = (
    "thank_you",
    "status_check",
    "application_check",
    "close_out",
    "reply",
    "promise",
    "offer_reply",
    "rejection_reply",
    "connect",
    "event_follow_up",
    "keep_in_touch",
    "met",
    "notice",
    "other",
)
# A zone, and a day near which its clocks change.
CHANGES = (
    ("Europe/Madrid", date(2026, 3, 29)),
    ("Europe/Madrid", date(2026, 10, 25)),
    ("America/New_York", date(2026, 11, 1)),
    ("America/Sao_Paulo", date(2018, 11, 4)),
    ("America/Sao_Paulo", date(2019, 2, 17)),
    ("Australia/Lord_Howe", date(2026, 4, 5)),
    ("Australia/Lord_Howe", date(2026, 10, 4)),
    ("Pacific/Apia", date(2011, 12, 30)),
    ("Asia/Kolkata", date(2026, 12, 28)),
    ("UTC", date(2027, 1, 1)),
)


class Case(NamedTuple):
    """What a plan is made of, as in a case file."""

    book: Record
    timezone: str
    holidays: list[str]
    cadence: Record
    now: datetime


def random_case(seed: int) -> Case:
    """The case of this seed."""
    return BookMaker(Random(seed)).case()


class BookMaker:
    """Makes records that hang together more or less, all around one `now`."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.zone, self.day = random.choice(CHANGES)
        middle = datetime(self.day.year, self.day.month, self.day.day, tzinfo=ZoneInfo(self.zone))
        self.now = (middle + timedelta(days=random.randint(-20, 40), minutes=random.randrange(0, 1440, 15))).astimezone(
            UTC
        )
        # A narrow book has many equal instants, a wide one many windows in every state.
        self.span = random.choice((3, 15, 60))
        self.moments = [self.moment() for _ in range(random.randint(3, 30))]
        self.opportunity_ids = [f"o{number}" for number in range(random.randint(1, 3))]
        self.contact_ids = [f"c{number}" for number in range(random.randint(1, 4))]
        self.interview_ids = [f"i{number}" for number in range(random.randint(0, 5))]

    def moment(self) -> datetime:
        step = timedelta(days=self.random.randint(-self.span, self.span // 6), hours=self.random.randint(-24, 24))
        tick = self.random.choice(
            (timedelta(0), timedelta(minutes=30), timedelta(microseconds=1), timedelta(seconds=1))
        )
        if self.random.random() < 0.15:
            # Around midnight and in the small hours of the day on which the clocks change.
            midnight = datetime(self.day.year, self.day.month, self.day.day, tzinfo=UTC)
            offset = midnight.astimezone(ZoneInfo(self.zone)).utcoffset() or timedelta(0)
            days = self.random.choice((-14, -10, -7, -5, -1, 0, 0, 0, 1))
            return midnight - offset + timedelta(days=days, minutes=self.random.randrange(0, 300, 15)) + tick
        return self.now + step + tick

    def at(self) -> str:
        """One of the few moments, in some offset and notation."""
        if self.random.random() < 0.04:
            return self.now.isoformat()
        moment = self.random.choice(self.moments)
        way = self.random.random()
        if way < 0.2:
            return moment.isoformat().replace("+00:00", "Z")
        if way < 0.5:
            minutes = self.random.choice((-480, -210, 0, 60, 330, 765))
            return moment.astimezone(timezone(timedelta(minutes=minutes))).isoformat()
        return moment.astimezone(ZoneInfo(self.zone)).isoformat()

    def maybe(self, value: Any, chance: float = 0.5) -> Any:
        return value if self.random.random() < chance else None

    def of(self, ids: list[str]) -> str:
        """One of them, now and then one that does not exist."""
        return "nowhere" if not ids or self.random.random() < 0.06 else self.random.choice(ids)

    def several(self, ids: list[str], most: int) -> list[str]:
        return [self.of(ids) for _ in range(self.random.randint(0, most))]

    def case(self) -> Case:
        random = self.random
        book: Record = {"format": "followup-tui", "version": 1}
        book["opportunities"] = [self.opportunity(each) for each in self.opportunity_ids]
        book["contacts"] = [self.contact(each) for each in self.contact_ids]
        book["interviews"] = [self.interview(each) for each in self.interview_ids]
        book["touchpoints"] = [self.touchpoint(f"t{number}") for number in range(random.randint(0, 14))]
        book["reminders"] = [self.reminder(f"r{number}") for number in range(random.randint(0, 2))]
        book["decisions"] = [self.decision(f"d{number}", book) for number in range(random.choice((0, 0, 3, 10)))]
        for table in book.values():
            if isinstance(table, list):
                random.shuffle(table)
        return Case(book, self.zone, self.holidays(), self.numbers(), self.now.astimezone(ZoneInfo(self.zone)))

    def opportunity(self, opportunity_id: str) -> Record:
        random = self.random
        stage = random.choice(("lead", "applied", "applied", "screening", "interviewing", "offer", "closed", "closed"))
        outcomes = ("rejected", "rejected", "accepted", "withdrawn", "no_response", None)
        return {
            "id": opportunity_id,
            "company": "Company " + opportunity_id,
            "role": "Engineer",
            "stage": stage,
            "outcome": random.choice(outcomes) if stage == "closed" else None,
            "primary_contact_id": self.maybe(self.of(self.contact_ids), 0.3),
            "contact_ids": self.several(self.contact_ids, 3),
            "applied_at": self.maybe(self.at(), 0.7),
            "decision_by": self.maybe(self.some_day(), 0.4),
            "stage_changed_at": self.at(),
            "created_at": self.at(),
            "updated_at": self.at(),
        }

    def some_day(self) -> str:
        return (self.random.choice(self.moments).date() + timedelta(days=self.random.randint(-3, 6))).isoformat()

    def contact(self, contact_id: str) -> Record:
        random = self.random
        return {
            "id": contact_id,
            "name": "Person " + contact_id,
            "role": random.choice(("recruiter", "coordinator", "hiring_manager", "interviewer", "other")),
            "preferred_channel": self.maybe(random.choice(("phone", "letter", "linkedin")), 0.3),
            "linkedin_connected_at": self.maybe(self.at(), 0.2),
            "keep_in_touch": random.random() < 0.5,
            "keep_in_touch_days": self.maybe(random.choice((0, 1, 2, 7, 30)), 0.7),
            "keep_in_touch_since": self.maybe(self.at(), 0.3),
            "created_at": self.at(),
            "updated_at": self.at(),
        }

    def interview(self, interview_id: str) -> Record:
        random = self.random
        promises = [
            {
                "id": f"p-{interview_id}-{number}",
                "text": "the portfolio",
                "contact_id": self.maybe(self.of(self.contact_ids)),
                "due_on": self.maybe(self.some_day()),
                "kept_at": self.maybe(self.at(), 0.3),
            }
            for number in range(random.choice((0, 0, 1, 2)))
        ]
        record = {
            "id": interview_id,
            "opportunity_id": self.of(self.opportunity_ids),
            "starts_at": self.at(),
            "contact_ids": self.several(self.contact_ids, 3),
            "promises": promises,
            "status": random.choice(("scheduled", "scheduled", "done", "cancelled")),
            "created_at": self.at(),
            "updated_at": self.at(),
        }
        return record if random.random() < 0.3 else {**record, "duration_min": random.choice((0, 30, 60, 1500))}

    def touchpoint(self, touchpoint_id: str) -> Record:
        random = self.random
        kind = random.choice((*KINDS, "thank_you", "status_check", "status_check", "met"))
        record = {
            "id": touchpoint_id,
            "contact_id": self.maybe(self.of(self.contact_ids), 0.8),
            "opportunity_id": self.maybe(self.of(self.opportunity_ids), 0.8),
            "interview_id": self.maybe(self.of(self.interview_ids), 0.4 if kind == "thank_you" else 0.1),
            "at": self.at(),
            "direction": "in" if random.random() < 0.3 else "out",
            "channel": "email",
            "kind": kind,
            "created_at": self.at(),
        }
        return {**record, "needs_reply": True} if random.random() < 0.3 else record

    def reminder(self, reminder_id: str) -> Record:
        return {
            "id": reminder_id,
            "title": "Call",
            "at": self.at(),
            "opportunity_id": self.maybe(self.of(self.opportunity_ids)),
            "contact_id": self.maybe(self.of(self.contact_ids)),
            "channel": self.maybe("phone", 0.3),
            "done_at": self.maybe(self.at(), 0.3),
            "created_at": self.at(),
        }

    def decision(self, decision_id: str, book: Record) -> Record:
        snoozed = self.random.random() < 0.7
        return {
            "id": decision_id,
            "key": self.key(book),
            "action": "snooze" if snoozed else "skip",
            "until": self.at() if snoozed else None,
            "at": self.at(),
        }

    def key(self, book: Record) -> str:
        """The key of some follow-up that this book might have."""
        random = self.random
        opportunity, contact = self.of(self.opportunity_ids), self.of(self.contact_ids)
        interview = self.of(self.interview_ids)
        touchpoint = self.of([each["id"] for each in book["touchpoints"]])
        anchor = random.choice((interview, touchpoint))
        return random.choice(
            (
                f"thank_you:{interview}:{contact}",
                f"status_check:{opportunity}:{anchor}:{random.randint(1, 2)}",
                f"application_check:{opportunity}",
                f"close_out:{opportunity}:{anchor}",
                f"reply:{touchpoint}",
                f"promise:p-{interview}-0",
                f"offer_reply:{opportunity}",
                f"rejection_reply:{opportunity}",
                f"connect:{contact}",
                f"connect:{contact}",
                f"event_follow_up:{touchpoint}",
                f"keep_in_touch:{contact}:{random.choice(self.moments).astimezone(ZoneInfo(self.zone)).date()}",
                "reminder:r0",
            )
        )

    def holidays(self) -> list[str]:
        random = self.random
        days: set[date] = set()
        for _ in range(random.choice((0, 1, 3))):
            first = random.choice(self.moments).date() + timedelta(days=random.randint(-2, 15))
            days |= {first + timedelta(days=number) for number in range(random.randint(1, 6))}
        return [day.isoformat() for day in sorted(days)]

    def numbers(self) -> Record:
        random = self.random
        numbers: Record = {}
        if random.random() < 0.5:
            return {}
        for name in ("thank_you", "reply", "offer", "rejection", "event"):
            due = random.choice((0, 0.5, 1 / 3, 6, 24.25))
            numbers |= {f"{name}_due_h": due, f"{name}_overdue_h": due + random.choice((0, 0.1, 12))}
        for name in ("check", "application", "close_out", "connect"):
            opens = random.choice((0, 1, 2, 7))
            due = opens + random.choice((0, 1, 3))
            numbers |= {f"{name}_open_d": opens, f"{name}_due_d": due, f"{name}_overdue_d": due + random.choice((0, 4))}
        for name in ("application", "connect"):
            numbers[f"{name}_lapse_d"] = numbers[f"{name}_open_d"] + random.choice((0, 2, 20))
        for name in ("thank_you", "rejection", "event"):
            numbers[f"{name}_lapse_d"] = random.choice((0, 1, 10))
        opens = random.choice((1, 2, 3))
        numbers |= {"promise_open_bd": opens, "promise_due_bd": opens, "promise_overdue_bd": opens + 1}
        numbers |= {"max_status_checks": random.choice((0, 1, 2, 4)), "gap_d": random.choice((0, 2, 5, 10))}
        numbers |= {"cap": random.choice((0, 1, 2, 3)), "horizon_days": random.choice((0, 3, 10))}
        numbers |= {"keep_in_touch_days": random.choice((0, 5, 84)), "keep_in_touch_due_d": 0}
        return numbers
