"""What a line was understood as, field by field, with what was assumed and what the book knows of it."""

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from textual.content import Content

from followup_tui.desk.quick_add import Known
from followup_tui.domain.capture import Captured
from followup_tui.domain.capture.people import Person
from followup_tui.domain.phrases import ago_words, date_words, full_words
from followup_tui.domain.stages import Stages
from followup_tui.domain.text import fold
from followup_tui.tui.widgets.captured_line import STYLES
from followup_tui.tui.widgets.hanging import Hanging, Labelled
from followup_tui.tui.widgets.safe import shown

_LABELS = {
    "company": "Company",
    "role": "Role",
    "stage": "Stage",
    "applied_at": "Applied",
    "interview": "Interview",
    "contacts": "People",
    "decision_by": "They decide",
    "priority": "Priority",
    "tags": "Tags",
    "location": "Location",
    "source": "Found through",
    "url": "Link",
    "notes": "Note",
    "not_understood": "Kept as a note",
}
_LABEL_WIDTH = max(map(len, _LABELS.values())) + 1
_SAY_THE_STAGE = frozenset({"stage", "applied_at", "interview"})


class Field(NamedTuple):
    """A field that was filled: its name in `Captured`, its value, and a remark: what was assumed, or is known."""

    name: str
    value: str
    remark: str = ""


def fields_of(captured: Captured, known: Known | None, now: datetime, stages: Stages) -> Iterator[Field]:
    """What the line fills, in an order that stays; `known` is None until the book has answered."""
    yield Field("company", captured.company or "", "" if captured.company else "not said yet")
    yield Field("role", captured.role or "", _role_remark(captured, known, stages))
    said = any(part.field in _SAY_THE_STAGE for part in captured.parts)
    yield Field("stage", stages.name(captured.stage), "" if said else "nothing else was said")
    if captured.applied_at:
        yield Field("applied_at", full_words(captured.applied_at, now), ago_words(captured.applied_at, now))
    yield from _interview(captured, now)
    for person in captured.contacts:
        yield Field("contacts", _name(person), _person_remark(person, known))
    yield from _rest(captured, now)


def _role_remark(captured: Captured, known: Known | None, stages: Stages) -> str:
    if captured.role is None:
        return "not said yet"
    if known is not None and known.same is not None:
        return f"already in the book, in {stages.name(known.same.stage)}; this adds another"
    return ""


def _interview(captured: Captured, now: datetime) -> Iterator[Field]:
    interview = captured.interview
    if interview is None:
        return
    at = interview.starts_at
    words = f"{full_words(at, now)}, {ago_words(at, now)} · {interview.duration_min} min · {interview.format}"
    yield Field("interview", words)
    if interview.time_assumed:
        yield Field("interview", "", f"no time was said: {at:%H:%M} is assumed")


def _name(person: Person) -> str:
    return f"{person.name} <{person.email}>" if person.email else person.name


def _person_remark(person: Person, known: Known | None) -> str:
    """Their part in it, and whether the book knows them."""
    remarks = [] if person.role == "other" else [person.role.replace("_", " ")]
    if known is not None:
        same = (one for one in known.people if fold(one.name) == fold(person.name))
        if (contact := next(same, None)) is not None:
            remarks.append("in the book" + (f", {contact.company}" if contact.company else ""))
        elif person.name in known.new_people:
            remarks.append("new")
    return ", ".join(remarks)


def _rest(captured: Captured, now: datetime) -> Iterator[Field]:
    if captured.decision_by is not None:
        day = datetime.combine(captured.decision_by, now.timetz())
        yield Field("decision_by", f"{day:%a} {date_words(day, now)}", ago_words(day, now))
    if captured.priority:
        yield Field("priority", "★" * captured.priority)
    if captured.tags:
        yield Field("tags", " ".join(f"#{tag}" for tag in captured.tags))
    for name in ("location", "source", "url"):
        value = getattr(captured, name)
        if value:
            yield Field(name, value)
    note = captured.notes.removeprefix("\n".join(captured.not_understood)).strip()
    if note:
        yield Field("notes", note)
    for words in captured.not_understood:
        yield Field("not_understood", words, "not understood")


def shown_fields(fields: Iterator[Field]) -> Hanging:
    """The fields one under the other, each value in the colour of its stretch of the line."""
    lines, label = [], ""
    for field in fields:
        before, label = label, _LABELS[field.name]
        lines.append(_shown_field(field, "" if label == before else label))
    return Hanging(lines)


def _shown_field(field: Field, label: str) -> Labelled:
    text = Content.assemble(
        shown(field.value, style=STYLES[field.name]),
        "  " if field.value and field.remark else "",
        shown(field.remark, style="$text-muted"),
    )
    return Labelled(Content.styled(f"{label:<{_LABEL_WIDTH}} ", "$text-muted"), text)
