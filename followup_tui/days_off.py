"""Public holidays by country and region, for the settings: `ES-MD` is Spain with Madrid.

The library that knows them takes a quarter of a second to load and to work out a first year, so what it said is kept
in the user's cache directory: whoever changes the book writes it there, and a status bar that asks what is due only
reads it. It is asked anew when another version of it is installed.
"""

import json
import re
from collections.abc import Container, Iterable
from contextlib import suppress
from datetime import date
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from followup_tui.domain.errors import FollowupError
from followup_tui.domain.settings import SettingError
from followup_tui.places import default_cache
from followup_tui.private_file import write_private

_CODE = re.compile(r"([A-Za-z]{2,3})(?:-([A-Za-z0-9]{1,8}))?", re.ASCII)


class DaysOff(Container[date]):
    """Dates that are no business days: those given, and the holidays of countries or regions.

    The years of a country are worked out one by one, when a day of one is first asked about.
    """

    def __init__(self, dates: Iterable[date], codes: Iterable[str]) -> None:
        self.dates = frozenset(dates)
        self.codes = tuple(dict.fromkeys(codes))
        self._years: dict[int, frozenset[date]] = {}

    def __contains__(self, day: object) -> bool:
        if not isinstance(day, date):
            return False
        days = self._years.get(day.year)
        if days is None:
            found = (_of_year(code, day.year) for code in self.codes)
            days = self._years[day.year] = self.dates.union(*found)
        return day in days

    def __eq__(self, other: object) -> bool:
        return isinstance(other, DaysOff) and (self.dates, set(self.codes)) == (other.dates, set(other.codes))

    def __hash__(self) -> int:
        return hash((self.dates, frozenset(self.codes)))

    def __repr__(self) -> str:
        return f"DaysOff({sorted(self.dates)}, {self.codes})"


class _Memory:
    """What the library said, by code and year, as it is kept; empty where nothing can be kept or read."""

    def __init__(self) -> None:
        self.changed = False

    @property
    def path(self) -> Path | None:
        """Where it is kept."""
        with suppress(FollowupError):
            return default_cache() / "holidays.json"
        return None

    @cached_property
    def version(self) -> str:
        """What tells this installation of the library from another, without loading it."""
        spec = find_spec("holidays")
        if spec is None or spec.origin is None:
            return ""
        status = Path(spec.origin).with_name("version.py").stat()
        return f"{status.st_size}-{status.st_mtime_ns}"

    @cached_property
    def codes(self) -> dict[str, dict[str, list[str]]]:
        """The dates by year of each code, as text."""
        try:
            kept = json.loads(self.path.read_bytes()) if self.path else {}
            return _checked(kept["codes"]) if kept["version"] == self.version else {}
        except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
            return {}

    def keep(self) -> None:
        """Write down what is new. A cache that cannot be written costs time, nothing else."""
        if not self.changed or self.path is None:
            return
        with suppress(OSError):
            write_private(self.path, json.dumps({"version": self.version, "codes": self.codes}).encode())
        self.changed = False


def _checked(codes: Any) -> dict[str, dict[str, list[str]]]:
    for years in codes.values():
        for days in years.values():
            for day in days:
                date.fromisoformat(day)
    return dict(codes)


_memory = _Memory()


def keep_known() -> None:
    """Keep what was asked of the library, for the next time. For those who write files anyway."""
    _memory.keep()


def checked_code(text: str) -> str:
    """The code that a text is, as the library writes it: `es-md` is `ES-MD`. Raises SettingError if it is none."""
    found = _CODE.fullmatch(text)
    if found is None:
        raise SettingError("holidays", f"{text!r} is neither a date nor a country")
    code = found[1].upper() + (f"-{found[2]}" if found[2] else "")
    for known in _memory.codes:
        if known.casefold() == code.casefold():
            return known
    return _asked(found[1].upper(), found[2] or "")


def _asked(country: str, region: str) -> str:
    """The code as the library knows it. Raises SettingError."""
    import holidays
    from holidays.registry import EntityLoader

    if country not in set(EntityLoader.get_country_codes()):
        raise SettingError("holidays", f"{country!r} is no country whose holidays are known")
    if not region:
        return country
    kind = getattr(holidays, country)
    known = [*kind.subdivisions, *getattr(kind, "subdivisions_aliases", {})]
    fitting = [each for each in known if each.casefold() == region.casefold()]
    if not fitting:
        regions = f"its regions are {', '.join(kind.subdivisions)}" if kind.subdivisions else "no regions of it are"
        raise SettingError("holidays", f"{country} has no region {region!r} whose holidays are known; {regions}")
    return f"{country}-{fitting[0]}"


def _of_year(code: str, year: int) -> list[date]:
    years = _memory.codes.setdefault(code, {})
    if str(year) not in years:
        import holidays

        country, _, region = code.partition("-")
        days = holidays.country_holidays(country, subdiv=region or None, years=year)
        years[str(year)] = sorted(day.isoformat() for day in days)
        _memory.changed = True
    return [date.fromisoformat(day) for day in years[str(year)]]
