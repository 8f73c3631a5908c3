"""The letters that come with the app."""

import re
from collections import Counter
from datetime import date
from difflib import SequenceMatcher
from itertools import combinations
from typing import Any

import pytest

from followup_tui.domain.schema import CHANNELS
from followup_tui.domain.templates import KINDS, TONES, Filled, Template, choose, fill
from followup_tui.domain.templates.fields import FIELDS, Shape
from followup_tui.exchange.template_files import load_builtin

TEMPLATES = load_builtin()
SHORT_CHANNELS = {"linkedin", "social"}
SPOKEN = ("phone", "in_person")

FULL: dict[str, Any] = {
    "contact.first_name": "Ana",
    "contact.formal_name": "Ana Ruiz",
    "contact.name": "Ana Ruiz",
    "contact.title": "Engineering Manager",
    "contact.company": "Globex",
    "opportunity.company": "Globex",
    "opportunity.role": "Platform Engineer",
    "company": "Globex",
    "applied_on": date(2026, 11, 6),
    "decision_by": date(2026, 11, 27),
    "interview.date": date(2026, 11, 17),
    "talking_point": "the bottling line stops twice a shift",
    "promise.text": "the incident write-up",
    "reminder.title": "Ask for the foreman's number",
    "event": "PyCon Madrid",
    "event_on": date(2026, 11, 14),
    "their_last_subject": "Your availability",
    "their_last_message_on": date(2026, 11, 17),
    "my_last_message_on": date(2026, 11, 9),
    "article.title": "On-call that people survive",
    "article.url": "https://example.org/on-call",
    "accomplishment": "I passed the cloud security exam.",
    "user.name": "Jo Doe",
    "user.first_name": "Jo",
    "user.email": "jo@example.org",
    "user.strengths": ["incident response", "mentoring", "capacity planning", "cooking"],
    "user.sign_off": "Jo Doe",
    "today": date(2026, 11, 18),
}
ONLY_NAMES = {
    path: FULL[path] for path in FULL if path.startswith(("contact.f", "contact.name", "user.")) or path == "today"
}
ONLY_NAMES.pop("user.strengths")

# What no book can know, and the letter leaves to its writer, even when everything else is known.
BY_HAND = {
    "reply": 1,
    "promise": 1,
    "event_follow_up": 1,
    "reminder": 1,
    "note-call": 0,
    "keep-in-touch-call": 1,
    "keep-in-touch-comment": 1,
    "offer-reply-call": 1,
}


def by_id(template: Template) -> str:
    return template.id


every_template = pytest.mark.parametrize("template", TEMPLATES, ids=by_id)


def sentences(letter: Filled) -> list[list[str]]:
    """The sentences of the letter proper: not greeting, sign-off or address block."""
    lines = [line for line in letter.body.split("\n") if len(line.split()) > 4]
    pieces = [piece for line in lines for piece in re.split(r"(?<=[.?!:])\s", line)]
    return [re.findall(r"[\w'-]+", piece.lower()) for piece in pieces]


def test_every_kind_has_letters_and_four_have_every_tone() -> None:
    assert {template.kind for template in TEMPLATES} == set(KINDS)
    for kind in ("thank_you", "status_check", "rejection_reply", "keep_in_touch"):
        assert {
            template.tone for template in TEMPLATES if template.kind == kind and "email" in template.channels
        } == set(TONES)
    assert {
        template.tone for template in TEMPLATES if template.kind == "status_check" and template.attempt == 2
    } == set(TONES)


def test_a_panel_of_six_has_a_letter_for_each() -> None:
    assert sum(template.kind == "thank_you" and "email" in template.channels for template in TEMPLATES) >= 6


@pytest.mark.parametrize(
    ("kind", "channel"),
    [
        *((kind, "email") for kind in KINDS if kind != "connect"),
        ("connect", "linkedin"),
        ("thank_you", "letter"),
        ("offer_reply", "letter"),
        *((kind, "phone") for kind in KINDS if kind not in ("connect", "close_out", "promise", "event_follow_up")),
        ("keep_in_touch", "social"),
    ],
)
def test_a_channel_that_reads_in_its_own_way_has_its_own(kind: str, channel: str) -> None:
    assert channel in choose(TEMPLATES, kind, channel).channels


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("channel", CHANNELS)
def test_every_kind_can_be_written_on_every_channel(kind: str, channel: str) -> None:
    letter = fill(choose(TEMPLATES, kind, channel), FULL)
    assert "Ana" in letter.body


def test_names_and_ids_stand_once() -> None:
    assert max(Counter(template.id for template in TEMPLATES).values()) == 1
    assert max(Counter(template.name.casefold() for template in TEMPLATES).values()) == 1


@every_template
def test_with_everything_known_only_what_no_book_knows_is_left(template: Template) -> None:
    letter = fill(template, FULL)
    assert len(letter.placeholders) == BY_HAND.get(template.id, BY_HAND.get(template.kind, 0))
    assert ("{{" in letter.subject) == (template.kind == "reminder" and "email" in template.channels)


@every_template
def test_with_only_names_known_it_is_still_a_whole_letter(template: Template) -> None:
    letter = fill(template, ONLY_NAMES)
    assert len(letter.placeholders) <= 2
    assert letter.placeholders or template.kind != "thank_you", "something specific has to be asked for"
    check_whole(letter)


@every_template
def test_with_nothing_known_what_is_missing_can_be_seen(template: Template) -> None:
    letter = fill(template, {})
    shown = [letter.body[start:end] for start, end in letter.placeholders]
    assert "{{first name}}" in shown or "{{name}}" in shown
    assert shown[-1] in ("{{your name}}", "{{your first name}}") or template.id == "keep-in-touch-comment"
    assert all(re.fullmatch(r"\{\{[^{}\n]+\}\}", text) for text in shown)
    check_whole(letter)


@every_template
def test_with_everything_known_it_is_a_whole_letter(template: Template) -> None:
    letter = fill(template, FULL)
    check_whole(letter)
    words = re.sub(r"\{\{.*?\}\}", "x", letter.body).split()
    assert len(words) <= (120 if template.kind in ("status_check", "application_check", "close_out") else 150)
    assert 0 <= len(letter.subject) <= 78
    assert letter.body.count("?") <= 2
    assert letter.body.count("!") <= 1


def check_whole(letter: Filled) -> None:
    """No seam shows: no doubled space or blank line, no space before a stop, no sentence without a capital."""
    for text in (letter.subject, letter.body):
        plain = re.sub(r"\{\{.*?\}\}", "Something", text)
        assert not re.search(r"[ \t]{2}|[ \t]\n|\n{3}|[ \t][,.;:?!)]|[,;:.]{2}|\[|\]|\|", plain), plain
        assert not re.search(r"[.?!] [a-z]|^[a-z]", plain.replace("Re: y", "Re: Y")), plain
        assert not re.search(r"\b(?:the|a|of|at|on|by|and) ?[.,;]|\bNone\b", plain), plain
        assert plain == plain.strip()


@every_template
def test_it_ends_with_the_users_name(template: Template) -> None:
    if template.id == "keep-in-touch-comment":  # a comment stands beside its writer's name
        return
    assert fill(template, FULL).body.endswith(("Jo", "Jo Doe"))


@every_template
def test_it_opens_with_the_contacts_name(template: Template) -> None:
    body = fill(template, FULL).body
    greetings = [line for line in body.split("\n") if re.search(r"^(?:Dear|Hi|Hello) Ana\b|^Ana, ", line)]
    assert len(greetings) == 1


@pytest.mark.parametrize("template", [t for t in TEMPLATES if t.kind == "connect"], ids=by_id)
def test_an_invitation_fits_into_what_linkedin_allows(template: Template) -> None:
    assert len(fill(template, FULL).body) <= 200
    endless = {path: "word " * 200 for path, field in FIELDS.items() if field.shape is not Shape.DATE}
    assert len(fill(template, FULL | endless).body) <= 300


@pytest.mark.parametrize("template", [t for t in TEMPLATES if "social" in t.channels], ids=by_id)
def test_a_public_message_is_short(template: Template) -> None:
    assert len(fill(template, FULL).body) <= 280
    assert "\n" not in fill(template, FULL).body


@pytest.mark.parametrize("template", [t for t in TEMPLATES if "phone" in t.channels], ids=by_id)
def test_a_call_has_points_to_go_through(template: Template) -> None:
    assert template.channels == SPOKEN
    assert "\n- " in fill(template, FULL).body


@pytest.mark.parametrize("template", [t for t in TEMPLATES if t.channels == ("letter",)], ids=by_id)
def test_a_posted_letter_has_a_date_and_an_address_block(template: Template) -> None:
    assert fill(template, FULL).body.startswith(
        "Jo Doe\njo@example.org\n\n18 November 2026\n\nAna Ruiz\nEngineering Manager\nGlobex\n\nDear Ana Ruiz,\n\n"
    )


def test_no_sentence_stands_in_two_letters() -> None:
    own = [(t.id, sentence) for t in TEMPLATES for sentence in sentences(fill(t, FULL)) if len(sentence) >= 8]
    for (one, first), (other, second) in combinations(own, 2):
        if one != other:
            common = sum(
                block.size for block in SequenceMatcher(None, first, second, autojunk=False).get_matching_blocks()
            )
            assert common < 0.85 * min(len(first), len(second)), (one, other, " ".join(first))


HOSTILE = [
    "{{contact.first_name}}",
    "[[x]] || ]] \\{{",
    "[@click=app.quit]Quit[/]",
    "\x1b]0;title\x07",
    "a\r\nBcc: x@example.org",
    "\u202egnirts",
    "x" * 10_000,
    "🚀" * 50,
    "\\",
    "%s{0}${x}",
]


@every_template
@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_whatever_is_in_the_book_stands_in_the_letter_as_text(template: Template, text: str) -> None:
    values: dict[str, Any] = {
        path: FULL.get(path) if field.shape is Shape.DATE else [text, text] if field.shape is Shape.LIST else text
        for path, field in FIELDS.items()
    }
    letter = fill(template, values)
    assert "\n" not in letter.subject
    assert " ".join(text.split())[:10] in letter.body
    assert len(letter.placeholders) == len(fill(template, FULL).placeholders)
    assert all(letter.body[start:end].startswith("{{") for start, end in letter.placeholders)
