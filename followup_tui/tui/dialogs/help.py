"""The keys of the place one is in."""

from collections.abc import Iterable
from typing import Any

from textual.app import App
from textual.content import Content
from textual.screen import Screen

from followup_tui.tui.dialogs.reading import Reading

_KEY_WIDTH = 16


class KeysHelp(Reading):
    """Every key that does something here, with what it does."""

    def __init__(self, screen: Screen[Any], app: App[Any]) -> None:
        """The keys of `screen`, as they are bound now."""
        super().__init__("Keys", _text(screen, app))


def _text(screen: Screen[Any], app: App[Any]) -> Content:
    lines = []
    for keys, words in _keys(screen, app):
        lines.append(Content.assemble((f"{keys:<{_KEY_WIDTH}} ", "bold $text-accent"), words))
    return Content("\n").join(lines)


def _keys(screen: Screen[Any], app: App[Any]) -> Iterable[tuple[str, str]]:
    """The keys of each action, and its sentence."""
    keys: dict[str, list[str]] = {}
    words: dict[str, str] = {}
    for _, binding, enabled, tooltip in screen.active_bindings.values():
        if enabled and not binding.system and binding.description:
            keys.setdefault(binding.action, []).append(app.get_key_display(binding))
            words[binding.action] = tooltip or binding.tooltip or binding.description
    for action, names in keys.items():
        yield " ".join(dict.fromkeys(names)), words[action]
