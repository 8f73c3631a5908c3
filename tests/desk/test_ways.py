"""Ways other than a letter: where the rule is content with one, and what they leave in the book."""

from pathlib import Path

import pytest

from followup_tui.desk import ways as desk_ways
from followup_tui.desk.desk import Desk
from followup_tui.desk.ways import WayName, Ways, web_address
from followup_tui.domain.cadence import FollowUp
from followup_tui.domain.records import Contact, Record
from tests.desk.day_book import NOW, contact, interview, material, open_desk, opportunity, touchpoint

# Interviewed on 5 Nov and thanked: a status check is due, and an invitation to connect.
FARID = contact("Farid Haddad", "c1", timezone="Europe/London")
WAYNE = opportunity("Wayne", "o1", contact_ids=("c1",))
TALKED = interview("i1", "05T10:00", contact_ids=("c1",), status="done")
THANKED = touchpoint("t1", "06T09:00", "c1", kind="thank_you", opportunity_id="o1", interview_id="i1")
CHECK: tuple[Record, ...] = (FARID, WAYNE, TALKED, THANKED)

# A friend, last heard of long ago.
ROSA = contact("Rosa Silva", "c2", keep_in_touch=True, keep_in_touch_days=20)
FRIEND: tuple[Record, ...] = (ROSA,)

# Met at an event yesterday.
EVENT: tuple[Record, ...] = (contact("Ben Cho", "c3"), touchpoint("t2", "20T19:00", "c3", kind="met"))

ARTICLE = material("m1", "Error budgets")


def follow_up(desk: Desk, kind: str) -> FollowUp:
    return next(one for one in desk.plan() if one.kind == kind)


def ways(desk: Desk, kind: str) -> Ways:
    found = desk_ways.ways(desk, follow_up(desk, kind))
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("records", "kind", "names"),
    [
        (CHECK, "status_check", ["call", "meeting"]),
        (CHECK, "connect", ["connect", "connected"]),
        (EVENT, "event_follow_up", ["call", "connect", "comment", "material", "meeting"]),
        (FRIEND, "keep_in_touch", ["call", "connect", "comment", "material", "meeting"]),
    ],
)
def test_each_kind_has_the_ways_that_do_what_its_rule_asks_for(
    tmp_path: Path, records: tuple[Record, ...], kind: str, names: list[str]
) -> None:
    with open_desk(tmp_path, ARTICLE, *records) as desk:
        assert list(ways(desk, kind).names) == names


@pytest.mark.parametrize("kind", ["thank_you", "reply", "application_check"])
def test_of_other_kinds_only_a_letter_makes_sense(tmp_path: Path, kind: str) -> None:
    records = {
        "thank_you": (FARID, WAYNE, TALKED, interview("i2", "20T10:00", contact_ids=("c1",))),
        "reply": (FARID, touchpoint("t3", "20T19:00", "c1", direction="in", needs_reply=True)),
        "application_check": (
            FARID,
            opportunity("Wayne", "o1", stage="applied", applied_at="2026-11-12T09:00:00Z", contact_ids=("c1",)),
        ),
    }
    with open_desk(tmp_path, *records[kind]) as desk:
        assert desk_ways.ways(desk, follow_up(desk, kind)) is None


def test_nobody_can_be_called_where_nobody_is_known(tmp_path: Path) -> None:
    nobody = opportunity("Wayne", "o1")
    with open_desk(tmp_path, nobody, interview("i1", "05T10:00")) as desk:
        assert desk_ways.ways(desk, follow_up(desk, "status_check")) is None


def test_who_is_connected_or_invited_is_not_to_be_invited(tmp_path: Path) -> None:
    connected = contact("Rosa", "c2", keep_in_touch=True, linkedin_connected_at="2026-01-05T09:00:00Z")
    with open_desk(tmp_path, connected) as desk:
        assert "connect" not in ways(desk, "keep_in_touch").names
    invited = touchpoint("t4", "01T09:00", "c2", kind="connect", channel="linkedin")
    (tmp_path / "other").mkdir()
    with open_desk(tmp_path / "other", ROSA, invited) as desk:
        assert "connect" not in ways(desk, "keep_in_touch").names


def test_only_what_they_have_not_had_yet_is_worth_sending(tmp_path: Path) -> None:
    records = (
        material("had", "Old"),
        material("fresh", "New", kind="accomplishment"),
        material("sample", "Sample", kind="work_sample"),
        touchpoint("t5", "01T09:00", "c2", material_ids=("had",)),
    )
    with open_desk(tmp_path, ROSA, *records) as desk:
        assert [one.id for one in ways(desk, "keep_in_touch").materials] == ["fresh"]


def test_nothing_to_send_is_not_offered(tmp_path: Path) -> None:
    with open_desk(tmp_path, ROSA) as desk:
        assert "material" not in ways(desk, "keep_in_touch").names


def test_the_hours_that_suit_a_call_are_theirs(tmp_path: Path) -> None:
    friday_evening = NOW.replace(day=20, hour=18, minute=30)  # 17:30 in London
    with open_desk(tmp_path, *CHECK, now=friday_evening) as desk:
        assert ways(desk, "status_check").calling.now


@pytest.mark.parametrize(
    ("records", "kind", "way", "logged"),
    [
        (CHECK, "status_check", "call", ("status_check", "out", "phone", "o1")),
        (CHECK, "status_check", "meeting", ("status_check", "out", "in_person", "o1")),
        (CHECK, "connect", "connect", ("connect", "out", "linkedin", "o1")),
        (EVENT, "event_follow_up", "call", ("event_follow_up", "out", "phone", None)),
        (EVENT, "event_follow_up", "connect", ("connect", "out", "linkedin", None)),
        (EVENT, "event_follow_up", "meeting", ("event_follow_up", "out", "in_person", None)),
        (FRIEND, "keep_in_touch", "call", ("keep_in_touch", "out", "phone", None)),
        (FRIEND, "keep_in_touch", "comment", ("keep_in_touch", "out", "social", None)),
        (FRIEND, "keep_in_touch", "connect", ("connect", "out", "linkedin", None)),
        (FRIEND, "keep_in_touch", "meeting", ("met", "out", "in_person", None)),
    ],
)
def test_what_was_done_is_logged_and_settles_the_follow_up(
    tmp_path: Path, records: tuple[Record, ...], kind: str, way: WayName, logged: tuple[str | None, ...]
) -> None:
    with open_desk(tmp_path, *records) as desk:
        planned = follow_up(desk, kind)
        touched = desk_ways.went(desk, planned, way, note="she was glad").touchpoint
        assert (touched.kind, touched.direction, touched.channel, touched.opportunity_id) == logged
        assert touched.contact_id == planned.contact_id
        assert touched.body == "she was glad"
        assert desk.follow_up(planned.key) is None


def test_a_material_that_was_sent_is_had_from_then_on(tmp_path: Path) -> None:
    with open_desk(tmp_path, ROSA, ARTICLE) as desk:
        touched = desk_ways.went(desk, follow_up(desk, "keep_in_touch"), "material", material=ARTICLE).touchpoint
        assert (touched.material_ids, touched.subject, touched.channel) == (("m1",), "Error budgets", "email")


def test_who_is_connected_already_is_so_from_now_on(tmp_path: Path) -> None:
    with open_desk(tmp_path, *CHECK) as desk:
        desk_ways.went(desk, follow_up(desk, "connect"), "connected")
        assert desk.get(Contact, "c1").linkedin_connected_at == "2026-11-21T10:00:00+01:00"
        assert not [one for one in desk.plan() if one.kind == "connect"]


def test_a_reason_for_being_early_is_kept(tmp_path: Path) -> None:
    with open_desk(tmp_path, *CHECK) as desk:
        planned = follow_up(desk, "status_check")
        touched = desk_ways.went(desk, planned, "call", early_reason="she asked me to").touchpoint
        assert touched.early_reason == "she asked me to"


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("https://www.linkedin.com/in/ana", "https://www.linkedin.com/in/ana"),
        (" http://example.com ", "http://example.com"),
        ("linkedin.com/in/ana", None),
        ("file:///etc/passwd", None),
        ("javascript:alert(1)", None),
        ("https://", None),
        ("http://[", None),
        ("", None),
        (None, None),
    ],
)
def test_a_browser_opens_addresses_of_the_web_only(text: str | None, address: str | None) -> None:
    assert web_address(text) == address
