"""What can be done about one finding of the review: a small list under the letter."""

from collections.abc import Iterator
from typing import ClassVar, NamedTuple

from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import OptionList

from followup_tui.domain.review import Finding
from followup_tui.tui.dialogs.base import explained
from followup_tui.tui.dialogs.choose import Choice, Choose


class NextFinding(NamedTuple):
    """Leave it; show the next one."""


class Replace(NamedTuple):
    """Put a suggestion in its place."""

    text: str


class AddWord(NamedTuple):
    """It is a word: keep it among the user's own."""

    word: str


class Ignore(NamedTuple):
    """It is right as it stands here."""


Answer = NextFinding | Replace | AddWord | Ignore


class FindingMenu(Choose[Answer]):
    """One finding, with what can be done about it. Escape goes back to the letter."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f4", "next_finding", "Next", tooltip="To the next finding", id="finding.next"),
    ]

    DEFAULT_CSS = """
    FindingMenu {
        align: center bottom;
        background: transparent;
        & > .dialog--box { margin-bottom: 1; }
        & OptionList { max-height: 6; }
    }
    """

    def __init__(self, finding: Finding, quoted: str, place: str) -> None:
        """A list for `finding`, which is about the text `quoted`, and is at `place` among all."""
        super().__init__(f"{finding.check.replace('_', ' ').capitalize()}  {place}", list(_choices(finding, quoted)))
        self._message = finding.message

    def compose_question(self) -> list[Widget]:
        """What is wrong, and the choices."""
        return [explained(self._message), *super().compose_question()]

    def on_mount(self) -> None:
        """The list is what is used."""
        self.query_one(OptionList).focus()

    def action_next_finding(self) -> None:
        """To the next finding."""
        self.dismiss(NextFinding())


def _choices(finding: Finding, quoted: str) -> Iterator[Choice[Answer]]:
    for number, text in enumerate(finding.suggestions, 1):
        yield Choice(str(number), text, "put it there", Replace(text))
    if finding.check == "typo" and quoted and len(quoted.split()) == 1:
        yield Choice("a", "Add to my words", f"“{quoted}” is right everywhere", AddWord(quoted))
    yield Choice("i", "Ignore here", "it is right as it stands", Ignore())
    yield Choice("n", "Next", "leave it for now", NextFinding())
