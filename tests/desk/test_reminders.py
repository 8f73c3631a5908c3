"""The user's own reminders, things worth sending, and what was logged: written, changed, deleted."""

from datetime import timedelta
from pathlib import Path

import pytest

from followup_tui.desk import deleting, materials, reminders
from followup_tui.desk.desk import Desk
from followup_tui.desk.log import Entry, correct
from followup_tui.desk.materials import Worth
from followup_tui.desk.reminders import Remembered
from followup_tui.domain.errors import FollowupError
from followup_tui.domain.records import Material, Reminder, Touchpoint
from tests.desk.day_book import NOW, contact, material, open_desk, opportunity, touchpoint

SOON = NOW + timedelta(hours=3)


def planned(desk: Desk) -> list[tuple[str, str]]:
    return [(one.rule, one.urgency) for one in desk.plan()]


def test_a_reminder_is_planned_changed_ticked_off_and_taken_back(tmp_path: Path) -> None:
    with open_desk(tmp_path, opportunity("Globex", "o1")) as desk:
        reminder = reminders.save_reminder(desk, Remembered(" call\x07 them ", SOON, "o1"))
        assert (reminder.title, reminder.opportunity_id) == ("call\x07 them", "o1")
        assert planned(desk) == [("R12", "upcoming")]
        followed = desk.plan()[0]
        assert reminders.reminder_of(desk, followed) == reminder
        later = reminders.save_reminder(desk, Remembered("call them", SOON + timedelta(days=9)), reminder)
        assert (later.opportunity_id, planned(desk)) == (None, [("R12", "later")])
        done = reminders.save_reminder(desk, Remembered("call them", SOON, is_done=True), later)
        assert (done.done_at is not None, planned(desk)) == (True, [])
        desk.undo()
        assert desk.get(Reminder, reminder.id) == later


def test_a_reminder_of_nothing_is_refused(tmp_path: Path) -> None:
    with open_desk(tmp_path) as desk, pytest.raises(FollowupError, match="empty"):
        reminders.save_reminder(desk, Remembered("  ", SOON))


def test_the_shelf_says_who_has_had_what(tmp_path: Path) -> None:
    sent = touchpoint("t1", "19T09:00", "c1", material_ids=("m1",))
    again = touchpoint("t2", "20T09:00", "c1", material_ids=("m1",))
    got = touchpoint("t3", "20T10:00", "c1", direction="in", material_ids=("m2",))
    book = (contact("Ana", "c1"), material("m1", "Rotas"), material("m2", "Pagers"), sent, again, got)
    with open_desk(tmp_path, *book) as desk:
        had = {one.material.title: [(who.name, who.at.day) for who in one.had] for one in materials.shelf(desk)}
        assert had == {"Rotas": [("Ana", 20)], "Pagers": []}


def test_a_material_is_added_changed_and_taken_out_of_what_it_was_sent_with(tmp_path: Path) -> None:
    with open_desk(tmp_path, contact("Ana", "c1")) as desk:
        added = materials.save_material(desk, Worth("article", " Rotas ", " https://example.com ", "how\nto"))
        assert (added.title, added.url, added.text) == ("Rotas", "https://example.com", "how\nto")
        desk.change("Sent", put=[touchpoint("t1", "19T09:00", "c1", material_ids=(added.id,))])
        assert materials.save_material(desk, Worth("article", "On rotas"), added).url is None
        assert deleting.deletion(desk, [added.id]).changed == (touchpoint("t1", "19T09:00", "c1"),)
        deleting.delete(desk, [added.id])
        assert not desk.records(Material)
        assert desk.get(Touchpoint, "t1").material_ids == ()
        with pytest.raises(FollowupError, match="title is empty"):
            materials.save_material(desk, Worth("article", " "))


def test_what_was_logged_can_be_corrected_and_keeps_what_was_not_touched(tmp_path: Path) -> None:
    logged = touchpoint("t1", "19T09:00", "c1", opportunity_id="o1", early_reason="asked to", body="Hi")
    with open_desk(tmp_path, contact("Ana", "c1"), contact("Ben", "c2"), logged) as desk:
        entry = Entry("reply", "c2", direction="in", channel="phone", at=NOW - timedelta(days=2, hours=1), body="Yes?")
        changed = correct(desk, "t1", entry._replace(needs_reply=True))
        assert (changed.contact_id, changed.direction, changed.body, changed.needs_reply) == ("c2", "in", "Yes?", True)
        assert (changed.at, changed.opportunity_id, changed.early_reason) == (logged.at, "o1", "asked to")
        with pytest.raises(FollowupError, match="not ahead of now"):
            correct(desk, "t1", entry._replace(at=SOON))
        assert desk.undo().label == "Undo: Edited: reply from Ben"
