"""What every test of the review needs: the dictionary, loaded once, and short ways to review a text."""

from collections.abc import Callable
from typing import Any

import pytest

from followup_tui.domain.review import Dictionary, Draft, Finding, context_from_json, load_dictionary, review

NOW = "2025-11-19T09:30:00+00:00"

type_of_review = Callable[..., list[Finding]]


@pytest.fixture(scope="session")
def dictionary() -> Dictionary:
    return load_dictionary()


@pytest.fixture
def read(dictionary: Dictionary) -> type_of_review:
    """Reviews a body; keywords are keys of CONTEXT.json, and `kind`, `channel`."""

    def _read(body: str, kind: str = "other", channel: str = "email", **context: Any) -> list[Finding]:
        known = {"now": NOW, "user": {"name": "Bo Lind"}, "contact": {"name": "Ana Ruiz"}, **context}
        return review(Draft(kind, body, channel), context_from_json(known), dictionary)

    return _read


@pytest.fixture
def fires(read: type_of_review) -> Callable[..., bool]:
    """Whether a check fires as an error or a warning on a body, or on a sentence put into a plain letter."""

    def _fires(check: str, text: str, **context: Any) -> bool:
        body = text if "\n" in text else f"Dear Ana,\n\n{text}\n\nKind regards,\nBo Lind\n"
        return any(found.check == check and found.level != "hint" for found in read(body, **context))

    return _fires
