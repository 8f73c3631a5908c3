"""The words the app has for follow-ups: one language for urgency, on every screen and in every list."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from followup_tui.domain.cadence import FollowUp


class Look(NamedTuple):
    """How an urgency is shown without colour: a symbol and a word."""

    symbol: str
    word: str


URGENCIES: Mapping[str, Look] = {
    "overdue": Look("‼", "overdue"),
    "due": Look("●", "due"),
    "open": Look("○", "open"),
    "upcoming": Look("◔", "upcoming"),
    "later": Look("·", "later"),
    "held": Look("⏸", "held"),
    "none": Look("·", "nothing planned"),
}

KINDS: Mapping[str, str] = {
    "thank_you": "thank-you",
    "status_check": "status check",
    "application_check": "application check",
    "close_out": "closing note",
    "reply": "reply",
    "promise": "promise",
    "offer_reply": "reply to the offer",
    "rejection_reply": "reply to the refusal",
    "connect": "invitation to connect",
    "event_follow_up": "event follow-up",
    "keep_in_touch": "keeping in touch",
    "reminder": "reminder",
    "met": "meeting",
    "notice": "automatic notice",
    "other": "message",
}

_ACTIONS: Mapping[str, str] = {
    "thank_you": "thank {name}",
    "status_check": "check in",
    "application_check": "check in",
    "close_out": "close it or wait?",
    "reply": "reply to {name}",
    "promise": "keep a promise",
    "offer_reply": "answer the offer",
    "rejection_reply": "thank, ask why",
    "connect": "connect with {name}",
    "event_follow_up": "write to {name}",
    "keep_in_touch": "say hello to {name}",
    "reminder": "reminder",
}

STAGES: Mapping[str, str] = {
    "lead": "Lead",
    "applied": "Applied",
    "screening": "Screening",
    "interviewing": "Interviewing",
    "offer": "Offer",
    "closed": "Closed",
}

OUTCOMES: Mapping[str, str] = {
    "accepted": "accepted",
    "rejected": "rejected",
    "withdrawn": "withdrawn",
    "no_response": "no response",
}

CHANNELS: Mapping[str, str] = {
    "email": "e-mail",
    "phone": "phone",
    "letter": "letter",
    "linkedin": "LinkedIn",
    "social": "social media",
    "in_person": "in person",
}

_HOUR, _DAY = timedelta(hours=1), timedelta(days=1)
_A_WEEK = 7
_TWO_WEEKS = 14
_MANY_DAYS = 99


def kind_words(kind: str) -> str:
    """A kind of follow-up or touchpoint in plain words."""
    return KINDS.get(kind, kind.replace("_", " "))


def capitalised(text: str) -> str:
    """A text as a line begins with it: its first letter large, the others as they are (`LinkedIn`)."""
    return f"{text[:1].upper()}{text[1:]}"


def channel_words(channel: str) -> str:
    """How a message goes, in plain words; empty for no channel."""
    return CHANNELS.get(channel, channel.replace("_", " "))


def by_channel(channel: str) -> str:
    """The same after a verb: `by e-mail`, `in person`."""
    words = channel_words(channel)
    return words if channel == "in_person" else f"by {words}"


def action_words(kind: str, first_name: str) -> str:
    """What is to be done, as a card says it: `thank Ana`. `first_name` may be empty."""
    words = _ACTIONS.get(kind, kind.replace("_", " "))
    return words.format(name=first_name or "them")


def look(follow_up: "FollowUp | None") -> Look:
    """Symbol and word of a follow-up's urgency, of a snoozed one, or of nothing planned."""
    if follow_up is None:
        return URGENCIES["none"]
    if follow_up.snoozed_until is not None and not follow_up.held:
        return Look(URGENCIES["held"].symbol, "snoozed")
    return URGENCIES[follow_up.urgency]


def card_words(follow_up: "FollowUp", now: datetime) -> str:
    """When, as short as a card needs: `6 h` overdue, `by 16:00`, `till Mon`, `Wed`."""
    if follow_up.held:
        return "held"
    if follow_up.urgency == "overdue":
        return span_words(now - follow_up.overdue_at)
    if follow_up.urgency == "due":
        return f"by {_end_words(follow_up.overdue_at, now)}"
    if follow_up.urgency == "open":
        return f"till {_end_words(follow_up.due_at, now)}"
    return moment_words(follow_up.opens_at, now)


def when_words(follow_up: "FollowUp", now: datetime) -> str:
    """When, in a list or beside a date: `overdue 6 h`, `due, till today 16:00`, `open till Mon`, `opens Wed`."""
    if follow_up.held:
        return "held: wait for an answer"
    if follow_up.urgency == "overdue":
        return f"overdue {span_words(now - follow_up.overdue_at)}"
    if follow_up.urgency == "due":
        return f"due, till {_end_words(follow_up.overdue_at, now, long=True)}"
    if follow_up.urgency == "open":
        return f"open till {_end_words(follow_up.due_at, now, long=True)}"
    if follow_up.snoozed_until is not None:
        return f"snoozed till {_end_words(follow_up.opens_at, now, long=True)}"
    return f"opens {_today(follow_up.opens_at, now)}"


def span_words(span: timedelta) -> str:
    """A length of time in its greatest unit: `40 min`, `6 h`, `2 d`."""
    if span < _HOUR:
        return f"{max(int(span.total_seconds() // 60), 1)} min"
    if span < 2 * _DAY:
        return f"{span // _HOUR} h"
    return f"{span // _DAY} d"


def moment_words(moment: datetime, now: datetime) -> str:
    """A moment as it is said from here: `16:00` today, `Mon` within a week, `in 9 d`, then `12 Jan`."""
    days = (moment.date() - now.date()).days
    if days == 0:
        return f"{moment:%H:%M}"
    if 0 < days < _A_WEEK:
        return f"{moment:%a}"
    if _A_WEEK <= days <= _TWO_WEEKS:
        return f"in {days} d"
    return date_words(moment, now)


def _today(moment: datetime, now: datetime) -> str:
    """`moment_words` where there is room to say more: `today 16:00`, `Mon 09:00`."""
    days = (moment.date() - now.date()).days
    if days == 0:
        return f"today {moment:%H:%M}"
    if 0 < days < _A_WEEK:
        return f"{moment:%a %H:%M}"
    return moment_words(moment, now)


def _end_words(moment: datetime, now: datetime, *, long: bool = False) -> str:
    """A moment as the end of something: a date where `moment_words` counts days, for nobody says "till in 9 d"."""
    if (moment.date() - now.date()).days >= _A_WEEK:
        return date_words(moment, now)
    return _today(moment, now) if long else moment_words(moment, now)


def date_words(moment: datetime, now: datetime) -> str:
    """A date: `12 Jan`, with the year where it is not this one."""
    day = f"{moment.day} {moment:%b}"
    return day if moment.year == now.year else f"{day} {moment.year}"


def full_words(moment: datetime, now: datetime) -> str:
    """A date and time in full: `Tue 17 Nov 15:00`."""
    return f"{moment:%a} {date_words(moment, now)} {moment:%H:%M}"


def ago_words(moment: datetime, now: datetime) -> str:
    """How long ago, or how far ahead: `today`, `3 d ago`, `in 3 d`."""
    days = (now.date() - moment.date()).days
    if days == 0:
        return "today"
    if abs(days) > _MANY_DAYS:
        return date_words(moment, now)
    return f"{days} d ago" if days > 0 else f"in {-days} d"
