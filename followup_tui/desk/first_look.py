"""The board of a big book before the book is open, from the extract beside it of what still asks for something.

What is shown so is what the open book shows a moment later. It is planned for this moment and by these settings, from
records that are certain to be those of the book (see `store.extract`). What is at rest is only counted, and waited for
by whoever looks at it.
"""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from functools import cached_property
from pathlib import Path
from typing import Final, cast

from followup_tui import __version__
from followup_tui.clock import Clock
from followup_tui.config import Config
from followup_tui.desk.board_view import FIRST_ORDER, Archive, Item, Pipeline, pipeline
from followup_tui.desk.desk import Desk
from followup_tui.desk.sight import RecordType
from followup_tui.domain.cadence import FollowUp, Planner
from followup_tui.domain.cadence.alive import alive
from followup_tui.domain.facts import Facts
from followup_tui.domain.records import Opportunity, Record
from followup_tui.domain.settings import PlanSettings
from followup_tui.store.extract import About, Extract, read_extract, write_extract

# So much earlier than it is now an extract may be used as well: clocks are put back, and `--now` names a moment.
_SET_BACK: Final = timedelta(days=1)


def first_look(path: Path, config: Config, clock: Clock, archive: Callable[[], Archive]) -> Pipeline | None:
    """What `pipeline` answers of the book at `path`, in the order it is shown in first; None where nobody knows yet.

    `archive` gives that of the open book, as soon as somebody looks into it.
    """
    settings = config.plan_settings
    extract = read_extract(path, lambda about: _fits(about, settings, clock.now()))
    if extract is None:
        return None
    seen = pipeline(_Part(extract.tables, settings, clock), FIRST_ORDER)
    at_rest = extract.about["opportunities"] - len(seen.shown.items)
    return seen._replace(shown=seen.shown._replace(archive=_LaterArchive(at_rest, archive)), is_new=False)


def keep_extract(desk: Desk, generation: str) -> None:
    """Writes the extract of a big book that has just been left, unless a right one is there; a disk may refuse."""
    settings, now = desk.config.plan_settings, desk.now().astimezone(UTC)
    since = now - _SET_BACK

    def make() -> Extract:
        about = {
            "program": __version__,
            "numbers": settings.numbers._asdict(),
            "since": since.isoformat(),
            "opportunities": len(desk.records(Opportunity)),
        }
        return Extract(about, alive(desk.facts, settings, since))

    with suppress(OSError):
        write_extract(desk.book.path, generation, lambda about: _fits(about, settings, now), make)


def _fits(about: About, settings: PlanSettings, now: datetime) -> bool:
    """Whether an extract has all that a plan at `now` by these settings needs (see `alive`)."""
    return (
        about.get("program") == __version__
        and about.get("numbers") == settings.numbers._asdict()
        and datetime.fromisoformat(about["since"]) <= now
    )


class _Part:
    """As much of a book as is known already, to be looked at like a desk."""

    def __init__(self, tables: Mapping[str, Mapping[str, Record]], settings: PlanSettings, clock: Clock) -> None:
        self.facts = Facts.by_id({table: dict(records) for table, records in tables.items()})
        self._tables = tables
        self._planner = Planner(self.facts, settings)
        self._now = clock.now()

    def now(self) -> datetime:
        """The moment of this look."""
        return self._now

    def plan(self) -> list[FollowUp]:
        """The plan of the whole book."""
        return self._planner.plan(self._now)

    def records(self, kind: type[RecordType]) -> Mapping[str, RecordType]:
        """Those that are known already."""
        return cast("Mapping[str, RecordType]", self._tables[kind.table])

    def find(self, kind: type[RecordType], record_id: str | None) -> RecordType | None:
        """One of them, if it is."""
        return None if record_id is None else self.records(kind).get(record_id)


class _LaterArchive(Archive):
    """What is closed and at rest in a book that is not open yet: it is known how much, and the rest is waited for."""

    def __init__(self, total: int, ask: Callable[[], Archive]) -> None:
        super().__init__()
        self._total = total
        self._ask = ask

    @cached_property
    def _there(self) -> Archive:
        return self._ask()

    def __len__(self) -> int:
        return self._total

    @cached_property
    def ids(self) -> Sequence[str]:
        """As the archive of the open book."""
        return self._there.ids

    def __contains__(self, opportunity_id: str) -> bool:
        return opportunity_id in self._there

    def item(self, opportunity_id: str) -> Item:
        """As the archive of the open book."""
        return self._there.item(opportunity_id)
