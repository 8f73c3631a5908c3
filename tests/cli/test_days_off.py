"""Holidays by country and region: right, worked out once, and never in the way of those who have none."""

import stat
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from followup_tui import days_off
from followup_tui.config import load_config
from followup_tui.days_off import DaysOff, checked_code, keep_known
from followup_tui.domain.errors import FollowupError
from tests.cli.running import Command
from tests.source_tree import ROOT

CHRISTMAS, MADRID_DAY, WORKDAY = date(2026, 12, 25), date(2026, 5, 2), date(2026, 11, 18)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr(days_off, "_memory", days_off._Memory())
    return tmp_path


def config_error(folder: Path, text: str) -> str:
    path = folder / "config.toml"
    path.write_text(text)
    with pytest.raises(FollowupError) as caught:
        load_config(path)
    return str(caught.value).removeprefix(f"{path}:")


def test_a_country_has_its_holidays_and_a_region_its_own_beside() -> None:
    spain, madrid = DaysOff([], ["ES"]), DaysOff([], ["ES-MD"])
    assert CHRISTMAS in spain
    assert CHRISTMAS in madrid
    assert date(2026, 4, 2) in madrid  # Maundy Thursday
    assert date(2026, 4, 2) not in spain
    assert WORKDAY not in madrid


def test_dates_and_several_countries_stand_side_by_side(home: Path) -> None:
    path = home / "config.toml"
    path.write_text('timezone = "Europe/Madrid"\nholidays = ["2026-11-18", "es-md", "DE-BY", 2026-12-24]\n')
    config = load_config(path)
    assert all(day in config.holidays for day in (WORKDAY, CHRISTMAS, date(2026, 12, 24), date(2026, 4, 6)))
    assert date(2026, 11, 19) not in config.holidays
    assert config.holiday_codes == ("ES-MD", "DE-BY")
    assert config.holiday_dates == [WORKDAY, date(2026, 12, 24)]
    assert config == load_config(path)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('\nholidays = ["XX"]', "2: holidays: 'XX' is no country whose holidays are known."),
        ('holidays = ["DEC"]', "1: holidays: 'DEC' is no country whose holidays are known."),
        ('holidays = ["ES-QQ"]', "1: holidays: ES has no region 'QQ' whose holidays are known; its regions are AN, "),
        ('holidays = ["Spain"]', "1: holidays: 'Spain' is not a date; expected a list of dates and countries, "),
    ],
)
def test_what_is_no_country_is_an_error_with_its_line(home: Path, text: str, said: str) -> None:
    assert config_error(home, text).startswith(said)


def test_what_was_worked_out_is_kept_and_the_library_not_asked_again(home: Path) -> None:
    assert CHRISTMAS in DaysOff([], [checked_code("es-md")])
    keep_known()
    kept = home / ".cache" / "followup-tui" / "holidays.json"
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    program = (
        "import sys, datetime\nfrom followup_tui.days_off import DaysOff, checked_code\n"
        "days = DaysOff([], [checked_code('ES-MD')])\n"
        "assert datetime.date(2026, 12, 25) in days and datetime.date(2026, 11, 18) not in days\n"
        "assert 'holidays' not in sys.modules\n"
    )
    subprocess.run(
        [sys.executable, "-c", program], check=True, env={"HOME": str(home), "PYTHONPATH": str(ROOT)}, timeout=60
    )


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"version": "old", "codes": {}}'])
def test_a_cache_that_cannot_be_used_is_no_matter(home: Path, damage: str) -> None:
    kept = home / ".cache" / "followup-tui" / "holidays.json"
    kept.parent.mkdir(parents=True)
    kept.write_text(damage)
    assert CHRISTMAS in DaysOff([], [checked_code("ES")])
    keep_known()
    assert "2026-12-25" in kept.read_text()


def test_a_cache_with_what_is_no_date_is_not_believed(home: Path) -> None:
    memory = days_off._Memory()
    kept = home / ".cache" / "followup-tui" / "holidays.json"
    kept.parent.mkdir(parents=True)
    kept.write_text(f'{{"version": "{memory.version}", "codes": {{"ES": {{"2026": ["x"]}}}}}}')
    assert CHRISTMAS in DaysOff([], ["ES"])


def test_the_holidays_of_a_country_move_what_is_due(place: Path, followup: Command) -> None:
    words = ("when", "next business day", "--json")
    now = "2026-12-24T10:00:00+01:00"
    assert followup(*words, now=now).json["date"] == "2026-12-25"
    settings = place / ".config" / "followup-tui" / "config.toml"
    settings.write_text('timezone = "Europe/Madrid"\nholidays = ["ES-MD"]\n')
    assert followup(*words, now=now).json["date"] == "2026-12-28"


def test_reading_keeps_nothing_and_a_change_does(place: Path, followup: Command) -> None:
    settings = place / ".config" / "followup-tui" / "config.toml"
    settings.write_text('timezone = "Europe/Madrid"\nholidays = ["ES-MD"]\n')
    followup("when", "next business day")
    followup("due")
    assert not (place / ".cache").exists()
    followup("add", "Globex, Cook — they decide by fri")
    assert (place / ".cache" / "followup-tui" / "holidays.json").exists()
