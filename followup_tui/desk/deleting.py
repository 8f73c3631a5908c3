"""Deleting: what goes with a record, what is taken out of others, and all of it as one step of undo."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

import msgspec

from followup_tui.desk.desk import Desk
from followup_tui.desk.pipeline import describe
from followup_tui.domain.records import Contact, Decision, Draft, Interview, Material, Opportunity, Record, Touchpoint
from followup_tui.store.changes import ChangeSet

_WORDS: Final = {
    "opportunities": ("opportunity", "opportunities"),
    "contacts": ("contact", "contacts"),
    "interviews": ("interview", "interviews"),
    "touchpoints": ("touchpoint", "touchpoints"),
    "drafts": ("draft", "drafts"),
    "materials": ("material", "materials"),
    "reminders": ("reminder", "reminders"),
    "decisions": ("decision", "decisions"),
}


class Deletion(NamedTuple):
    """What deleting some records does: what goes beside them, and the others as they will be without them."""

    records: tuple[Record, ...]
    beside: tuple[Record, ...]
    changed: tuple[Record, ...]

    @property
    def counts(self) -> str:
        """What goes beside them, in words: `2 interviews, 5 touchpoints`; empty for nothing."""
        return counted(self.beside)

    @property
    def title(self) -> str:
        """What is deleted, in words: `Globex, Staff SRE`, or `3 contacts`."""
        return describe(self.records[0]) if len(self.records) == 1 else counted(self.records)


def counted(records: Iterable[Record]) -> str:
    """How many of each kind: `2 interviews, 1 draft`."""
    tally = Counter(record.table for record in records)
    return ", ".join(f"{tally[table]} {_WORDS[table][tally[table] > 1]}" for table in _WORDS if tally[table])


def deletion(desk: Desk, ids: Sequence[str]) -> Deletion:
    """What deleting these records would do; those that are gone already are passed over.

    An opportunity takes its interviews, touchpoints, drafts and reminders; a contact its touchpoints, drafts and
    reminders, and is taken out of opportunities, interviews and promises; a material is taken out of what it was sent
    with; whatever goes takes the decisions about it.
    """
    found = [record for record_id in dict.fromkeys(ids) if (record := desk.book.get(record_id)) is not None]
    gone: dict[str, Record] = {record.id: record for record in found}
    for record in found:
        gone |= {other.id: other for other in _belongings(desk, record)}
    gone |= {decision.id: decision for decision in _decisions(desk, _named(gone.values()))}
    beside = list(gone.values())[len(found) :]
    changed = [after for before in _neighbours(desk, gone) if (after := _without(before, gone)) != before]
    return Deletion(tuple(found), tuple(beside), tuple(changed))


def delete(desk: Desk, ids: Sequence[str]) -> ChangeSet:
    """Delete records with what belongs to them, as `deletion` says it at this moment: one step of undo."""
    doomed = deletion(desk, ids)
    label = f"Deleted {doomed.title}" if doomed.records else "Deleted nothing"
    now = desk.clock.stamp()
    changed = [_stamped(record, now) for record in doomed.changed]
    return desk.change(label, put=changed, delete=[record.id for record in (*doomed.records, *doomed.beside)])


def _belongings(desk: Desk, record: Record) -> Iterable[Record]:
    facts = desk.facts
    if isinstance(record, Opportunity):
        yield from (meeting.record for meeting in facts.interviews_of_opportunity.of(record.id))
        yield from (timed.record for timed in facts.touchpoints_of_opportunity.of(record.id))
        yield from (timed.record for timed in facts.reminders_of_opportunity.of(record.id))
        yield from (draft for draft in desk.records(Draft).values() if draft.opportunity_id == record.id)
    elif isinstance(record, Contact):
        yield from (timed.record for timed in facts.touchpoints_of_contact.of(record.id))
        yield from (timed.record for timed in facts.reminders_of_contact.of(record.id))
        yield from (draft for draft in desk.records(Draft).values() if draft.contact_id == record.id)


def _named(records: Iterable[Record]) -> Iterable[str]:
    """The ids that a follow-up's key may name: of the records, and of the promises in them."""
    for record in records:
        yield record.id
        if isinstance(record, Interview):
            yield from (promise.id for promise in record.promises)


def _decisions(desk: Desk, ids: Iterable[str]) -> Iterable[Decision]:
    named = {f":{one}:" for one in ids}
    return [
        decision for decision in desk.records(Decision).values() if any(name in f"{decision.key}:" for name in named)
    ]


def _neighbours(desk: Desk, gone: dict[str, Record]) -> Iterable[Record]:
    """The records that stay and may name one that goes, each once."""
    facts, found = desk.facts, dict[str, Record]()
    for record in gone.values():
        if isinstance(record, Contact):
            meetings = (*facts.interviews_of_contact.of(record.id), *facts.interviews_promised_to.of(record.id))
            found |= {timed.id: timed.record for timed in facts.opportunities_of_contact.of(record.id)}
            found |= {meeting.id: meeting.record for meeting in meetings}
        elif isinstance(record, Interview):
            found |= {one.id: one for one in desk.records(Touchpoint).values() if one.interview_id == record.id}
            found |= {one.id: one for one in desk.records(Draft).values() if one.interview_id == record.id}
        elif isinstance(record, Material):
            found |= {one.id: one for one in desk.records(Touchpoint).values() if record.id in one.material_ids}
            found |= {one.id: one for one in desk.records(Draft).values() if record.id in one.material_ids}
        elif isinstance(record, Touchpoint):
            found |= {one.id: one for one in desk.records(Draft).values() if one.sent_touchpoint_id == record.id}
    return [record for record_id, record in found.items() if record_id not in gone]


def _without(record: Record, gone: dict[str, Record]) -> Record:
    """The record with no reference to what goes."""

    def left(record_id: str | None) -> str | None:
        return None if record_id in gone else record_id

    if isinstance(record, Opportunity):
        people = tuple(one for one in record.contact_ids if one not in gone)
        primary = left(record.primary_contact_id)
        return msgspec.structs.replace(record, contact_ids=people, primary_contact_id=primary)
    if isinstance(record, Interview):
        people = tuple(one for one in record.contact_ids if one not in gone)
        promises = tuple(
            msgspec.structs.replace(promise, contact_id=left(promise.contact_id)) for promise in record.promises
        )
        return msgspec.structs.replace(record, contact_ids=people, promises=promises)
    if isinstance(record, Touchpoint):
        materials = tuple(one for one in record.material_ids if one not in gone)
        return msgspec.structs.replace(record, interview_id=left(record.interview_id), material_ids=materials)
    if isinstance(record, Draft):
        interview, sent = left(record.interview_id), left(record.sent_touchpoint_id)
        materials = tuple(one for one in record.material_ids if one not in gone)
        return msgspec.structs.replace(record, interview_id=interview, sent_touchpoint_id=sent, material_ids=materials)
    return record


def _stamped(record: Record, now: str) -> Record:
    return msgspec.structs.replace(record, updated_at=now) if isinstance(record, Opportunity | Interview) else record
