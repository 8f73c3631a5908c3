"""What is asked before several people are changed at once."""

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from textual.binding import Binding, BindingType
from textual.widget import Widget

from followup_tui.domain.typed_lists import read_tags
from followup_tui.tui.dialogs.base import Dialog, explained
from followup_tui.tui.widgets.fields import SafeInput


class Tags(NamedTuple):
    """Tags to give, and tags to take away."""

    add: tuple[str, ...]
    remove: tuple[str, ...]


def read_marked_tags(text: str) -> Tags:
    """`remote -old`: what has a minus before it is taken away."""
    tags = read_tags(text)
    return Tags(
        tuple(tag for tag in tags if not tag.startswith("-")),
        tuple(tag[1:].removeprefix("#") for tag in tags if tag.startswith("-") and tag.strip("-")),
    )


class TagMarked(Dialog[Tags]):
    """A line of tags for several people, those they have in view."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "accept", "Tag", tooltip="Give and take these tags", id="marked.tag", priority=True),
    ]

    def __init__(self, title: str, known: Sequence[str]) -> None:
        """A dialog that shows the tags that are `known` of these people."""
        super().__init__(title)
        self._known = known

    def compose_question(self) -> list[Widget]:
        """What they have, and the line."""
        have = " ".join(f"#{tag}" for tag in self._known) or "no tags yet"
        return [
            explained(f"Now: {have}"),
            SafeInput(
                placeholder="remote referral -old   (a minus takes one away)", compact=True, classes="dialog--line"
            ),
        ]

    def action_accept(self) -> None:
        """Take the tags typed, if there are any."""
        tags = read_marked_tags(self.query_one(SafeInput).value)
        if tags.add or tags.remove:
            self.dismiss(tags)
        else:
            self.app.bell()
