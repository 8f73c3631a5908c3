"""What a calendar was told last of an appointment."""

from typing import NamedTuple


class Told(NamedTuple):
    """`digest` is of what was said of it, `sequence` the number it was said under, `stamp` since when it is so."""

    digest: str
    sequence: int
    stamp: str
