"""What a review knows: `CONTEXT.json`, and the same from records."""

from datetime import UTC, datetime
from typing import Any

import pytest

from followup_tui.domain.errors import FollowupError
from followup_tui.domain.profile import Profile
from followup_tui.domain.records import Contact, Draft, Interview, Opportunity, Touchpoint
from followup_tui.domain.review import (
    Context,
    Earlier,
    Other,
    Person,
    Surroundings,
    Timing,
    context_from_json,
    context_from_records,
)

AT = "2025-11-18T10:00:00+00:00"
NOW = datetime(2025, 11, 19, 9, 30, tzinfo=UTC)


def test_every_key_is_optional() -> None:
    assert context_from_json({}) == Context()
    assert context_from_json(dict.fromkeys(["now", "user", "contact", "subject", "earlier", "words"])) == Context()


def test_records_may_hold_only_what_is_known() -> None:
    context = context_from_json(
        {
            "now": "2025-11-19T09:30:00+00:00",
            "user": {"name": "Bo Lind", "strengths": ["bread"]},
            "contact": {"id": "c", "name": "Ana Ruiz", "role": "recruiter", "unheard_of": 1},
            "opportunity": {"company": "Qaro", "role": "Baker", "location": "Leeds", "tags": ["rye"]},
            "interview": {"id": "i", "talking_points": ["rye on Sundays"], "starts_at": AT},
            "subject": "Hello",
            "material_ids": ["m"],
            "other_companies": ["Block"],
            "others": [
                {"contact": "Ben Cho", "interview_id": "i", "body": "Hi Ben"},
                {"body": "x", "interview_id": None},
            ],
            "earlier": [{"at": AT, "body": "Hi Ana"}, {"body": "y"}],
            "words": ["HACCP"],
            "more": True,
        }
    )
    moment = datetime(2025, 11, 18, 10, tzinfo=UTC)
    assert context == Context(
        now=NOW,
        user_name="Bo Lind",
        strengths=("bread",),
        contact=Person("Ana Ruiz"),
        company="Qaro",
        role="Baker",
        interview_id="i",
        interview_at=moment,
        talking_points=("rye on Sundays",),
        subject="Hello",
        material_ids=("m",),
        other_companies=("Block",),
        others=(Other("Ben Cho", "Hi Ben", "i"), Other("", "x")),
        earlier=(Earlier("Hi Ana", moment), Earlier("y")),
        words=("HACCP",),
        book=("Leeds", "rye"),
    )


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ([], "The context must be an object, not a list."),
        ({"now": "soon"}, "In the context, now must be an instant like 2026-11-17T15:00:00+01:00, not 'soon'."),
        ({"user": "Bo"}, "In the context, user must be an object, not text."),
        ({"user": {"name": 7}}, "In the context, user.name must be text, not a number."),
        ({"user": {"strengths": "bread"}}, "In the context, user.strengths must be a list, not text."),
        ({"words": ["a", None]}, "In the context, words must be a list of texts: it holds null."),
        ({"subject": False}, "In the context, subject must be text, not true or false."),
        ({"others": {}}, "In the context, others must be a list, not an object."),
        ({"others": ["x"]}, "In the context, others[0] must be an object, not text."),
        ({"others": [{}, {"body": 1}]}, "In the context, others[1].body must be text, not a number."),
        (
            {"earlier": [{"at": "2025"}]},
            "In the context, earlier[0].at must be an instant like 2026-11-17T15:00:00+01:00, not '2025'.",
        ),
    ],
)
def test_what_is_wrong_is_said_in_a_sentence(data: Any, message: str) -> None:
    with pytest.raises(FollowupError) as refused:
        context_from_json(data)
    assert str(refused.value) == message


def test_records_make_the_same_context() -> None:
    draft = Draft(
        id="d", kind="thank_you", channel="email", created_at=AT, updated_at=AT, subject="Hello", material_ids=("m",)
    )
    around = Surroundings(
        contact=Contact(id="c", name="Ana Ruiz", title="Head Baker", company="Qaro", created_at=AT, updated_at=AT),
        opportunity=Opportunity(
            id="o",
            company="Qaro",
            role="Baker",
            stage="interviewing",
            stage_changed_at=AT,
            created_at=AT,
            updated_at=AT,
            location="Leeds",
            tags=("rye",),
        ),
        interview=Interview(
            id="i", opportunity_id="o", starts_at=AT, created_at=AT, updated_at=AT, talking_points=("rye on Sundays",)
        ),
        other_companies=("Block",),
        others=(
            ("Ben Cho", Draft(id="e", kind="thank_you", channel="email", created_at=AT, updated_at=AT, body="Hi Ben")),
        ),
        earlier=(
            Touchpoint(id="t", at=AT, direction="out", channel="email", kind="other", created_at=AT, body="Hi Ana"),
        ),
        words=("HACCP",),
    )
    context = context_from_records(draft, around, Profile("Bo Lind", strengths=("bread",)), NOW, Timing(held=True))
    assert context.contact == Person("Ana Ruiz", "Head Baker", "Qaro")
    assert (context.company, context.role, context.interview_id) == ("Qaro", "Baker", "i")
    assert (context.subject, context.material_ids, context.words) == ("Hello", ("m",), ("HACCP",))
    assert context.others == (Other("Ben Cho", "Hi Ben"),)
    assert context.earlier == (Earlier("Hi Ana", datetime(2025, 11, 18, 10, tzinfo=UTC)),)
    assert {"Leeds", "rye"} <= set(context.book)
    assert context.timing.held


def test_an_empty_book_makes_a_context_too() -> None:
    draft = Draft(id="d", kind="other", channel="email", created_at=AT, updated_at=AT)
    assert context_from_records(draft, Surroundings(), Profile(), NOW) == Context(now=NOW, subject="")
