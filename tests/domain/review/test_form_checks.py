"""`length`, `subject`, `sign_off`, `timing`, `repeat`, `ask`'s count, marks and capitals, and the ranking."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from followup_tui.domain.review import (
    Context,
    Draft,
    Earlier,
    Finding,
    Other,
    Person,
    Timing,
    most_serious_first,
    review,
)


def letter(words: int) -> str:
    """A letter with so many words between greeting and sign-off."""
    return "Dear Ana,\n\n" + " ".join(["word"] * words) + ".\n\nWith kind regards,\nBo Lind\n"


def levels(found: list[Finding], check: str) -> list[str]:
    return [finding.level for finding in found if finding.check == check]


@pytest.mark.parametrize(
    ("kind", "words", "level"),
    [
        ("thank_you", 150, []),
        ("thank_you", 151, ["hint"]),
        ("thank_you", 200, ["hint"]),
        ("thank_you", 201, ["warning"]),
        ("status_check", 90, []),
        ("status_check", 91, ["hint"]),
        ("status_check", 120, ["hint"]),
        ("status_check", 121, ["warning"]),
        ("application_check", 121, ["warning"]),
        ("close_out", 121, ["warning"]),
        ("close_out", 120, ["hint"]),
        ("reply", 200, ["hint"]),
        ("keep_in_touch", 201, ["warning"]),
        ("other", 19, ["hint"]),
        ("other", 20, []),
    ],
)
def test_words_are_counted_without_greeting_and_sign_off(
    kind: str, words: int, level: list[str], read: Callable[..., list[Finding]]
) -> None:
    assert levels(read(letter(words), kind=kind), "length") == level


@pytest.mark.parametrize(
    ("kind", "channel", "characters", "level"),
    [
        ("connect", "linkedin", 200, []),
        ("connect", "linkedin", 201, ["hint"]),
        ("connect", "linkedin", 300, ["hint"]),
        ("connect", "linkedin", 301, ["error"]),
        ("event_follow_up", "linkedin", 301, []),
        ("event_follow_up", "social", 280, []),
        ("event_follow_up", "social", 281, ["warning"]),
    ],
)
def test_characters_are_those_of_the_whole_text(
    kind: str, channel: str, characters: int, level: list[str], read: Callable[..., list[Finding]]
) -> None:
    body = ("Hi Ana, " + "ab " * 200)[:characters]
    body = body[:-1] + "."
    assert levels(read(body, kind=kind, channel=channel), "length") == level


@pytest.mark.parametrize(
    ("channel", "subject", "level"),
    [
        ("email", "", ["error"]),
        ("email", "  ", ["error"]),
        ("email", "x" * 78, []),
        ("email", "x" * 79, ["hint"]),
        ("email", None, []),
        ("letter", "", []),
    ],
)
def test_an_email_needs_a_subject(
    channel: str, subject: str | None, level: list[str], read: Callable[..., list[Finding]]
) -> None:
    context = {} if subject is None else {"subject": subject}
    assert levels(read(letter(30), channel=channel, **context), "subject") == level


@pytest.mark.parametrize(
    ("ending", "closes"),
    [
        ("Kind regards,\nBo Lind", True),
        ("Best,\nBo", True),
        ("Bo Lind", True),
        ("See you round,\nBobo (Bo Lind), RGN", True),
        ("Many thanks\nBo xx", True),
        ("Med vennlig hilsen\nBo Lind", True),
        ("See you there. Best wishes, Bo Lind", True),
        ("Ngā mihi,\nBo Lind", True),
        ("Kind regards,\nSomebody Else", False),
        ("I shall be there at nine.", False),
        ("You can always ask for Bo.", False),
    ],
)
def test_a_letter_closes_with_the_users_name(*, ending: str, closes: bool, read: Callable[..., list[Finding]]) -> None:
    found = read("Dear Ana,\n\nI shall come on Tuesday. I bring the tea.\n\n" + ending + "\n")
    assert (levels(found, "sign_off") == []) is closes


def test_a_held_follow_up_and_an_unopened_window_are_hints() -> None:
    now = datetime(2025, 11, 19, 9, tzinfo=UTC)
    later = datetime(2025, 11, 25, 9, tzinfo=UTC)
    plans = [Timing(), Timing(held=True), Timing(opens_at=later), Timing(opens_at=now), Timing(outside_hours=True)]
    counts = [levels(review(Draft("other", letter(30)), Context(now=now, timing=plan)), "timing") for plan in plans]
    assert counts == [[], ["hint"], ["hint"], [], ["hint"]]


SENTENCE = "The week I spent reading your reports on rural broadband was the best part of it all."


@pytest.mark.parametrize(
    ("told", "again"),
    [
        (SENTENCE, True),
        ("the week I've spent reading your report's on rural broadband, was the best part of it all!", True),
        (
            "The week that I spent reading your reports on rural broadband was the very best part of it all, I think.",
            True,
        ),
        ("The week I spent on your reports was fine, and rural broadband is dear to me as well.", False),
        ("Kind regards and many thanks for everything.", False),
    ],
)
def test_a_sentence_sent_before_is_found_however_it_is_dressed(
    *,
    told: str,
    again: bool,
    read: Callable[..., list[Finding]],
) -> None:
    earlier = [{"at": "2025-11-04T09:00:00+00:00", "body": f"Dear Ana,\n\nI am well. {told}\n\nKind regards,\nBo Lind"}]
    found = [
        f for f in read(f"Dear Ana,\n\n{SENTENCE}\n\nKind regards,\nBo Lind", earlier=earlier) if f.check == "repeat"
    ]
    assert bool(found) is again
    assert all("4 November 2025" in finding.message for finding in found)


@pytest.mark.parametrize(
    ("interview", "other_interview", "contact", "again"),
    [
        ("int-1", "int-1", "Ben Cho", True),
        ("int-1", "int-2", "Ben Cho", False),
        ("int-1", None, "Ben Cho", True),
        ("int-1", "int-1", "Ana Ruiz", False),
    ],
)
def test_only_messages_to_other_interviewers_of_the_same_interview_count(
    *,
    interview: str,
    other_interview: str | None,
    contact: str,
    again: bool,
) -> None:
    context = Context(
        contact=Person("Ana Ruiz"),
        interview_id=interview,
        others=(Other(contact, f"Hi,\n\n{SENTENCE}", other_interview),),
    )
    found = [f for f in review(Draft("thank_you", f"Hi Ana,\n\n{SENTENCE}"), context) if f.check == "repeat"]
    assert bool(found) is again
    assert all(contact in finding.message for finding in found)


def test_short_sentences_greetings_and_sign_offs_may_be_the_same() -> None:
    body = (
        "Dear Ana,\n\nI hope the fair went well.\n\nWith my very best wishes to you and to all the others,\nBo Lind\n"
    )
    assert not levels(review(Draft("other", body), Context(user_name="Bo Lind", earlier=(Earlier(body),))), "repeat")


@pytest.mark.parametrize(
    ("marks", "fires_tone"),
    [("Good!", False), ("Good! Fine!", False), ("Good!!", True), ("A! B! C!", True), ("What?!", False)],
)
def test_exclamation_marks_are_counted(*, marks: str, fires_tone: bool, fires: Callable[..., bool]) -> None:
    assert fires("tone", marks) is fires_tone


@pytest.mark.parametrize(
    ("text", "shouts"),
    [
        ("PLEASE let me know of it.", True),
        ("This is VERY good bread.", True),
        ("We met the FDA, NASA and HACCP people.", False),
        ("We use SAP, JIRA and OKTA.", False),
        ("I saw the sign CLOSED on the door.", False),
        ('It said "KEEP OUT" on the gate.', False),
        ("We use REST and SOAP and SWIFT.", False),
        ("We flew the KING LEAR rig.", False),
        ("I wrote the README, and the OKR and CAPEX sheets.", False),
        ("I hold the LEAP-1A course and SAFE/2 papers.", False),
        ("It is at HTTP://WORK.EXAMPLE/BREAD now.", False),
    ],
)
def test_english_words_in_capitals_shout(*, text: str, shouts: bool, fires: Callable[..., bool]) -> None:
    assert fires("tone", text, interview={"talking_points": ["the KING LEAR rig"]}) is shouts


@pytest.mark.parametrize(
    ("text", "too_many"),
    [
        ("Is it? Is it not?", False),
        ("Is it? Is it not? Or is it?", True),
        ("Is it? Or https://x.example/?a=1?b not? ", False),
        ("> Is it?\n> Really?\n> Sure?\n\nIt is.", False),
    ],
)
def test_more_than_two_questions_are_too_many(*, text: str, too_many: bool, fires: Callable[..., bool]) -> None:
    assert fires("ask", f"Dear Ana,\n\n{text}\n\nBest,\nBo Lind\n") is too_many


def test_a_chosen_material_is_what_an_attachment_needs(fires: Callable[..., bool]) -> None:
    assert fires("attachment", "I attach my notes.")
    assert not fires("attachment", "I attach my notes.", material_ids=["mat-1"])


@pytest.mark.parametrize(
    ("line", "says_so"),
    [
        ("Encl.: CV", True),
        ("2 enclosures", True),
        ("Enc", True),
        ("(CV attached)", True),
        ("Enc. none", False),
        ("Attachment Theory Lab", False),
    ],
)
def test_a_line_below_the_name_counts_what_is_enclosed(*, line: str, says_so: bool, fires: Callable[..., bool]) -> None:
    body = f"Dear Ana,\n\nIt was good to see you and the crew again.\n\nKind regards,\nBo Lind\n\n{line}\n"
    assert fires("attachment", body) is says_so


@pytest.mark.parametrize(
    ("text", "says_so"),
    [
        ("am 3. Februar habe ich mich beworben; die Zeugnisse lagen als Anlage bei.", False),
        ("im März habe ich Ihnen die Zeugnisse im Anhang geschickt und bin noch immer gespannt.", False),
        ("der Lebenslauf war meiner Mail vom 2. April angehängt, und ich bin noch immer gespannt.", False),
        ("am 3. Februar habe ich mich beworben. Die Zeugnisse finden Sie im Anhang.", True),
        ("wie am 3. Februar besprochen, habe ich den Lebenslauf beigefügt.", True),
    ],
)
def test_what_lay_in_an_earlier_letter_is_not_in_this_one(
    *, text: str, says_so: bool, fires: Callable[..., bool]
) -> None:
    assert fires("attachment", f"Sehr geehrte Frau Ruiz,\n\n{text}\n\nMit freundlichen Grüßen\nBo Lind\n") is says_so


def test_the_most_serious_comes_first() -> None:
    found = [
        Finding("a", "hint", "", (0, 1)),
        Finding("b", "warning", "", (9, 10)),
        Finding("c", "error", ""),
        Finding("d", "warning", "", (3, 4)),
        Finding("e", "warning", ""),
    ]
    assert [finding.check for finding in most_serious_first(found)] == ["c", "e", "d", "b", "a"]


@pytest.mark.parametrize(
    "body",
    [
        "Moin Meike,\n\nvielen Dank für den Rundgang!!! Das hat mich SEHR gefreut, und ich würde gern mitarbeiten.",
        "Beste Wouter,\n\nTwee weken geleden was ik bij jullie en ik ben nog steeds erg enthousiast over de baan.",
        "Witam Pana,\n\ndziękuję bardzo za rozmowę i za to, że nie pytał Pan o wszystko na raz.",
        "田中様\n\n先日は面接のお時間をいただき、誠に ありがとうございました。 よろしく お願い いたします。 敬具 鈴木",
    ],
)
def test_what_is_plainly_not_english_gets_no_english_checks(body: str, read: Callable[..., list[Finding]]) -> None:
    english = {"gratitude", "interest", "specific", "ask", "tone", "typo", "date", "greeting", "qualification"}
    assert not english & {finding.check for finding in read(body, kind="thank_you", contact={})}
