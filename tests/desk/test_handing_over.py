"""Handing a letter over: what a mail client is given, and what it must never be given."""

import stat
from email import message_from_bytes, policy
from pathlib import Path
from urllib.parse import unquote

import pytest

from followup_tui.desk import handing_over
from followup_tui.desk.handing_over import LONGEST_LINK, hand_over, mailto
from followup_tui.desk.panel import likeness
from followup_tui.desk.reviewing import add_word, read_words
from followup_tui.desk.versions import Line, compared, versions
from followup_tui.domain.records import Draft, Revision
from followup_tui.exchange.eml_draft import Attachment, Letter, eml_draft

LETTER = Letter("Ana Ruiz", "ana@example.com", "Tea & cake?", "Dear Ana,\n\n50 % of it is yours: a=b&c\n")


def test_a_link_carries_everything_encoded_with_lines_ending_in_crlf() -> None:
    assert mailto(LETTER) == (
        "mailto:ana@example.com?subject=Tea%20%26%20cake%3F"
        "&body=Dear%20Ana%2C%0D%0A%0D%0A50%20%25%20of%20it%20is%20yours%3A%20a%3Db%26c%0D%0A"
    )


@pytest.mark.parametrize("to", ["a@b.c?bcc=evil@x.y", "a@b.c&cc=x@y.z", "a@b.c\r\nBcc: x@y.z", "a@b.c#x"])
def test_an_address_cannot_add_fields_to_a_link(to: str) -> None:
    link = mailto(LETTER._replace(to=to))
    head = link.partition("?")[0].removeprefix("mailto:")
    assert unquote(head) == to
    assert link.count("?") == 1
    assert link.count("&") == 1


HOSTILE = "x\r\nBcc: evil@example.com\r\n\r\nbody\x1b[31m"


@pytest.mark.parametrize("field", ["to", "to_name", "subject", "sender", "sender_name"])
def test_no_header_can_be_smuggled_into_a_file(field: str) -> None:
    letter = LETTER._replace(sender_name="Sam", sender="sam@example.com")._replace(**{field: HOSTILE})  # type: ignore[arg-type]  # the fields that are texts
    message = message_from_bytes(eml_draft(letter), policy=policy.default)
    assert set(message.keys()) <= {
        "X-Unsent",
        "To",
        "From",
        "Subject",
        "Content-Type",
        "Content-Transfer-Encoding",
        "MIME-Version",
    }
    assert message["X-Unsent"] == "1"
    assert message.get_content().replace("\r\n", "\n") == LETTER.body


def test_a_file_carries_its_attachments() -> None:
    letter = LETTER._replace(attachments=(Attachment("plan\r\n.pdf", b"%PDF"), Attachment("x", b"\0\1")))
    message = message_from_bytes(eml_draft(letter), policy=policy.default)
    found = [(part.get_filename(), part.get_content()) for part in message.iter_attachments()]
    assert found == [("plan .pdf", b"%PDF"), ("x", b"\0\1")]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    what: list[str] = []

    def note(link: str) -> bool:
        what.append(link)
        return True

    monkeypatch.setattr(handing_over, "_open", note)
    return what


def test_a_short_letter_is_a_link_and_a_long_one_a_file(tmp_path: Path, opened: list[str]) -> None:
    assert hand_over(LETTER, tmp_path / "private").done
    hand_over(LETTER._replace(body="ü" * LONGEST_LINK), tmp_path / "private")
    hand_over(LETTER._replace(attachments=(Attachment("x", b""),)), tmp_path / "private")
    path = tmp_path / "private" / "letter.eml"
    assert opened == [mailto(LETTER), str(path), str(path)]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_without_a_mail_client_it_is_said_where_the_letter_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(handing_over, "_open", lambda _what: False)
    assert not hand_over(LETTER, tmp_path).done
    long = hand_over(LETTER._replace(body="x" * 4_000), tmp_path)
    assert str(tmp_path / "letter.eml") in long.sentence
    (tmp_path / "file").write_text("")
    nowhere = hand_over(LETTER._replace(body="x" * 4_000), tmp_path / "file")
    assert (nowhere.done, "could not be written" in nowhere.sentence) == (False, True)


# Versions, likeness, words


def test_a_version_is_compared_line_by_line() -> None:
    revision = Revision(at="2026-11-02T09:00:00+01:00", subject="Tea", body="one\ntwo\nthree")
    draft = Draft(
        id="dra-1",
        kind="other",
        channel="email",
        created_at=revision.at,
        updated_at=revision.at,
        subject="Tea",
        body="one\n2\nthree",
        revisions=(revision, Revision(at=revision.at, subject="Tea", body="one\n2\nthree")),
    )
    assert versions(draft) == (revision,)
    assert compared(revision, draft) == [
        Line(" ", "Subject: Tea"),
        Line(" ", "one"),
        Line("-", "two"),
        Line("+", "2"),
        Line(" ", "three"),
    ]


@pytest.mark.parametrize(
    ("one", "other", "percent"),
    [
        ("", "", 0),
        ("Dear Ana", "", 0),
        ("Thank you, Ana!", "thank you ANA", 100),
        ("a b c d", "a b x y", 50),
        ("a b", "c d", 0),
    ],
)
def test_letters_are_as_alike_as_the_words_they_share(one: str, other: str, percent: int) -> None:
    assert likeness(one, other) == percent


def test_ones_own_words_are_kept_once_each(tmp_path: Path) -> None:
    file = tmp_path / "settings" / "words.txt"
    assert read_words(file) == ()
    for word in ("kubectl", " kubectl ", "Zürich", "two\nlines"):
        add_word(None, file, word)  # type: ignore[arg-type]  # the desk only gives the thread
    assert read_words(file) == ("kubectl", "Zürich", "two lines")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
