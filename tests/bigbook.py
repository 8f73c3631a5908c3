"""A seeded generator of books of any size, for tests and benchmarks.

`big_book(now)` is the book on which speed is measured: 10,000 opportunities of which 600 are not closed. The same
arguments give the same book, byte for byte. From the command line:

    python tests/bigbook.py OUT.json --opportunities 10000 --active 600 --now 2026-11-20T12:00:00+01:00 --seed 1
"""

import argparse
import json
import sys
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

Record = dict[str, Any]

_FIRST = ("Ana", "Ben", "Carla", "Diego", "Elena", "Farid", "Grace", "Hugo", "Ines", "Jonas", "Keiko", "Priya", "Rosa")
_LAST = ("Ruiz", "Ode", "Vega", "Lind", "Moreau", "Haddad", "Okafor", "Weiss", "Novak", "Tanaka", "Silva", "Kumar")
_FIRMS = ("Acorn", "Bright", "Cobalt", "Delta", "Ember", "Fjord", "Granite", "Harbor", "Indigo", "Kestrel", "Lumen")
_TRADES = ("Labs", "Systems", "Energy", "Health", "Foods", "Logistics", "Software", "Media", "Robotics", "Works")
_POSITIONS = ("Engineer", "Data Analyst", "Designer", "Product Manager", "Support Lead", "Technical Writer")
_SENTENCES = (
    "Thank you for taking the time to talk with me about the position and the team.",
    "I enjoyed hearing how the group plans its next release and what the first months would look like.",
    "My experience with scheduling tools and on-call rotations fits what you described.",
    "I wanted to ask about the status of the position and the next steps in the process.",
    "Please let me know if there is anything else that I can send you.",
    "I look forward to hearing from you.",
)
_STAGES = ("lead", "applied", "screening", "interviewing", "offer")
_ROLES = ("recruiter", "coordinator", "hiring_manager", "interviewer", "referrer", "other")


class Sizes(NamedTuple):
    """How many of each. `active` counts the opportunities not closed, `keep_in_touch` the contacts that ask for it."""

    opportunities: int = 10_000
    active: int = 600
    contacts: int = 30_000
    keep_in_touch: int = 600
    interviews: int = 6_000
    touchpoints: int = 40_000
    reminders: int = 60
    decisions: int = 120


BIG = Sizes()


def big_book(now: datetime, sizes: Sizes = BIG, seed: int = 1) -> Record:
    """An interchange object whose facts are spread over the year before `now`, and a little after it."""
    maker = _Maker(now, sizes, Random(seed))
    contacts = maker.contacts()
    opportunities = maker.opportunities()
    interviews = maker.interviews(opportunities)
    return {
        "format": "followup-tui",
        "version": 1,
        "opportunities": opportunities,
        "contacts": contacts,
        "interviews": interviews,
        "touchpoints": maker.touchpoints(opportunities, interviews),
        "reminders": maker.reminders(opportunities),
        "decisions": maker.decisions(opportunities, interviews),
    }


class _Maker:
    def __init__(self, now: datetime, sizes: Sizes, random: Random) -> None:
        self.now = now.replace(microsecond=0)
        self.sizes = sizes
        self.random = random

    def ago(self, days: float) -> str:
        """The instant so many days before `now`, by day and at a minute of working hours."""
        day = self.now - timedelta(days=days)
        return day.replace(hour=self.random.randrange(8, 19), minute=self.random.randrange(60), second=0).isoformat()

    def between(self, first: str, last: str) -> str:
        """Some minute between two instants."""
        start, end = datetime.fromisoformat(first), datetime.fromisoformat(last)
        minutes = max(0, int((end - start).total_seconds() // 60))
        return (start + timedelta(minutes=self.random.randint(0, minutes))).isoformat()

    def text(self, sentences: int) -> str:
        return " ".join(self.random.choices(_SENTENCES, k=sentences))

    def contacts(self) -> list[Record]:
        kept = set(self.random.sample(range(self.sizes.contacts), min(self.sizes.keep_in_touch, self.sizes.contacts)))
        return [self._contact(number, kept=number in kept) for number in range(self.sizes.contacts)]

    def _contact(self, number: int, *, kept: bool) -> Record:
        random = self.random
        name = f"{random.choice(_FIRST)} {random.choice(_LAST)}"
        created = self.ago(random.uniform(200, 365))
        return {
            "id": f"c{number:05}",
            "name": name,
            "company": self._company(),
            "role": random.choices(_ROLES, (25, 10, 15, 35, 5, 10))[0],
            "email": f"{name.lower().replace(' ', '.')}{number}@example.com",
            "preferred_channel": random.choices((None, "email", "phone", "linkedin"), (70, 15, 10, 5))[0],
            "linkedin_connected_at": self.ago(random.uniform(0, 200)) if random.random() < 0.4 else None,
            "keep_in_touch": kept,
            "keep_in_touch_days": random.choice((None, 30, 60, 90)) if kept else None,
            "created_at": created,
            "updated_at": created,
        }

    def _company(self) -> str:
        return f"{self.random.choice(_FIRMS)} {self.random.choice(_TRADES)}"

    def opportunities(self) -> list[Record]:
        active = set(self.random.sample(range(self.sizes.opportunities), self.sizes.active))
        return [self._opportunity(number, active=number in active) for number in range(self.sizes.opportunities)]

    def _opportunity(self, number: int, *, active: bool) -> Record:
        random = self.random
        ended = 0.0 if active else random.uniform(0, 300)
        age = ended + random.uniform(1, 60)
        created, applied = self.ago(age), self.ago(age * 0.9)
        stage = random.choices(_STAGES, (15, 35, 20, 25, 5))[0] if active else "closed"
        changed = self.ago(age * random.uniform(0, 0.5) if active else ended)
        outcome = random.choices(("rejected", "accepted", "no_response", "withdrawn"), (45, 2, 43, 10))[0]
        people = self._people(number)
        return {
            "id": f"o{number:05}",
            "company": self._company(),
            "role": random.choice(_POSITIONS),
            "stage": stage,
            "outcome": None if active else outcome,
            "primary_contact_id": people[0] if people and random.random() < 0.3 else None,
            "contact_ids": people,
            "priority": random.randrange(4),
            "notes": self.text(2),
            "applied_at": None if stage == "lead" else applied,
            "decision_by": self.ago(random.uniform(-10, 10))[:10] if active and random.random() < 0.2 else None,
            "stage_changed_at": changed,
            "stage_history": [{"stage": "lead", "at": created}, {"stage": stage, "at": changed}],
            "created_at": created,
            "updated_at": changed,
        }

    def _people(self, number: int) -> list[str]:
        """One to four of the contacts; four in five contacts belong to some opportunity."""
        total = self.sizes.contacts
        share = max(1, int(total * 0.8) // max(1, self.sizes.opportunities))
        count = min(total, self.random.randint(1, share + 1))
        return [f"c{(number * share + offset) % total:05}" for offset in range(count)]

    def interviews(self, opportunities: list[Record]) -> list[Record]:
        hosts = [each for each in opportunities if each["stage"] not in ("lead", "applied")] or opportunities
        return [self._interview(number, self.random.choice(hosts)) for number in range(self.sizes.interviews)]

    def _interview(self, number: int, opportunity: Record) -> Record:
        random = self.random
        if opportunity["stage"] == "closed":
            starts_at = self.between(opportunity["created_at"], opportunity["stage_changed_at"])
        else:
            starts_at = self.ago(random.uniform(-7, 25))
        people = opportunity["contact_ids"]
        ahead = datetime.fromisoformat(starts_at) > self.now
        return {
            "id": f"i{number:05}",
            "opportunity_id": opportunity["id"],
            "starts_at": starts_at,
            "duration_min": random.choice((30, 45, 60, 90)),
            "format": random.choice(("video", "phone", "onsite", "panel")),
            "contact_ids": people[: random.randint(1, 2)],
            "talking_points": ["how the team plans releases", "the move to the new office"],
            "promises": self._promises(number, starts_at),
            "status": "scheduled" if ahead else random.choices(("done", "scheduled", "cancelled"), (70, 25, 5))[0],
            "created_at": opportunity["created_at"],
            "updated_at": opportunity["created_at"],
        }

    def _promises(self, number: int, starts_at: str) -> list[Record]:
        if self.random.random() > 0.15:
            return []
        kept_at = self.between(starts_at, self.now.isoformat()) if self.random.random() < 0.7 else None
        return [
            {"id": f"p{number:05}", "text": "the portfolio", "contact_id": None, "due_on": None, "kept_at": kept_at}
        ]

    def touchpoints(self, opportunities: list[Record], interviews: list[Record]) -> list[Record]:
        """Thank-yous for most interviews, and the rest of what is written back and forth."""
        made = [self._thank_you(interview) for interview in interviews if self.random.random() < 0.8]
        made = [each for each in made if each["at"] <= self.now.isoformat()][: self.sizes.touchpoints]
        made += [self._message(self.random.choice(opportunities)) for _ in range(self.sizes.touchpoints - len(made))]
        return [{"id": f"t{number:05}", **each} for number, each in enumerate(made)]

    def _thank_you(self, interview: Record) -> Record:
        at = datetime.fromisoformat(interview["starts_at"]) + timedelta(hours=self.random.randint(2, 40))
        return self._sent(
            at.isoformat(), interview["opportunity_id"], interview["contact_ids"][0], "thank_you", interview["id"]
        )

    def _message(self, opportunity: Record) -> Record:
        random = self.random
        last = opportunity["stage_changed_at"] if opportunity["stage"] == "closed" else self.now.isoformat()
        at = self.between(opportunity["created_at"], last)
        contact_id = random.choice(opportunity["contact_ids"])
        if random.random() < 0.45:
            kind = random.choices(("other", "notice", "reply", "connect"), (45, 30, 20, 5))[0]
            message = self._sent(at, opportunity["id"], contact_id, kind)
            return {**message, "direction": "in", "needs_reply": kind == "other" and random.random() < 0.05}
        kinds = ("other", "reply", "status_check", "application_check", "connect", "close_out", "met", "keep_in_touch")
        kind = random.choices(kinds, (35, 25, 12, 10, 8, 3, 4, 3))[0]
        return self._sent(at, opportunity["id"], contact_id, kind)

    def _sent(
        self, at: str, opportunity_id: str, contact_id: str, kind: str, interview_id: str | None = None
    ) -> Record:
        return {
            "contact_id": contact_id,
            "opportunity_id": opportunity_id,
            "interview_id": interview_id,
            "at": at,
            "direction": "out",
            "channel": self.random.choices(("email", "linkedin", "phone"), (80, 12, 8))[0],
            "kind": kind,
            "subject": kind.replace("_", " "),
            "body": self.text(3),
            "created_at": at,
        }

    def reminders(self, opportunities: list[Record]) -> list[Record]:
        return [
            {
                "id": f"r{number:05}",
                "title": "Call the office",
                "at": self.ago(self.random.uniform(-20, 20)),
                "opportunity_id": self.random.choice(opportunities)["id"],
                "done_at": self.ago(1) if self.random.random() < 0.5 else None,
                "created_at": self.ago(30),
            }
            for number in range(self.sizes.reminders)
        ]

    def decisions(self, opportunities: list[Record], interviews: list[Record]) -> list[Record]:
        keys = [f"application_check:{each['id']}" for each in opportunities if each["stage"] == "applied"]
        keys += [f"connect:{each['contact_ids'][0]}" for each in interviews]
        return [
            self._decision(number, self.random.choice(keys)) for number in range(self.sizes.decisions if keys else 0)
        ]

    def _decision(self, number: int, key: str) -> Record:
        snoozed = self.random.random() < 0.6
        return {
            "id": f"d{number:05}",
            "key": key,
            "action": "snooze" if snoozed else "skip",
            "until": self.ago(self.random.uniform(-10, 5)) if snoozed else None,
            "at": self.ago(self.random.uniform(1, 20)),
        }


def main(arguments: list[str]) -> None:
    """Write a book to the file that is named."""
    parser = argparse.ArgumentParser(description="Write a made-up book of any size.")
    parser.add_argument("out", type=Path)
    parser.add_argument("--now", type=datetime.fromisoformat, required=True, help="an instant with its offset")
    parser.add_argument("--seed", type=int, default=1)
    for name, count in BIG._asdict().items():
        parser.add_argument("--" + name.replace("_", "-"), type=int, default=count)
    given = vars(parser.parse_args(arguments))
    sizes = Sizes(**{name: given[name] for name in Sizes._fields})
    book = big_book(given["now"], sizes, given["seed"])
    given["out"].write_text(json.dumps(book, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
