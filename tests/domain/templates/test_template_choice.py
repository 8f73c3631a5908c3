"""Which template a letter starts from."""

import pytest

from followup_tui.domain.templates import Template, choose, offered, read_template


def template(
    name: str,
    kind: str = "thank_you",
    channel: str = "email",
    tone: str = "warm",
    attempt: int = 1,
    *,
    own: bool = False,
) -> Template:
    header = f"---\nname: {name}\nkind: {kind}\nchannel: {channel}\ntone: {tone}\nattempt: {attempt}\n---\n"
    return read_template(name, header + "Subject: S\n\nB", own=own)


WARM = template("b-warm")
WARM_TOO = template("c-warm")
FORMAL = template("formal", tone="formal")
SHORT = template("short", tone="short")
LETTER = template("letter", channel="letter", tone="formal")
CALL = template("call", channel="phone, in_person")
MESSAGE = template("message", channel="linkedin", tone="short")
CHECK = template("check", kind="status_check")
AGAIN = template("again", kind="status_check", attempt=2)
NOTE = template("note", kind="reminder")
ALL = [MESSAGE, CALL, LETTER, SHORT, FORMAL, WARM_TOO, WARM, AGAIN, CHECK, NOTE]


@pytest.mark.parametrize(
    ("kind", "channel", "tone", "expected"),
    [
        ("thank_you", "email", None, WARM),
        ("thank_you", None, None, WARM),
        ("thank_you", "email", "warm", WARM),
        ("thank_you", "email", "formal", FORMAL),
        ("thank_you", "email", "short", SHORT),
        ("thank_you", "email", "no such tone", WARM),
        ("thank_you", "letter", None, LETTER),
        ("thank_you", "letter", "short", LETTER),
        ("thank_you", "phone", None, CALL),
        ("thank_you", "in_person", None, CALL),
        ("thank_you", "linkedin", "formal", MESSAGE),
        ("thank_you", "social", None, MESSAGE),
        ("status_check", "letter", "formal", CHECK),
        ("reminder", "email", None, NOTE),
        ("other", "email", None, NOTE),
    ],
)
def test_the_channel_counts_first_then_the_tone(
    kind: str, channel: str | None, tone: str | None, expected: Template
) -> None:
    assert choose(ALL, kind, channel, tone) is expected
    assert choose(reversed(ALL), kind, channel, tone) is expected


@pytest.mark.parametrize(("attempt", "expected"), [(0, CHECK), (1, CHECK), (2, AGAIN), (3, AGAIN)])
def test_a_second_attempt_has_its_own_words(attempt: int, expected: Template) -> None:
    assert choose(ALL, "status_check", "email", attempt=attempt) is expected


def test_the_users_own_stand_before_the_built_in() -> None:
    own = template("z-mine", own=True)
    assert choose([*ALL, own], "thank_you", "email") is own


def test_a_panel_is_not_written_to_four_times_in_the_same_words() -> None:
    used: list[str] = []
    for _ in range(4):
        used.append(choose(ALL, "thank_you", "email", used=used).id)
    assert used == ["b-warm", "c-warm", "formal", "short"]
    assert choose(ALL, "thank_you", "email", used=used) is WARM


def test_all_of_a_kind_are_offered_those_for_the_channel_first() -> None:
    assert offered(ALL, "thank_you", "email", "short") == [SHORT, WARM, WARM_TOO, FORMAL, MESSAGE, CALL, LETTER]


def test_a_kind_without_any_is_offered_what_there_is() -> None:
    assert choose([WARM], "promise", "email") is WARM


def test_without_any_template_there_is_nothing_to_choose() -> None:
    with pytest.raises(LookupError, match="there are no templates"):
        choose([], "thank_you", "email")
