"""The earlier versions of a letter, each with what has changed since."""

from datetime import datetime
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from followup_tui.desk.versions import compared, versions
from followup_tui.domain.facts import instant
from followup_tui.domain.phrases import full_words
from followup_tui.domain.records import Draft, Revision
from followup_tui.tui.dialogs.base import Dialog, explained
from followup_tui.tui.widgets.safe import shown

_STYLES = {" ": "$text-muted", "-": "$text-error", "+": "$text-success"}


class Versions(Dialog[Revision]):
    """A list of versions, the newest first, over what the letter has lost and gained since the one at the cursor."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", "Go back to it", tooltip="Put this version in the letter's place", id="versions.take"),
        Binding("j", "step(1)", "Down", show=False, tooltip="To the version before", id="versions.down"),
        Binding("k", "step(-1)", "Up", show=False, tooltip="To the version after", id="versions.up"),
        # These two go before all, since the list would take them for itself.
        Binding("pagedown", "page(1)", "Read on", tooltip="A page down", id="versions.page_down", priority=True),
        Binding("pageup", "page(-1)", "Back", show=False, tooltip="A page up", id="versions.page_up", priority=True),
        Binding("space", "page(1)", "Read on", show=False, tooltip="Further down the text", id="versions.further"),
    ]

    DEFAULT_CSS = """
    Versions {
        & > .dialog--box { width: 90; height: 90%; }
        & OptionList { height: auto; max-height: 30%; background: $surface; }
        & VerticalScroll { height: 1fr; margin-top: 1; }
        & VerticalScroll > Static { width: 1fr; height: auto; }
    }
    """

    def __init__(self, draft: Draft, now: datetime, save_key: str) -> None:
        """The versions of `draft` that differ from it, as of `now` in the user's zone; `save_key` keeps another."""
        super().__init__("Earlier versions")
        self._draft = draft
        self._now = now
        self._save_key = save_key
        self._versions = versions(draft)

    def compose_question(self) -> list[Widget]:
        """The versions, and beneath what has changed since the one at the cursor."""
        if not self._versions:
            return [explained(f"There is no other version yet. {self._save_key} keeps one, and so does copying.")]
        options = (Option(self._line(version)) for version in self._versions)
        return [OptionList(*options, markup=False), VerticalScroll(Static(), can_focus=False)]

    def _line(self, version: Revision) -> Content:
        at = full_words(instant(version.at).astimezone(self._now.tzinfo), self._now)
        words = len(version.body.split())
        return Content.assemble(shown(at), (f"  {words} words", "$text-muted"))

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show what has changed since."""
        lines = compared(self._versions[event.option_index], self._draft)
        text = Content("\n").join([shown(f"{line.sign} {line.text}", style=_STYLES[line.sign]) for line in lines])
        self.query_one(VerticalScroll).query_one(Static).update(text)
        self.query_one(VerticalScroll).scroll_home(animate=False)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter or a click."""
        event.stop()
        self.dismiss(self._versions[event.option_index])

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Without versions there is only the way back."""
        if action in ("take", "step", "page"):
            return bool(self._versions)
        return super().check_action(action, parameters)

    def action_take(self) -> None:
        """Go back to the version at the cursor."""
        self.query_one(OptionList).action_select()

    def action_step(self, step: int) -> None:
        """To the version before or after."""
        options = self.query_one(OptionList)
        if step > 0:
            options.action_cursor_down()
        else:
            options.action_cursor_up()

    def action_page(self, step: int) -> None:
        """Scroll the text."""
        pane = self.query_one(VerticalScroll)
        if step > 0:
            pane.scroll_page_down(animate=False)
        else:
            pane.scroll_page_up(animate=False)
