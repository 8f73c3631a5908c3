"""What sentences call the keys, so that "u takes it back" names the key that takes it back now.

The keys stand here a second time, because no screen may load all the others to write a sentence; a test holds this
table to the bindings themselves.
"""

from collections.abc import Callable, Mapping
from typing import Final

KeyOf = Callable[[str], str]
"""What the key of a binding is called now, by the binding's id."""

NAMED: Final[Mapping[str, str]] = {
    "add": "a",
    "board.move_right": "L",
    "delete": "delete",
    "demo": "D",
    "dialog.cancel": "escape",
    "detail.section": "tab",
    "draft": "d",
    "draft.copy": "f5",
    "draft.file": "w",
    "draft.save": "ctrl+s",
    "draft.sent": "f8",
    "draft.template": "f2",
    "draft.side": "f10",
    "draft.versions": "f12",
    "edit": "e",
    "import": "i",
    "keys": "f1",
    "interview": "I",
    "interview.point": "+",
    "interview.promise": "p",
    "log": "t",
    "materials.add": "n",
    "move": "m",
    "people.add": "n",
    "people.keep": "K",
    "people.mark": "m",
    "people.merge": "M",
    "people.show_all": "escape",
    "redo": "ctrl+r",
    "settings": ",",
    "tag": "#",
    "today.after": "h",
    "today.open": "enter",
    "undo": "u",
    "why": "w",
}
"""The bindings that sentences name, each with the key that it has unless the user says otherwise."""


def key_now(name: str, keys: Mapping[str, str]) -> str:
    """The key of a binding as a person writes it; `keys` are the user's own (`[keys]`)."""
    own = keys.get(name)
    if own is None:
        return NAMED[name]
    from followup_tui.tui.keymap import read_keys, written

    return written(read_keys(own)[0])
