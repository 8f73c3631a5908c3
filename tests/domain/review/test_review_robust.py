"""Whatever is pasted, the review answers, in a time that grows as the text does, with spans inside it."""

import gc
import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from followup_tui.domain.review import CHECKS, Context, Dictionary, Draft, context_from_json, review

KINDS = ("thank_you", "status_check", "rejection_reply", "connect")
MANY = 30_000
HARD = [
    *"\\[](){}<>_.!?a A\"'-,:;@%$#X\n\t\0",
    *("{{", "[a", "<a ", "«a", "a ", "I would ", "you ", "thank ", "Mon 1 ", "dear ", "Dear Ana, ", ".a", "a@", "a@b."),
    *(
        "www.",
        "http://",
        "the the ",
        "as soon as ",
        "at Block ",
        "a-",
        "> ",
        "\n> ",
        "\n\n",
        "\r\n",
        "Best, ",
        "( ",
        "“",
    ),
    *("İ", "é", "\ud800", "😀", "\u202e", "\u0301", "漢"),
]
_HOSTILE = json.loads((Path(__file__).parents[2] / "data" / "hostile_strings.json").read_text(encoding="utf-8"))
STRANGE = [
    "Dear ,\n\n,\n",
    "Dear\n",
    "To whom",
    "Kind regards,",
    "- \n- \n- ",
    "Mon 99 Nov 9999, Tuesday 0 May, Friday 31/02, Sunday 2025-13-45",
    "Monday, February 30th, 0000 and Tue 29 Feb",
]
# How much longer a ten times longer text may take: ten times if the work grows as the text does, a hundred if squared.
AT_MOST = 30


@pytest.fixture(autouse=True)
def _only_its_own_work_is_counted() -> Iterator[None]:
    """To go through all that other tests have left would count as work of whichever review is at it."""
    gc.disable()
    yield
    gc.enable()


def hostile_context(text: str) -> Context:
    names: dict[str, Any] = {"name": text, "title": text, "company": text, "email": text, "notes": text}
    return context_from_json(
        {
            "now": "2025-11-19T09:30:00+00:00",
            "user": {"name": text, "strengths": [text]},
            "contact": names,
            "opportunity": {"company": text, "role": text, "location": text, "tags": [text]},
            "interview": {"id": text, "talking_points": [text]},
            "subject": text,
            "other_companies": [text, f"X {text}", f"{text} Ltd"],
            "others": [{"contact": text, "body": text}],
            "earlier": [{"body": text}],
            "words": [text],
        }
    )


def look_over(body: str, context: Context, dictionary: Dictionary) -> float:
    """Review it as every kind of message; the processor's seconds that it took, whatever else that does."""
    began = time.process_time()
    for kind in KINDS:
        for finding in review(Draft(kind, body), context, dictionary):
            assert finding.span is None or 0 <= finding.span[0] < finding.span[1] <= len(body)
    return time.process_time() - began


@pytest.mark.parametrize("piece", HARD, ids=ascii)
def test_reading_takes_as_long_as_the_text_whatever_is_in_it(piece: str, dictionary: Dictionary) -> None:
    plain = context_from_json({"contact": {"name": "Ana Ruiz"}, "other_companies": ["Block", "Blue Ltd"]})
    for greeting in ("", "Dear Ana,\n\n"):
        short, long = (greeting + (piece * number)[:number] for number in (MANY // 10, MANY))
        few = look_over(short, plain, dictionary)
        # The least counts: beside other programs the processor is slower. What is squared is too long every time.
        assert any(look_over(long, plain, dictionary) < AT_MOST * few for _ in range(3))


def test_strange_text_anywhere_is_read(dictionary: Dictionary) -> None:
    for text in [*(entry["s"] for entry in _HOSTILE), *STRANGE]:
        look_over(text, hostile_context(text), dictionary)
        look_over(f"Dear {text},\n\n{text}\n\nBest,\n{text}", hostile_context(text), dictionary)


@pytest.mark.parametrize("piece", ["word ", "w", "[", "<a ", "{{", "Dear Ana,\n\nThank you so much for it.\n\n"])
def test_a_megabyte_takes_as_long_as_ten_tenths_of_it(piece: str, dictionary: Dictionary) -> None:
    times = []
    for number in (100_000, 1_000_000):
        began = time.process_time()
        review(Draft("thank_you", (piece * number)[:number]), Context(), dictionary)
        times.append(time.process_time() - began)
    assert times[1] < AT_MOST * times[0]


def test_three_hundred_words_are_read_within_a_few_milliseconds(dictionary: Dictionary) -> None:
    sentence = "I was struck by how much of your work begins with what already stands on the site you showed me. "
    body = "Dear Ana,\n\n" + sentence * 15 + "\n\nKind regards,\nBo Lind\n"
    context = context_from_json(
        {
            "contact": {"name": "Ana Ruiz"},
            "other_companies": [f"Company {n}" for n in range(60)],
            "earlier": [{"body": body.replace("site", f"site {n}")} for n in range(10)],
        }
    )
    review(Draft("thank_you", body), context, dictionary)
    times = []
    for _ in range(5):
        began = time.process_time()
        review(Draft("thank_you", body), context, dictionary)
        times.append(time.process_time() - began)
    assert min(times) < 0.030 * 3  # on a machine that is busy with other tests


def test_no_check_gives_more_findings_than_a_person_can_read(dictionary: Dictionary) -> None:
    found = review(Draft("other", "[name] " * 5_000), Context(), dictionary)
    assert len(found) < 100 * len(CHECKS)
