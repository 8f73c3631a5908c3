"""The bindings of a class as they stand in its source, whatever keys the user has given them since."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from textual.app import App
from textual.binding import ActiveBinding, Binding
from textual.dom import DOMNode


class Declared(NamedTuple):
    """A binding for one key, and the class that declares it."""

    binding: Binding
    owner: type[DOMNode]


@cache
def declared(owner: type[DOMNode]) -> tuple[Declared, ...]:
    """The bindings of a class and those that it inherits, where it does not bind the key itself: one for each key."""
    by_key: dict[str, list[Declared]] = {}
    for base in reversed(owner.__mro__):
        if vars(base).get("OWN_BINDINGS_ONLY"):
            by_key.clear()
        if issubclass(base, DOMNode):
            own: dict[str, list[Declared]] = {}
            for binding in Binding.make_bindings(vars(base).get("BINDINGS", ())):
                own.setdefault(binding.key, []).append(Declared(binding, base))
            for key, bindings in own.items():
                by_key.pop(key, None)
                by_key[key] = bindings
    return tuple(each for bindings in by_key.values() for each in bindings)


@cache
def declared_order(owner: type[DOMNode]) -> dict[str, int]:
    """Where the binding of an id stands among them: a footer keeps that order when keys are bound anew."""
    places: dict[str, int] = {}
    for place, each in enumerate(declared(owner)):
        places.setdefault(each.binding.id or "", place)
    return places


def in_declared_order(active: Iterable[ActiveBinding]) -> Iterator[tuple[DOMNode, Binding]]:
    """The bindings that can be used, each where its class declares it: Textual puts one with a new key at the end."""
    by_node: dict[DOMNode, list[Binding]] = {}
    for node, binding, enabled, _ in active:
        if enabled:
            by_node.setdefault(node, []).append(binding)
    for node, bindings in by_node.items():
        places = declared_order(type(node))
        for binding in sorted(bindings, key=lambda binding: places.get(binding.id or "", len(places))):
            yield node, binding


def key_shown(app: App[object], binding: Binding) -> str:
    """A binding's key as footer, palette and list of keys write it; enter with the sign that sentences use for it."""
    return app.get_key_display(binding).replace("⏎", "↵")
