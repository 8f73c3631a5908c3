"""`config.toml`, changed by the app: one setting after another, the user's comments and layout staying as they are.

Every change reads the file anew, so what an editor wrote meanwhile is kept, and ends in one atomic write (0600) of a
text that was read back and found to say what was asked for and nothing else. tomlkit is loaded only to change.
"""

from collections.abc import Callable, Mapping, MutableMapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from followup_tui.config import (
    Config,
    check_settings,
    config_of,
    line_of,
    load_config,
    read_document,
    read_text,
    told_with_line,
)
from followup_tui.domain.errors import FollowupError
from followup_tui.domain.settings import SettingError

if TYPE_CHECKING:
    from tomlkit.items import Array, Item

Where = tuple[str, ...]
"""Where a setting stands: `("theme",)`, `("cadence", "gap_d")`, `("keys", "board.last")`."""

Value = str | int | float | Sequence[str] | None
"""What a setting is set to; None takes it out of the file, so that its default holds."""

Check = Callable[[Config], None]
"""What else must hold of settings, beside what `config` knows; raises SettingError."""

_TRIES: Final = 3
_BYTE_ORDER_MARK: Final = "\ufeff"


class ConfigFile:
    """The user's config file, whether or not there is one yet."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def load(self, check: Check | None = None) -> Config:
        """The settings as the file gives them now. Raises FollowupError with file and line."""
        config = load_config(self.path)
        if check is not None:
            try:
                check(config)
            except SettingError as error:
                raise told_with_line(self.path, read_text(self.path) or "", error) from error
        return config

    def document(self) -> dict[str, Any]:
        """What the file itself sets now, without defaults. Raises FollowupError where the file is none of ours."""
        return self._document(read_text(self.path) or "")

    def _document(self, text: str) -> dict[str, Any]:
        document = read_document(text, self.path)
        config_of(document, text, self.path)
        return document

    def change(self, changes: Mapping[Where, Value], check: Check | None = None) -> Config:
        """Change settings, all or none; the answer is what holds now.

        Raises SettingError, naming the setting, for values that would be refused in the file, and FollowupError where
        the file cannot be read or written; in both cases nothing was written.
        """
        for _ in range(_TRIES):
            text = read_text(self.path)
            document = changed(self._document(text or ""), changes)
            config = check_settings(document)
            if check is not None:
                check(config)
            if self._write(_rewritten(text or "", document, changes, self.path), before=text):
                return config
        raise FollowupError(f"{self.path} is being written by another program; nothing was changed, try again.")

    def _write(self, text: str, *, before: str | None) -> bool:
        """Write the file, unless it no longer says what it said before."""
        from followup_tui.store.disk import Disk, make_directories, write_atomically
        from followup_tui.store.places import Places

        disk, places = Disk(), Places(self.path)
        try:
            make_directories(disk, places.directory)
            if read_text(self.path) != before:
                return False
            mark = _BYTE_ORDER_MARK if self._has_mark() else ""
            write_atomically(disk, places, places.book, (mark + text).encode())
        except OSError as error:
            raise FollowupError(
                f"{self.path} cannot be written ({error.strerror}); nothing was changed, look at its permissions."
            ) from error
        return True

    def _has_mark(self) -> bool:
        return self.path.exists() and self.path.read_bytes().startswith(_BYTE_ORDER_MARK.encode())


def value_at(document: Mapping[str, Any], where: Where) -> Any:
    """What a document says of a setting; None where it says nothing."""
    table: Any = document
    for each in where[:-1]:
        table = table.get(each, {})
    table, name = _innermost(table, where[-1])
    return table.get(name)


def changed(document: Mapping[str, Any], changes: Mapping[Where, Value]) -> dict[str, Any]:
    """What a document says once these settings are changed; the one given stays as it is."""
    copy = _copied(document)
    for where, value in changes.items():
        _set(copy, where, list(value) if isinstance(value, (list, tuple)) else value)
    return copy


def _copied(table: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _copied(value) if isinstance(value, dict) else value for name, value in table.items()}


def _set(document: MutableMapping[str, Any], where: Where, value: Any) -> None:
    """Set or, for None, remove one setting in a document, be it plain or one of tomlkit's."""
    table, name = document, where[-1]
    for each in where[:-1]:
        if each not in table:
            if value is None:
                return
            table[each] = {}
        table = table[each]
    table, name = _innermost(table, name)
    if value is None:
        table.pop(name, None)
        return
    if isinstance(table.get(name), Mapping):
        _spell_out(table, name)
    table[name] = value


def _innermost(table: MutableMapping[str, Any], name: str) -> tuple[MutableMapping[str, Any], str]:
    """The table that has a dotted name, and its name in there: TOML reads `board.last = "G"` as tables in tables."""
    first, _, rest = name.partition(".")
    if name in table or not rest or not isinstance(table.get(first), Mapping):
        return table, name
    inner, within = _innermost(table[first], rest)
    return (inner, within) if within in inner else (table, name)


def _spell_out(table: MutableMapping[str, Any], name: str) -> None:
    """Make `"draft.save"` of `draft.save`, so that there may be a `draft` beside it."""
    within = dict(table.pop(name))
    for rest, value in within.items():
        table[f"{name}.{rest}"] = value


def _rewritten(text: str, wanted: Mapping[str, Any], changes: Mapping[Where, Value], path: Path) -> str:
    """The text with the changes made. Raises FollowupError if it would come to say something else than `wanted`."""
    import tomllib

    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    text = text.replace("\r\n", "\n") if (other_ends := "\r\n" in text) else text
    try:
        for where, value in changes.items():
            if value is not None and len(where) == 1 and where[0] not in tomllib.loads(text):
                text = _with_line(text, f"{where[0]} = {_item(value).as_string()}")
                continue
            document = tomlkit.parse(text)
            _set_item(document, where, value)
            text = tomlkit.dumps(document)
        done = _without_empty(tomllib.loads(text)) == _without_empty(wanted)
    except (TOMLKitError, ValueError):
        done = False
    if not done:
        names = ", ".join(".".join(where) for where in changes)
        raise FollowupError(f"{path}: {names} cannot be changed without touching other settings; edit it by hand.")
    return text.replace("\n", "\r\n") if other_ends else text


def _set_item(document: MutableMapping[str, Any], where: Where, value: Value) -> None:
    """As `_set`, with what is new written as a person would write it, and a list's own comments kept."""
    import tomlkit
    from tomlkit.items import Array

    if value is None:
        _set(document, where, None)
        return
    table: Any = document
    for depth, each in enumerate(where[:-1]):
        if each not in table:
            table[each] = tomlkit.table() if depth == 0 else tomlkit.inline_table()
        table = table[each]
    table, name = _innermost(table, where[-1])
    old = table.get(name)
    if isinstance(old, Array) and isinstance(value, (list, tuple)) and _edited(old, value):
        return
    _set(document, where, _item(value))


def _edited(array: "Array", wanted: Sequence[str]) -> bool:
    """Take out of a list and add to it what makes it say what is wanted, if that is all that it takes."""
    kept = [item for item in map(_plain, array) if item in wanted]
    if list(wanted[: len(kept)]) != kept or len(set(wanted)) < len(wanted):
        return False
    for index in reversed(range(len(array))):
        if _plain(array[index]) not in wanted:
            del array[index]
    for item in wanted[len(kept) :]:
        array.append(item)
    return True


def _plain(item: Any) -> str:
    """A list's item as a text; a date may stand there in TOML's own way."""
    return item.isoformat() if isinstance(item, date) else str(item)


def _item(value: Value) -> "Item":
    import tomlkit

    if isinstance(value, str) and "\n" in value:
        return tomlkit.string(value, multiline=True)
    return tomlkit.item(list(value) if isinstance(value, tuple) else value)


def _with_line(text: str, line: str) -> str:
    """The text with a new setting at its top level: before the first table, and the comment that belongs to it."""
    import tomllib

    lines = text.split("\n")
    tables = [line_of(text, name) for name, value in tomllib.loads(text).items() if _is_table(value)]
    if not tables:
        return f"{text}{'' if not text or text.endswith(chr(10)) else chr(10)}{line}\n"
    at = min(tables) - 1
    while at > 0 and lines[at - 1].lstrip().startswith("#"):
        at -= 1
    above = at - 1 if at > 0 and not lines[at - 1].strip() and _has_setting(lines[: at - 1]) else at
    return "\n".join([*lines[:above], line, *([""] if above == at else []), *lines[above:]])


def _has_setting(lines: Sequence[str]) -> bool:
    return any(line.strip() and not line.lstrip().startswith("#") for line in lines)


def _is_table(value: Any) -> bool:
    return isinstance(value, dict) or (isinstance(value, list) and bool(value) and isinstance(value[0], dict))


def _without_empty(table: Mapping[str, Any]) -> dict[str, Any]:
    """A document without tables that say nothing, its dates as texts: what may differ in how a file is written."""
    said: dict[str, Any] = {}
    for name, value in table.items():
        if isinstance(value, Mapping):
            if within := _without_empty(value):
                said[name] = within
        else:
            said[name] = [_plain(item) for item in value] if isinstance(value, list) else value
    return said
