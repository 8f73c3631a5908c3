"""An import from file to book: what is in the files, what that would make of the book, and storing it."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final, NamedTuple

from followup_tui.config import Config
from followup_tui.desk.desk import Desk
from followup_tui.desk.importing.taking import Picture, Proposal, Taking
from followup_tui.desk.importing.taking_units import Taker
from followup_tui.domain.errors import FollowupError
from followup_tui.domain.hours import zone_named
from followup_tui.domain.records import Contact, Record
from followup_tui.exchange import interchange
from followup_tui.exchange.columns import TABLES
from followup_tui.exchange.found import Reading, Remark, Source, Unit, Unreadable, Where
from followup_tui.exchange.kinds import JSON, Kind, reader_of
from followup_tui.exchange.recognise import recognise
from followup_tui.exchange.sources import opened
from followup_tui.exchange.tables import Column, head_of, matched
from followup_tui.store.changes import ChangeSet
from followup_tui.store.errors import StoreError
from followup_tui.store.import_memory import ImportMemory, remember

_BETWEEN_STEPS: Final = 200
_MOST_ROUNDS: Final = 5
"""As often are files read again for messages whose people came in behind them; one round does, for all but riddles."""

Progress = Callable[[Path, int, float], None]
"""Told the file, how many units of it were read, and how much of it that is, from 0 to 1; it may raise `Stopped`."""


class Stopped(Exception):
    """Whoever wanted the import has changed their mind; nothing was stored."""


class Wish(NamedTuple):
    """What is to be imported, and how."""

    paths: tuple[Path, ...]
    kind: Kind | None = None
    """What all of them are; None: what each is seen to be."""
    columns: Mapping[str, str] = {}
    """For tables: fields by the titles of columns, as a person corrected them."""
    decisions: Mapping[str, bool] = {}
    """Answers to proposals, by their keys."""


class FileRead(NamedTuple):
    """A file that was read."""

    path: Path
    kind: Kind
    columns: tuple[Column, ...] = ()
    """How the columns of a table were matched, for the kinds of which that can be corrected."""

    @property
    def titles(self) -> tuple[str, ...]:
        """The titles of the columns."""
        return tuple(column.title for column in self.columns)


class Prepared(NamedTuple):
    """What an import would do; nothing of it is done yet."""

    files: tuple[FileRead, ...]
    records: Mapping[str, Record]
    """What to store, by id."""
    before: Mapping[str, Record | None]
    """What those records are made from; None for a new one."""
    left: Counter[str]
    """Units by table that say nothing new."""
    unreadable: tuple[Unreadable, ...]
    remarks: tuple[Remark, ...]
    proposals: tuple[Proposal, ...]
    taken: Mapping[str, str]
    """What the units became, by their digests."""

    @property
    def added(self) -> Counter[str]:
        """New records by table."""
        return Counter(record.table for key, record in self.records.items() if self.before[key] is None)

    @property
    def changed(self) -> Counter[str]:
        """Records of the book that change, by table."""
        return Counter(record.table for key, record in self.records.items() if self.before[key] is not None)


_BY_ADDRESS: Final[frozenset[Kind]] = frozenset({"ics", "eml", "mbox"})
_BY_NAME: Final[frozenset[Kind]] = frozenset({"linkedin-messages", "ics"})
"""In the title of an invitation, a name that is not known to be the user's is taken for a company's."""


class Wanted(NamedTuple):
    """What a reader must know of the user to tell what is theirs, and the settings do not say."""

    name: bool = False
    email: bool = False


def wanted(config: Config, paths: Sequence[Path]) -> Wanted:
    """What these files can only be read rightly with. What cannot be opened or told is said when it is read."""
    kinds: set[Kind] = set()
    for path in paths:
        with suppress(FollowupError), opened(path) as source:
            kinds.add(recognise(source))
    return Wanted(
        name=not config.user.name.strip() and not _BY_NAME.isdisjoint(kinds),
        email=not config.user.email.strip() and not _BY_ADDRESS.isdisjoint(kinds),
    )


def reading_of(config: Config, wish: Wish, today: date) -> Reading:
    """What readers need to know of the user."""
    emails = frozenset({config.user.email.strip().casefold()} - {""})
    return Reading(
        zone=config.zone,
        date_order=config.date_order,
        today=today,
        user_name=config.user.name,
        user_emails=emails,
        columns=dict(wish.columns),
    )


class Job(NamedTuple):
    """All that preparing an import needs, so that any thread can do it."""

    picture: Picture
    reading: Reading
    wish: Wish


def job_for(desk: Desk, wish: Wish) -> Job:
    """The work that a wish is, to be done by `prepare_job`; made in the desk's own thread."""
    return Job(Picture.of(desk), reading_of(desk.config, wish, desk.now().date()), wish)


def prepare(desk: Desk, wish: Wish, progress: Progress | None = None) -> Prepared:
    """Read all files and say what importing them would do. Raises FollowupError if one of them is refused."""
    return prepare_job(job_for(desk, wish), progress)


def prepare_job(job: Job, progress: Progress | None = None) -> Prepared:
    """As `prepare`, in any thread."""
    picture, reading, wish = job
    taking = Taking(picture, wish.decisions)
    files: list[FileRead] = []
    with ExitStack() as stack:
        taker: Taker | None = None
        taken: list[_OneFile] = []
        for path in wish.paths:
            source = stack.enter_context(opened(path))
            kind = wish.kind or recognise(source)
            reading, columns = _matched(source, kind, reading, picture.memory, wish)
            files.append(FileRead(path, kind, columns))
            if kind == JSON:
                _take_records(taking, source)
                taker = None  # it knows nothing of what came in beside it
            else:
                taker = taker or Taker(taking)
                taken.append(_OneFile(source, kind, reading))
                _take_units(taker, taken[-1], progress)
        _take_late(taker or Taker(taking), taken, progress)
    records = taking.results
    return Prepared(
        files=tuple(files),
        records=records,
        before={record_id: taking.before(record_id) for record_id in records},
        left=taking.left,
        unreadable=tuple(taking.said.unreadable),
        remarks=tuple(taking.said.remarks),
        proposals=tuple(taking.said.proposals.values()),
        taken=taking.taken,
    )


def _matched(
    source: Source, kind: Kind, reading: Reading, memory: ImportMemory, wish: Wish
) -> tuple[Reading, tuple[Column, ...]]:
    """How the columns of a table are matched: as the wish says, else as it was corrected before."""
    if kind not in TABLES:
        return reading, ()
    columns = wish.columns or memory.columns_of(head_of(source, kind).titles)
    return replace(reading, columns=dict(columns)), matched(source, kind, columns)


def _take_records(taking: Taking, source: Source) -> None:
    """Take a file of our own form, which replaces what it names."""
    incoming = interchange.read_files(
        [source.path], taking.get, lambda _: source.stream.read(interchange.MAX_BYTES + 1)
    )
    for record in incoming.put:
        taking.put(record)
    taking.left.update(incoming.left)
    for text in _unknown_zones(incoming.put):
        taking.remark(Where(source.path), text)


def _unknown_zones(records: Sequence[Record]) -> Iterator[str]:
    """What is to know of zones that this machine has not, though another may: they are kept, and tell no time."""
    named: dict[str, list[str]] = {}
    for record in records:
        if not isinstance(record, Contact) or not record.timezone:
            continue
        zone = record.timezone
        if zone in named or zone_named(zone) is None:
            named.setdefault(zone, []).append(record.name)
    for zone, (name, *others) in named.items():
        whose = f"{name} and {len(others):,} more" if others else name
        yield f"“{zone}” is no time zone that is known here; it is kept, without a time there for {whose}"


class _OneFile(NamedTuple):
    """A file of units, and how it is read."""

    source: Source
    kind: Kind
    reading: Reading

    def units(self, progress: Progress | None) -> Iterator[Unit]:
        """Its units from the first, with word of how far the reading is."""
        source = self.source
        source.stream.seek(0)
        for number, unit in enumerate(reader_of(self.kind)(source, self.reading), 1):
            yield unit
            if progress is not None and number % _BETWEEN_STEPS == 0:
                progress(source.path, number, min(source.stream.tell() / max(source.size, 1), 1.0))


def _take_units(taker: Taker, file: _OneFile, progress: Progress | None) -> None:
    """Take what is whole of a file. Raises FollowupError where nothing is."""
    unreadable = len(taker.taking.said.unreadable)
    if not sum(taker.take(unit) for unit in file.units(progress)):
        raise FollowupError(_nothing(file.source.path, taker.taking.said.unreadable[unreadable:]))


def _take_late(taker: Taker, files: Sequence[_OneFile], progress: Progress | None) -> None:
    """Take the messages whose people came in behind them, in these files; say which are still of nobody."""
    for _ in range(_MOST_ROUNDS):
        late = taker.messages.late()
        paths = {where.path for where in late}
        for file in files:
            if file.source.path in paths:
                taker.take_again(unit for unit in file.units(progress) if unit.where in late)
        if not late:
            break
    taker.taking.said.remarks.extend(taker.taking.strangers.remarks())


def _nothing(path: Path, unreadable: Sequence[Unreadable]) -> str:
    if not unreadable:
        return f"{path}: there is nothing in it that could be imported; nothing was imported."
    first = unreadable[0]
    count = f"; the first of {len(unreadable)}" if len(unreadable) > 1 else ""
    return f"{first.where}: {first.reason}{count}; nothing in the file could be read, so nothing was imported."


def store(desk: Desk, prepared: Prepared) -> ChangeSet:
    """Store what was prepared, as one step of undo.

    Raises Conflict if another window has changed the same fields meanwhile, and StoreError.
    """
    names = ", ".join(file.path.name for file in prepared.files)
    change = desk.book.apply(f"Imported {names}", put=prepared.records.values(), expect=prepared.before)
    with suppress(StoreError):
        # It only helps to know the same input again: what was imported is in the book, and that has been said.
        remember(desk.book.path, ImportMemory(taken=prepared.taken))
    return change


def remember_columns(desk: Desk, titles: Sequence[str], columns: Mapping[str, str]) -> None:
    """Keep how the user corrected the columns of a table with these titles. Raises StoreError."""
    remember(desk.book.path, ImportMemory().with_columns(titles, columns))
