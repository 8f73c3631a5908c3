"""Opportunities: adding, moving through the stages, editing."""

from collections.abc import Sequence
from typing import Any, NamedTuple, TypeVar, get_args

import msgspec

from followup_tui.desk.desk import Desk
from followup_tui.domain.errors import FollowupError, NothingToDo
from followup_tui.domain.phrases import OUTCOMES
from followup_tui.domain.records import Contact, ContactRole, Opportunity, Outcome, Record, Stage, StageChange
from followup_tui.domain.text import clean, fold
from followup_tui.store.changes import ChangeSet

RecordType = TypeVar("RecordType", bound=Record)


class Person(NamedTuple):
    """Someone named while adding: a person of that name and company is taken from the book, or made."""

    name: str
    email: str | None = None
    role: ContactRole = "other"


class Added(NamedTuple):
    """What adding an opportunity made: it, its people in order, and which of them are new."""

    opportunity: Opportunity
    contacts: tuple[Contact, ...]
    made: tuple[Contact, ...]


def new_opportunity(
    desk: Desk, company: str, role: str, stage: Stage = "lead", *, people: Sequence[Person] = (), **fields: Any
) -> Added:
    """An opportunity with its people, not stored yet; `fields` are further fields of the record.

    One that is applied to without saying when was applied to now. Raises FollowupError for an empty company or role.
    """
    company, role = clean(company).strip(), clean(role).strip()
    for name, value in (("company", company), ("role", role)):
        if not value:
            raise FollowupError(f"The {name} is empty; give it a name.")
    now = desk.clock.stamp()
    contacts, made = find_or_make(desk, people, company)
    if stage == "applied" and fields.get("applied_at") is None:
        fields["applied_at"] = now
    opportunity = Opportunity(
        id=desk.book.new_id("opp"),
        company=company,
        role=role,
        stage=stage,
        contact_ids=tuple(contact.id for contact in contacts),
        stage_changed_at=now,
        stage_history=(StageChange(stage=stage, at=now),),
        created_at=now,
        updated_at=now,
        **fields,
    )
    return Added(opportunity, contacts, made)


def store_added(desk: Desk, added: Added, also: Sequence[Record] = ()) -> ChangeSet:
    """Store what was added, with other new records that belong to it, as one step of undo."""
    return desk.change(f"Added {describe(added.opportunity)}", put=[*added.made, added.opportunity, *also])


def find_or_make(desk: Desk, people: Sequence[Person], company: str) -> tuple[tuple[Contact, ...], tuple[Contact, ...]]:
    """The contacts that `people` are, each once, and which of them are new and still have to be stored.

    The same person is known by their id, by e-mail address, or by name and company; a person of the book without a
    company is taken for one of that name.
    """
    now = desk.clock.stamp()
    found: dict[str, Contact] = {}
    made: list[Contact] = []
    for person in people:
        name = clean(person.name).strip()
        if not name:
            raise FollowupError("A contact's name is empty; give it a name.")
        contact = desk.find(Contact, name) or _known(person, name, company, [*desk.records(Contact).values(), *made])
        if contact is None:
            contact = Contact(
                id=desk.book.new_id("con"),
                name=name,
                company=company,
                email=person.email,
                role=person.role,
                created_at=now,
                updated_at=now,
            )
            made.append(contact)
        found[contact.id] = contact
    return tuple(found.values()), tuple(made)


def _known(person: Person, name: str, company: str, among: Sequence[Contact]) -> Contact | None:
    if person.email:
        address = person.email.casefold()
        for contact in among:
            if address in (known.casefold() for known in (contact.email or "", *contact.other_emails)):
                return contact
    wanted = fold(name)
    namesakes = [contact for contact in among if fold(contact.name) == wanted]
    for employer in (fold(company), ""):
        fitting = [contact for contact in namesakes if fold(contact.company or "") == employer]
        if fitting:
            return fitting[0]
    return None


def move(desk: Desk, opportunity_id: str, stage: Stage, outcome: Outcome | None = None) -> ChangeSet:
    """Move an opportunity to a stage, or say how a closed one ended; `outcome` goes with `closed` only.

    Raises NothingToDo where it already stands there, and FollowupError for an outcome with another stage.
    """
    opportunity = desk.get(Opportunity, opportunity_id)
    if stage not in get_args(Stage):
        raise FollowupError(f"There is no stage {stage!r}; the stages are {', '.join(get_args(Stage))}.")
    if outcome is not None and stage != "closed":
        raise FollowupError("Only a closed opportunity has an outcome; leave the outcome out, or move it to closed.")
    if stage == opportunity.stage and outcome in (None, opportunity.outcome):
        raise already_in(desk, opportunity)
    moved = moved_to(opportunity, stage, outcome, desk.clock.stamp())
    ending = f" ({OUTCOMES[outcome]})" if outcome else ""
    return desk.change(f"Moved {describe(opportunity)} to {desk.config.stages.name(stage)}{ending}", put=[moved])


def already_in(desk: Desk, opportunity: Opportunity) -> NothingToDo:
    """What is said of a move to the stage where an opportunity stands already."""
    stage = desk.config.stages.name(opportunity.stage)
    return NothingToDo(f"{describe(opportunity)} is already in {stage}; nothing was changed.")


def moved_to(opportunity: Opportunity, stage: Stage, outcome: Outcome | None, now: str) -> Opportunity:
    """The opportunity in another stage since `now`, with what follows: history, outcome, and when it was applied to."""
    if stage == opportunity.stage:
        return msgspec.structs.replace(opportunity, outcome=outcome, updated_at=now)
    applied = opportunity.applied_at or (now if stage == "applied" else None)
    return msgspec.structs.replace(
        opportunity,
        stage=stage,
        outcome=outcome,
        applied_at=applied,
        stage_changed_at=now,
        stage_history=(*opportunity.stage_history, StageChange(stage=stage, at=now)),
        updated_at=now,
    )


def edit(desk: Desk, record: RecordType, **fields: Any) -> RecordType:
    """Change some fields of a record and store it; a record without changes is left alone."""
    current = desk.get(type(record), record.id)
    changed = msgspec.structs.replace(current, **fields)
    if changed == current:
        return current
    if "updated_at" in type(record).__struct_fields__:
        changed = msgspec.structs.replace(changed, updated_at=desk.clock.stamp())
    desk.change(f"Edited {describe(changed)}", put=[changed])
    return changed


def describe(record: Record) -> str:
    """A record in a few words, for the list of changes."""
    if isinstance(record, Opportunity):
        return f"{record.company}, {record.role}"
    for name in ("name", "title", "subject"):
        text = getattr(record, name, "")
        if text:
            return str(text)
    return type(record).__name__.lower()
