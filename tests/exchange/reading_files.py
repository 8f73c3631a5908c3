"""Files of other programs, read as an import reads them."""

import base64
import io
from pathlib import Path
from typing import Any, Final
from zoneinfo import ZoneInfo

from followup_tui.exchange.found import (
    Found,
    FoundInterview,
    FoundMessage,
    FoundPerson,
    Passed,
    Person,
    Reading,
    Remark,
    Source,
    Unreadable,
)
from followup_tui.exchange.kinds import Kind, reader_of

FOLDER: Final = Path(__file__).parents[1] / "data" / "exchange"
MADRID: Final = ZoneInfo("Europe/Madrid")
SAM: Final = frozenset({"sam@home.example"})


def file_of(name: str) -> bytes:
    """A file of the folder as the program that it is from would have written it, its lines ended by CR and LF."""
    text = (FOLDER / name).read_text(encoding="utf-8")
    if name == "gmail_invitation.eml":
        calendar = file_of("google_invitation.ics")
        text = text.replace("@CALENDAR@", calendar.decode().replace("\r\n", "\n"))
        text = text.replace("@BASE64@", base64.encodebytes(calendar).decode())
    return (text if name.endswith(".mbox") else text.replace("\n", "\r\n")).encode()


class Contents:
    """What a file holds."""

    def __init__(self, kind: Kind, data: bytes | str, **reading: Any) -> None:
        raw = data.encode() if isinstance(data, str) else data
        source = Source(Path("in"), len(raw), io.BytesIO(raw))
        asked = Reading(**{"zone": MADRID, "user_emails": SAM, **reading})
        self.units = list(reader_of(kind)(source, asked))

    @property
    def people(self) -> list[Person]:
        return [unit.person for unit in self.units if isinstance(unit, FoundPerson)]

    @property
    def interviews(self) -> list[FoundInterview]:
        return [unit for unit in self.units if isinstance(unit, FoundInterview)]

    @property
    def messages(self) -> list[FoundMessage]:
        return [unit for unit in self.units if isinstance(unit, FoundMessage)]

    @property
    def found(self) -> list[Found]:
        return [unit for unit in self.units if isinstance(unit, Found)]

    @property
    def unreadable(self) -> list[tuple[int | None, str]]:
        return [(unit.where.line, unit.reason) for unit in self.units if isinstance(unit, Unreadable)]

    @property
    def remarks(self) -> list[str]:
        return [unit.text for unit in self.units if isinstance(unit, Remark | Passed)]
