"""The settings as rows: what each is called, what it is now, what it means, and how a typed text is read for it."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any, Final, Literal, NamedTuple

from followup_tui.config import Config, is_code
from followup_tui.desk.settings import Settings, Value, Where
from followup_tui.domain.hours import DEFAULT_HOURS, Spans
from followup_tui.domain.number_words import number_words
from followup_tui.domain.phrases import capitalised, channel_words
from followup_tui.domain.schema import STAGES
from followup_tui.domain.settings import CadenceNumbers, SettingError
from followup_tui.domain.text import visible
from followup_tui.domain.typed_lists import read_list, write_list
from followup_tui.domain.when import say_day
from followup_tui.tui.keymap import Bound, KeyTable, place_words, read_keys, written
from followup_tui.tui.themes import DEFAULT
from followup_tui.tui.widgets.meant import Meaning
from followup_tui.tui.widgets.when_field import Times

Editor = Literal["line", "text", "theme", "order", "key"]
"""How a setting is changed: in a line, in many lines, from the themes, from the orders, or by pressing a key."""


_NUMBERS: Final = re.compile("|".join(CadenceNumbers._fields))


class Setting(NamedTuple):
    """One row: `name`, `value` and `note` stand in it, `meaning` is told of the one at the cursor.

    `typed` is what an editor begins with, `read` what it makes of a text (None: the default; it may raise
    SettingError), and `said` what is to be told of settings that have it.
    """

    where: Where
    name: str
    value: str
    meaning: str
    note: str = ""
    is_set: bool = False
    typed: str = ""
    editor: Editor = "line"
    read: Callable[[str], Value] = lambda text: text.strip() or None
    said: Callable[[Config], str] = lambda _config: ""

    @property
    def id(self) -> str:
        """Its dotted name, as in the file."""
        return ".".join(self.where)


def meaning_of(setting: Setting, text: str, settings: Settings) -> Meaning:
    """What a typed text would mean for a setting, or why it is refused."""
    try:
        config = settings.tried(setting.where, setting.read(text))
    except SettingError as error:
        reason = _NUMBERS.sub(lambda found: f"“{number_words(found[0]).name}”", error.reason)
        return Meaning(f"{capitalised(reason)}.", is_problem=True)
    return Meaning(setting.said(config) if text.strip() else "Empty: the default applies.")


class SettingRows:
    """Makes the rows of each section from what holds and what the file says."""

    def __init__(self, times: Times, keys: KeyTable) -> None:
        self._times = times
        self._keys = keys

    def of(self, section: str, settings: Settings) -> list[Setting]:
        """The rows of a section of `SECTIONS`."""
        rows = [*_SECTIONS[section](self, settings)]
        return [row._replace(is_set=settings.said(row.where) is not None) for row in rows]

    @staticmethod
    def what_to_reset(setting: Setting, settings: Settings) -> Where | None:
        """What goes back to its default with a row: what it sets or, of a stage with no name, the order of all."""
        if setting.is_set:
            return setting.where
        order = ("stages", "order")
        return order if setting.where[0] == "stages" and settings.said(order) is not None else None

    def look(self, settings: Settings) -> Iterator[Setting]:
        """Which theme."""
        name = settings.config.theme or DEFAULT
        yield Setting(
            ("theme",), "Theme", name, "The colours of all screens. It is shown while you choose.", editor="theme"
        )

    def you(self, settings: Settings) -> Iterator[Setting]:
        """Who the user is."""
        user = settings.config.user
        yield _text("name", "Name", user.name, "What letters are signed with.")
        yield _text("email", "E-mail", user.email, "Your own address.")
        yield Setting(
            ("user", "strengths"),
            "Strengths",
            ", ".join(user.strengths),
            "What you are good at, with commas between; letters offer them to you.",
            typed=write_list(user.strengths),
            read=lambda text: read_list(text) or None,
            said=lambda config: " · ".join(config.user.strengths),
        )
        yield _text("signature", "Signature", user.signature, "What stands below a letter.")._replace(editor="text")

    def dates(self, settings: Settings) -> Iterator[Setting]:
        """How times are read, which days are none for work, and where the dates go."""
        config = settings.config
        zone = str(settings.said(("timezone",)) or config.zone)
        yield Setting(
            ("timezone",),
            "Time zone",
            zone,
            "Where you are. A new one applies from the next start.",
            note="" if zone == str(config.zone) else f"now {config.zone}",
            typed=zone,
            said=lambda there: f"There it is {self._times.now().astimezone(there.zone):%a %H:%M}.",
        )
        order = config.date_order
        yield Setting(
            ("date_order",),
            "Date order",
            _ORDERS[order],
            "How 3/4 is read. Unless one is set, such a date is not guessed at.",
            editor="order",
        )
        days = [*config.holiday_codes, *(day.isoformat() for day in config.holiday_dates)]
        yield Setting(
            ("holidays",),
            "Holidays",
            ", ".join(days),
            "Days on which nobody works, with commas between: 25 Dec, 2027-01-01, ES-MD (a country and its region).",
            note=f"{len(days)} days" if days and not config.holiday_codes else "",
            typed=", ".join(days),
            read=self._read_days,
            said=lambda there: " · ".join([*there.holiday_codes, *map(say_day, there.holiday_dates)]),
        )
        name = settings.said(("calendar", "file")) or ""
        yield Setting(
            ("calendar", "file"),
            "Calendar file",
            name,
            "Interviews and follow-ups, kept up to date there: ~/followup.ics. Subscribe to it in your calendar.",
            typed=name,
            said=lambda there: f"It is written after each change: {visible(str(there.calendar))}",
        )

    def _read_days(self, text: str) -> Value:
        days, codes = set(), []
        for part in read_list(text):
            understood = self._times.read(part)
            if understood.date is not None:
                days.add(understood.date.isoformat())
            elif is_code(part):
                codes.append(part)  # whether there is such a country, the settings check
            else:
                raise SettingError("holidays", f"{part}: {understood.reason or 'is no date'}".rstrip("."))
        return [*codes, *sorted(days)] or None

    def stages(self, settings: Settings) -> Iterator[Setting]:
        """The columns of the board, in their order."""
        stages = settings.config.stages
        for index, stage in enumerate(stages.order):
            notes = ["" if stages.name(stage) == stage.capitalize() else f"default {stage.capitalize()}"]
            notes += ["" if STAGES[index] == stage else "moved"]
            yield Setting(
                ("stages", "names", stage),
                stage,
                stages.name(stage),
                f"What the stage {stage} is called. Its column can be moved.",
                note=", ".join(filter(None, notes)),
                typed=stages.name(stage),
            )

    def hours(self, settings: Settings) -> Iterator[Setting]:
        """When a call or a message is welcome."""
        for channel in DEFAULT_HOURS:
            words = _hours_words(settings.config.hours.get(channel, DEFAULT_HOURS[channel]))
            default = _hours_words(DEFAULT_HOURS[channel])
            yield Setting(
                ("hours", channel),
                capitalised(channel_words(channel)),
                words,
                "Good hours where they are, on business days: 08:00-09:00, 17:00-19:00, or any, or never.",
                note="" if words == default else f"default {default}",
                typed=words,
                read=_read_hours,
                said=partial(_hours_said, channel),
            )

    def cadence(self, settings: Settings) -> Iterator[Setting]:
        """The numbers by which follow-ups open, are due and overdue."""
        defaults = CadenceNumbers()._asdict()
        for key, value in settings.config.numbers._asdict().items():
            words, default = number_words(key), defaults[key]
            yield Setting(
                ("cadence", key),
                words.name,
                _with_unit(value, words.unit),
                words.meaning,
                note="" if value == default else f"default {_with_unit(default, words.unit)}",
                typed=f"{value:g}",
                read=_read_number,
                said=partial(_number_said, key, words.unit),
            )

    def keys(self, settings: Settings) -> Iterator[Setting]:
        """What is pressed for what."""
        for name, bindings in self._keys.by_id.items():
            default, given = self._keys.keys_of(name), settings.config.keys.get(name)
            keys = read_keys(given) if given else default
            yield Setting(
                ("keys", name),
                _key_name(bindings[0]),
                " ".join(map(written, keys)),
                f"{bindings[0].sentence}. In the file it is {name}.",
                note="" if keys == default else f"default {' '.join(map(written, default))}",
                typed=",".join(keys),
                editor="key",
            )


_SECTIONS: Final[Mapping[str, Callable[[SettingRows, Settings], Iterator[Setting]]]] = {
    "Look": SettingRows.look,
    "You": SettingRows.you,
    "Dates": SettingRows.dates,
    "Stages": SettingRows.stages,
    "Hours": SettingRows.hours,
    "Cadence": SettingRows.cadence,
    "Keys": SettingRows.keys,
}
SECTIONS: Final = tuple(_SECTIONS)
"""The names of the sections, in their order."""

_ORDERS: Final[Mapping[str | None, str]] = {
    None: "not set",
    "dmy": "day first (27/11)",
    "mdy": "month first (11/27)",
}


def _text(key: str, name: str, value: str, meaning: str) -> Setting:
    return Setting(("user", key), name, value.replace("\n", " ⏎ "), meaning, typed=value)


def _key_name(bound: Bound) -> str:
    """What a key does, and where: those of the app and of every place need no place."""
    everywhere = ("desk", "followup app", "lines")
    place = place_words(bound.owner)
    return bound.description if place in everywhere else f"{bound.description} ({place})"


def _hours_words(spans: Spans) -> str:
    if spans is None:
        return "any"
    return ", ".join(map(str, spans)) or "never"


def _read_hours(text: str) -> Value:
    text = text.strip().casefold()
    if text in ("", "any"):
        return text or None
    return [] if text == "never" else [part.strip() for part in text.split(",")]


def _read_number(text: str) -> Value:
    """The number, or the text itself, which is then refused in the words of the config."""
    text = text.strip()
    for kind in (int, float):
        try:
            return kind(text)
        except ValueError:
            continue
    return text or None


def _with_unit(value: Any, unit: str) -> str:
    return f"at most {value:g}" if unit == "at most" else f"{value:g} {unit}"


def _hours_said(channel: str, config: Config) -> str:
    return _hours_words(config.hours[channel])


def _number_said(key: str, unit: str, config: Config) -> str:
    return _with_unit(getattr(config.numbers, key), unit)


def moved(order: tuple[str, ...], stage: str, step: int) -> list[str]:
    """The order of the columns with a stage moved by some; at an edge it stays."""
    others = [each for each in order if each != stage]
    others.insert(max(0, order.index(stage) + step), stage)
    return others
