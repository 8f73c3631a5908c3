"""What every command is given: where the book is, the settings, the clock, and how to open the book."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, time
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from followup_tui.clock import Clock
from followup_tui.config import Config, load_config, system_zone
from followup_tui.domain.errors import FollowupError
from followup_tui.domain.instants import parse_instant
from followup_tui.places import NoHomeError, default_book, default_config, is_there, path_of

if TYPE_CHECKING:
    import argparse

    from followup_tui.desk.desk import Desk
    from followup_tui.domain.when import Understood


class Context:
    """The global options, turned into what commands need when they need it."""

    def __init__(self, arguments: "argparse.Namespace", environment: dict[str, str]) -> None:
        self._arguments = arguments
        self._environment = environment

    @cached_property
    def book_path(self) -> Path:
        """`--data`, else `FOLLOWUP_DATA`, else the user's data directory."""
        given = _named("--data", self._arguments.data) or self._environment.get("FOLLOWUP_DATA")
        return path_of(given).absolute() if given else default_book()

    @cached_property
    def config_path(self) -> Path:
        """`--config`, else the user's config directory."""
        given = _named("--config", self._arguments.config)
        return path_of(given).absolute() if given else default_config()

    def require_config(self) -> None:
        """Raise FollowupError where `--config` names a file that is not there, whatever the command needs of it."""
        if self._arguments.config is not None and not is_there(self.config_path):
            raise FollowupError(f"{self.config_path}: there is no such config file; check --config.")

    @cached_property
    def config(self) -> Config:
        """The settings; without a home there are none but the defaults. Raises FollowupError with file and line."""
        try:
            path = self.config_path
        except NoHomeError:
            return Config(zone=system_zone())
        return load_config(path)

    @cached_property
    def clock(self) -> Clock:
        """The clock, started at `--now` where that is given."""
        given = self._arguments.now
        return Clock(self.config.zone, None if given is None else start_of(given, self.config))

    @contextmanager
    def desk(self, *, writable: bool = True) -> "Iterator[Desk]":
        """The book, open; left properly whatever happens.

        A command that may change it says what was found in its files: a line that was torn goes with the next change.
        One that only reads does not, since a line may look torn because somebody is just writing it.
        """
        desk = self.open_desk(self.book_path, writable=writable)
        try:
            yield desk
        finally:
            if writable and desk.revision and self.config.calendar is not None:
                self._write_calendar(desk)
            desk.close()
            if writable:
                keep_holidays()
                # A book that cannot be changed is refused in a line, which says what there is to do.
                for notice in () if desk.book.refusal is not None else desk.book.notices:
                    _complain(notice)

    def _write_calendar(self, desk: "Desk") -> None:
        """Have the user's calendar follow the change that was made; it is no part of the command if that fails."""
        from followup_tui.desk.feed import write_now

        if sentence := write_now(desk):
            _complain(sentence)

    @contextmanager
    def desk_to_change(self, *, dry_run: bool) -> "Iterator[Desk]":
        """The book to be changed, or with `dry_run` only looked at: one that could not be is refused either way."""
        with self.desk(writable=not dry_run) as desk:
            if dry_run and (refusal := desk.book.refusal or self._forbidden()) is not None:
                raise FollowupError(refusal)
            yield desk

    def _forbidden(self) -> str | None:
        """Why the real run could not write here; it would only find out by making the files that it needs."""
        place = next(folder for folder in self.book_path.parents if is_there(folder))
        if os.access(place, os.W_OK | os.X_OK):
            return None
        return f"{self.book_path} can be read only: {place} may not be written to; give another place with --data."

    def open_desk(self, path: Path, *, writable: bool = True, enters_later: bool = False) -> "Desk":
        """A desk with the book at `path`, opened as `Book.open` says. The typed store is loaded only here."""
        from followup_tui.desk.desk import Desk
        from followup_tui.store.book import Book

        book = Book.open(path, stamp=self.clock.now, writable=writable, enters_later=enters_later)
        return Desk(book, self.config, self.clock)


def _complain(sentence: str) -> None:
    from followup_tui.cli.output import complain

    complain(f"followup: {sentence}")


def _named(option: str, given: str | None) -> str | None:
    """A file's name from an option. An empty one, as a script's unset variable gives it, must not mean another file."""
    if given == "":
        raise FollowupError(f"{option}: give the name of a file; this one is empty.")
    return given


def keep_holidays() -> None:
    """Keep what was worked out of the holidays of countries, so that reading commands find it."""
    if "followup_tui.days_off" in sys.modules:
        from followup_tui.days_off import keep_known

        keep_known()


def start_of(text: str, config: Config) -> datetime:
    """The instant that `--now` gives, in any words; a date alone is its 00:00 here. Raises FollowupError."""
    try:
        return parse_instant(text).astimezone(config.zone)
    except ValueError:
        pass
    now = Clock(config.zone).now()
    understood = understand_words(text, now, config)
    if understood.date is None:
        reason = understood.reason
        # What cannot lie ahead ("3 days ago", "last fri") has one meaning only, and the book may be seen as it was.
        understood = understand_words(text, now, config, past=True)
        if understood.date is None:
            raise FollowupError(f"--now: {reason}")
    return understood.at or datetime.combine(understood.date, time(), config.zone)


def understand_words(text: str, now: datetime, config: Config, *, past: bool = False) -> "Understood":
    """What a date in words means, by the user's zone, holidays and order of dates."""
    from followup_tui.domain.when import understand

    return understand(text, now, past=past, zone=config.zone, holidays=config.holidays, date_order=config.date_order)


def logged_at(text: str, context: Context) -> datetime:
    """A time that has happened, as `--at` takes it: a date is its 09:00, today is now. Raises FollowupError."""
    from followup_tui.domain.when import as_instant

    now = context.clock.now()
    understood = understand_words(text, now, context.config, past=True)
    if not understood.understood:
        raise FollowupError(f"--at: {understood.reason}")
    return as_instant(understood, now, past=True, zone=context.config.zone)
