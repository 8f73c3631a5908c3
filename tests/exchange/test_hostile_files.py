"""Files that are broken, made up or far too much: an error or what is whole of them, soon, and never a traceback."""

import random
from collections.abc import Callable

import pytest

from followup_tui.domain.errors import FollowupError
from followup_tui.exchange.html_text import text_of
from followup_tui.exchange.kinds import Kind
from tests.exchange.reading_files import Contents, file_of

EVENT = b"BEGIN:VEVENT\nUID:1\nDTSTART:20261117T140000Z\nEND:VEVENT\n"
HEAD = b"From: a@b.example\nDate: Tue, 17 Nov 2026 15:00:00 +0000\n"
ZONE = b"BEGIN:VCALENDAR\nBEGIN:VTIMEZONE\nTZID:x\nBEGIN:STANDARD\nDTSTART:16010101T000000\n"
ZONE += b"TZOFFSETFROM:+0100\nTZOFFSETTO:+0200\nRRULE:FREQ=SECONDLY\nEND:STANDARD\nEND:VTIMEZONE\n"

REFUSED: list[tuple[Kind, Callable[[], bytes], str]] = [
    ("ics", lambda: b"BEGIN:VCALENDAR\n" + EVENT * 10_001, "more than 10,000 events"),
    ("ics", lambda: b"BEGIN:VCALENDAR\nBEGIN:VEVENT\n" + b"ATTENDEE:a\n" * 250_001, "more than 250,000 properties"),
    ("ics", lambda: b"BEGIN:VCALENDAR\n" + b"BEGIN:X\n" * 1_000, "nested too deeply"),
    ("ics", lambda: b"BEGIN:VCALENDAR\n" + random.Random(1).randbytes(3_000_000), "lines that are no calendar's"),
    ("vcard", lambda: b"BEGIN:VCARD\n" + random.Random(1).randbytes(3_000_000), "lines that are no vCard's"),
    ("vcard", lambda: b"BEGIN:VCARD\n" + b"NOTE:a\n" * 50_002, "more than 50,000 lines in one card"),
    ("vcard", lambda: b"BEGIN:VCARD\nNOTE:a\n" + b" b\n" * 300_002, "goes on for too many lines"),
    ("vcard", lambda: b"BEGIN:VCARD\nFN:a\nEND:VCARD\n" * 50_001, "line 150001: the file has more than 50,000 cards"),
    ("vcard", lambda: b"BEGIN:VCARD\n" + b"X:a\n" * 1_000_001, "more than 1,000,000 lines"),
    ("contacts", lambda: b"Name,Company\n" + b"Ana,Globex\n" * 100_003, "line 100002: the table has more than 100,000"),
    ("contacts", lambda: b"Name\r\n" + b'"A\r\nB",\r\n' * 100_003, "line 200003: the table has more than 100,000"),
    (
        "contacts",
        lambda: b'Name,Company\n"' + b"Ana,Globex\n" * 100_003,
        "line 100002: the table has more than 100,000",
    ),
    ("contacts", lambda: b"Name\n" * 1_000_001 + b'"', "line 1000001: the table has more than 100,000 rows"),
    ("contacts", lambda: b'Name,Company\n"' + b'Ana,Globex\n"",' * 1_000_001, "more than 100,000 rows"),
    ("mbox", lambda: b"From a@b Tue Nov 17 15:00:00 2026\n\n" * 1_001, "the first 1,000 messages cannot be read"),
]


@pytest.mark.parametrize(("kind", "data", "reason"), REFUSED)
def test_far_too_much_is_refused(kind: Kind, data: Callable[[], bytes], reason: str) -> None:
    with pytest.raises(FollowupError, match=reason):
        Contents(kind, data())


def test_line_ends_inside_of_quotes_are_no_rows() -> None:
    message = b'Ana,Globex,"' + b"a line\n" * 60 + b'"\n'
    assert len(Contents("contacts", b"Name,Company,Notes\n" + message * 2_000).people) == 2_000


LEFT_OUT: list[tuple[Kind, bytes, str]] = [
    ("ics", b"BEGIN:VCALENDAR\nBEGIN:VEVENT\n" + b"ATTENDEE:a\n" * 2_001 + b"END:VEVENT\n", "more than 2,000 lines"),
    ("vcard", b"BEGIN:VCARD\nFN:" + b"A" * 3_000_000, "is cut off"),
    ("eml", HEAD + b"X: y\n" * 20_001, "more than 20,000 lines of headers"),
    ("eml", HEAD + b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\nx\n" * 1_001, "more than 1,000 parts"),
]


@pytest.mark.parametrize(("kind", "data", "reason"), LEFT_OUT)
def test_too_much_in_one_unit_leaves_out_that(kind: Kind, data: bytes, reason: str) -> None:
    read = Contents(kind, data)
    assert read.found == []
    assert reason in read.unreadable[0][1]


NESTED = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (level, level) for level in range(5_000))
READ: list[tuple[Kind, bytes]] = [
    ("ics", ZONE + EVENT.replace(b"DTSTART:", b"DTSTART;TZID=x:").replace(b"Z\n", b"\n") + b"END:VCALENDAR\n"),
    ("eml", HEAD + NESTED),
    ("eml", HEAD + b"Subject: " + b"=?utf-8?q?a" * 20_000 + b"\n\nx"),
    ("eml", HEAD + b"To: " + b"<a@b.c>," * 200_000 + b"\n\nx"),
    ("eml", HEAD + b"Content-Type: text/plain" + b';a="' * 20_000 + b"\n\nx"),
    ("eml", HEAD + b"Content-Type: text/html\n\n" + b"<b><" * 60_000),
    ("eml", HEAD + b"Content-Transfer-Encoding: base64\n\n" + b"=" * 500_000 + b"A" * 500_001),
    ("eml", HEAD + b"\n" + b"on would you " * 100_000),
    ("mbox", b"From a@b\n" + HEAD + b"\n" + b"A" * 5_000_000),
    ("vcard", b"BEGIN:VCARD\nFN:a\nN;X=" + b'"' * 300_001 + b":x\nEND:VCARD\n"),
]


@pytest.mark.parametrize(("kind", "data"), READ, ids=range(len(READ)))
def test_what_is_odd_is_read_all_the_same(kind: Kind, data: bytes) -> None:
    assert len(Contents(kind, data).found) == 1


@pytest.mark.parametrize("piece", ["<!--", "<", "&", "<blockquote>\n", "<style>", '<a "', "<p></p "])
def test_a_page_however_broken_is_reduced(piece: str) -> None:
    assert len(text_of(piece * 30_000)) <= 60_000 * len(piece)


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("ics", "google_invitation.ics"),
        ("ics", "exchange_invitation.ics"),
        ("vcard", "apple_3.0.vcf"),
        ("vcard", "outlook_2.1.vcf"),
        ("eml", "gmail_invitation.eml"),
        ("mbox", "thunderbird.mbox"),
    ],
)
def test_a_file_cut_off_anywhere_or_with_a_byte_changed_never_ends_in_a_traceback(kind: Kind, name: str) -> None:
    data, chance = file_of(name), random.Random(name)
    for _ in range(150):
        at = chance.randrange(len(data))
        broken = data[:at] if chance.random() < 0.5 else data[:at] + chance.randbytes(1) + data[at + 1 :]
        try:
            Contents(kind, broken)
        except FollowupError as error:
            assert str(error).startswith("in: ")  # noqa: PT017 - either is right, a refusal only if it names the file
