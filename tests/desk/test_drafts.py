"""Drafts in the book, as two windows may write at them."""

from pathlib import Path

import msgspec

from followup_tui.desk import drafts
from followup_tui.domain.records import Draft
from tests.desk.day_book import SINCE, contact, open_desk

DRAFT = Draft(
    id="d1", kind="other", channel="email", body="Dear Ana,", contact_id="c1", created_at=SINCE, updated_at=SINCE
)


def test_what_is_typed_after_a_draft_was_marked_as_sent_does_not_take_the_mark_back(tmp_path: Path) -> None:
    with open_desk(tmp_path, contact("Ana Ruiz", "c1"), DRAFT) as desk:
        sent = drafts.mark_sent(desk, DRAFT)
        drafts.save(desk, msgspec.structs.replace(DRAFT, body="Dear Ana, wait"), "another window")
        assert desk.get(Draft, "d1").sent_touchpoint_id == sent.touchpoint.id
        assert sent.touchpoint.body == "Dear Ana,"
        desk.undo()
        desk.undo()
        assert desk.get(Draft, "d1") == DRAFT
