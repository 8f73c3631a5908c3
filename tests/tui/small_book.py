"""A small book that a person could have typed: one panel interview, one application, one lead."""

from followup_tui.domain.records import Contact, Interview, Opportunity, Promise, Record

SINCE = "2026-11-02T09:00:00+01:00"


def contact(name: str, number: int, company: str = "Globex") -> Contact:
    """Someone who was interviewed with."""
    return Contact(
        id=f"con-{number}",
        name=name,
        company=company,
        role="interviewer",
        email=f"person{number}@example.com",
        created_at=SINCE,
        updated_at=SINCE,
    )


def small_book() -> list[Record]:
    """On Sat 21 Nov 10:00 Ana's and Ben's thank-yous are open, Initech's application waits, Stark is a lead."""
    return [
        contact("Ana Ruiz", 1),
        contact("Ben Cho", 2),
        Opportunity(
            id="opp-1",
            company="Globex",
            role="Staff SRE",
            stage="interviewing",
            contact_ids=("con-1", "con-2"),
            stage_changed_at=SINCE,
            created_at=SINCE,
            updated_at=SINCE,
        ),
        Opportunity(
            id="opp-2",
            company="Initech",
            role="Data engineer",
            stage="applied",
            applied_at="2026-11-12T09:00:00+01:00",
            stage_changed_at=SINCE,
            created_at=SINCE,
            updated_at=SINCE,
        ),
        Opportunity(
            id="opp-3",
            company="Stark",
            role="Welder",
            stage="lead",
            stage_changed_at=SINCE,
            created_at=SINCE,
            updated_at=SINCE,
        ),
        Interview(
            id="itv-1",
            opportunity_id="opp-1",
            starts_at="2026-11-20T15:00:00+01:00",
            contact_ids=("con-1", "con-2"),
            talking_points=("the on-call rota that rings four times a night",),
            promises=(Promise(id="pro-1", text="the incident write-up", contact_id="con-1"),),
            created_at=SINCE,
            updated_at=SINCE,
        ),
    ]
