"""Contacts as vCard 4, read back by another program's library."""

from typing import Any

import vobject  # type: ignore[import-untyped]  # it has none

from followup_tui.domain.records import Contact
from followup_tui.domain.text import plain
from followup_tui.exchange.vcard_out import vcards
from tests.exchange.hostile import SINCE, hostile_book

ANA = Contact(
    id="con-1",
    name="Ana Ruiz Gómez",
    company="Globex; Sons, Ltd",
    title="Head of platform",
    role="hiring_manager",
    email="ana@globex.example",
    other_emails=("ana@home.example",),
    phone="+34 600 111 222",
    other_phones=("+34 91 000 000",),
    linkedin="https://www.linkedin.com/in/ana-ruiz",
    timezone="Europe/Madrid",
    tags=("platform", "met, twice"),
    notes="Prefers mail.\nKnows Ben \\ Cho.",
    created_at=SINCE,
    updated_at=SINCE,
)


def cards(*contacts: Contact) -> list[Any]:
    return list(vobject.readComponents(vcards(contacts).decode()))


def test_another_reader_finds_everything_that_a_card_can_carry() -> None:
    (card,) = cards(ANA)
    found = {name: [line.value for line in lines] for name, lines in card.contents.items()}
    assert found["version"] == ["4.0"]
    assert found["uid"] == ["con-1"]
    assert found["fn"] == ["Ana Ruiz Gómez"]
    assert [part for parts in found["org"] for part in parts] == ["Globex; Sons, Ltd"]
    assert found["title"] == ["Head of platform"]
    assert found["role"] == ["hiring manager"]
    assert found["email"] == ["ana@globex.example", "ana@home.example"]
    assert found["tel"] == ["+34 600 111 222", "+34 91 000 000"]
    assert found["url"] == ["https://www.linkedin.com/in/ana-ruiz"]
    assert found["tz"] == ["Europe/Madrid"]
    assert found["categories"] == [["platform", "met, twice"]]
    assert found["note"] == ["Prefers mail.\nKnows Ben \\ Cho."]
    assert found["rev"] == ["20261102T080000Z"]
    assert card.email.params == {"PREF": ["1"]}


def test_nothing_that_is_empty_is_written() -> None:
    bare = vcards([Contact(id="con-2", name="Ben", created_at=SINCE, updated_at=SINCE)]).decode()
    assert [line.partition(":")[0] for line in bare.split("\r\n")] == [
        *("BEGIN", "VERSION", "PRODID", "UID;VALUE=text", "FN", "N", "REV", "END", ""),
    ]


def test_no_name_whatever_it_holds_makes_a_line_or_a_card_of_its_own() -> None:
    contacts = [record for record in hostile_book() if isinstance(record, Contact)]
    read = cards(*contacts)
    assert [card.fn.value for card in read] == [plain(contact.name) for contact in contacts]
    assert {name for card in read for name in card.contents} == {
        *("version", "prodid", "uid", "fn", "n", "org", "title", "email", "tel", "url", "categories", "note", "rev"),
    }
