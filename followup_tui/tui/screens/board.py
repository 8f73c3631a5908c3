"""The pipeline as a board: who is overdue, who is next, and where everything stands."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message

from followup_tui.desk import board_view
from followup_tui.desk.board_view import Item, Order, Shown
from followup_tui.desk.standing import Standing
from followup_tui.domain.records import Opportunity, Stage
from followup_tui.tui.screens import stage_acts
from followup_tui.tui.screens.base import DeskScreen
from followup_tui.tui.screens.cards import Arrangement, Cards
from followup_tui.tui.screens.narrowing import Narrowing
from followup_tui.tui.screens.wanted import DetailWanted, Target
from followup_tui.tui.services import Services
from followup_tui.tui.widgets.board import Board, Column
from followup_tui.tui.widgets.greeting import Greeting
from followup_tui.tui.widgets.safe import shown
from followup_tui.tui.widgets.view_line import ViewLine

_ORDER_WORDS: Mapping[Order, str] = {
    "urgency": "most urgent first",
    "company": "by company",
    "change": "last changed first",
    "priority": "most stars first",
}
_TERMS = "words, stage: tag: who: is: due:<3d priority:"
_GREETING = ("Nothing is here yet.", "followup keeps the conversations of your job search from going cold.")
_WAYS_IN = (
    ("add", "add your first opportunity"),
    ("import", "import contacts or applications: LinkedIn, a spreadsheet, an address book"),
    ("demo", "look at a demo"),
)

if TYPE_CHECKING:
    from followup_tui.tui.widgets.narrow import NarrowField


class DemoWanted(Message):
    """The user wants to look at a made-up book. The app opens it; nothing of the user's is touched."""


class BoardScreen(DeskScreen):
    """A card for each opportunity, in columns by stage or by urgency."""

    PLACE = "Board"
    LOADED_LATER: ClassVar[tuple[str, ...]] = ("followup_tui.tui.widgets.narrow",)
    """Modules of widgets that stand here but are loaded when they are needed; `tui.keymap` has to know their keys."""

    LEADING_KEYS: ClassVar[tuple[str, ...]] = ("board.cancel_drag", *DeskScreen.LEADING_KEYS)
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "Open", tooltip="The opportunity with everything about it", id="open"),
        Binding("slash", "narrow", "Narrow", tooltip="Show only the cards that fit what you type", id="narrow"),
        Binding("v", "arrange", "By urgency", tooltip="Columns by urgency, or by stage again", id="arrange"),
        Binding("o", "order", "Order", tooltip="Another order: urgency, company, last change, stars", id="order"),
        Binding("escape", "show_all", "Show all", tooltip="Show all cards again", id="show_all"),
        Binding("D", "demo", "Demo", tooltip="Look at a made-up book; yours is not touched", id="demo"),
    ]

    def __init__(self, services: Services) -> None:
        """A board of the desk's pipeline."""
        super().__init__(services)
        self._cards = Cards(services.key)
        self._shown = Shown()
        self._items: dict[str, Item] = {}
        """What is shown by its id, without the archive."""
        self._by: Arrangement = "stage"
        self._order: Order = board_view.FIRST_ORDER
        self._narrowing = Narrowing()
        self._columns: Sequence[Column] = ()
        """All cards, as they are arranged."""
        self._is_typing = False
        """Whether a filter is being typed. Asked for each key of the footer, so the widgets are not searched for it."""

    def compose_body(self) -> ComposeResult:
        """The board, and the line that says how it is shown."""
        yield Board()
        yield ViewLine()

    @property
    def board(self) -> Board:
        """The board."""
        return self.query_one(Board)

    async def reload(self) -> Standing:
        """Lay the cards out, or greet where there is nothing at all."""
        pipeline = await self.services.desk.ask(board_view.pipeline, self._order)
        self._shown = pipeline.shown
        self._items = {item.opportunity.id: item for item in pipeline.shown.items}
        await self._greet(wanted=pipeline.is_new)
        if self._narrowing.is_looking:
            await self._narrowing.look_through(self._shown)
        self._lay_out()
        return pipeline.standing

    def go_to(self, opportunity: Opportunity) -> None:
        """Put the cursor on its card, unless what narrows the board hides it."""
        self.board.go_to(opportunity.id)

    @property
    def _titles(self) -> Mapping[str, str]:
        """The stages as the user calls them, in the order of the columns."""
        return self.services.config.stages.titles

    def _lay_out(self) -> None:
        """Make the cards, and show those that fit."""
        self._columns = self._cards.columns(self._shown, self.services.now(), self._titles, self._by)
        self._show_fitting()

    def _show_fitting(self) -> None:
        """Show the cards that fit what was typed, and say how they are shown."""
        columns = self._narrowing.of(self._columns, self.services.now())
        self.board.set_columns(columns)
        self._say_view(sum(len(column.cards) for column in columns))

    def _say_view(self, count: int) -> None:
        narrowing = self._narrowing
        parts: list[Content] = []
        if narrowing.text and not self._is_typing:
            parts.append(shown(f"/ {narrowing.text}", style="bold $text-accent"))
        if narrowing.remarks:
            parts.append(shown(narrowing.remarks, style="$text-warning"))
        elif narrowing.is_on:
            parts.append(Content(f"{count} of {self._shown.total} cards"))
        elif self._is_typing:
            parts.append(Content(_TERMS))
        order = Content(f"by {self._by} · {_ORDER_WORDS[self._order]}")
        self.query_one(ViewLine).show(Content("  ").join(parts), order)

    async def _greet(self, *, wanted: bool) -> None:
        """Show the three ways in, in place of a board without a card."""
        greetings = self.query(Greeting)
        if wanted and not greetings:
            ways = [(self.services.key(name), what) for name, what in _WAYS_IN]
            await self.mount(Greeting(_GREETING, ways), before=self.board)
        elif not wanted and greetings:
            await greetings.remove()
        if self.board.display == wanted:
            self.board.display = self.query_one(ViewLine).display = not wanted
            if not wanted:
                self.board.focus()

    # What the keys act on

    def target(self) -> Target:
        """The card at the cursor: its most urgent follow-up, its people."""
        card = self.board.highlighted if self.is_mounted else None
        item = self._item(card.id) if card else None
        return Target(item.follow_up, item.opportunity, item.contacts) if item else Target()

    def _item(self, opportunity_id: str) -> Item | None:
        """What a card shows."""
        archive = self._shown.archive
        item = self._items.get(opportunity_id)
        return archive.item(opportunity_id) if item is None and opportunity_id in archive else item

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Narrowing ends only where it began, and the demo is for an empty book."""
        if action == "show_all":
            return bool(self._narrowing.text) and not self._is_typing
        if action == "demo":
            return bool(self.query(Greeting))
        if action in ("narrow", "arrange", "order", "open"):
            return self._shown.total > 0 and not self._is_typing
        return super().check_action(action, parameters)

    @on(Board.CardHighlighted)
    def _cursor_moved(self) -> None:
        self.refresh_bindings()

    @on(Board.CardSelected)
    def _card_opened(self, event: Board.CardSelected) -> None:
        self.post_message(DetailWanted(event.card.id, None))

    def action_open(self) -> None:
        """Open the opportunity at the cursor."""
        self.board.action_select()

    def action_demo(self) -> None:
        """Look at a made-up book."""
        self.post_message(DemoWanted())

    @on(Board.MoveRequested)
    @work
    async def _move(self, event: Board.MoveRequested) -> None:
        if self._by == "urgency":
            move = self.services.key("move")
            self.clerk.tell(
                f"Urgency follows from what was done, so cards are not moved here. {move} moves one to a stage."
            )
            return
        item = self._item(event.card_id)
        if item is not None:
            await stage_acts.move(self.clerk, item.opportunity, cast("Stage", event.column_id), item.contacts)

    # How the board is shown

    def action_arrange(self) -> None:
        """Columns by urgency, or by stage again."""
        self._by = "urgency" if self._by == "stage" else "stage"
        self._lay_out()

    async def action_order(self) -> None:
        """The next order of the cards in a column."""
        orders = board_view.ORDERS
        self._order = orders[(orders.index(self._order) + 1) % len(orders)]
        await self.show_anew()

    # Narrowing

    async def action_narrow(self) -> None:
        """Type what the cards are narrowed by; what was typed before can be changed."""
        from followup_tui.tui.widgets.narrow import NarrowField

        field = NarrowField(self._narrowing.text, f"/ {_TERMS}", compact=True)
        self._is_typing = True
        await self.mount(field, before=self.board)
        field.focus()
        # Watched, and not told by a message: so the letter and what it leaves are painted as one.
        self.watch(field, "value", self._narrow_by, init=False)
        self._show_fitting()
        if not self._narrowing.is_looking:
            await self._narrowing.look_through(self._shown)
            self._narrow_by(field.value)

    async def prepare_narrowing(self) -> None:
        """Make what the filter looks through, before it is asked for: then no key of it waits for that."""
        await self._narrowing.prepare(self._shown)

    def _narrow_by(self, text: str) -> None:
        self._narrowing.by(text, self._titles)
        self._show_fitting()

    async def on_narrow_field_left(self, event: "NarrowField.Left") -> None:
        """Back to the board, with what was typed or without."""
        await event.field.remove()
        self._is_typing = False
        self.board.focus()
        if event.kept:
            self._show_fitting()
        else:
            self.action_show_all()
        self.refresh_bindings()

    def action_show_all(self) -> None:
        """Show all cards again."""
        self._narrowing.end()
        self._show_fitting()
        self.refresh_bindings()
