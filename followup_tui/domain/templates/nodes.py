"""What a template is made of once it is read."""

from typing import NamedTuple

from followup_tui.domain.templates.fields import Shape
from followup_tui.domain.templates.filters import Argument, Filter


class Text(NamedTuple):
    """Words of the template itself."""

    text: str


class Apply(NamedTuple):
    """`| filter argument`."""

    filter: Filter
    argument: Argument


class OrField(NamedTuple):
    """`| or path`: another field where there is nothing yet."""

    path: str


class Slot(NamedTuple):
    """`{{ … }}`: a field, what is done to it, and what stands there when it is missing.

    `path` is None for a slot that is always filled by hand. `fallback` is a text; without one, `label` is left as a
    placeholder. An optional part vanishes with a `required` slot that finds nothing.
    """

    path: str | None
    steps: tuple[Apply | OrField, ...] = ()
    shape: Shape = Shape.TEXT
    fallback: str | None = None
    label: str = ""
    required: bool = False


class Part(NamedTuple):
    """`[[ … || … ]]`: the first alternative that lacks nothing, or nothing."""

    alternatives: "tuple[tuple[Node, ...], ...]"


Node = Text | Slot | Part
