"""The records of a book by table and id, as its readers see them."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import TypeVar, cast

from followup_tui.domain.records import (
    Contact,
    Decision,
    Draft,
    Interview,
    Material,
    Opportunity,
    Record,
    Reminder,
    Touchpoint,
)

RecordType = TypeVar("RecordType", bound=Record)


class Views:
    """Live, read-only mappings of each table, typed; `tables` are what is changed by whoever owns them."""

    def __init__(self, tables: Mapping[str, dict[str, Record]]) -> None:
        self._views = {table: MappingProxyType(records) for table, records in tables.items()}

    def records(self, table: str) -> Mapping[str, Record]:
        """The records of one table by id, live and read-only."""
        return self._views[table]

    def records_now(self, table: str) -> dict[str, Record]:
        """The records of one table by id as they stand now, to be kept by who asks."""
        return self._views[table].copy()

    def _typed(self, kind: type[RecordType]) -> Mapping[str, RecordType]:
        return cast("Mapping[str, RecordType]", self._views[kind.table])

    @property
    def opportunities(self) -> Mapping[str, Opportunity]:
        """As `records("opportunities")`, typed; so the next seven."""
        return self._typed(Opportunity)

    @property
    def contacts(self) -> Mapping[str, Contact]:
        """The people."""
        return self._typed(Contact)

    @property
    def interviews(self) -> Mapping[str, Interview]:
        """The interviews."""
        return self._typed(Interview)

    @property
    def touchpoints(self) -> Mapping[str, Touchpoint]:
        """What was sent, received and said."""
        return self._typed(Touchpoint)

    @property
    def drafts(self) -> Mapping[str, Draft]:
        """The messages being written."""
        return self._typed(Draft)

    @property
    def materials(self) -> Mapping[str, Material]:
        """The things worth sending."""
        return self._typed(Material)

    @property
    def reminders(self) -> Mapping[str, Reminder]:
        """The user's own follow-ups."""
        return self._typed(Reminder)

    @property
    def decisions(self) -> Mapping[str, Decision]:
        """What was skipped and snoozed."""
        return self._typed(Decision)
