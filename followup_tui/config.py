"""`config.toml`: read, checked, and every error told with its line.

Only the standard library (and tzlocal, when no zone is given): reading commands load this.
"""

import re
from collections.abc import Callable, Container, Iterator, Mapping
from contextlib import suppress
from datetime import date, datetime, tzinfo
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeVar, cast
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from followup_tui.domain.errors import FollowupError
from followup_tui.domain.instants import parse_date
from followup_tui.domain.profile import Profile
from followup_tui.domain.settings import CadenceNumbers, PlanSettings, SettingError, cadence_numbers
from followup_tui.domain.stages import Stages, read_stages
from followup_tui.plain_toml import read_plain

if TYPE_CHECKING:
    from followup_tui.domain.hours import Hours

DateOrder = Literal["dmy", "mdy"]
Read = TypeVar("Read")


_CODE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]+)?", re.ASCII)

_NOTHING_SET: Mapping[str, Any] = MappingProxyType({})


class Config(NamedTuple):
    """Everything the config file sets, with defaults for what it does not."""

    zone: tzinfo
    holidays: Container[date] = frozenset()
    date_order: DateOrder | None = None
    user: Profile = Profile()
    numbers: CadenceNumbers = CadenceNumbers()
    stages: Stages = Stages()
    hours: "Hours" = _NOTHING_SET
    """What `[hours]` sets; a channel that is not in it has its default (`domain.hours`)."""
    theme: str | None = None
    keys: Mapping[str, str] = _NOTHING_SET
    calendar: Path | None = None
    """The calendar file that is kept up to date."""

    @property
    def holiday_dates(self) -> list[date]:
        """The holidays that are given as dates, in their order."""
        dates = self.holidays if isinstance(self.holidays, frozenset) else getattr(self.holidays, "dates", ())
        return sorted(dates)

    @property
    def holiday_codes(self) -> tuple[str, ...]:
        """The countries and regions whose holidays are kept, like `ES-MD`."""
        codes: tuple[str, ...] = getattr(self.holidays, "codes", ())
        return codes

    @property
    def plan_settings(self) -> PlanSettings:
        """What the cadence needs of it."""
        return PlanSettings(zone=self.zone, holidays=self.holidays, numbers=self.numbers)


def system_zone() -> tzinfo:
    """The system's time zone, by name where it has one."""
    import tzlocal

    try:
        return tzlocal.get_localzone()
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        reason = " ".join(str(error.args[0] if error.args else error).split()).rstrip(".")
        raise FollowupError(
            f'The system\'s time zone is not known ({reason}); set timezone = "Area/City" in config.toml.'
        ) from error


def load_config(path: Path) -> Config:
    """Read and check the config file; a missing one means all defaults.

    Raises FollowupError with the file, the line and what was expected.
    """
    text = read_text(path)
    if text is None:
        return Config(zone=system_zone())
    return config_of(read_document(text, path), text, path)


def read_text(path: Path) -> str | None:
    """The text of a config file, or None where there is none. Raises FollowupError where it cannot be read."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return None
    except UnicodeDecodeError as error:
        raise FollowupError(f"{path}: is not UTF-8 text (byte {error.start}); save it as UTF-8.") from error
    except OSError as error:
        raise FollowupError(f"{path}: cannot be read ({error.strerror}).") from error


def read_document(text: str, path: Path) -> dict[str, Any]:
    """A TOML text as it stands, its settings not yet checked. Raises FollowupError with the line of `path`."""
    plain = read_plain(text)
    if plain is not None:
        return plain
    import tomllib

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line, reason = _toml_trouble(str(error), text)
        raise FollowupError(f"{path}:{line}: {reason}; mend that line.") from error
    except (ValueError, RecursionError) as error:
        # A number of thousands of digits, or a thousand brackets: Python itself gives up.
        raise FollowupError(f"{path}: is not a config file that can be read ({error}); mend it.") from error


def config_of(document: Mapping[str, Any], text: str, path: Path) -> Config:
    """The settings of a document that was read from `text`. Raises FollowupError with the line of `path`."""
    try:
        return check_settings(document)
    except SettingError as error:
        raise told_with_line(path, text, error) from error


def told_with_line(path: Path, text: str, error: SettingError) -> FollowupError:
    """The error as it is told of a file: with the line where the setting stands."""
    return FollowupError(f"{path}:{line_of(text, error.key)}: {error.key}: {error.reason}.")


def _toml_trouble(message: str, text: str) -> tuple[int, str]:
    """The line and the reason in a message of tomllib's: `Expected '=' after a key (at line 3, column 5)`."""
    reason, _, place = message.rpartition(" (at ")
    found = re.match(r"line (\d+)", place)
    return (int(found[1]) if found else text.count("\n") + 1, reason)


def line_of(text: str, key: str) -> int:
    """The line (from 1) where the statement begins that sets the dotted `key`, or the table it names, in a TOML text.

    Each statement is read on its own, below the header of its table: in whatever way a key is written, it is found.
    """
    import tomllib

    header, statement, start = "", "", 1
    for number, line in enumerate(text.split("\n"), 1):
        statement += line + "\n"
        try:
            document = tomllib.loads(header + statement)
        except ValueError:
            continue  # a list or text that goes on in the next line
        if _sets(document, key):
            return start
        if statement.lstrip().startswith("["):
            header = statement
        statement, start = "", number + 1
    return 1


def _sets(document: Any, key: str) -> bool:
    if not isinstance(document, dict):
        return False
    name, _, rest = key.partition(".")
    return key in document or (name in document and _sets(document[name], rest))


def check_settings(document: Mapping[str, Any]) -> Config:
    """The settings of a document, checked. Raises SettingError with the dotted name of the setting."""
    readers: dict[str, Callable[[Any], Any]] = {
        "timezone": _zone,
        "holidays": _holidays,
        "date_order": _date_order,
        "user": _user,
        "cadence": _cadence,
        "stages": lambda value: _table("stages", value, read_stages),
        "hours": _hours,
        "theme": _theme,
        "keys": _keys,
        "calendar": _calendar,
    }
    names = {"timezone": "zone", "cadence": "numbers"}
    values: dict[str, Any] = {}
    for key, value in document.items():
        if key not in readers:
            raise SettingError(key, f"is not a setting; the settings are {', '.join(readers)}")
        values[names.get(key, key)] = readers[key](value)
    if "zone" not in values:
        values["zone"] = system_zone()
    return Config(**values)


def _zone(value: Any) -> ZoneInfo:
    expected = 'expected the name of a time zone, like "Europe/Madrid"'
    if not isinstance(value, str):
        raise SettingError("timezone", expected)
    try:
        return ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise SettingError("timezone", f"{value!r} is not known; {expected}") from error


def _holidays(value: Any) -> Container[date]:
    expected = 'expected a list of dates and countries, like ["2026-12-25", "ES-MD"]'
    if not isinstance(value, list):
        raise SettingError("holidays", expected)
    read = [_holiday(item, expected) for item in value]
    dates = frozenset(item for item in read if isinstance(item, date))
    codes = [item for item in read if isinstance(item, str)]
    if not codes:
        return dates
    from followup_tui.days_off import DaysOff

    return DaysOff(dates, codes)


def is_code(text: str) -> bool:
    """Whether a text could be a country, or a region of one; which there are, only `days_off` knows."""
    return _CODE.fullmatch(text) is not None


def _holiday(item: Any, expected: str) -> date | str:
    """A date, or the code of a country or one of its regions."""
    text = item.isoformat() if isinstance(item, date) and not isinstance(item, datetime) else item
    if not isinstance(text, str):
        raise SettingError("holidays", f"{item!r} is not a date; {expected}")
    with suppress(ValueError):
        return parse_date(text)
    if not is_code(text):
        raise SettingError("holidays", f"{item!r} is not a date; {expected}")
    from followup_tui.days_off import checked_code

    return checked_code(text)


def _date_order(value: Any) -> DateOrder:
    if value not in ("dmy", "mdy"):
        raise SettingError("date_order", 'expected "dmy" (27/11) or "mdy" (11/27)')
    return cast("DateOrder", value)


def _user(value: Any) -> Profile:
    if not isinstance(value, dict):
        raise SettingError("user", "expected a table with name, email, strengths and signature")
    for key, entry in value.items():
        if key == "strengths":
            if not isinstance(entry, list) or not all(isinstance(item, str) for item in entry):
                raise SettingError("user.strengths", 'expected a list of texts, like ["Python"]')
        elif key not in Profile._fields:
            raise SettingError(f"user.{key}", f"is not a setting; the settings are {', '.join(Profile._fields)}")
        elif not isinstance(entry, str):
            raise SettingError(f"user.{key}", "expected text in quotes")
    values = dict(value)
    values["strengths"] = tuple(value.get("strengths", ()))
    return Profile(**values)


def _cadence(value: Any) -> CadenceNumbers:
    return _table("cadence", value, cadence_numbers)


def _table(name: str, value: Any, read: Callable[[Mapping[str, Any]], Read]) -> Read:
    """A table of settings that has a reader of its own."""
    if not isinstance(value, dict):
        raise SettingError(name, f"expected a table: [{name}] on a line of its own, its settings below")
    try:
        return read(value)
    except SettingError as error:
        raise SettingError(f"{name}.{error.key}", error.reason) from error


def _hours(value: Any) -> "Hours":
    from followup_tui.domain.hours import hours_from

    return _table("hours", value, hours_from)


def _theme(value: Any) -> str:
    if not isinstance(value, str) or not value:
        raise SettingError("theme", 'expected the name of a theme, like "followup-light"')
    return value


def _calendar(value: Any) -> Path | None:
    if not isinstance(value, dict):
        raise SettingError("calendar", "expected a table: [calendar] on a line of its own, below it a line with file")
    for key in value:
        if key != "file":
            raise SettingError(f"calendar.{key}", "is not a setting; there is only file")
    name = value.get("file")
    if name is None:
        return None
    expected = 'expected the whole name of a file that ends in .ics, like "~/followup.ics"'
    if not isinstance(name, str) or not name.lower().endswith(".ics") or "\0" in name:
        raise SettingError("calendar.file", expected)
    with suppress(RuntimeError):
        path = Path(name).expanduser()
        if path.is_absolute():
            return path
    raise SettingError("calendar.file", expected)


def _keys(value: Any) -> dict[str, str]:
    """Bindings by their ids; which ids and keys there are, only the windows know (`tui.keymap`)."""
    if not isinstance(value, dict):
        raise SettingError("keys", 'expected a table: [keys] on a line of its own, below it lines like draft = "w"')
    keys = {}
    for name, key in _flat(value):
        if not isinstance(key, str) or not key.strip():
            raise SettingError(f"keys.{name}", 'expected a key, like "ctrl+n"')
        keys[name] = key
    return keys


def _flat(table: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    """The values of a table by their dotted names: TOML reads `board.last = "G"` as a table in a table."""
    for name, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{prefix}{name}.")
        else:
            yield prefix + name, value
