"""The tags of a record, in one line."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from followup_tui.domain.text import fold
from followup_tui.domain.typed_lists import read_tags, write_tags
from followup_tui.tui.dialogs.base import Dialog
from followup_tui.tui.widgets.complete import LastPiece
from followup_tui.tui.widgets.meant import Meaning, MeantField


def tag_field(tags: Sequence[str], known: Sequence[str], *, id: str | None = None) -> MeantField:  # noqa: A002 - Textual's own word
    """A line of tags that says how they are understood and completes those that are `known`."""

    async def complete(begun: str) -> str | None:
        wanted = fold(begun.lstrip("#"))
        return next((begun[: begun.startswith("#")] + tag for tag in known if fold(tag).startswith(wanted)), None)

    return MeantField(
        write_tags(tags),
        lambda text: Meaning(" ".join(f"#{tag}" for tag in read_tags(text))),
        placeholder='remote "big firm"',
        suggester=LastPiece(complete, " ,;"),
        id=id,
    )


class Tags(Dialog[tuple[str, ...]]):
    """The tags to change in one line; the answer is all that there are to be."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "accept", "Done", tooltip="Take the tags as they stand", id="tags.accept", priority=True),
    ]

    DEFAULT_CSS = """
    Tags {
        & MeantField { layout: vertical; }
        & SafeInput, & SafeInput:focus { width: 1fr; height: 1; border: none; padding: 0; background: $panel; }
    }
    """

    def __init__(self, title: str, tags: Sequence[str], known: Sequence[str]) -> None:
        """A dialog that begins with `tags`; `known` are those of the whole book, for completing."""
        super().__init__(title)
        self._tags = tags
        self._known = known

    def compose_question(self) -> list[Widget]:
        """The line."""
        return [tag_field(self._tags, self._known)]

    def action_accept(self) -> None:
        """Take the tags as they stand."""
        self.dismiss(read_tags(self.query_one(MeantField).text))
