"""How tables are read in tests, from their bytes."""

import io
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from followup_tui.domain.errors import FollowupError
from followup_tui.exchange.found import (
    Found,
    FoundOpportunity,
    FoundPerson,
    Person,
    Reading,
    Remark,
    Source,
    Unreadable,
)
from followup_tui.exchange.kinds import JSON, Kind, reader_of
from followup_tui.exchange.recognise import recognise

MADRID = ZoneInfo("Europe/Madrid")


def source(data: bytes | str) -> Source:
    raw = data.encode() if isinstance(data, str) else data
    return Source(Path("in.csv"), len(raw), io.BytesIO(raw))


class Read:
    """What was found in a file, what was said of it, and what was left out."""

    def __init__(self, data: bytes | str, kind: Kind | None = None, **reading: Any) -> None:
        given = source(data)
        self.kind = kind or recognise(given)
        if self.kind == JSON:
            raise FollowupError("in.csv: is of our own form, which has no units")
        units = list(reader_of(self.kind)(given, Reading(zone=MADRID, **reading)))
        self.found: list[Found] = [unit for unit in units if isinstance(unit, Found)]
        self.remarks = [unit for unit in units if isinstance(unit, Remark)]
        self.unreadable = [unit for unit in units if isinstance(unit, Unreadable)]

    @property
    def people(self) -> list[Person]:
        return [unit.person for unit in self.found if isinstance(unit, FoundPerson)]

    @property
    def opportunities(self) -> list[FoundOpportunity]:
        return [unit for unit in self.found if isinstance(unit, FoundOpportunity)]
