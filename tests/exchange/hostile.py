"""A book in which every text is one of the hostile strings, for what goes out."""

import json
from pathlib import Path

from followup_tui.domain.records import Contact, Interview, Opportunity, Promise, Record, Touchpoint
from followup_tui.domain.text import clean

SINCE = "2026-11-02T09:00:00+01:00"
STRINGS: list[str] = [
    clean(case["s"])
    for case in json.loads((Path(__file__).parents[1] / "data" / "hostile_strings.json").read_text("utf-8"))
    if case["s"].strip()
]
INJECTIONS = [
    "Ana\r\nBCC: x@evil.example",
    "Ana\nEND:VCARD\nBEGIN:VCARD\nFN:Evil",
    "a\x0bEND:VEVENT\x0cBEGIN:VEVENT\x85UID:evil\u2028SEQUENCE:99\u2029x\x1cy\x1dz\x1e",
    "semi;colon,comma\\n\\,\\;",
    '"quoted" :=;TZID=x:1',
    "=1+1",
    "é" * 60 + "🙂" * 40,
]


def texts() -> list[str]:
    """Every hostile string there is, clean as the book keeps it."""
    return [*STRINGS, *map(clean, INJECTIONS)]


def hostile_book() -> list[Record]:
    """One of each record for each hostile string, in all its texts."""
    return [record for number, text in enumerate(texts()) for record in _records(number, text)]


def _records(number: int, text: str) -> list[Record]:
    ids = f"{number:03}"
    return [
        Opportunity(
            id=f"opp-{ids}",
            company=text,
            role=text,
            stage="interviewing",
            stage_changed_at=SINCE,
            source=text,
            url=text,
            location=text,
            tags=(text,),
            notes=text,
            contact_ids=(f"con-{ids}",),
            created_at=SINCE,
            updated_at=SINCE,
        ),
        Contact(
            id=f"con-{ids}",
            name=text,
            company=text,
            title=text,
            email=text,
            phone=text,
            linkedin=text,
            other_emails=(text,),
            tags=(text, "plain"),
            notes=text,
            created_at=SINCE,
            updated_at=SINCE,
        ),
        Interview(
            id=f"itv-{ids}",
            opportunity_id=f"opp-{ids}",
            starts_at="2026-11-17T15:00:00+01:00",
            contact_ids=(f"con-{ids}",),
            talking_points=(text,),
            promises=(Promise(id=f"pro-{ids}", text=text),),
            notes=text,
            format="onsite",
            created_at=SINCE,
            updated_at=SINCE,
        ),
        Touchpoint(
            id=f"tch-{ids}",
            at=SINCE,
            direction="in",
            channel="email",
            kind="other",
            created_at=SINCE,
            contact_id=f"con-{ids}",
            opportunity_id=f"opp-{ids}",
            subject=text,
            body=text,
        ),
    ]
