"""The pipeline as a board: one focusable widget that draws only what is in view and has a cursor of its own."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message

from followup_tui.tui.widgets.board_layout import CARD_LINES
from followup_tui.tui.widgets.board_model import Card, Column, Place, find_card
from followup_tui.tui.widgets.board_view import BoardView

__all__ = ["Board", "Card", "Column"]

_LEFT_BUTTON = 1
_MUCH = 1_000_000_000


class _Drag:
    """A card held by the mouse."""

    def __init__(self, card_id: str, origin: str, *, selects: bool) -> None:
        self.card_id = card_id
        self.origin = origin
        """The column in which it was taken."""
        self.selects = selects
        """Whether letting go without having moved opens it, because it was highlighted before."""
        self.moved = False


def _binding(key: str, action: str, description: str, tooltip: str, *, show: bool = False) -> Binding:
    """A key of the board, its id made of the action's name ("board.cursor_up"). The footer is the screen's to fill."""
    return Binding(key, action, description, show=show, tooltip=tooltip, id=f"board.{action}")


class Board(BoardView):
    """A pipeline of cards in columns.

    The cursor is on a card (or in an empty column) and stays on it when the columns are replaced. The widget changes
    nothing itself: what the user wants is posted as a message, and the answer is another `set_columns`.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        _binding("up,k", "cursor_up", "Up", "To the card above"),
        _binding("down,j", "cursor_down", "Down", "To the card below"),
        _binding("left,h", "cursor_left", "Left", "To the column on the left"),
        _binding("right,l", "cursor_right", "Right", "To the column on the right"),
        _binding("home,g", "first", "First", "To the first card of the column"),
        _binding("end,G", "last", "Last", "To the last card of the column"),
        _binding("pageup", "page_up", "Page up", "A page of cards up"),
        _binding("pagedown", "page_down", "Page down", "A page of cards down"),
        _binding("H,shift+left", "move_left", "Move left", "Move the card into the column on the left"),
        _binding("L,shift+right", "move_right", "Move right", "Move the card into the column on the right"),
        _binding("enter", "select", "Open", "Open the opportunity", show=True),
        _binding("c", "toggle_fold", "Fold", "Fold or unfold what is closed"),
        _binding("escape", "cancel_drag", "Put it back", "Put the dragged card back", show=True),
    ]

    # Written out: each data class would take a while to make before the first frame.

    class CardHighlighted(Message):
        """The cursor went to another card, the card changed, or the cursor now stands in an empty column (None)."""

        def __init__(self, board: "Board", card: Card | None, column_id: str | None) -> None:
            super().__init__()
            self.board = board
            self.card = card
            self.column_id = column_id
            """The column in which the cursor stands, None if there are no columns."""

        @property
        def control(self) -> "Board":
            """The board that sent the message."""
            return self.board

    class CardSelected(Message):
        """The user wants to open the card: enter, or a click on the highlighted one."""

        def __init__(self, board: "Board", card: Card) -> None:
            super().__init__()
            self.board = board
            self.card = card

        @property
        def control(self) -> "Board":
            """The board that sent the message."""
            return self.board

    class MoveRequested(Message):
        """The user wants the card in another column, by key or by dragging it there."""

        def __init__(self, board: "Board", card_id: str, column_id: str) -> None:
            super().__init__()
            self.board = board
            self.card_id = card_id
            self.column_id = column_id

        @property
        def control(self) -> "Board":
            """The board that sent the message."""
            return self.board

    _drag: _Drag | None = None

    def _tell(self, card: Card | None, column_id: str | None) -> None:
        """Post where the cursor is now."""
        self.post_message(self.CardHighlighted(self, card, column_id))

    def set_columns(self, columns: Sequence[Column]) -> None:
        """Show other cards. The cursor stays on its card, and the card on its line, wherever that is possible."""
        super().set_columns(columns)
        if self._drag is not None and find_card(self.columns, self._drag.card_id, self._state.place) is None:
            self._drop()

    # Keys

    def action_cursor_up(self) -> None:
        """To the card above."""
        self._after(self._state.move_by(-1))

    def action_cursor_down(self) -> None:
        """To the card below."""
        self._after(self._state.move_by(1))

    def action_cursor_left(self) -> None:
        """To the column on the left."""
        self._after(self._state.move_sideways(-1))

    def action_cursor_right(self) -> None:
        """To the column on the right."""
        self._after(self._state.move_sideways(1))

    def action_first(self) -> None:
        """To the first card of the column."""
        self._after(self._state.move_by(-_MUCH))

    def action_last(self) -> None:
        """To the last card of the column."""
        self._after(self._state.move_by(_MUCH))

    def action_page_up(self) -> None:
        """A page of cards up."""
        self._after(self._state.move_by(-self._state.page))

    def action_page_down(self) -> None:
        """A page of cards down."""
        self._after(self._state.move_by(self._state.page))

    def action_move_left(self) -> None:
        """Ask for the card to be moved into the column on the left."""
        self._request_move(-1)

    def action_move_right(self) -> None:
        """Ask for the card to be moved into the column on the right."""
        self._request_move(1)

    def action_select(self) -> None:
        """Ask for the card to be opened."""
        if self.highlighted is not None:
            self.post_message(self.CardSelected(self, self.highlighted))

    def action_toggle_fold(self) -> None:
        """Unfold the columns that fold, or fold them again."""
        self._after(self._state.toggle_fold())

    def _request_move(self, step: int) -> None:
        card, column = self.highlighted, self._state.place.column + step
        if card is not None and 0 <= column < len(self.columns):
            self.post_message(self.MoveRequested(self, card.id, self.columns[column].id))

    # Mouse

    def action_cancel_drag(self) -> None:
        """Put the dragged card back."""
        self._drop()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's
        """Escape is the board's only while a card is dragged, and an empty column has nothing to open."""
        if action == "select":
            return self.highlighted is not None
        return action != "cancel_drag" or (self._drag is not None and self._drag.moved)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Put the cursor on the card under the pointer, and hold the card."""
        x, y = event.get_content_offset_capture(self)
        place = self._state.place_at(x, y)
        if event.button != _LEFT_BUTTON or place is None:
            return
        selects = place == self._state.place
        self._after(self._state.move_to(place))
        card = self.highlighted
        if card is not None:
            self._drag = _Drag(card.id, self.columns[place.column].id, selects=selects)
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Carry the held card: the column under the pointer lights up."""
        drag = self._drag
        if drag is None:
            return
        if not event.button:  # released where nobody told us
            self._drop()
            return
        x, y = event.get_content_offset_capture(self)
        if x <= 0 or x >= self.size.width - 1:
            self._after(self._state.shift(-1 if x <= 0 else 1))
        over = self._column_under(x, y)
        if not drag.moved and (over != drag.origin or event.delta_y):
            drag.moved = True
            self.screen.refresh_bindings()
        self._after(self._state.aim(None if over == drag.origin else over))

    def _column_under(self, x: int, y: int) -> str | None:
        """The id of the column under the pointer."""
        slot = self._state.slot_at(x)
        return self.columns[slot.column].id if slot is not None and 0 <= y < self.size.height else None

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Let go: a card over another column asks to be moved, a click puts the cursor, a second one opens the card."""
        drag = self._drag
        if drag is None:
            self._click(*event.get_content_offset_capture(self))
            return
        # Where it is let go, not where it was carried last: not every terminal tells all of the way.
        target = self._column_under(*event.get_content_offset_capture(self)) if drag.moved else None
        self._drop()
        if target not in (None, drag.origin):
            self.post_message(self.MoveRequested(self, drag.card_id, target))
        elif drag.selects and not drag.moved:
            self.action_select()

    def _click(self, x: int, y: int) -> None:
        """Put the cursor into the column clicked on, beside its cards."""
        slot = self._state.slot_at(x)
        if slot is not None and 0 <= y < self.size.height and slot.column != self._state.place.column:
            self._after(self._state.move_to(Place(slot.column, 0)))

    def _drop(self) -> None:
        """End the drag."""
        if self._drag is not None and self._drag.moved:
            self.screen.refresh_bindings()
        self._drag = None
        self.release_mouse()
        self._after(self._state.aim(None))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll the column under the pointer, or sideways with shift."""
        self._wheel(event, 1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll the column under the pointer, or sideways with shift."""
        self._wheel(event, -1)

    def on_mouse_scroll_right(self, event: events.MouseScrollRight) -> None:
        """Scroll sideways."""
        self._wheel(event, 1, sideways=True)

    def on_mouse_scroll_left(self, event: events.MouseScrollLeft) -> None:
        """Scroll sideways."""
        self._wheel(event, -1, sideways=True)

    def _wheel(self, event: events.MouseEvent, step: int, *, sideways: bool = False) -> None:
        event.stop()
        slot = self._state.slot_at(event.get_content_offset_capture(self).x)
        if sideways or event.shift:
            self._after(self._state.shift(step))
        elif slot is not None and not slot.folded:
            self._after(self._state.scroll(slot.column, step * CARD_LINES))
