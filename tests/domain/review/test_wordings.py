"""Sentences that say a thing, and sentences that only look like it: one by one, in an otherwise empty letter."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

SENTENCES = json.loads(
    (Path(__file__).parents[2] / "data" / "drafts_own" / "sentences.json").read_text(encoding="utf-8")
)
# What a sentence says, in which kind of message it matters, which check looks at it, and whether it is a fault.
THEMES = {
    "interest": ("status_check", "interest", False),
    "gratitude": ("offer_reply", "gratitude", False),
    "status": ("status_check", "ask", False),
    "feedback": ("rejection_reply", "ask", False),
    "specific": ("thank_you", "specific", False),
    "tone": ("other", "tone", True),
    "attachment": ("other", "attachment", True),
}
CASES = [
    (theme, sentence, says)
    for theme in THEMES
    for says, key in ((True, "is"), (False, "is_not"))
    for sentence in SENTENCES[theme][key]
]


@pytest.mark.parametrize(("theme", "sentence", "says"), CASES)
def test_a_sentence_is_understood(*, theme: str, sentence: str, says: bool, fires: Callable[..., bool]) -> None:
    kind, check, is_fault = THEMES[theme]
    assert fires(check, sentence, kind=kind) is (says is is_fault)


@pytest.mark.parametrize(
    ("check", "parting", "says"),
    [
        ("interest", "Still very keen on the job", True),
        ("interest", "Looking forward to hearing from you", False),
        ("interest", "With best wishes", False),
        ("ask", "Hoping to hear how it stands", True),
        ("ask", "Many thanks for your time", False),
    ],
)
def test_a_parting_may_say_it(*, check: str, parting: str, says: bool, fires: Callable[..., bool]) -> None:
    sentence = "I still want it." if check == "ask" else "Has it been filled?"
    body = f"Dear Ana,\n\nWe met on the 4th about the post. {sentence}\n\n{parting},\nBo Lind\n"
    assert fires(check, body, kind="status_check") is not says


def test_a_parting_may_press(fires: Callable[..., bool]) -> None:
    assert fires("tone", "Dear Ana,\n\nIt was good to see you.\n\nWaiting for your immediate response,\nBo Lind\n")
