"""`,`: everything that can be set, section by section. A change is in the file at once, and holds at once."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar
from zoneinfo import available_timezones

from textual import on, work
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from followup_tui.config import Config
from followup_tui.desk import settings as desk_settings
from followup_tui.desk.settings import Settings, Value, Where
from followup_tui.domain.errors import FollowupError
from followup_tui.domain.schema import STAGES
from followup_tui.domain.settings import SettingError
from followup_tui.domain.text import visible
from followup_tui.tui.dialogs.base import Dialog
from followup_tui.tui.dialogs.choose import Choice, Choose
from followup_tui.tui.dialogs.pick_theme import PickTheme
from followup_tui.tui.dialogs.press_key import PressKey
from followup_tui.tui.dialogs.setting_editors import AskMeant, AskText
from followup_tui.tui.dialogs.settings_rows import SECTIONS, Setting, SettingRows, meaning_of, moved
from followup_tui.tui.keymap import KeyTable
from followup_tui.tui.services import Services
from followup_tui.tui.themes import DEFAULT, NAMES, check_theme
from followup_tui.tui.widgets.pick import Alternative, Pick
from followup_tui.tui.widgets.safe import notify, shown
from followup_tui.tui.widgets.table import Cell, Row, Table, TableColumn

_COLUMNS = (
    TableColumn("name", "Setting", 30, share=3),
    # As wide as the hours of a day in two parts.
    TableColumn("value", "Now", 24, share=3),
    TableColumn("note", "", 14, share=2, rank=1),
)


@dataclass
class SettingsChanged(Message):
    """Other settings hold from now on. The app looks and listens by them."""

    config: Config


class SettingsDialog(Dialog[None]):
    """The sections above, their settings below, and what the one at the cursor means."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter", "change", "Change", tooltip="Change the setting at the cursor", id="settings.change", priority=True
        ),
        Binding("plus", "add_key", "Add a key", tooltip="Another key for the same", id="settings.add_key"),
        Binding("J,shift+down", "shift(1)", "Move down", tooltip="Move the stage on the board", id="settings.later"),
        Binding("K,shift+up", "shift(-1)", "Move up", tooltip="Move the stage back", id="settings.earlier", show=False),
        Binding("delete,backspace", "reset", "Default", tooltip="Go back to the default", id="settings.reset"),
        Binding("right,l,tab", "section(1)", "Section", tooltip="To the next section", id="settings.next"),
        Binding(
            "left,h,shift+tab",
            "section(-1)",
            "Section before",
            tooltip="To the section before",
            id="settings.previous",
            show=False,
        ),
    ]

    DEFAULT_CSS = """
    SettingsDialog {
        & > .dialog--box { width: 100; height: 100%; max-height: 40; }
        & Pick { color: $foreground; margin-bottom: 1; }
        & Table { height: 1fr; background: $surface; }
        & #meaning { height: 2; color: $text-muted; margin-top: 1; }
    }
    """

    def __init__(self, services: Services, keys: KeyTable) -> None:
        """The settings of `services`; `keys` are all bindings there are."""
        super().__init__("Settings")
        self._services = services
        self._keys = keys
        self._rows_of = SettingRows(services.times(), keys)
        self._settings = Settings(services.config, {})
        self._rows: list[Setting] = []
        # Where the cursor was in each section.
        self._places: dict[str, int] = {}
        self._shown_section = SECTIONS[0]

    def compose_question(self) -> list[Widget]:
        """The sections, the rows, the meaning."""
        sections = Pick([Alternative(name, name) for name in SECTIONS], SECTIONS[0], id="sections")
        sections.can_focus = False
        return [sections, Table(_COLUMNS, id="settings"), Static(id="meaning")]

    async def on_mount(self) -> None:
        """Read the file, which an editor may have changed since."""
        self.query_one(Table).focus()
        try:
            settings = await self._services.desk.ask(desk_settings.read, self._services.settings, self._check)
        except FollowupError as error:
            notify(self, f"{error} Until then nothing can be changed here.", severity="error", timeout=10)
            self.dismiss(None)
            return
        self._take(settings)

    def _check(self, config: Config) -> None:
        """What only the window knows. Raises SettingError."""
        check_theme(config.theme)
        self._keys.check(config.keys)

    # What is shown

    @property
    def _section(self) -> str:
        return self.query_one(Pick).value

    @property
    def _here(self) -> Setting | None:
        cursor = self.query_one(Table).cursor
        return self._rows[cursor] if cursor is not None and cursor < len(self._rows) else None

    def _take(self, settings: Settings) -> None:
        """Show other settings, and let the app go by them."""
        self._settings = settings
        self._show()
        self.post_message(SettingsChanged(settings.config))

    def _show(self) -> None:
        self._shown_section = self._section
        self._rows = self._rows_of.of(self._section, self._settings)
        self.query_one(Table).set_rows([row.id for row in self._rows], self._row)
        self._say_meaning()

    def _row(self, index: int) -> Row:
        setting = self._rows[index]
        value = Cell(visible(setting.value) or "—", "" if setting.is_set else "muted")
        return Row((Cell(visible(setting.name)), value, Cell(visible(setting.note), "muted")), marked=setting.is_set)

    @on(Table.RowHighlighted)
    def _say_meaning(self) -> None:
        setting = self._here
        self.query_one("#meaning", Static).update(shown(setting.meaning if setting else ""))
        self.refresh_bindings()

    @on(Pick.Changed)
    def _show_section(self) -> None:
        """Show the section that was chosen, if it is not shown yet."""
        if self._shown_section != self._section:
            self._show()
            self.query_one(Table).go_to(self._places.get(self._section, 0))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What a section does not know cannot be pressed there."""
        if not self.is_mounted or self._here is None:
            return action not in ("change", "add_key", "shift", "reset")
        if action == "add_key":
            return self._here.editor == "key"
        if action == "shift":
            return self._section == "Stages"
        if action == "reset":
            return self._rows_of.what_to_reset(self._here, self._settings) is not None
        return super().check_action(action, parameters)

    # Keys

    def action_section(self, step: int) -> None:
        """To another section; the cursor will be where it was when one comes back."""
        self._places[self._section] = self.query_one(Table).cursor or 0
        self.query_one(Pick).action_step(step)
        # Not when the news of it arrives: a key that was pressed right after is for the new section.
        self._show_section()

    def action_change(self) -> None:
        """Change the setting at the cursor."""
        self.query_one(Table).action_select()

    @on(Table.RowSelected)
    @work
    async def _change(self) -> None:
        """Ask for another value, in the way that suits the setting."""
        setting = self._here
        if setting is None:
            return
        if setting.editor == "key":
            await self._press_key(setting, ())
        elif setting.editor == "theme":
            name = await self.app.push_screen_wait(PickTheme(NAMES))
            if name is not None:
                await self._store({setting.where: None if name == DEFAULT and not setting.is_set else name})
        elif setting.editor == "order":
            await self._choose_order(setting)
        else:
            await self._type(setting)

    async def _type(self, setting: Setting) -> None:
        question: Dialog[str]
        if setting.editor == "text":
            question = AskText(setting.name, setting.meaning, setting.typed)
        else:
            zones = await asyncio.to_thread(available_timezones) if setting.where == ("timezone",) else ()
            question = AskMeant(
                setting.name,
                setting.meaning,
                setting.typed,
                lambda text: meaning_of(setting, text, self._settings),
                known=sorted(zones),
            )
        text = await self.app.push_screen_wait(question)
        if text is not None and text != setting.typed:
            await self._store({setting.where: setting.read(text)})

    async def _choose_order(self, setting: Setting) -> None:
        choices = [
            Choice("d", "Day first", "3/4 is 3 April", "dmy"),
            Choice("m", "Month first", "3/4 is 4 March", "mdy"),
            Choice("n", "Not set", "3/4 is not understood", ""),
        ]
        order = await self.app.push_screen_wait(Choose(setting.name, choices, setting.meaning))
        if order is not None:
            await self._store({setting.where: order or None})

    @work
    async def action_add_key(self) -> None:
        """Press another key for the same."""
        setting = self._here
        if setting is not None and setting.editor == "key":
            await self._press_key(setting, tuple(setting.typed.split(",")))

    async def _press_key(self, setting: Setting, others: tuple[str, ...]) -> None:
        """Wait for a key, which is taken with `others` if nothing speaks against it."""
        name = setting.where[-1]

        def problem(key: str) -> str:
            try:
                self._keys.check({**self._settings.config.keys, name: ",".join((*others, key))})
            except SettingError as error:
                return f"{error.reason}."
            return ""

        now = f"Now: {setting.value}. {'The key is one more.' if others else 'The key takes its place.'}"
        key = await self.app.push_screen_wait(PressKey(setting.name, now, problem))
        if key is not None:
            await self._store({setting.where: ",".join((*others, key))})

    @work
    async def action_shift(self, step: int) -> None:
        """Move the stage on the board."""
        setting = self._here
        if setting is not None and self._section == "Stages":
            order = moved(self._settings.config.stages.order, setting.where[-1], step)
            if await self._store({("stages", "order"): None if tuple(order) == STAGES else order}):
                self.query_one(Table).go_to(order.index(setting.where[-1]))

    @work
    async def action_reset(self) -> None:
        """Go back to the default."""
        setting = self._here
        where = self._rows_of.what_to_reset(setting, self._settings) if setting is not None else None
        if where is not None:
            await self._store({where: None})

    # Changing

    async def _store(self, changes: Mapping[Where, Value]) -> bool:
        """Write the change and show it; whether it could be made."""
        try:
            file = self._services.settings
            settings = await self._services.desk.ask(desk_settings.change, file, changes, self._check)
        except FollowupError as error:
            notify(self, f"{error}".rstrip(".") + ".", severity="error")
            return False
        self._take(settings)
        if ("timezone",) in changes:
            notify(self, "The new time zone applies from the next start.")
        return True
