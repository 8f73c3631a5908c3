"""`config.toml`: read, checked, and every error told with its line.

Only the standard library (and tzlocal, when no zone is given): reading commands load this.
"""

import re
import tomllib
from collections.abc import Callable, Mapping
from datetime import date, datetime, tzinfo
from pathlib import Path
from typing import Any, Literal, NamedTuple, cast
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from followup_tui.domain.errors import FollowupError
from followup_tui.domain.instants import parse_date
from followup_tui.domain.profile import Profile
from followup_tui.domain.settings import CadenceNumbers, PlanSettings, SettingError, cadence_numbers

DateOrder = Literal["dmy", "mdy"]


class Config(NamedTuple):
    """Everything the config file sets, with defaults for what it does not."""

    zone: tzinfo
    holidays: frozenset[date] = frozenset()
    date_order: DateOrder | None = None
    user: Profile = Profile()
    numbers: CadenceNumbers = CadenceNumbers()

    @property
    def plan_settings(self) -> PlanSettings:
        """What the cadence needs of it."""
        return PlanSettings(zone=self.zone, holidays=self.holidays, numbers=self.numbers)


class _Wrong(Exception):
    """A value that cannot be used: where it stands (`cadence.gap_d`) and what was expected."""

    def __init__(self, key: str, reason: str) -> None:
        super().__init__(key, reason)
        self.key, self.reason = key, reason


def system_zone() -> tzinfo:
    """The system's time zone, by name where it has one."""
    import tzlocal

    try:
        return tzlocal.get_localzone()
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise FollowupError(
            f'The system\'s time zone cannot be told ({error}); set timezone = "Area/City" in config.toml.'
        ) from error


def load_config(path: Path, *, must_exist: bool = False) -> Config:
    """Read and check the config file; a missing one means all defaults unless it was asked for by name.

    Raises FollowupError with the file, the line and what was expected.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        if must_exist:
            raise FollowupError(f"{path}: there is no such config file; check --config.") from None
        return Config(zone=system_zone())
    except UnicodeDecodeError as error:
        raise FollowupError(f"{path}: is not UTF-8 text (byte {error.start}); save it as UTF-8.") from error
    except OSError as error:
        raise FollowupError(f"{path}: cannot be read ({error.strerror}).") from error
    try:
        return _read(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise FollowupError(f"{path}: {_toml_reason(str(error))}") from error
    except RecursionError as error:
        raise FollowupError(f"{path}: is nested too deeply to be a config file.") from error
    except _Wrong as error:
        raise FollowupError(f"{path}:{line_of(text, error.key)}: {error.key}: {error.reason}.") from error


def _toml_reason(message: str) -> str:
    """Tomllib's message with its place first: `line 3: Expected '=' after a key`."""
    found = re.fullmatch(r"(.*) \(at line (\d+), column \d+\)", message, re.DOTALL)
    if found:
        return f"line {found[2]}: {found[1]}; mend that line."
    return f"{message}; mend the file."


def line_of(text: str, key: str) -> int:
    """The line (from 1) where the dotted `key` is set in a TOML text; else its table's line, else 1."""
    *tables, name = key.split(".")
    wanted, table, place = ".".join(tables), "", 1
    for number, line in enumerate(text.splitlines(), 1):
        header = re.match(r"\s*\[\s*([^\[\]]+?)\s*\]", line)
        if header:
            table = header[1].replace('"', "").replace(" ", "")
            place = number if table in (wanted, key) else place
        elif table == wanted and re.match(rf"""\s*["']?{re.escape(name)}["']?\s*[=.]""", line):
            return number
    return place


def _read(document: Mapping[str, Any]) -> Config:
    readers: dict[str, Callable[[Any], Any]] = {
        "timezone": _zone,
        "holidays": _holidays,
        "date_order": _date_order,
        "user": _user,
        "cadence": _cadence,
    }
    names = {"timezone": "zone", "cadence": "numbers"}
    values: dict[str, Any] = {}
    for key, value in document.items():
        if key not in readers:
            raise _Wrong(key, f"is not a setting; the settings are {', '.join(readers)}")
        values[names.get(key, key)] = readers[key](value)
    if "zone" not in values:
        values["zone"] = system_zone()
    return Config(**values)


def _zone(value: Any) -> ZoneInfo:
    expected = 'expected the name of a time zone, like "Europe/Madrid"'
    if not isinstance(value, str):
        raise _Wrong("timezone", expected)
    try:
        return ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise _Wrong("timezone", f"{value!r} is not known; {expected}") from error


def _holidays(value: Any) -> frozenset[date]:
    expected = 'expected a list of dates, like ["2026-12-25"]'
    if not isinstance(value, list):
        raise _Wrong("holidays", expected)
    return frozenset(_holiday(item, expected) for item in value)


def _holiday(item: Any, expected: str) -> date:
    if isinstance(item, date) and not isinstance(item, datetime):
        return item
    if not isinstance(item, str):
        raise _Wrong("holidays", f"{item!r} is not a date; {expected}")
    try:
        return parse_date(item)
    except ValueError as error:
        raise _Wrong("holidays", f"{item!r} is not a date; {expected}") from error


def _date_order(value: Any) -> DateOrder:
    if value not in ("dmy", "mdy"):
        raise _Wrong("date_order", 'expected "dmy" (27/11) or "mdy" (11/27)')
    return cast("DateOrder", value)


def _user(value: Any) -> Profile:
    if not isinstance(value, dict):
        raise _Wrong("user", "expected a table with name, email, strengths and signature")
    for key, entry in value.items():
        if key == "strengths":
            if not isinstance(entry, list) or not all(isinstance(item, str) for item in entry):
                raise _Wrong("user.strengths", 'expected a list of texts, like ["Python"]')
        elif key not in Profile._fields:
            raise _Wrong(f"user.{key}", f"is not a setting; the settings are {', '.join(Profile._fields)}")
        elif not isinstance(entry, str):
            raise _Wrong(f"user.{key}", "expected text in quotes")
    values = dict(value)
    values["strengths"] = tuple(value.get("strengths", ()))
    return Profile(**values)


def _cadence(value: Any) -> CadenceNumbers:
    if not isinstance(value, dict):
        raise _Wrong("cadence", "expected a table of numbers")
    try:
        return cadence_numbers(value)
    except SettingError as error:
        raise _Wrong(f"cadence.{error.key}", error.reason) from error
