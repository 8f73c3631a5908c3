"""The pipeline as a board: who is overdue, who is next, and where everything stands."""

from typing import ClassVar, cast

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from followup_tui.desk import look, pipeline
from followup_tui.domain.phrases import OUTCOMES
from followup_tui.domain.records import Outcome, Stage
from followup_tui.tui.dialogs.choose import Choice, Choose
from followup_tui.tui.screens.base import DeskScreen, DetailWanted, Target
from followup_tui.tui.screens.cards import Cards
from followup_tui.tui.services import Services
from followup_tui.tui.widgets.board import Board


class BoardScreen(DeskScreen):
    """A column for each stage, a card for each opportunity."""

    PLACE = "Board"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "Open", tooltip="The opportunity with everything about it", id="open"),
    ]

    def __init__(self, services: Services) -> None:
        """A board of the desk's pipeline."""
        super().__init__(services)
        self._cards = Cards()
        self._items: dict[str, look.Item] = {}

    def compose_body(self) -> ComposeResult:
        """The board."""
        yield Board()

    @property
    def board(self) -> Board:
        """The board."""
        return self.query_one(Board)

    async def reload(self) -> look.Standing:
        """Lay the cards out."""
        shown = await self.services.desk.ask(look.pipeline)
        self._items = {item.opportunity.id: item for item in shown.items}
        self.board.set_columns(self._cards.columns(shown.items, shown.standing.now))
        return shown.standing

    def target(self) -> Target:
        """The card at the cursor: its most urgent follow-up, its people."""
        card = self.board.highlighted if self.is_mounted else None
        item = self._items.get(card.id) if card else None
        return Target(item.follow_up, item.opportunity, item.contacts) if item else Target()

    @on(Board.CardHighlighted)
    def _cursor_moved(self) -> None:
        self.refresh_bindings()

    @on(Board.CardSelected)
    def _card_opened(self, event: Board.CardSelected) -> None:
        self.post_message(DetailWanted(event.card.id, None))

    def action_open(self) -> None:
        """Open the opportunity at the cursor."""
        self.board.action_select()

    @on(Board.MoveRequested)
    @work
    async def _move(self, event: Board.MoveRequested) -> None:
        stage = cast("Stage", event.column_id)
        outcome: Outcome | None = None
        if stage == "closed":
            choices = [Choice(name[0], words, "", cast("Outcome", name)) for name, words in OUTCOMES.items()]
            outcome = await self.app.push_screen_wait(Choose("How did it end?", choices))
            if outcome is None:
                return
        change = await self.perform(pipeline.move, event.card_id, stage, outcome)
        if change is not None:
            self.board.go_to(event.card_id)
            self.tell(f"{change.label}.")
