"""`config.toml`: what it sets, and every error with its file, its line and the reason."""

import re
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import tzlocal

from followup_tui.config import Config, line_of, load_config
from followup_tui.domain.errors import FollowupError
from followup_tui.domain.profile import Profile
from followup_tui.domain.settings import CadenceNumbers

WHOLE = """\
timezone = "Europe/Madrid"
holidays = ["2026-12-25", 2027-01-01]
date_order = "mdy"

[user]
name = "Sam Lee"
email = "sam@example.com"
strengths = ["Python", "calm under fire"]
signature = \"\"\"
Sam
+34 600 000 000\"\"\"

[cadence]
gap_d = 6
thank_you_due_h = 20.5
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config.toml"


def load(path: Path, text: str | bytes) -> Config:
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return load_config(path)


def error(path: Path, text: str | bytes) -> str:
    """What is said of a config file, without the file's name in front."""
    with pytest.raises(FollowupError) as raised:
        load(path, text)
    message = str(raised.value)
    assert message.startswith(f"{path}:")
    assert message.endswith(".")
    assert "\n" not in message
    return message.removeprefix(f"{path}:").removesuffix(".")


# What it sets


def test_everything_that_is_set_is_read(path: Path) -> None:
    config = load(path, WHOLE)
    assert config.zone == ZoneInfo("Europe/Madrid")
    assert config.holidays == {date(2026, 12, 25), date(2027, 1, 1)}
    assert config.date_order == "mdy"
    assert config.user == Profile("Sam Lee", "sam@example.com", ("Python", "calm under fire"), "Sam\n+34 600 000 000")
    assert config.numbers == CadenceNumbers(gap_d=6, thank_you_due_h=20.5)


def test_names_and_order_of_the_stages_hours_theme_and_keys_are_read(path: Path) -> None:
    config = load(
        path,
        """
theme = "nord"
[stages]
names = {lead = "Wishlist"}
order = ["lead", "applied", "interviewing", "screening", "offer", "closed"]
[hours]
letter = "10:00-11:00"
[keys]
draft = "w"
board.last = "G"
"board.first" = "0"
""",
    )
    assert config.theme == "nord"
    assert config.stages.titles == {
        "lead": "Wishlist",
        "applied": "Applied",
        "interviewing": "Interviewing",
        "screening": "Screening",
        "offer": "Offer",
        "closed": "Closed",
    }
    assert list(config.stages.titles)[2:4] == ["interviewing", "screening"]
    assert [str(span) for span in config.hours["letter"] or ()] == ["10:00-11:00"]
    assert config.keys == {"draft": "w", "board.last": "G", "board.first": "0"}


@pytest.mark.parametrize("text", ["", "\n# nothing\n", "[user]\n[cadence]\n"])
def test_what_is_not_set_has_its_default(path: Path, text: str) -> None:
    assert load(path, text) == Config(zone=tzlocal.get_localzone())


def test_a_missing_file_means_all_defaults(path: Path) -> None:
    assert load_config(path) == Config(zone=tzlocal.get_localzone())


def test_the_zone_of_the_system_is_used_where_none_is_set(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tzlocal, "get_localzone", lambda: ZoneInfo("Asia/Tokyo"))
    assert load(path, 'date_order = "dmy"').zone == ZoneInfo("Asia/Tokyo")
    assert load(path, 'timezone = "UTC"').zone == ZoneInfo("UTC")


def test_a_system_without_a_zone_is_told_what_to_set(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown() -> ZoneInfo:
        return ZoneInfo("No/Where")

    monkeypatch.setattr(tzlocal, "get_localzone", unknown)
    with pytest.raises(FollowupError, match=r'^The system\'s time zone is not known .*; set timezone = "Area/City"'):
        load_config(path)


def test_the_cadence_gets_zone_holidays_and_numbers(path: Path) -> None:
    config = load(path, WHOLE)
    assert config.plan_settings == (config.zone, config.holidays, config.numbers)


@pytest.mark.parametrize("text", [WHOLE.replace("\n", "\r\n"), "\ufeff" + WHOLE])
def test_line_ends_and_byte_order_marks_of_other_systems_are_no_matter(path: Path, text: str) -> None:
    assert load(path, text) == load(path, WHOLE)


# What is wrong with it: the text, the line, and the reason

ZONE = 'expected the name of a time zone, like "Europe/Madrid"'
STAGES = "lead, applied, screening, interviewing, offer, closed"
DATES = 'expected a list of dates and countries, like ["2026-12-25", "ES-MD"]'

ICS = 'expected the whole name of a file that ends in .ics, like "~/followup.ics"'

WRONG: list[tuple[str, int, str]] = [
    ("timezone = 1", 1, f"timezone: {ZONE}"),
    ('\n\ntimezone = "Europe/Atlantis"', 3, f"timezone: 'Europe/Atlantis' is not known; {ZONE}"),
    ('timezone = ""', 1, f"timezone: '' is not known; {ZONE}"),
    ('timezone = "Europe"', 1, f"timezone: 'Europe' is not known; {ZONE}"),
    ('timezone = "../../etc/passwd"', 1, f"timezone: '../../etc/passwd' is not known; {ZONE}"),
    ('timezone = "/etc/localtime"', 1, f"timezone: '/etc/localtime' is not known; {ZONE}"),
    ('timezone = "a\\u0000b"', 1, f"timezone: 'a\\x00b' is not known; {ZONE}"),
    ('holidays = "2026-12-25"', 1, f"holidays: {DATES}"),
    ('# days off\nholidays = ["25/12/2026"]', 2, f"holidays: '25/12/2026' is not a date; {DATES}"),
    ('holidays = ["2026-13-01"]', 1, f"holidays: '2026-13-01' is not a date; {DATES}"),
    ("holidays = [20261225]", 1, f"holidays: 20261225 is not a date; {DATES}"),
    ("holidays = [true]", 1, f"holidays: True is not a date; {DATES}"),
    (
        "holidays = [2026-12-25T00:00:00]",
        1,
        f"holidays: {datetime(2026, 12, 25)!r} is not a date; {DATES}",  # noqa: DTZ001 - what TOML gives
    ),
    ("holidays = [0001-01-01]", 1, f"holidays: {date(1, 1, 1)!r} is not a date; {DATES}"),
    ('date_order = "ymd"', 1, 'date_order: expected "dmy" (27/11) or "mdy" (11/27)'),
    ("date_order = []", 1, 'date_order: expected "dmy" (27/11) or "mdy" (11/27)'),
    ('user = "Sam"', 1, "user: expected a table with name, email, strengths and signature"),
    ("[[user]]", 1, "user: expected a table with name, email, strengths and signature"),
    ("[user]\nname = 5", 2, "user.name: expected text in quotes"),
    ('[user]\nstrengths = "Python"', 2, 'user.strengths: expected a list of texts, like ["Python"]'),
    ("[user]\nstrengths = [\n  1,\n]", 2, 'user.strengths: expected a list of texts, like ["Python"]'),
    (
        '[user]\nname = "Sam"\nphone = "1"',
        3,
        "user.phone: is not a setting; the settings are name, email, strengths, signature",
    ),
    ("cadence = 3", 1, "cadence: expected a table: [cadence] on a line of its own, its settings below"),
    ("[cadence]\ncap = 3\ngap = 5", 3, "cadence.gap: no such number in [cadence]"),
    ('[cadence]\ngap_d = "5"', 2, "cadence.gap_d: must be a whole number"),
    ("[cadence]\ngap_d = 5.0", 2, "cadence.gap_d: must be a whole number"),
    ("[cadence]\ngap_d = true", 2, "cadence.gap_d: must be a whole number"),
    ("[cadence]\ngap_d = -1", 2, "cadence.gap_d: must not be less than 0"),
    ("[cadence]\npromise_open_bd = 0", 2, "cadence.promise_open_bd: must not be less than 1"),
    ("[cadence]\nreply_due_h = nan", 2, "cadence.reply_due_h: must be a number"),
    ("[cadence]\nreply_overdue_h = inf", 2, "cadence.reply_overdue_h: must be a number"),
    ("[cadence]\ngap_d = 36501", 2, "cadence.gap_d: must not be more than 36500 days, a century"),
    (
        "[cadence]\n\ncheck_due_d = 6",
        3,
        "cadence.check_due_d: is 6 and must not be less than check_open_d, which is 7",
    ),
    (
        "[cadence]\ncheck_open_d = 11",
        2,
        "cadence.check_open_d: is 11 and must not be more than check_due_d, which is 10",
    ),
    (
        "[cadence]\ncheck_due_d = 12\ncheck_overdue_d = 11",
        3,
        "cadence.check_overdue_d: is 11 and must not be less than check_due_d, which is 12",
    ),
    ("theme = 1", 1, 'theme: expected the name of a theme, like "followup-light"'),
    ("stages = 1", 1, "stages: expected a table: [stages] on a line of its own, its settings below"),
    ("[stages]\ncolour = 1", 2, "stages.colour: is not a setting; the settings are names and order"),
    ('[stages]\nnames = "x"', 2, 'stages.names: expected a table, like {lead = "Wishlist"}'),
    (
        '[stages]\n\n[stages.names]\nwish = "x"',
        4,
        f"stages.names.wish: is not a stage; the stages are {STAGES}",
    ),
    ('[stages]\nnames = {lead = " "}', 2, "stages.names.lead: expected a name of at most 40 letters"),
    (
        '[stages]\nnames = {lead = "Offer"}',
        2,
        "stages.names.lead: is the name of another stage too; give each its own",
    ),
    (
        '[stages]\norder = ["lead"]',
        2,
        f"stages.order: expected each of {STAGES} once, in the order of the columns",
    ),
    (
        '[hours]\nemail = "any"\nfax = "any"',
        3,
        "hours.fax: is no channel; the channels are email, phone, letter, linkedin, social, in_person",
    ),
    ('[hours]\nphone = "8-9"', 2, 'hours.phone: expected hours like "08:00-09:00", a list of them, or "any"'),
    ("keys = 1", 1, 'keys: expected a table: [keys] on a line of its own, below it lines like draft = "w"'),
    ("[keys]\nundo = 'z'\ndraft = 1", 3, 'keys.draft: expected a key, like "ctrl+n"'),
    ("[keys]\nundo = 'z'\nboard.last = ''", 3, 'keys.board.last: expected a key, like "ctrl+n"'),
    ('[user]\nname = "Sam"\n\n[colours]\nred = 1', 4, "colours: is not a setting; the settings are "),
    ("[a.b.c]\nd = 1", 1, "a: is not a setting; the settings are "),
    ("calendar = 'x.ics'", 1, "calendar: expected a table: [calendar] on a line of its own, below it a line with file"),
    ("[calendar]\nfile = 'x.ics'", 2, f"calendar.file: {ICS}"),
    ("[calendar]\nfile = '/tmp/x.txt'", 2, f"calendar.file: {ICS}"),
    ("[calendar]\nfile = '~nobody-of-that-name/x.ics'", 2, f"calendar.file: {ICS}"),
    ("[calendar]\n\nfolder = 1", 3, "calendar.folder: is not a setting; there is only file"),
    ("time_zone = 'UTC'", 1, "time_zone: is not a setting; the settings are "),
    ("'a.b' = 1", 1, "a.b: is not a setting; the settings are "),
]


@pytest.mark.parametrize(("text", "line", "reason"), WRONG)
def test_a_wrong_setting_is_told_with_its_line_and_what_was_expected(
    path: Path, text: str, line: int, reason: str
) -> None:
    told = error(path, text)
    assert told.startswith(f"{line}: {reason}")
    assert told == f"{line}: {reason}" or reason.endswith("the settings are ")


def test_an_unknown_setting_is_told_which_there_are(path: Path) -> None:
    assert error(path, "zone = 'UTC'").endswith(
        "the settings are timezone, holidays, date_order, user, cadence, stages, hours, theme, keys, calendar"
    )


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("timezone", 1),
        ('timezone = "UTC"\ntimezone = "UTC"', 2),
        ('timezone = "UTC"\n\n[user\nname = "Sam"', 3),
        ("holidays = [2026-13-01]", 1),
        ('\n\nsignature = "a\nb"', 3),
        ('[user]\nname = "\\q"', 2),
        ("\n[user]\nstrengths = [", 3),
        ('\n[user]\nsignature = """', 3),
        ("a = 1\r\nb =\r\n", 2),
        ("a = 1\nb = \x00", 2),
    ],
)
def test_what_is_no_toml_is_told_with_its_line(path: Path, text: str, line: int) -> None:
    told = error(path, text)
    assert re.match(rf"{line}: \w.*; mend that line$", told)
    assert "(at " not in told


def test_a_file_that_is_not_utf_8_is_told_with_the_place(path: Path) -> None:
    assert error(path, 'name = "Jos\u00e9"'.encode("latin-1")) == " is not UTF-8 text (byte 11); save it as UTF-8"
    assert error(path, WHOLE.encode("utf-16")) == " is not UTF-8 text (byte 0); save it as UTF-8"


@pytest.mark.parametrize("text", ["a = " + "[" * 100_000, "a = " + "9" * 5_000, "a." * 2_000 + "a = 1"])
def test_a_hostile_file_is_refused_like_any_other(path: Path, text: str) -> None:
    assert error(path, text)


def test_a_folder_in_the_place_of_the_file_is_told(path: Path) -> None:
    path.mkdir()
    with pytest.raises(FollowupError, match=re.escape(f"{path}: cannot be read (Is a directory).")):
        load_config(path)


# Where a setting stands


@pytest.mark.parametrize(
    ("lines", "key", "line"),
    [
        (["[cadence]", "gap_d = 1"], "cadence.gap_d", 2),
        (["[ cadence ]", "  gap_d=1"], "cadence.gap_d", 2),
        (['["cadence"]', '"gap_d" = 1'], "cadence.gap_d", 2),
        (["# gap_d = 0", "cadence.cap = 2", "cadence . gap_d = 1"], "cadence.gap_d", 3),
        (["", "cadence = { cap = 2, gap_d = 1 }"], "cadence.gap_d", 2),
        (["[user]", "name = '''", "[cadence]", "gap_d = 2", "'''", "[cadence]", "gap_d = 1"], "cadence.gap_d", 7),
        (["[user]", "gap_d = 1", "[cadence]", "cap = 2", "gap_d = 3 # gap_d = 4"], "cadence.gap_d", 5),
        (["holidays = [", "'2026-12-25',", "]", "timezone = 'UTC'"], "timezone", 4),
        (["holidays = [", "[", "]", "]", "[user]"], "holidays", 1),
        (["name = 'a\u2028b\x85'", "timezone = 'UTC'"], "timezone", 2),
        (["[a.b]", "c = 1"], "a", 1),
        (["[[user]]", "name = 'a'", "[[user]]"], "user.name", 1),
        (["[cadence]"], "cadence", 1),
        (["timezone = 'UTC'"], "nowhere", 1),
    ],
)
def test_a_key_is_found_however_it_is_written(lines: list[str], key: str, line: int) -> None:
    assert line_of("\n".join(lines), key) == line
    assert line_of("\r\n".join(lines), key) == line
