"""Tables: where their header stands, what kind of table it begins, and the rows below it."""

import io
import itertools
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple, cast

from followup_tui.domain.errors import FollowupError
from followup_tui.exchange import stage_words
from followup_tui.exchange.column_names import OF_ADDRESS_BOOKS, OF_APPLICATIONS_ONLY, TableKind, folded
from followup_tui.exchange.columns import (
    UNKNOWN,
    are_dates,
    columns_of,
    match,
    match_by_content,
    score,
)
from followup_tui.exchange.found import Source
from followup_tui.exchange.kinds import Kind
from followup_tui.exchange.sources import head
from followup_tui.exchange.table_text import Layout, Row, layouts, rows

_ROWS_TO_LOOK_AT = 60
_LONGEST_TITLE = 300
# So many rows are enough to see what a column without a known title holds.
_ROWS_TO_SEE = 200
# What makes a table one of LinkedIn's own, whatever columns it has besides.
_LINKEDIN: Final[tuple[tuple[Kind, frozenset[str]], ...]] = (
    ("linkedin-connections", frozenset({"first name", "last name", "connected on"})),
    ("linkedin-messages", frozenset({"conversation id", "from", "to", "date", "content"})),
    ("linkedin-applications", frozenset({"application date", "company name", "job title", "question and answers"})),
    ("linkedin-applications", frozenset({"application date", "company name", "job title", "resume name"})),
)
_ONLY_WRITTEN: Final = {
    "a table of interviews": frozenset({"starts at", "duration min", "talking points", "calendar uid"}),
    "a table of messages": frozenset({"direction", "kind", "needs reply", "early reason"}),
    "an activity report": frozenset({"employer", "position", "action", "channel", "result", "reference", "history"}),
}
_NAMES: Final = frozenset({"name", "first_name", "last_name", "email"})
_FEWEST_FIELDS = 2


class Head(NamedTuple):
    """The header of a table: how the table is written, the line of the header, its titles, and what it begins."""

    layout: Layout
    line: int
    titles: tuple[str, ...]
    kind: Kind


def kind_of_table(source: Source) -> Kind:
    """What kind of table a file is.

    Raises FollowupError where no row of its beginning is a header that is known, and for a table that this app wrote
    for people and does not read.
    """
    head = head_of(source)
    names = set(map(folded, head.titles))
    ours = next((what for what, needed in _ONLY_WRITTEN.items() if needed <= names), None)
    if ours is not None:
        raise FollowupError(
            f"{source.path}: is {ours} that this app exported, and is not read back; nothing was imported. "
            "What is to be read back goes out as .json."
        )
    return head.kind


def head_of(source: Source, kind: Kind | None = None) -> Head:
    """The header of a table, of that kind if one is given; of several rows that could be one, the best.

    Raises FollowupError where there is none.
    """
    best, best_score = None, 0
    beginning = source._replace(stream=io.BytesIO(head(source)))
    for layout in layouts(source):
        some = list(itertools.islice(rows(beginning, layout), _ROWS_TO_LOOK_AT))
        for number, row in enumerate(some, 1):
            if row.cells is None or max(map(len, row.cells)) > _LONGEST_TITLE:
                continue
            for found, points in _readings(row.cells, some[number:]):
                if points > best_score and kind in (None, found):
                    best, best_score = Head(layout, row.line, _without_end(row.cells), found), points
    source.stream.seek(0)
    if best is None:
        raise FollowupError(_unknown(source, kind))
    return best


def _unknown(source: Source, kind: Kind | None) -> str:
    if kind is not None:
        return f"{source.path}: has no line of column titles that a file of the kind {kind} has; nothing was imported."
    return (
        f"{source.path}: is none of the files that can be read (a table needs a line of column titles, such as Name, "
        "Company and E-mail, or Company, Role and Status); nothing was imported. --as KIND says what it is."
    )


def _without_end(cells: Sequence[str]) -> tuple[str, ...]:
    """The titles without empty ones behind the last."""
    count = max(number for number, cell in enumerate(cells, 1) if cell)
    return tuple(cells[:count])


_OF_LINKEDIN = 1_000


def _readings(cells: Sequence[str], below: Sequence[Row]) -> Iterator[tuple[Kind, int]]:
    """As what a row can be read if it is a header, and how well."""
    names = {folded(cell) for cell in cells}
    for kind, needed in _LINKEDIN:
        if needed <= names:
            yield kind, _OF_LINKEDIN
    opportunities, people = match(cells, "applications"), match(cells, "contacts")
    if {"company", "role", UNKNOWN} <= set(opportunities) and not is_of_applications(opportunities):
        content = (row.cells for row in below if row.cells is not None)
        opportunities = match_by_content(opportunities, cells, content, "applications")
    are_opportunities = is_of_applications(opportunities) and not _are_people(names, people, opportunities)
    if are_opportunities:
        yield "applications", 2 * score(opportunities) + 1
    if is_of_contacts(people):
        yield "contacts", score(people) if are_opportunities else 2 * score(people)


def _are_people(names: set[str], people: Sequence[str], opportunities: Sequence[str]) -> bool:
    """Whether it can only be people: an address book of another program, or first and last names."""
    is_split = "first_name" in people and "last_name" in people
    return not names.isdisjoint(OF_ADDRESS_BOOKS) or (is_split and "applied_at" not in opportunities)


def is_of_contacts(fields: Sequence[str]) -> bool:
    """Whether these are columns of people: something to call them by, and something else."""
    return not _NAMES.isdisjoint(fields) and score(fields) >= _FEWEST_FIELDS


def is_of_applications(fields: Sequence[str]) -> bool:
    """Whether these are columns of opportunities: company and role, one perhaps called `Name`, or both in one."""
    named = len({"company", "role", "name"} & set(fields)) > 1 or "company_role" in fields
    return named and not OF_APPLICATIONS_ONLY.isdisjoint(fields)


def body(source: Source, head: Head) -> Iterator[Row]:
    """The rows below the header."""
    width = len(head.titles)
    return (row for row in rows(source, head.layout, width) if row.line > head.line)


class Column(NamedTuple):
    """A column of a table, and what is taken from it: a field, `NO_FIELD`, or `UNKNOWN`."""

    title: str
    field: str
    holds_dates: bool = False
    """Whether it has no field, and dates in it: which dates they are, only a person can say."""
    tells_stage: bool = False
    """Whether it has no field, but is called by a stage, and no other column says the stage."""

    @property
    def said(self) -> str:
        """The field in words."""
        if self.tells_stage:
            return "notes, and the stage where it is ticked or has a date"
        if self.field == UNKNOWN:
            return "notes (they look like dates: say which, if they are to count)" if self.holds_dates else "notes"
        return self.field.replace("_", " ")


def fields_of_head(source: Source, head: Head, kind: TableKind, corrected: Mapping[str, str]) -> tuple[str, ...]:
    """The fields of a table's columns: by their titles, or else by what stands in the first rows."""
    fields = match(head.titles, kind, corrected)
    if UNKNOWN not in fields:
        return fields
    return match_by_content(fields, head.titles, _first_rows(source, head), kind, corrected)


def _first_rows(source: Source, head: Head) -> Iterator[Sequence[str]]:
    return (row.cells for row in itertools.islice(body(source, head), _ROWS_TO_SEE) if row.cells is not None)


def matched(source: Source, kind: Kind, corrected: Mapping[str, str]) -> tuple[Column, ...]:
    """The columns of a table of that kind, with their fields. Raises as `head_of` does."""
    head = head_of(source, kind)
    fields = fields_of_head(source, head, cast("TableKind", kind), corrected)
    cells = columns_of(_first_rows(source, head), len(fields)) if UNKNOWN in fields else []
    called = kind == "applications" and {"stage", "outcome"}.isdisjoint(fields)
    return tuple(
        Column(title, field, are_dates(cells[number]), called and stage_words.of_title(title) is not None)
        if field == UNKNOWN
        else Column(title, field)
        for number, (title, field) in enumerate(zip(head.titles, fields, strict=True))
    )
