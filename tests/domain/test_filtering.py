"""What is typed to narrow the board, and which cards then stay."""

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from followup_tui.domain.filtering import Subject, parse_filter

NOW = datetime(2026, 11, 21, 10, 0, tzinfo=ZoneInfo("Europe/Madrid"))


def subject(name: str, **fields: Any) -> Subject:
    given = {
        "text": name,
        "names": "",
        "tags": "",
        "stage": "applied",
        "priority": 0,
        "states": ("none",),
        "due_at": None,
        "silent_since": None,
        **fields,
    }
    return Subject(id=name, **given)


def due(days: float) -> datetime:
    return NOW.astimezone(UTC) + timedelta(days=days)


CARDS = (
    subject("globex", text="globex staff sre ana ruiz", names=" ana ruiz ben cho", tags=" remote", priority=2),
    subject("initech", text="initech data engineer", stage="lead", states=("overdue",), due_at=due(-2), priority=1),
    subject("tyrell", text="tyrell welder joana", names=" joana lima", stage="offer", states=("due",), due_at=due(2)),
    subject("hooli", text="hooli sre", stage="interviewing", states=("upcoming", "snoozed"), due_at=due(5)),
    subject("stark", text="stark welder", silent_since=due(-15), tags=" on site", priority=3),
    subject("wayne", text="wayne driver", silent_since=due(-13.9), states=("later",)),
    subject("umbrella", text="umbrella", stage="closed", states=("held",)),
)

NARROWED = [
    ("", [card.id for card in CARDS]),
    ("sre", ["globex", "hooli"]),
    ("SRE glo", ["globex"]),
    ("Wéldér", ["tyrell", "stark"]),
    ('"staff sre"', ["globex"]),
    ("stage:lead", ["initech"]),
    ("stage:int", ["hooli"]),
    ("Stage:Applied sre", ["globex"]),
    ("stage:lead,offer", ["initech", "tyrell"]),
    ("tag:remote", ["globex"]),
    ("tag:#rem", ["globex"]),
    ('tag:"on site"', ["stark"]),
    ("who:ana", ["globex"]),
    ("who:cho", ["globex"]),
    ('who:"ana ruiz"', ["globex"]),
    ("who:ana,joana", ["globex", "tyrell"]),
    ("is:overdue", ["initech"]),
    ("is:over", ["initech"]),
    ("is:due", ["tyrell"]),
    ("is:upcoming", ["hooli"]),
    ("is:snoozed", ["hooli"]),
    ("is:held", ["umbrella"]),
    ("is:none", ["globex", "stark"]),
    ("is:quiet", ["stark"]),
    ("is:quiet,due", ["tyrell", "stark"]),
    ("is:quiet is:later", []),
    ("due:<3d", ["initech", "tyrell"]),
    ("due:3d", ["initech", "tyrell"]),
    ("due:<47h", ["initech"]),
    ("due:<1w", ["initech", "tyrell", "hooli"]),
    ("due:>3d", ["hooli"]),
    ("priority:2", ["globex"]),
    ("priority:2+", ["globex", "stark"]),
    ("is:overdue priority:2", []),
    ("nobody", []),
]


@pytest.mark.parametrize(("typed", "left"), NARROWED, ids=[typed or "nothing" for typed, _ in NARROWED])
def test_what_is_typed_leaves_the_cards_for_which_all_of_it_holds(typed: str, left: list[str]) -> None:
    narrowing = parse_filter(typed)
    assert [card.id for card in narrowing.among(CARDS, NOW)] == left
    assert narrowing.remarks == ()


@pytest.mark.parametrize(
    ("typed", "remark"),
    [
        ("stage:", "stage: what? It may be lead, applied, screening, interviewing, offer or closed."),
        ("stage:zzz", "stage:zzz is not known. It may be lead, applied, screening, interviewing, offer or closed."),
        ("is:", "is: what? It may be overdue, due, open, upcoming, later, held, snoozed, none or quiet."),
        ("tag:", "tag: which?"),
        ("who:", "who: whose name?"),
        ("due:<3", "due:<3 by when? Like due:<3d, with h, d or w; what is overdue counts too."),
        ("due:soon", "due:soon by when? Like due:<3d, with h, d or w; what is overdue counts too."),
        ("priority:9", "priority:9 is not known. It may be 0, 1, 2 or 3, and 2+ for 2 and more."),
    ],
)
def test_a_term_that_means_nothing_yet_narrows_nothing_and_says_what_it_may_be(typed: str, remark: str) -> None:
    narrowing = parse_filter(f"sre {typed}")
    assert [card.id for card in narrowing.among(CARDS, NOW)] == ["globex", "hooli"]
    assert narrowing.remarks == (remark,)


def test_an_unknown_term_is_looked_for_as_a_word_and_that_is_said() -> None:
    narrowing = parse_filter("stge:lead")
    assert narrowing.among(CARDS, NOW) == []
    assert narrowing.remarks == (
        "stge: is no term (stage, tag, who, is, due, priority), so it is looked for as a word.",
    )


@pytest.mark.parametrize("typed", ["15:00", "http://x.com", "c++:"])
def test_what_only_looks_like_a_term_is_a_word(typed: str) -> None:
    cards = [subject("one", text=f"call at {typed.casefold()}"), subject("other", text="call")]
    assert [card.id for card in parse_filter(typed).among(cards, NOW)] == ["one"]


def test_stages_are_known_by_the_names_the_user_gave_them() -> None:
    narrowing = parse_filter("stage:wish", {"lead": "Wishlist", "applied": "Applied"})
    assert [card.id for card in narrowing.among(CARDS, NOW)] == ["initech"]


def test_fourteen_days_of_silence_are_quiet_and_a_minute_less_is_not() -> None:
    silent = [subject("just", silent_since=due(-14)), subject("not yet", silent_since=due(-14 + 1 / 1440))]
    assert [card.id for card in parse_filter("is:quiet").among(silent, NOW)] == ["just"]
