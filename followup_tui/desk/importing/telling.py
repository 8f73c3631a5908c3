"""An import in words, for the command line and the window alike."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from typing import Final

from followup_tui.desk.importing.run import FileRead, Prepared
from followup_tui.desk.pipeline import describe
from followup_tui.domain.records import Contact, Interview, Record, Touchpoint
from followup_tui.exchange import columns
from followup_tui.exchange.found import Where
from followup_tui.exchange.kinds import name_of

_SAMPLES: Final = 5
_ONE: Final = {"opportunities": "opportunity"}


def counted(tally: Counter[str]) -> str:
    """`2,940 contacts, 1 opportunity`."""
    return ", ".join(f"{count:,} {_noun(table, count)}" for table, count in tally.items() if count)


def _noun(table: str, count: int) -> str:
    return table if count != 1 else _ONE.get(table, table.removesuffix("s"))


def outcome(prepared: Prepared) -> str:
    """What an import did, in a few words: `Imported 2,940 contacts; 12 contacts changed`."""
    added, changed = counted(prepared.added), counted(prepared.changed)
    parts = [f"Imported {added}"] if added else []
    parts += [f"{changed} changed"] if changed else []
    return "; ".join(parts) or "Nothing in it was new"


def counts(prepared: Prepared) -> Iterator[tuple[str, str]]:
    """What is new, changed, double and unreadable, each with its number."""
    yield "new", counted(prepared.added) or "nothing"
    yield "changed", counted(prepared.changed) or "nothing"
    yield "known already", counted(prepared.left) or "nothing"
    if prepared.unreadable:
        yield "left out", f"{len(prepared.unreadable):,} unreadable"


def samples(prepared: Prepared) -> Iterator[tuple[str, list[str]]]:
    """A few of the records that are new and that change."""
    for word, are_new in (("new, such as", True), ("changed, such as", False)):
        records = (record for key, record in prepared.records.items() if (prepared.before[key] is None) == are_new)
        some = [_described(record) for record, _ in zip(records, range(_SAMPLES), strict=False)]
        if some:
            yield word, some


def _described(record: Record) -> str:
    if isinstance(record, Contact):
        return ", ".join(filter(None, (record.name, record.title, record.company)))
    if isinstance(record, Interview):
        at = datetime.fromisoformat(record.starts_at)
        cancelled = " (cancelled)" if record.status == "cancelled" else ""
        return f"{record.format} interview on {at:%a} {at.day} {at:%b %Y, %H:%M}{cancelled}"
    if isinstance(record, Touchpoint):
        return record.subject or f"{'a message to' if record.direction == 'out' else 'a message from'} them"
    return describe(record)


def matched_columns(file: FileRead) -> Iterator[tuple[str, str]]:
    """How the columns of a table were matched, in lines: what is read, and what is left out."""
    taken = [f"{column.title} → {column.said}" for column in file.columns if column.field]
    left = [column.title for column in file.columns if not column.field and column.title]
    if taken:
        yield "columns", "; ".join(taken)
    if left:
        yield "not read", ", ".join(left)


def said(prepared: Prepared) -> Iterator[tuple[str, list[str]]]:
    """What is to be said of single units, under its title, each with its line, and its file if there are several."""

    def at(where: Where) -> str:
        if len(prepared.files) > 1 or where.line is None:
            return f"{where.path.name}: line {where.line}" if where.line is not None else where.path.name
        return f"line {where.line}"

    for title, lines in (
        ("left out", [f"{at(unit.where)}: {unit.reason}" for unit in prepared.unreadable]),
        ("to know", [f"{at(remark.where)}: {remark.text}" for remark in prepared.remarks]),
        ("taken as proposed", [f"{at(one.where)}: {one.text}" for one in prepared.proposals if one.accepted]),
        (
            "not taken, yours to decide",
            [f"{at(one.where)}: {one.text}" for one in prepared.proposals if not one.accepted],
        ),
    ):
        if lines:
            yield title, lines


def kind_of(file: FileRead) -> str:
    """What a person calls such a file: "LinkedIn connections"."""
    return name_of(file.kind)


def fields_for(file: FileRead) -> list[tuple[str, str]]:
    """What the columns of a table may be: fields, each with its name in words; the first two are no fields."""
    fields = columns.TABLES.get(file.kind, {})
    return [
        (columns.NO_FIELD, "leave it out"),
        (columns.UNKNOWN, "notes, with its title"),
        *((field, field.replace("_", " ")) for field in fields),
    ]
