"""What every command is given: where the book is, the settings, the clock, and how to open the book."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, time
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from followup_tui.clock import Clock
from followup_tui.config import Config, load_config
from followup_tui.domain.errors import FollowupError
from followup_tui.domain.instants import parse_date, parse_instant
from followup_tui.places import default_book, default_config

if TYPE_CHECKING:
    from followup_tui.desk.desk import Desk


class Context:
    """The global options, turned into what commands need when they need it."""

    def __init__(self, arguments: argparse.Namespace, environment: dict[str, str]) -> None:
        self._arguments = arguments
        self._environment = environment

    @cached_property
    def book_path(self) -> Path:
        """`--data`, else `FOLLOWUP_DATA`, else the user's data directory."""
        given = self._arguments.data or self._environment.get("FOLLOWUP_DATA")
        return Path(given).expanduser() if given else default_book()

    @cached_property
    def config_path(self) -> Path:
        """`--config`, else the user's config directory."""
        given = self._arguments.config
        return Path(given).expanduser() if given else default_config()

    @cached_property
    def config(self) -> Config:
        """The settings. Raises FollowupError with file and line."""
        return load_config(self.config_path, must_exist=self._arguments.config is not None)

    @cached_property
    def clock(self) -> Clock:
        """The clock, started at `--now` where that is given."""
        return Clock(self.config.zone, start_of(self._arguments.now, self.config) if self._arguments.now else None)

    @contextmanager
    def desk(self, *, writable: bool = True) -> "Iterator[Desk]":
        """The book, open; left properly whatever happens."""
        desk = self.open_desk(self.book_path, writable=writable)
        try:
            yield desk
        finally:
            desk.close()

    def open_desk(self, path: Path, *, writable: bool = True) -> "Desk":
        """A desk with the book at `path`. The typed store is loaded only here."""
        from followup_tui.desk.desk import Desk
        from followup_tui.store.book import Book

        return Desk(Book.open(path, stamp=self.clock.now, writable=writable), self.config, self.clock)


def start_of(text: str, config: Config) -> datetime:
    """The instant that `--now` gives; a date alone is its 00:00 in the user's zone. Raises FollowupError."""
    try:
        return parse_instant(text).astimezone(config.zone)
    except ValueError:
        pass
    try:
        return datetime.combine(parse_date(text), time(), config.zone)
    except ValueError:
        raise FollowupError(
            f"--now: {text!r} is not a time; give an instant like 2026-11-27T15:00:00+01:00, or a date."
        ) from None


def to_instant(text: str, context: Context, option: str) -> datetime:
    """A time that has happened, as `--at` takes it: an instant, or a date (its 09:00; today: now)."""
    now = context.clock.now()
    try:
        return parse_instant(text).astimezone(context.config.zone)
    except ValueError:
        pass
    try:
        day = parse_date(text)
    except ValueError:
        raise FollowupError(
            f"{option}: {text!r} is not a time; give an instant like 2026-11-27T15:00:00+01:00, or a date."
        ) from None
    return now if day == now.date() else datetime.combine(day, time(9), context.config.zone)
