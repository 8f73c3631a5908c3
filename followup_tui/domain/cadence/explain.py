"""Why a follow-up is there: its rule, where the rule comes from, the facts it read and the dates it made of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import NamedTuple

from followup_tui.domain.cadence.candidate import Candidate
from followup_tui.domain.cadence.decisions import snooze, snoozed_until
from followup_tui.domain.cadence.patience import gap, is_held, unanswered
from followup_tui.domain.cadence.places import all_places, candidates
from followup_tui.domain.cadence.present import Present
from followup_tui.domain.cadence.windows import Window
from followup_tui.domain.cadence.wording import day, moment
from followup_tui.domain.facts import Facts
from followup_tui.domain.settings import PlanSettings

# Where the five guides are silent, the rules follow what career offices publish.
_PRACTICE = "career offices' published advice"

# What each rule says and where it comes from; G0 to G4 are the guides.
_RULES = {
    "R1": ("Write within 24–48 hours, to each interviewer separately.", "G0, G4"),
    "R2": ("Ask 7–10 days after the thank-you, or when the time they named has passed.", "G0, G1, G3"),
    "R3": ("One nudge after applying.", _PRACTICE),
    "R4": ("Be patient; then decide to close it, keep in touch or send a last note.", "G1"),
    "R5": ("They asked something.", _PRACTICE),
    "R6": ("Provide the additional information that you promised.", "G0, G1, G2"),
    "R7": ("Thank them for the offer and say when you will decide.", _PRACTICE),
    "R8": ("Thank them, ask for feedback, stay in touch.", "G4"),
    "R9": ("Connect on LinkedIn with those you have talked to.", "G2, G4"),
    "R10": ("Write to those you have met at networking events.", "G4"),
    "R11": ("Occasional updates keep you in mind.", "G2, G4"),
    "R12": ("You asked to be reminded.", "you"),
}

# The tables whose places make follow-ups of a kind; every other kind comes from an opportunity.
_TABLE_OF_KIND = {
    "connect": "contacts",
    "keep_in_touch": "contacts",
    "reply": "touchpoints",
    "event_follow_up": "touchpoints",
    "reminder": "reminders",
}
# Their keys name an interview or a promise, and not the opportunity they come from.
_KEY_NAMES_NO_PLACE = ("thank_you", "promise")


class Line(NamedTuple):
    """One line of an explanation."""

    label: str
    value: str


def explain(facts: Facts, settings: PlanSettings, now: datetime, key: str) -> list[Line]:
    """The lines that say why the follow-up with this key is planned, and when; none if no rule makes it at `now`."""
    present = Present(facts, settings, now)
    candidate = _find(present, key)
    return [] if candidate is None else list(_lines(present, candidate))


def _find(present: Present, key: str) -> Candidate | None:
    kind = key.partition(":")[0]
    table = _TABLE_OF_KIND.get(kind, "opportunities")
    for place in all_places(present):
        if place.table == table and (place.id in key or kind in _KEY_NAMES_NO_PLACE):
            for candidate in candidates(present, place):
                if candidate.key == key:
                    return candidate
    return None


def _lines(present: Present, candidate: Candidate) -> Iterator[Line]:
    says, source = _RULES[candidate.rule]
    yield Line(candidate.rule, says)
    yield Line("source", source)
    yield Line("because", candidate.reason)
    for label, value in candidate.read:
        yield Line(label, _value(present, value))
    yield from _window_lines(present, candidate.window)
    yield from _patience_lines(present, candidate)
    yield from _decision_lines(present, candidate)


def _value(present: Present, value: datetime | date | str) -> str:
    if isinstance(value, datetime):
        return moment(present, value)
    return day(value) if isinstance(value, date) else value


def _window_lines(present: Present, window: Window) -> Iterator[Line]:
    yield Line("opens", moment(present, window.opens_at))
    yield Line("due", moment(present, window.due_at))
    yield Line("overdue", moment(present, window.overdue_at))
    if window.lapses_at is not None:
        yield Line("lapses", moment(present, window.lapses_at))


def _patience_lines(present: Present, candidate: Candidate) -> Iterator[Line]:
    moved = gap(present, candidate)
    if moved != candidate.window:
        days = present.numbers.gap_d
        yield Line("patience", f"{days} days after your last message to them, which they have not answered (G1)")
        yield from _window_lines(present, moved)
    if is_held(present, candidate) and candidate.opportunity_id is not None:
        count = unanswered(present, candidate.opportunity_id)
        yield Line("held", f"{count} sent without an answer, and {present.numbers.cap} are enough (G1)")


def _decision_lines(present: Present, candidate: Candidate) -> Iterator[Line]:
    decision = present.decision(candidate.key)
    until = snoozed_until(decision)
    if until is not None:
        yield Line("snoozed until", moment(present, until))
        yield from _window_lines(present, snooze(present.calendar, gap(present, candidate), until))
    elif decision is not None and decision.action == "skip":
        yield Line("skipped", moment(present, datetime.fromisoformat(decision.at)))
