"""`followup config`: what is set, and setting it, with the user's comments kept."""

import argparse
import json
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Any

from followup_tui.cli.context import Context
from followup_tui.cli.output import say, say_json, say_text
from followup_tui.cli.window_settings import check_file, check_window
from followup_tui.config import Config
from followup_tui.config_file import ConfigFile, Value, Where, value_at
from followup_tui.domain.errors import FollowupError, NotFound
from followup_tui.domain.hours import DEFAULT_HOURS, Spans
from followup_tui.domain.settings import SettingError
from followup_tui.domain.text import clean
from followup_tui.places import is_there

_LISTS = (("holidays",), ("user", "strengths"), ("stages", "order"))
_TABLES = ("user", "cadence", "stages", "hours", "calendar", "keys")


def configure(parser: argparse.ArgumentParser) -> None:
    """The options of `config`."""
    parser.add_argument(
        "task", nargs="?", choices=("list", "get", "set", "unset"), default="list", help="without it: list everything"
    )
    parser.add_argument("key", metavar="KEY", nargs="?", help="timezone, user.name, cadence.gap_d, …")
    parser.add_argument("values", metavar="VALUE", nargs="*", help="for set; several make a list")
    parser.add_argument("--json", action="store_true", help="for programs")


def run(arguments: argparse.Namespace, context: Context) -> int:
    """List what holds, get one of it, or set it; status 2, and nothing changed, for what would be refused."""
    task, key, values = arguments.task, arguments.key, arguments.values
    _ = context.config  # a --config that does not exist, or a file that cannot be read, is refused whatever is asked
    if task == "list" and key is None:
        return _list(context, as_json=arguments.json)
    if key is None or (task == "set") != bool(values):
        raise FollowupError(_usage(task))
    if task == "get":
        return _get(context, key, as_json=arguments.json)
    if task == "list":
        raise FollowupError(_usage("get"))
    return _set(context, key, clean_values(values) if task == "set" else None)


def _usage(task: str) -> str:
    value = " VALUE" if task == "set" else ""
    return f"Say which setting: `followup config {task} KEY{value}`; `followup config` lists them."


def clean_values(values: Sequence[str]) -> list[str]:
    """The values as they may be stored."""
    return [clean(value) for value in values]


def effective(config: Config) -> dict[str, Any]:
    """All that holds, defaults too, in the order and form of the config file; None where nothing is set."""
    return {
        "timezone": str(config.zone),
        "date_order": config.date_order,
        "holidays": [*config.holiday_codes, *(day.isoformat() for day in config.holiday_dates)],
        "theme": config.theme,
        "user": {**config.user._asdict(), "strengths": list(config.user.strengths)},
        "cadence": config.numbers._asdict(),
        "stages": {"names": dict(config.stages.names), "order": list(config.stages.order)},
        "hours": {channel: _spans({**DEFAULT_HOURS, **config.hours}[channel]) for channel in DEFAULT_HOURS},
        "calendar": {"file": str(config.calendar) if config.calendar else None},
        "keys": dict(config.keys),
    }


def _spans(spans: Spans) -> str | list[str]:
    return "any" if spans is None else [str(span) for span in spans]


def _list(context: Context, *, as_json: bool) -> int:
    check_file(context)
    settings, path = effective(context.config), context.config_path
    if as_json:
        say_json({"path": str(path), "exists": is_there(path), "settings": settings})
        return 0
    there = is_there(path)
    say(f"# {path}" + ("" if there else " (not there yet; these are the defaults)"))
    for line in _lines(settings, ConfigFile(path).document() if there else {}):
        say(line)
    return 0


def _lines(settings: Mapping[str, Any], document: Mapping[str, Any]) -> Iterator[str]:
    """The settings as a config file has them; what the file itself does not say is marked as the default."""
    for name, value in settings.items():
        if not isinstance(value, dict):
            yield _line(name, value, said=name in document)
    for name, table in settings.items():
        if isinstance(table, dict) and table:
            yield ""
            yield f"[{name}]"
            said = document.get(name, {})
            for key, value in table.items():
                yield _line(key, value, said=key in said or name == "keys")


def _line(name: str, value: Any, *, said: bool) -> str:
    key = name if name.replace("_", "").replace("-", "").isalnum() and name.isascii() else json.dumps(name)
    if value is None:
        return f"# {key} ="
    return f"{key} = {toml(value)}{'' if said else '  # default'}"


def toml(value: Any) -> str:
    """A value as TOML has it."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key} = {toml(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(toml, value)) + "]"
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _get(context: Context, key: str, *, as_json: bool) -> int:
    """Print one setting as it is: a text without quotes, a list one item a line."""
    value: Any = effective(context.config)
    for part in where_of(key):
        if not isinstance(value, dict) or part not in value:
            raise NotFound(f"There is no setting {key!r}; `followup config` lists them.")
        value = value[part]
    if as_json:
        say_json(value)
        return 0
    if isinstance(value, dict):
        lines = [f"{name} = {toml(item)}" for name, item in value.items() if item is not None]
    else:
        lines = [str(item) for item in value] if isinstance(value, list) else [] if value is None else [_bare(value)]
    for line in lines:
        say_text(line)
    return 0


def _bare(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def where_of(key: str) -> Where:
    """Where a dotted key stands: the names of keys and stages may have dots of their own only in [keys]."""
    table, _, rest = key.partition(".")
    if not rest or table not in _TABLES:
        return (key,)
    if table == "stages" and rest.startswith("names."):
        return (table, "names", rest.removeprefix("names."))
    return (table, rest)


def _set(context: Context, key: str, values: list[str] | None) -> int:
    """Set, or with None take out of the file, one setting; it is checked as if it had been written by hand."""
    where = where_of(key)
    if where[0] in _TABLES and len(where) == 1 and values is not None:
        raise FollowupError(f"{key} is a table; set one of its settings, like {key}.{_example(context, key)}.")
    value = None if values is None else _value(where, values)
    file = ConfigFile(context.config_path)
    if values is None and value_at(file.document(), where) is None:
        _known(context, key)
    try:
        config = file.change({where: value}, check_window)
    except SettingError as error:
        raise FollowupError(f"{error.key}: {error.reason}; nothing was changed.") from error
    holds: Any = effective(config)
    for part in where:
        holds = holds.get(part) if isinstance(holds, dict) else None
    say(f"{key} = {toml(holds)}" if holds is not None else f"{key} is not set.")
    return 0


def _known(context: Context, key: str) -> None:
    """Raise NotFound for a key that is no setting; which names of keys and stages there are shows when they are set."""
    table: Any = effective(context.config)
    for part in where_of(key):
        if part not in table:
            raise NotFound(f"There is no setting {key!r}; `followup config` lists them.")
        table = table[part]
        if part in ("keys", "names"):
            return


def _example(context: Context, table: str) -> str:
    return next(iter(effective(context.config)[table]), "NAME")


def _value(where: Where, values: list[str]) -> Value:
    """What the words of a command line are as a setting: a number where there are numbers, a list where one is."""
    if where in _LISTS or (where[0] == "hours" and values != ["any"]):
        return tuple(item for value in values for item in _items(value))
    if len(values) > 1:
        return tuple(values)
    if where[0] == "cadence":
        with suppress(tomllib.TOMLDecodeError):
            number = tomllib.loads(f"x = {values[0]}")["x"]
            if isinstance(number, int | float):
                return number
    return values[0]


def _items(value: str) -> list[str]:
    return [item.strip() for item in value.split(",") if item.strip()]
