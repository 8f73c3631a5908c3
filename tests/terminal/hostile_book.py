"""A book in which every text that a person or a file can give is one that would do harm."""

import json
from collections.abc import Callable, Sequence
from itertools import count
from pathlib import Path
from typing import Any

from followup_tui.domain.schema import STAGES

HOSTILE: tuple[str, ...] = tuple(
    case["s"] for case in json.loads((Path(__file__).parents[1] / "data" / "hostile_strings.json").read_text("utf-8"))
)
NOW = "2026-11-21T10:00:00+01:00"
_SINCE, _YESTERDAY, _LATER = "2026-11-02T09:00:00+01:00", "2026-11-20T15:00:00+01:00", "2026-11-24T09:00:00+01:00"
_STAMPS = {"created_at": _SINCE, "updated_at": _SINCE}

Records = dict[str, list[dict[str, Any]]]


def one_text_everywhere(text: str) -> Records:
    """A book with two of everything, and `text` in every field."""
    return _book([lambda: text] * 2, ["interviewing", "lead"])


def every_text_somewhere(stories: int, texts: Sequence[str] = HOSTILE) -> Records:
    """A book with so many of everything, each field of it with another of the texts."""
    numbers = count()

    def next_text() -> str:
        return texts[next(numbers) % len(texts)]

    stages = [STAGES[number % len(STAGES)] for number in range(stories)]
    return _book([next_text] * stories, ["interviewing", *stages[1:]])


def _book(texts: Sequence[Callable[[], str]], stages: Sequence[str]) -> Records:
    stories = [_story(number, text, stage) for number, (text, stage) in enumerate(zip(texts, stages, strict=True))]
    tables = {table: [record for story in stories for record in story[table]] for table in stories[0]}
    return {"format": "followup-tui", "version": 1, **tables}  # type: ignore[dict-item]  # the two that are no tables


def _story(number: int, text: Callable[[], str], stage: str) -> Records:
    """An opportunity, whom one talks to about it, what was said, written, promised, decided."""
    about = {"opportunity_id": f"opp-{number}", "contact_id": f"con-{number}"}
    opportunity = {
        "id": f"opp-{number}", "company": text(), "role": text(), "stage": stage, "contact_ids": [f"con-{number}"],
        "source": text(), "url": text(), "location": text(), "compensation": text(), "priority": number % 4,
        "tags": [text(), text()], "notes": text(), "stage_changed_at": _SINCE, **_STAMPS,
    }  # fmt: skip
    contact = {
        "id": f"con-{number}", "name": text(), "company": text(), "title": text(), "email": text(), "phone": text(),
        "linkedin": text(), "timezone": text(), "other_emails": [text()], "other_phones": [text()],
        "keep_in_touch": True, "tags": [text()], "notes": text(), **_STAMPS,
    }  # fmt: skip
    interview = {
        "id": f"itv-{number}", "opportunity_id": f"opp-{number}", "starts_at": _YESTERDAY, "notes": text(),
        "contact_ids": [f"con-{number}"], "talking_points": [text(), text()], "calendar_uid": text(),
        "promises": [{"id": f"pro-{number}", "text": text(), "contact_id": f"con-{number}", "due_on": None,
                      "kept_at": None}], **_STAMPS,
    }  # fmt: skip
    message = {
        "id": f"tou-{number}", "at": "2026-11-21T08:00:00+01:00", "direction": "in", "channel": "email",
        "kind": "other", "needs_reply": True, "subject": text(), "body": text(), "message_id": text(),
        "early_reason": text(), "material_ids": [f"mat-{number}"], "created_at": _SINCE, **about,
    }  # fmt: skip
    draft = {
        "id": f"dra-{number}", "kind": "other", "channel": "email", "subject": text(), "body": text(),
        "revisions": [{"at": _SINCE, "subject": text(), "body": text()}], "template": text(), **about, **_STAMPS,
    }  # fmt: skip
    material = {
        "id": f"mat-{number}", "kind": "article", "title": text(), "url": text(), "text": text(), "created_at": _SINCE,
    }  # fmt: skip
    reminder = {
        "id": f"rem-{number}", "title": text(), "at": "2026-11-21T09:00:00+01:00", "created_at": _SINCE, **about,
    }  # fmt: skip
    decision = {
        "id": f"dec-{number}", "key": f"thank_you:itv-{number}:con-{number}", "action": "snooze", "until": _LATER,
        "at": _SINCE, "reason": text(),
    }  # fmt: skip
    return {
        "opportunities": [opportunity], "contacts": [contact], "interviews": [interview], "touchpoints": [message],
        "drafts": [draft], "materials": [material], "reminders": [reminder], "decisions": [decision],
    }  # fmt: skip


def as_stored(text: str) -> str:
    r"""What the book keeps of a text: line ends are `\n`, half characters U+FFFD, all else is as it was given."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join("\ufffd" if "\ud800" <= letter <= "\udfff" else letter for letter in text)


def all_as_stored(value: Any) -> Any:
    """Records as the book keeps them."""
    if isinstance(value, str):
        return as_stored(value)
    if isinstance(value, list):
        return [all_as_stored(each) for each in value]
    return {name: all_as_stored(each) for name, each in value.items()} if isinstance(value, dict) else value
