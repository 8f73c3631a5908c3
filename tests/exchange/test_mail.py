"""E-mails and mailboxes, in the forms that mail programs write them, become messages of people."""

import mailbox
from email.message import EmailMessage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from followup_tui.domain.errors import FollowupError
from followup_tui.exchange.found import FoundMessage
from tests.exchange.reading_files import Contents, file_of


def letter(**headers: str) -> EmailMessage:
    message = EmailMessage()
    given = {"From": "Ana Ruiz <ana@globex.example>", "To": "Sam <sam@home.example>", "Message-ID": "<one@x.example>"}
    for name, value in {**given, "Date": "Tue, 17 Nov 2026 15:00:00 +0100", "Subject": "Hello", **headers}.items():
        message[name.replace("_", "-")] = value
    message.set_content("Dear Sam,\n\nhello.\n\nAna\n")
    return message


def raw(*headers: str, body: str = "Hello.") -> str:
    usual = {"From": "ana@globex.example", "To": "sam@home.example", "Date": "Tue, 17 Nov 2026 15:00:00 +0100"}
    named = {header.partition(":")[0] for header in headers}
    lines = [f"{name}: {value}" for name, value in usual.items() if name not in named]
    return "\r\n".join([*lines, *(header for header in headers if not header.endswith(": -")), "", body, ""])


def one(data: bytes | str) -> FoundMessage:
    (message,) = Contents("eml", data).messages
    return message


def test_gmails_mailbox_is_read_without_drafts_and_with_what_is_automatic_marked() -> None:
    read = Contents("mbox", file_of("takeout.mbox"))
    jose, sam, news, form = read.messages
    assert read.unreadable == []
    assert (jose.others[0].name, jose.others[0].emails) == ("José García", ("jose@hooli.example",))
    assert jose.subject == "Your application – Principal engineer"
    assert (jose.at, jose.outgoing, jose.message_id) == ("2026-11-19T10:12:30+01:00", False, "CAF+one@mail.example")
    assert "availability for next week?" in jose.body
    assert "\nFrom what I read" in jose.body
    assert (sam.outgoing, sam.answers) == (True, ("CAF+one@mail.example", "CAF+one@mail.example"))
    assert [person.name for person in sam.others] == ["José García"]
    assert "> Could you send me" in sam.body
    assert (news.in_bulk, news.automatic, news.body) == (True, False, "Twelve!")
    assert form.automatic
    assert "is a draft, or lies in the trash or among spam; left out" in read.remarks


def test_thunderbirds_mailbox_is_read_without_what_was_deleted_and_without_attachments() -> None:
    read = Contents("mbox", file_of("thunderbird.mbox"))
    thanks, answer = read.messages
    assert [(person.name, person.emails) for person in thanks.others] == [
        ("Ana Ruiz", ("ana.ruiz@globex.example",)),
        ("Ben Cho", ("ben.cho@globex.example",)),
    ]
    assert (answer.at, answer.others[0].name) == ("2026-11-20T10:00:00+01:00", "Ana Ruiz")
    assert answer.subject == "AW: Grüße – bald"
    assert answer.body == "Thank you, Sam.\n\nWe will be in touch – soon.\n\n> thank you both"


def test_an_invitation_in_a_mail_is_an_interview_once_and_its_mail_a_notice() -> None:
    read = Contents("eml", file_of("gmail_invitation.eml"))
    (interview,), (message,) = read.interviews, read.messages
    assert interview.uid == "7kukuqrfedlm2f9tq8h1c0r2vk@google.com"
    assert [person.name for person in interview.people] == ["Ana Ruiz", "Ben Cho"]
    assert message.automatic
    assert message.body.startswith("Interview: Staff SRE, Globex\n")
    assert read.unreadable == []


def test_a_message_is_the_same_from_a_file_and_from_a_mailbox(tmp_path: Path) -> None:
    messages = [letter(), letter(Subject="Grüße, früh am Morgen — und noch viel mehr Wörter, damit gefaltet wird")]
    del messages[1]["Message-ID"]
    messages[0].set_content("From the start:\n\nFrom here on\n>From there\nend\n")
    messages[1].add_alternative("<p>html</p>", subtype="html")
    messages[1].add_attachment(b"\x00" * 5_000, maintype="image", subtype="png", filename="a.png")
    box = mailbox.mbox(tmp_path / "box")
    for message in messages:
        box.add(message)
    box.close()
    from_box = Contents("mbox", (tmp_path / "box").read_bytes()).messages
    for message, found in zip(messages, from_box, strict=True):
        alone = one(message.as_bytes())
        assert (found.message_id, found.subject, found.at) == (alone.message_id, alone.subject, alone.at)
        assert found.body.replace(">From there", "From there") == alone.body.replace(">From there", "From there")


def test_plain_text_is_preferred_html_is_reduced_and_related_pictures_are_passed_over() -> None:
    related = MIMEMultipart("related")
    related.attach(
        MIMEText("<html><body>Hi&nbsp;Sam,<br>the <b>HTML</b> way<ul><li>one<li>two</ul></body></html>", "html")
    )
    alternative = MIMEMultipart("alternative")
    for name in ("From", "To", "Date"):
        alternative[name] = letter()[name]
    plain = MIMEText("Hi Sam,\nthe plain way", "plain", "iso-8859-1")
    alternative.attach(plain)
    alternative.attach(related)
    assert one(alternative.as_bytes()).body == "Hi Sam,\nthe plain way"
    plain.set_payload("  \n")
    assert one(alternative.as_bytes()).body == "Hi Sam,\nthe HTML way\n- one\n- two"


def test_texts_that_stand_one_after_the_other_are_all_read_and_forwarded_mails_are_attachments() -> None:
    mixed = MIMEMultipart("mixed")
    for name in ("From", "To", "Date"):
        mixed[name] = letter()[name]
    mixed.attach(MIMEText("first"))
    mixed.attach(MIMEText("second"))
    attached = MIMEText("attached")
    attached.add_header("Content-Disposition", "attachment")
    mixed.attach(attached)
    assert one(mixed.as_bytes()).body == "first\n\nsecond"
    forward = letter()
    forward.add_attachment(letter(Subject="inner"))
    assert one(forward.as_bytes()).body == "Dear Sam,\n\nhello.\n\nAna"


@pytest.mark.parametrize(
    ("header", "name", "address"),
    [
        ("Ana Ruiz <ana@globex.example>", "Ana Ruiz", "ana@globex.example"),
        ('"Ruiz, Ana" <Ana@GLOBEX.example>', "Ana Ruiz", "Ana@globex.example"),
        ("Ruiz, Ana <ana@globex.example>", "Ana Ruiz", "ana@globex.example"),
        ("ana@globex.example (Ana Ruiz)", "Ana Ruiz", "ana@globex.example"),
        ("ana.ruiz@globex.example", "Ana Ruiz", "ana.ruiz@globex.example"),
        ("=?utf-8?q?Jos=C3=A9_Garc?= =?utf-8?b?w61h?= <j@hooli.example>", "José García", "j@hooli.example"),
        ("=?utf-8?B?0JDQvdC90LDQ?= =?utf-8?B?tA==?= <a@x.example>", "Аннад", "a@x.example"),
        ('"=?utf-8?q?Jos=C3=A9?=" <j@hooli.example>', "José", "j@hooli.example"),
        ("José <j@hooli.example>", "José", "j@hooli.example"),
        ("=?nonsense?q?Jos=E9?= <j@hooli.example>", "José", "j@hooli.example"),
        ("Ana Ruiz via Greenhouse <ana@globex.example>", "Ana Ruiz", "ana@globex.example"),
        ("'Ana Ruiz' <ana@globex.example>, other@x.example", "Ana Ruiz", "ana@globex.example"),
        ("Recruiting: Ana <ana@globex.example>;", "Ana", "ana@globex.example"),
    ],
)
def test_a_sender_is_named_as_a_person_would_be(header: str, name: str, address: str) -> None:
    (person,) = one(raw(f"From: {header}")).others
    assert (person.name, person.emails) == (name, (address,))


@pytest.mark.parametrize(
    ("date", "at"),
    [
        ("Tue, 17 Nov 2026 15:00:00 -0500 (EST)", "2026-11-17T21:00:00+01:00"),
        ("17 Nov 2026 15:00 +0100", "2026-11-17T15:00:00+01:00"),
        ("Tue, 17 Nov 2026 15:00:00 CET", "2026-11-17T15:00:00+01:00"),
        ("Tue, 17 Nov 2026 15:00:00 EST", "2026-11-17T21:00:00+01:00"),
        ("Tue, 17 Nov 2026 15:00:00 GMT", "2026-11-17T16:00:00+01:00"),
        ("Tue, 17 Nov 2026 15:00:00 -0000", "2026-11-17T16:00:00+01:00"),
        ("Tue, 17 Nov 2026 15:00:00", "2026-11-17T16:00:00+01:00"),
        ("Tue, 17 Nov 2026 15:00:00 +0530", "2026-11-17T10:30:00+01:00"),
        ("2026-11-17T15:00:00+01:00", "2026-11-17T15:00:00+01:00"),
        ("Tue, 17 Nov 26 15:00:00 +0100", "2026-11-17T15:00:00+01:00"),
    ],
)
def test_a_date_is_the_instant_that_it_means(date: str, at: str) -> None:
    assert one(raw(f"Date: {date}")).at == at


def test_without_a_date_a_message_is_of_when_it_came() -> None:
    received = "Received: from x by y; Tue, 17 Nov 2026 16:00:00 +0100"
    assert one(raw("Date: no date", received)).at == "2026-11-17T16:00:00+01:00"
    box = "From ana@globex.example Tue Nov 17 14:30:00 2026\n" + raw("Date: -").replace("\r\n", "\n")
    assert Contents("mbox", box).messages[0].at == "2026-11-17T15:30:00+01:00"
    read = Contents("eml", raw("Date: never"))
    assert read.unreadable == [(1, "the message has no date that can be read")]


@pytest.mark.parametrize(
    ("charset", "data", "text"),
    [
        ("utf-8", "Grüße".encode(), "Grüße"),
        ("us-ascii", "Grüße".encode(), "Grüße"),
        ("us-ascii", "Grüße".encode("cp1252"), "Grüße"),
        ("iso-8859-1", "“Grüße” – €".encode("cp1252"), "“Grüße” – €"),
        ("utf-8", "Grüße".encode("cp1252"), "Grüße"),
        ("utf-8", "Grüße aus Köln, schön".encode() + b"\xe2\x82", "Grüße aus Köln, schön\ufffd"),
        ("x-unknown", "Grüße".encode(), "Grüße"),
        ("gb2312", "你好".encode("gb18030"), "你好"),
        ("iso-2022-jp", "こんにちは".encode("iso-2022-jp"), "こんにちは"),
        ("zlib", "Grüße".encode(), "Grüße"),
        ("idna", "Grüße".encode(), "Grüße"),
    ],
)
def test_a_charset_may_be_missing_unknown_or_wrong(charset: str, data: bytes, text: str) -> None:
    message = raw(f"Content-Type: text/plain; charset={charset}", body="@").encode().replace(b"@", data, 3)
    message = message.replace(b"ana" + data, b"ana@").replace(b"sam" + data, b"sam@")
    assert one(message).body == text


@pytest.mark.parametrize(
    "header",
    [
        "From: no-reply@globex.example",
        "From: Globex <jobs-noreply@globex.example>",
        "From: Globex <notifications@smartrecruiters.com>",
        "From: messages-noreply@linkedin.com",
        "From: globex@myworkday.com",
        "From: MAILER-DAEMON@mx.example",
        "Auto-Submitted: auto-replied",
        "Precedence: bulk",
        "Subject: Automatic reply: your application",
        "Subject: Out of office",
        "Content-Type: multipart/report; boundary=x",
    ],
)
def test_what_a_program_wrote_is_automatic(header: str) -> None:
    assert one(raw(header)).automatic


@pytest.mark.parametrize("header", ["From: Noah Reply <noah.reply@globex.example>", "Auto-Submitted: no", "X-A: b"])
def test_what_a_person_wrote_is_not(header: str) -> None:
    assert not one(raw(header)).automatic


def test_a_message_is_outgoing_if_it_is_from_the_user_also_by_an_address_with_a_plus() -> None:
    found = one(raw("From: Sam <SAM+jobs@home.example>", "To: ana@globex.example", "Cc: Ben <ben@globex.example>"))
    assert (found.outgoing, [person.name for person in found.others]) == (True, ["Ana", "Ben"])
    assert Contents("eml", raw("From: sam@home.example", "To: sam@home.example")).found == []


def test_without_an_address_of_the_user_it_is_said_that_nothing_can_be_told() -> None:
    read = Contents("eml", raw(), user_emails=frozenset())
    assert len(read.messages) == 1
    assert "set email under [user]" in read.remarks[0]
    assert one(raw("From: Sam Reed <other@x.example>", "To: ana@x.example")).outgoing is False
    by_name = Contents("eml", raw("From: Sam Reed <other@x.example>"), user_emails=frozenset(), user_name="Sam Reed")
    assert by_name.messages[0].outgoing


def test_a_draft_of_this_app_is_no_message() -> None:
    assert Contents("eml", raw("X-Unsent: 1", "From: sam@home.example")).found == []


def test_a_line_from_in_a_letter_begins_no_message() -> None:
    box = "From a@x.example Tue Nov 17 15:00:00 2026\n" + raw(body="One.\n\nFrom now on I am away.\n\nFrom me").replace(
        "\r", ""
    )
    (message,) = Contents("mbox", box).messages
    assert message.body == "One.\n\nFrom now on I am away.\n\nFrom me"


def boxed(*bodies: str, between: str = "\n", **headers: str) -> str:
    more = [f"{name.replace('_', '-')}: {text}" for name, text in headers.items()]
    messages = [raw(f"Subject: {number}", *more, body=body).replace("\r", "") for number, body in enumerate(bodies, 1)]
    return between.join(
        f"From a@x.example Tue Nov 17 15:00:0{number} 2026\n{one}" for number, one in enumerate(messages)
    )


def test_a_whole_line_from_begins_a_message_also_without_an_empty_one_above_it() -> None:
    assert [one.body for one in Contents("mbox", boxed("one\n", "two\n", between="")).messages] == ["one", "two"]
    said = "one\nFrom a@x.example Tue Nov 17 15:00:00 2026\nthat is how it began"
    assert [one.body for one in Contents("mbox", boxed(said)).messages] == [said]


def test_the_length_that_a_message_says_of_itself_counts_where_it_leads_to_the_next() -> None:
    said = "one\n\nFrom a@x.example Tue Nov 17 15:00:00 2026\nSubject: quoted\n"
    for length, bodies in ((f"{len(said) + 1}", [said, "two"]), ("99999", ["one"]), ("5", ["one"])):
        found = [one.body for one in Contents("mbox", boxed(said, "two", Content_Length=length)).messages]
        assert found[: len(bodies)] == [body.rstrip() for body in bodies]


def test_what_is_no_mail_is_refused() -> None:
    for kind, data in (("eml", "just words\n\nand more"), ("mbox", "just words"), ("mbox", ""), ("eml", "")):
        with pytest.raises(FollowupError, match=r"is no (e-mail|mailbox)"):
            Contents(kind, data)  # type: ignore[arg-type]  # a kind, as the list says


def test_a_header_cannot_be_smuggled_into_a_name() -> None:
    (person,) = one(raw("From: =?utf-8?q?Ana=0D=0ABcc=3A_x=40y.example?= <ana@globex.example>")).others
    assert "\n" not in person.name
    assert "\r" not in person.name


KINDS = ["multipart/mixed; boundary=b", "text/html", "text/calendar", "text/plain; charset=utf-16"]
HEADERS = ["From", "To", "Date", "Subject", "Message-ID", "References", "Content-Type"]
PIECES = st.one_of(
    st.sampled_from(
        ["--b", "--b--", "", "Content-Transfer-Encoding: base64", "BEGIN:VCALENDAR", "From x", "From a@b 1:00"]
    ),
    st.builds("Content-Type: {}".format, st.sampled_from(KINDS)),
    st.builds("{}: {}".format, st.sampled_from(HEADERS), st.text()),
    st.text(max_size=30),
)


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES, max_size=30), st.sampled_from(["\n", "\r\n"]))
def test_no_lines_whatever_are_more_than_unreadable(lines: list[str], end: str) -> None:
    data = end.join(["From a@b.example Tue Nov 17 15:00:00 2026", "From: a@b.example", *lines])
    for message in Contents("mbox", data.encode("utf-8", "surrogatepass")).messages:
        assert message.others
        assert message.message_id
