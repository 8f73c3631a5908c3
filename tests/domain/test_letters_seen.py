"""What a message is that was written elsewhere, read with caution."""

import pytest

from followup_tui.domain.letters_seen import asks_how_it_stands, asks_something, is_reply, own_words, thanks_for_meeting

QUOTED = "Fine.\n\nOn Thu, 19 Nov 2026 at 10:12, Ana Ruiz <ana@globex.example> wrote:\n> Could you come on Tuesday?"


def test_what_is_quoted_and_what_stands_below_the_signature_are_not_ones_own_words() -> None:
    assert own_words(QUOTED).strip() == "Fine."
    assert own_words("Yes.\n-- \nAna\nCould you recycle this?").strip() == "Yes."
    assert own_words("> Could you?\nYes.").strip() == "Yes."
    assert own_words("Ok\n\n-----Original Message-----\nFrom: x@y\nwhy?").strip() == "Ok"


@pytest.mark.parametrize(
    "body",
    [
        "Could you send me your availability for next week?",
        "Hi Sam,\n\nwhen would Tuesday suit you?\n\nAna",
        "¿Puede usted venir el martes? Un saludo",
        "Great talking to you. What are your salary expectations?",
    ],
)
def test_a_plain_question_asks(body: str) -> None:
    assert asks_something(body)


@pytest.mark.parametrize(
    "body",
    [
        "Hi Sam, how are you? We will be in touch.",
        "Thanks, we received it.",
        QUOTED,
        "See https://globex.example/jobs?id=1 for more.",
        "Let us know if you have any questions.",
        "We decide on Friday. Any questions?",
        "",
    ],
)
def test_a_courtesy_a_quotation_or_a_link_asks_nothing(body: str) -> None:
    assert not asks_something(body)


def test_thanks_for_a_meeting_and_a_question_how_it_stands_are_told_from_others() -> None:
    assert thanks_for_meeting("Thank you for your time", "It was a pleasure.")
    assert thanks_for_meeting("", "Dear Ana, many thanks for the conversation yesterday.")
    assert not thanks_for_meeting("Documents", "Here they are. Thanks, Sam")
    assert asks_how_it_stands("Staff SRE", "I wanted to follow up on my application.")
    assert asks_how_it_stands("Checking in on the Staff SRE role", "Is there any news?")
    assert not asks_how_it_stands("Re: Tuesday", "Tuesday suits me.")
    assert all(map(is_reply, ("Re: x", "RE: x", "AW: x", "Sv: x")))
    assert not any(map(is_reply, ("Regarding x", "x", "Release: x")))
