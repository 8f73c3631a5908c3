"""What can be asked without changing anything: records, facts and a plan at one moment."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol, TypeVar

from followup_tui.domain.cadence import FollowUp
from followup_tui.domain.facts import Facts
from followup_tui.domain.records import Record

RecordType = TypeVar("RecordType", bound=Record)


class Sight(Protocol):
    """A book as it is looked at: that of the desk, or as much of it as is known already."""

    @property
    def facts(self) -> Facts:
        """The records with the ways from one to others."""

    def now(self) -> datetime:
        """This moment in the user's zone."""

    def plan(self) -> Sequence[FollowUp]:
        """The whole plan at this moment, in its order."""

    def records(self, kind: type[RecordType]) -> Mapping[str, RecordType]:
        """The records of one table by id."""

    def find(self, kind: type[RecordType], record_id: str | None) -> RecordType | None:
        """The record of that kind and id, or None where it is unknown."""
