"""The user's own keys (`[keys]`): every binding of the window by its id, and what may not be bound to what.

Textual lets an unknown id pass and drops a binding whose key is given to another one, both silently; so all is checked
here before it is asked to. Classes are found by looking through the window's packages, never listed: a new screen is
part of it by being there.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from importlib import import_module
from inspect import isclass
from itertools import product
from pkgutil import iter_modules
from string import punctuation
from typing import Any, Final, NamedTuple

from textual.app import App
from textual.binding import Binding
from textual.dom import DOMNode
from textual.keys import Keys
from textual.screen import ModalScreen, Screen
from textual.widget import Widget
from textual.widgets import Input, TextArea

from followup_tui.domain.settings import SettingError
from followup_tui.tui.widgets.declared import declared

_PACKAGES: Final = ("followup_tui.tui.screens", "followup_tui.tui.dialogs")
_OURS: Final = "followup_tui."
RESERVED: Final = ("ctrl+q", "ctrl+c", "ctrl+p")
"""Keys that lead out of every trouble, and to everything: nothing else may take them."""

_MODIFIERS: Final = frozenset({"ctrl", "shift", "alt", "super", "meta", "hyper"})
_SAME_TO_A_TERMINAL: Final = {"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+left_square_bracket": "escape"}


class Bound(NamedTuple):
    """A binding as a class declares it. Textual's own have no id and cannot be bound anew."""

    id: str
    keys: tuple[str, ...]
    description: str
    sentence: str
    is_priority: bool
    owner: type[DOMNode]


class Place(NamedTuple):
    """A screen or dialog with all that can hear a key there: the app, the screen, its widgets."""

    name: str
    bindings: tuple[Bound, ...]
    is_typed_in: bool
    """Whether a field has the focus all the time, so that letters are typed."""


# Keys


def read_keys(text: str) -> tuple[str, ...]:
    """The keys that a setting like `"j,down"` names, as Textual calls them. Raises ValueError with the reason."""
    return tuple(dict.fromkeys(_read_key(part.strip()) for part in _parts(text)))


def _parts(text: str) -> list[str]:
    return ["comma"] if text.strip() == "," else text.split(",")


def _read_key(text: str) -> str:
    if text.endswith("+"):
        text = text[:-1] + "plus"
    *modifiers, key = text.split("+")
    if len(key) == 1:
        key = _named(key.lower() if "ctrl" in modifiers else key)
        if modifiers == ["shift"] and key.isalpha():
            modifiers, key = [], key.upper()
    if not key or not _MODIFIERS.issuperset(modifiers) or (len(key) > 1 and key not in _KEY_NAMES):
        near = get_close_matches(text.lower(), _KEY_NAMES, 1)
        raise ValueError(f"{text!r} is no key{f'; did you mean {near[0]}?' if near else ''}")
    read = "+".join([*modifiers, key])
    if read in _SAME_TO_A_TERMINAL:
        raise ValueError(f"{read} is the same as {_SAME_TO_A_TERMINAL[read]} to a terminal; take another key")
    return read


def _named(character: str) -> str:
    """What Textual calls the key of a character: `question_mark`."""
    return next(iter(Binding.make_bindings([Binding(character, "")]))).key if character != "," else "comma"


_PUNCTUATION: Final = {_named(character): character for character in punctuation}
_KEY_NAMES: Final = frozenset({key.value for key in Keys if "+" not in key.value} | _PUNCTUATION.keys())


def _is_typed(key: str) -> bool:
    """Whether a key puts a character into a field."""
    return key == "space" or len(key) == 1 or key in _PUNCTUATION


def written(key: str) -> str:
    """A key as a person writes it: `?`, `ctrl+n`."""
    return _PUNCTUATION.get(key, key)


# What is bound


class KeyTable:
    """Every binding of the window, and the places where they meet."""

    def __init__(self, app: type[App[Any]]) -> None:
        """The bindings of an app, and of all screens and dialogs there are."""
        # What others are made of comes last, so that a clash is told of a place that one knows.
        screens = sorted(all_screens(), key=lambda screen: bool(screen.__subclasses__()))
        self.places = tuple(_place(screen, app) for screen in screens)
        self.by_id: dict[str, tuple[Bound, ...]] = {}
        found = dict.fromkeys([*_bindings(app), *(bound for place in self.places for bound in place.bindings)])
        for bound in found:
            if bound.id:
                self.by_id[bound.id] = (*self.by_id.get(bound.id, ()), bound)
        self._living_together = self._pairs()

    def keys_of(self, name: str) -> tuple[str, ...]:
        """The keys that a binding has unless the user says otherwise."""
        return tuple(dict.fromkeys(key for bound in self.by_id[name] for key in bound.keys))

    def check(self, keys: Mapping[str, str]) -> None:
        """Raises SettingError, naming the setting, for an id or a key that is unknown, and for two that clash."""
        read: dict[str, tuple[str, ...]] = {}
        for name, text in keys.items():
            if name not in self.by_id:
                near = get_close_matches(name, self.by_id, 3, 0.5)
                raise _refused(name, f"is no binding{f'; did you mean {_listed(near)}?' if near else ''}")
            try:
                read[name] = read_keys(text)
            except ValueError as error:
                raise _refused(name, str(error)) from error
        for name in keys:
            self._check_keys(name, read)
        for place in self.places:
            self._check_place(place, read)

    def _check_keys(self, name: str, read: Mapping[str, tuple[str, ...]]) -> None:
        """What a key may not be, wherever it is pressed."""
        for key in read[name]:
            if key in RESERVED and key not in self.keys_of(name):
                raise _refused(name, f"{key} is reserved; take another key")
            if _is_typed(key) and any(bound.is_priority for bound in self.by_id[name]):
                raise _refused(name, f"{written(key)} could not be typed any more, because it works even in a field")

    def _check_place(self, place: Place, read: Mapping[str, tuple[str, ...]]) -> None:
        for bound in place.bindings:
            for key in read.get(bound.id, ()):
                is_new = key not in bound.keys
                if is_new and place.is_typed_in and _is_typed(key) and issubclass(bound.owner, Screen):
                    raise _refused(bound.id, f"{written(key)} is typed into the fields of {place.name}; take another")
                for other in place.bindings:
                    if key in read.get(other.id, other.keys) and not self._may_share(bound, other):
                        raise _clash(bound, other, key, place, read)

    def _may_share(self, one: Bound, other: Bound) -> bool:
        """The same, or two that share a key from the start: they mean the same, or never listen at the same time."""
        return one.id == other.id or (_name(one), _name(other)) in self._living_together

    def _pairs(self) -> frozenset[tuple[str, str]]:
        pairs: set[tuple[str, str]] = set()
        for place in self.places:
            by_key: dict[str, set[str]] = {}
            for bound in place.bindings:
                for key in bound.keys:
                    by_key.setdefault(key, set()).add(_name(bound))
            for names in by_key.values():
                pairs.update(product(names, names))
        return frozenset(pairs)


def keymap(keys: Mapping[str, str]) -> dict[str, str]:
    """Checked keys as `App.set_keymap` takes them."""
    return {name: ",".join(read_keys(text)) for name, text in keys.items()}


def key_of(name: str, default: str, keys: Mapping[str, str]) -> str:
    """The key of a binding as a person writes it, the first if there are several."""
    return written(read_keys(keys.get(name, default))[0])


def _refused(name: str, reason: str) -> SettingError:
    return SettingError(f"keys.{name}", reason)


def _clash(one: Bound, other: Bound, key: str, place: Place, read: Mapping[str, tuple[str, ...]]) -> SettingError:
    """Of two that the user has set, the later one is told."""
    names = list(read)
    if other.id in read and names.index(other.id) > names.index(one.id):
        one, other = other, one
    whose = f"{other.id} ({other.description or other.sentence})" if other.id else f'"{other.description}"'
    reason = f"{written(key)} is the key of {whose} already ({place.name}); take another key, or move that one"
    return _refused(one.id, reason)


def _listed(names: Sequence[str]) -> str:
    return " or ".join([*([", ".join(names[:-1])] if names[1:] else []), names[-1]])


def _name(bound: Bound) -> str:
    return bound.id or bound.description or bound.sentence


# The classes


def all_screens() -> Iterator[type[Screen[Any]]]:
    """The screens and dialogs of the window, each once; all of them are loaded before the first one is told."""
    packages = list(map(import_module, _PACKAGES))
    names = [found.name for package in packages for found in iter_modules(package.__path__, f"{package.__name__}.")]
    for module in list(map(import_module, names)):
        for each in vars(module).values():
            if isclass(each) and issubclass(each, Screen) and each.__module__ == module.__name__:
                yield each


def _place(screen: type[Screen[Any]], app: type[App[Any]]) -> Place:
    """What hears keys on a screen. Below a dialog's, of the app's keys only those are heard that go before all."""
    modal = issubclass(screen, ModalScreen)
    own, widgets = list(_bindings(screen)), list(_widgets(screen))
    # A place of the header is where lists are walked through; there, fields come and go.
    typed_in = not hasattr(screen, "PLACE") and any(issubclass(widget, Input | TextArea) for widget in widgets)
    for widget in widgets:
        own += [
            bound for bound in _bindings(widget) if bound.id or typed_in or not issubclass(widget, Input | TextArea)
        ]
    own += [bound for bound in _bindings(app) if bound.is_priority or not modal]
    return Place(place_words(screen), tuple(dict.fromkeys(own)), typed_in)


def place_words(owner: type[DOMNode]) -> str:
    """A class as a person calls what it shows: `BoardScreen` is the board."""
    name = owner.__name__.removesuffix("Screen") or owner.__name__
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower()


def _widgets(screen: type[Screen[Any]]) -> Iterator[type[Widget]]:
    """What may stand on a screen: a class can make only widgets that its module, or theirs, knows of.

    What a screen loads only when it is needed, it names in `LOADED_LATER`.
    """
    seen: set[type] = set()
    modules = [base.__module__ for base in screen.__mro__]
    modules += [name for base in screen.__mro__ for name in vars(base).get("LOADED_LATER", ())]
    while modules:
        module = modules.pop()
        if not module.startswith(_OURS):
            continue
        for each in vars(import_module(module)).values():
            if isclass(each) and issubclass(each, Widget) and not issubclass(each, Screen) and each not in seen:
                seen.add(each)
                modules += [base.__module__ for base in each.__mro__]
                yield each


def _bindings(owner: type[DOMNode]) -> Iterator[Bound]:
    """The bindings of a class with those that it inherits, each with all its keys."""
    merged: dict[tuple[str, str, type[DOMNode]], Bound] = {}
    for binding, base in declared(owner):
        name = (binding.id or "", binding.action, base)
        known = merged.get(name)
        merged[name] = (
            known._replace(keys=(*known.keys, binding.key))
            if known
            else Bound(binding.id or "", (binding.key,), *_words(binding), binding.priority, base)
        )
    yield from merged.values()


def _words(binding: Binding) -> tuple[str, str]:
    return binding.description, binding.tooltip or binding.description or binding.action
