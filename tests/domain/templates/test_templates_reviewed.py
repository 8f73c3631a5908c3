"""Every letter that comes with the app, filled from a book, stands before the app's own review."""

from typing import Any

import pytest

from followup_tui.domain.review import Dictionary, Draft, context_from_json, load_dictionary, review
from followup_tui.domain.templates import Template, fill
from followup_tui.exchange.template_files import load_builtin
from tests.domain.templates.test_builtin_templates import FULL

NOW = "2026-11-18T10:00:00+01:00"

# What a book may know, apart from everything: each of these once without.
LACKING = {
    "nothing": (),
    "a talking point": ("talking_point",),
    "strengths": ("user.strengths",),
    "an interview": ("interview.date", "talking_point"),
    "a position": ("opportunity.company", "opportunity.role", "applied_on", "decision_by"),
    "dates": ("decision_by", "applied_on", "event_on", "their_last_message_on", "my_last_message_on"),
    "news": ("article.title", "article.url", "accomplishment", "event", "promise.text", "their_last_subject"),
    "anything but names": tuple(
        path for path in FULL if not path.startswith(("contact.f", "contact.name", "user.n", "user.f", "user.sign"))
    ),
}
PEOPLE: dict[str, dict[str, Any]] = {
    "one strength": {"user.strengths": ["incident response"]},
    "a title": {"contact.formal_name": "Dr. Ruiz", "contact.first_name": "Dr. Ruiz", "contact.name": "Dr. Ruiz"},
    "a long role": {"opportunity.role": "Senior Staff Site Reliability Engineer, Payments and Settlement"},
    "a point with capitals": {"talking_point": "Kubernetes upgrades on Fridays (they never do)"},
}
SITUATIONS: dict[str, dict[str, Any]] = {
    **{f"without {lacking}": {p: v for p, v in FULL.items() if p not in paths} for lacking, paths in LACKING.items()},
    **{f"with {name}": {**FULL, **values} for name, values in PEOPLE.items()},
}


@pytest.fixture(scope="module")
def dictionary() -> Dictionary:
    return load_dictionary()


def context_of(values: dict[str, Any], subject: str) -> dict[str, Any]:
    """What the review would know of the same book."""
    points = [values["talking_point"]] if "talking_point" in values else []
    return {
        "now": NOW,
        "user": {"name": values["user.name"], "strengths": values.get("user.strengths", [])},
        "contact": {"name": values["contact.name"], "title": values.get("contact.title")},
        "opportunity": {"company": values.get("opportunity.company"), "role": values.get("opportunity.role")},
        "interview": {"id": "int-1", "talking_points": points, "starts_at": "2026-11-17T15:00:00+01:00"},
        "other_companies": ["Initech"],
        "subject": subject or "Hello",
    }


@pytest.mark.parametrize("template", load_builtin(), ids=lambda template: template.id)
def test_a_letter_of_the_apps_own_has_only_its_gaps_to_mend(template: Template, dictionary: Dictionary) -> None:
    for situation, values in SITUATIONS.items():
        letter = fill(template, values)
        draft = Draft(template.kind, letter.body, template.channels[0])
        found = review(draft, context_from_json(context_of(values, letter.subject)), dictionary)
        serious = {finding.check: finding.message for finding in found if finding.level != "hint"}
        # Where the talking point is still to be filled in, nothing specific can stand there yet.
        gaps = {"placeholder"} if "talking_point" in values else {"placeholder", "specific"}
        assert serious.keys() <= (gaps if letter.placeholders else set()), (situation, serious)
