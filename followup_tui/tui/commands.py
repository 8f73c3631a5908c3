"""Everything that can be done in a place, each with its sentence and its keys: for the palette and the list of keys."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from textual.actions import parse
from textual.app import App
from textual.binding import Binding
from textual.dom import DOMNode
from textual.keys import key_to_character
from textual.screen import Screen

from followup_tui.tui.keymap import read_keys
from followup_tui.tui.widgets.declared import declared, in_declared_order, key_shown

GROUPS = ("Here", "Follow-up", "Record", "Find and switch", "Take back", "The app", "Move about")
"""What keys are for, in the order in which they are listed; `Here` are those that only this place has."""

_TO_APP = "app."
_GROUP_OF = {
    name: group
    for group, names in {
        "Follow-up": "draft done snooze skip log remind why instead",
        "Record": (
            "open add interview edit delete move star tag open_link copy_address materials select move_left move_right"
        ),
        "Find and switch": "find narrow show_all arrange order turn board today people insights",
        "Take back": "undo redo changes",
        "The app": "import export help keys settings suspend quit",
        "Move about": (
            "up down left right before next previous first last section back page_up page_down"
            " cursor_up cursor_down cursor_left cursor_right"
        ),
    }.items()
    for name in names.split()
}


class Command(NamedTuple):
    """Something a key does here: `keys` as they are written, `node` what the action is an action of."""

    id: str
    name: str
    sentence: str
    keys: tuple[str, ...]
    group: str
    action: str
    node: DOMNode

    @property
    def written_keys(self) -> str:
        """The keys in one text."""
        return " ".join(self.keys)


def commands_of(screen: Screen[Any], app: App[Any]) -> list[Command]:
    """What the keys do on `screen` now, its own and the app's, group by group.

    What Textual binds itself is left out: those keys have no id, and move the cursor in a text.
    """
    return _commands(in_declared_order(screen.active_bindings.values()), app)


def commands_while_typing(screen: Screen[Any], app: App[Any], keys: Mapping[str, str]) -> list[Command]:
    """As `commands_of`, with all that could be done were a field not taking the letters; `keys` are the user's own."""
    active = in_declared_order(screen.active_bindings.values())
    return _commands([*active, *_typed_over(screen, app, keys)], app)


def _typed_over(screen: Screen[Any], app: App[Any], keys: Mapping[str, str]) -> Iterator[tuple[DOMNode, Binding]]:
    """What is bound to keys that the field with the focus takes for itself."""
    field = screen.focused
    if field is None or screen.is_modal:
        return
    for node in field.ancestors_with_self:
        for binding in (each.binding for each in declared(type(node))):
            own = keys.get(binding.id or "")
            for key in read_keys(own) if own else (binding.key,):
                if field.check_consume_key(key, key_to_character(key)) and _is_on(binding, node, app):
                    yield node, replace(binding, key=key)


def _is_on(binding: Binding, node: DOMNode, app: App[Any]) -> bool:
    place, name, parameters = parse(binding.action)
    return bool((app if place == "app" else node).check_action(name, parameters))


def _commands(bound: Iterable[tuple[DOMNode, Binding]], app: App[Any]) -> list[Command]:
    commands: dict[tuple[DOMNode, str], Command] = {}
    for found, binding in bound:
        if binding.system or binding.id is None or not binding.description:
            continue
        to_app = binding.action.startswith(_TO_APP)
        node, action = (app, binding.action.removeprefix(_TO_APP)) if to_app else (found, binding.action)
        sentence = binding.tooltip or binding.description
        new = Command(binding.id, binding.description, sentence, (), group_of(binding), action, node)
        known = commands.get((node, action), new)
        commands[node, action] = known._replace(keys=(*known.keys, key_shown(app, binding)))
    return sorted(commands.values(), key=lambda command: GROUPS.index(command.group))


def group_of(binding: Binding) -> str:
    """What a key is for, by its id (`undo`) or the last part of it (`board.cursor_up`)."""
    return _GROUP_OF.get((binding.id or "").rpartition(".")[2], GROUPS[0])
