"""A template's file: header, subject line, letter."""

import pytest

from followup_tui.domain.schema import CHANNELS
from followup_tui.domain.templates import KINDS, TONES, fill, read_template


def test_a_file_is_header_subject_and_letter() -> None:
    text = """---
# how I do it
Name:  My own: thanks
kind: Thank_You

channel: email,  letter, email
tone: Formal
attempt: 2
---

subject:   Hello, {{contact.first_name}}

Dear {{contact.first_name}},

Subject: no subject here.

"""
    template = read_template("mine", text, own=True)
    assert (template.id, template.name, template.kind) == ("mine", "My own: thanks", "thank_you")
    assert (template.channels, template.tone, template.attempt) == (("email", "letter"), "formal", 2)
    assert template.own
    assert template.source == text
    letter = fill(template, {"contact.first_name": "Ana"})
    assert letter.subject == "Hello, Ana"
    assert letter.body == "Dear Ana,\n\nSubject: no subject here."


def test_channel_tone_and_attempt_have_defaults() -> None:
    template = read_template("t", "---\nname: N\nkind: reply\n---\nSubject: S\n\nB")
    assert (template.channels, template.tone, template.attempt, template.own) == (("email",), "warm", 1, False)


def test_a_template_may_be_for_any_channel() -> None:
    assert read_template("t", "---\nname: N\nkind: reply\nchannel: any\n---\nSubject: S\nB").channels == CHANNELS


def test_without_e_mail_no_subject_is_needed() -> None:
    letter = fill(read_template("t", "---\nname: N\nkind: connect\nchannel: linkedin\n---\nHi"), {})
    assert (letter.subject, letter.body) == ("", "Hi")


def test_a_letter_may_begin_right_after_its_subject_and_keeps_its_inner_lines() -> None:
    letter = fill(read_template("t", "---\nname: N\nkind: reply\n---\nSubject: S\nA\n\n  B\n---\nC\n\n"), {})
    assert letter.body == "A\n\n  B\n---\nC"


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("tone", TONES)
def test_every_kind_and_tone_can_be_written(kind: str, tone: str) -> None:
    template = read_template("t", f"---\nname: N\nkind: {kind}\ntone: {tone}\n---\nSubject: S\n\nB")
    assert (template.kind, template.tone) == (kind, tone)
