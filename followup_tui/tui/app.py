"""The app: it switches between places, listens for changes of the book and of time, and ends without losing a word."""

import asyncio
import gc
import sys
from collections.abc import Sequence
from functools import cached_property
from importlib import import_module
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from rich.console import Console
from textual import events, on, work
from textual.binding import Binding, BindingType
from textual.driver import Driver

from followup_tui.desk.desk import Desk
from followup_tui.domain.errors import FollowupError
from followup_tui.tui.ending import heed_signals, save_all, save_and_end
from followup_tui.tui.screens.base import DeskScreen
from followup_tui.tui.screens.board import BoardScreen
from followup_tui.tui.screens.wanted import DeskChanged, DetailWanted, DraftWanted, Target
from followup_tui.tui.services import Services
from followup_tui.tui.size import is_too_small, repaint_soon
from followup_tui.tui.terminal import paste_safe
from followup_tui.tui.themes import DEFAULT, colours_of, ours, own_variables
from followup_tui.tui.type_ahead import TypeAhead
from followup_tui.tui.widgets.safe import notify

if TYPE_CHECKING:
    import signal

    from followup_tui.desk.clipboard import Clipboard
    from followup_tui.desk.finding import Finder
    from followup_tui.tui.dialogs.settings import SettingsChanged
    from followup_tui.tui.draft_keeper import DraftKeeper
    from followup_tui.tui.screens.people import PeopleScreen
    from followup_tui.tui.screens.today import TodayScreen
    from followup_tui.tui.widgets.fields import PasteWanted

# Another window's change is to be seen within a second; a look costs two `stat`s.
_LOOK_FOR_CHANGES_SECONDS = 0.8
# Loading more at once would hold up the thread that writes the first frame to the terminal.
_SETTLE_AFTER_SECONDS = 0.1
# The words of a date change by the minute; within one they are to be right again.
_LOOK_AT_CLOCK_SECONDS = 20
_SOON_NEEDED = (
    "followup_tui.tui.widgets.narrow",
    "followup_tui.desk.subjects",
    "followup_tui.tui.screens.detail",
    "followup_tui.tui.screens.draft",
    "followup_tui.tui.screens.today",
    "followup_tui.tui.dialogs.find",
    "followup_tui.tui.dialogs.quick_add",
    "followup_tui.tui.dialogs.opportunity_form",
)
"""Modules that are loaded while the user looks at the board, so that the first key finds them there."""

_THERE_ONCE = {"find": "Find", "keys": "KeysHelp"}
"""The dialogs that cannot be opened over themselves, by name: this is asked before they are loaded."""


def _notices(desk: Desk) -> tuple[str, ...]:
    return desk.book.notices


def _refreshed(desk: Desk) -> tuple[str, ...]:
    desk.refresh()
    return desk.book.notices


class FollowupApp(TypeAhead):
    """The window. Its result is a sentence to print after it is gone, if there is something to say."""

    TITLE = "followup"
    CSS_PATH = "app.tcss"
    ENABLE_COMMAND_PALETTE = False
    DEFAULT_MODE = "board"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "ctrl+p",
            "find",
            "Find",
            tooltip="Find an opportunity, a person, a draft or a command",
            show=False,
            priority=True,
            id="find",
        ),
        Binding("f1", "keys", "Keys", tooltip="The keys of this place", show=False, priority=True, id="keys"),
        Binding("ctrl+q", "quit", "Quit", tooltip="Leave; everything is saved", show=False, priority=True, id="quit"),
        Binding("1", "switch_mode('board')", "Board", tooltip="The pipeline", show=False, id="place.board"),
        Binding("2", "switch_mode('today')", "Today", tooltip="What the day asks for", show=False, id="place.today"),
        Binding("3", "switch_mode('people')", "People", tooltip="Everybody you know", show=False, id="place.people"),
        Binding(
            "comma",
            "settings",
            "Settings",
            tooltip="Theme, dates, stages, good hours, cadence, keys",
            show=False,
            id="settings",
        ),
    ]

    def __init__(self, services: Services, clipboard_folder: Path, *, fits_terminal: bool = False) -> None:
        """A window on the book that the desk of `services` has open.

        With `fits_terminal` our themes are taken in colours that the terminal has, else in all colours.
        """
        super().__init__()
        for theme in ours(colours_of(self.console.color_system)) if fits_terminal else ours():
            self.register_theme(theme)
        # Set without a word to the watchers: nothing is styled yet, and Textual would read the style sheets once more.
        self.set_reactive(FollowupApp.theme, services.config.theme or DEFAULT)
        self.stylesheet.set_variables(self.get_css_variables())
        # What Textual prints when it crashes shows the values of variables, and those hold the user's letters.
        self.crash_text = StringIO()
        self.error_console = Console(file=self.crash_text, width=120, color_system=None)
        self.services = services
        self.add_mode("today", self._make_today)
        self.add_mode("people", self._make_people)
        self._clipboard_folder = clipboard_folder
        self._was_sized = False
        self.wants_demo = False  # set when the user left to look at it
        self._finder: Finder | None = None
        self._keepers: list[DraftKeeper] = []
        self.told: set[str] = set()  # of what the book has to say of its files
        self._trouble = ""

    def get_default_screen(self) -> BoardScreen:
        """The board: as a mode like the others, Textual would read all style sheets a second time for it."""
        return BoardScreen(self.services)

    def get_driver_class(self) -> type[Driver]:
        """Textual's driver, made safe for what is pasted."""
        return paste_safe(super().get_driver_class())

    async def on_mount(self) -> None:
        """Begin to listen: to the desk, to other processes, to the clock, to the system."""
        self.add_mode("board", self.get_default_screen)  # there already; so that one can come back to it
        if self.services.config.keys:
            from followup_tui.tui.keymap import keymap

            self.set_keymap(keymap(self.services.config.keys))
        await self.services.desk.ask(Desk.subscribe, self._hear)
        self.set_interval(_LOOK_FOR_CHANGES_SECONDS, self._look_for_changes)
        self.set_interval(_LOOK_AT_CLOCK_SECONDS, self._tell_screens)
        heed_signals(self._end)
        self.set_timer(_SETTLE_AFTER_SECONDS, self._settle_in)

    def on_resize(self, event: events.Resize) -> None:
        """Say so when the terminal is too small, and go on when it is not."""
        if is_too_small(event.size) or len(self.screen_stack) > 1:
            from followup_tui.tui.dialogs.too_small import mind_size

            mind_size(self, event.size)
        if self._was_sized:
            repaint_soon(self)
        self._was_sized = True

    def on_demo_wanted(self) -> None:
        """Leave, so that a made-up book is opened in the place of the empty one."""
        self.wants_demo = True
        self.exit()

    # Settings

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """What our style sheets need that Textual's themes do not give."""
        return own_variables(self.current_theme)

    @work(exclusive=True, group="settings")
    async def action_settings(self) -> None:
        """Show everything that can be set."""
        from followup_tui.tui.dialogs.settings import SettingsDialog
        from followup_tui.tui.keymap import KeyTable

        # To know all bindings, all screens and dialogs are loaded: too much for a frame, the first time.
        keys = await asyncio.to_thread(KeyTable, type(self))
        self.push_screen(SettingsDialog(self.services, keys))

    def on_settings_changed(self, event: "SettingsChanged") -> None:
        """Look and listen by other settings from now on."""
        from followup_tui.tui.keymap import keymap

        config = self.services.config = event.config
        self.theme = config.theme or DEFAULT
        self.set_keymap(keymap(config.keys))

    def _make_today(self) -> "TodayScreen":
        from followup_tui.tui.screens.today import TodayScreen

        return TodayScreen(self.services)

    def _make_people(self) -> "PeopleScreen":
        from followup_tui.tui.screens.people import PeopleScreen

        return PeopleScreen(self.services)

    @work(group="settle")
    async def _settle_in(self) -> None:
        """What can wait until the board is seen."""
        try:
            await self.services.desk.ask(Desk.enter)
        except FollowupError as error:
            notify(self, str(error), severity="error")
        self._tell_notices(await self.services.desk.ask(_notices))
        await asyncio.to_thread(lambda: [import_module(name) for name in _SOON_NEEDED])
        for screen in self.screen_stack:
            if isinstance(screen, BoardScreen):
                await screen.prepare_narrowing()
        # What is there now stays; the collector need not walk through a big book again and again.
        gc.freeze()
        gc.enable()

    # Changes

    def _hear(self, *_: object) -> None:
        """Called in the desk's thread after every change."""
        self.call_later(self._tell_screens)

    async def _look_for_changes(self) -> None:
        """Read in what other windows and commands wrote."""
        try:
            self._tell_notices(await self.services.desk.ask(_refreshed))
            self._trouble = ""
        except FollowupError as error:
            if str(error) != self._trouble:  # said once, not at every look
                self._trouble = str(error)
                notify(self, self._trouble, severity="error")

    def _tell_notices(self, notices: Sequence[str]) -> None:
        """Tell what the book has to say of its files, each once."""
        for notice in notices:
            if notice not in self.told:
                self.told.add(notice)
                notify(self, notice, severity="warning", timeout=10)

    def _tell_screens(self) -> None:
        for screen in self.screen_stack:
            if isinstance(screen, DeskScreen):
                screen.post_message(DeskChanged())

    # Places

    async def action_switch_mode(self, mode: str) -> None:
        """Go to a place itself, not to a detail that was opened there."""
        await super().action_switch_mode(mode)
        while isinstance(self.screen, DeskScreen) and self.screen.IS_OPENED:
            await self.pop_screen()

    @on(DetailWanted)
    def _open_detail(self, event: DetailWanted) -> None:
        from followup_tui.tui.screens.detail import DetailScreen

        self.push_screen(DetailScreen(self.services, opportunity_id=event.opportunity_id, contact_id=event.contact_id))

    @work
    async def action_find(self) -> None:
        """Find anything, and open or do it."""
        from followup_tui.desk.finding import Finder
        from followup_tui.tui.commands import Command, commands_while_typing
        from followup_tui.tui.dialogs.find import Find

        self._finder = self._finder or Finder()
        commands = commands_while_typing(self.screen, self, self.services.config.keys)
        chosen = await self.push_screen_wait(Find(self.services, self._finder, commands))
        if isinstance(chosen, Command):
            await self.run_action(chosen.action, chosen.node)
        elif chosen is not None and chosen.what == "draft":
            self.post_message(DraftWanted(Target(), draft_id=chosen.id))
        elif chosen is not None:
            is_contact = chosen.what == "contact"
            self.post_message(DetailWanted(None if is_contact else chosen.id, chosen.id if is_contact else None))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The palette and the keys are there once."""
        once = _THERE_ONCE.get(action)
        if once is not None:
            return not any(type(screen).__name__ == once for screen in self.screen_stack)
        return super().check_action(action, parameters)

    def action_keys(self) -> None:
        """Show the keys of whatever is in front."""
        from followup_tui.tui.dialogs.help import KeysHelp

        self.push_screen(KeysHelp(self.screen, self))

    @on(DraftWanted)
    @work
    async def _open_draft(self, event: DraftWanted) -> None:
        """Write at a draft, and say on the screen underneath what came of it."""
        from followup_tui.tui.draft_keeper import DraftKeeper
        from followup_tui.tui.screens.draft import DraftScreen, told
        from followup_tui.tui.screens.draft_opening import open_draft

        try:
            opened = await open_draft(self.services, event)
        except FollowupError as error:
            notify(self, str(error), severity="error")
            return
        keeper = DraftKeeper(
            self.services.desk, opened, session=f"draft:{opened.draft.id}:{self.services.clock.stamp()}"
        )
        self._keepers.append(keeper)
        try:
            sent = await self.push_screen_wait(DraftScreen(self.services, opened, keeper, self.copier))
        finally:
            if not keeper.unsaved:
                self._keepers.remove(keeper)
        if sent is not None:
            told(self.screen, sent, self.services)

    # Clipboard

    @cached_property
    def copier(self) -> "Clipboard":
        """The one way to the system's clipboard."""
        from followup_tui.desk.clipboard import Clipboard

        terminal = self._tell_terminal if sys.__stdout__ is not None and sys.__stdout__.isatty() else None
        return Clipboard(self._clipboard_folder, osc52=terminal)

    def copy_to_clipboard(self, text: str) -> None:
        """Every copy, of a selection too, takes the one truthful way."""
        self._copy(text)

    @work(exclusive=True, group="copy")
    async def _copy(self, text: str) -> None:
        outcome = await asyncio.to_thread(self.copier.copy, text)
        notify(self, outcome.sentence)

    def _tell_terminal(self, text: str) -> bool:
        """Send a text to the terminal's clipboard (OSC 52); whether it arrives cannot be known."""
        super().copy_to_clipboard(text)
        return True

    @work(exclusive=True, group="paste")
    async def on_paste_wanted(self, event: "PasteWanted") -> None:
        """Give a field what is on the system's clipboard."""
        text = await asyncio.to_thread(self.copier.paste)
        if text is None:
            notify(self, "The system clipboard cannot be read; paste with the terminal's own key.", severity="warning")
        else:
            event.field.paste(text)

    # The end

    def _end(self, number: "signal.Signals") -> None:
        self.exit(save_and_end(number, self._keepers))

    def save_all(self) -> str:
        """Put every draft that is being written on the disk; what could not be saved, in sentences, else nothing."""
        return save_all(self._keepers)
