"""The board without its keys and its mouse: what it shows, and how it draws only what is in view."""

from collections.abc import Sequence
from typing import ClassVar

from textual.strip import Strip
from textual.widget import Widget

from followup_tui.tui.widgets.board_model import Card, Column, find_card
from followup_tui.tui.widgets.board_paint import Painter, Palette
from followup_tui.tui.widgets.board_state import BoardState, Damage
from followup_tui.tui.widgets.urgency import COLOURS, SYMBOLS


class BoardView(Widget, can_focus=True):
    """Columns of cards with a cursor, drawn line by line: its cost is that of the cards in view."""

    ALLOW_SELECT = False

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "board--border",
        "board--thumb",
        "board--title",
        "board--title-current",
        "board--alarm",
        "board--target",
        "board--more",
        "board--company",
        "board--role",
        "board--stars",
        "board--tags",
        "board--hint",
        "board--cursor",
        *(f"board--{urgency}" for urgency in SYMBOLS),
    }
    """
    | Class | Description |
    | :- | :- |
    | `board--border` | The columns' borders. |
    | `board--thumb` | Where in a longer column the view is. |
    | `board--title`, `board--title-current` | A column's title; that of the cursor's column. |
    | `board--alarm` | How many cards are overdue, in a title. |
    | `board--target` | The border of the column on which a dragged card would land. |
    | `board--more` | What is out of view to the left and right. |
    | `board--company`, `board--role`, `board--stars`, `board--tags` | The texts of a card. |
    | `board--hint` | What an empty column says. |
    | `board--cursor` | The card at the cursor. |
    | `board--overdue`, `-due`, `-open`, `-upcoming`, `-later`, `-none`, `-held` | Bar and next step, by urgency. |
    """

    DEFAULT_CSS = (
        """
    BoardView {
        height: 1fr;
        width: 1fr;
        color: $foreground;
        background: $background;
        & > .board--border { color: $foreground 35%; }
        & > .board--thumb { color: $foreground 80%; }
        & > .board--title { color: $text-muted; }
        & > .board--title-current { color: $foreground; text-style: bold; }
        & > .board--alarm { color: $text-error; text-style: bold; }
        & > .board--target { color: $text-accent; text-style: bold; }
        & > .board--more { color: $text-muted; }
        & > .board--company { text-style: bold; }
        & > .board--role { color: $foreground; }
        & > .board--stars { color: $text-warning; }
        & > .board--tags { color: $text-muted; }
        & > .board--hint { color: $text-muted; text-style: italic; }
        & > .board--cursor {
            color: $block-cursor-blurred-foreground;
            background: $block-cursor-blurred-background;
            text-style: $block-cursor-blurred-text-style;
        }
        &:focus > .board--cursor {
            color: $block-cursor-foreground;
            background: $block-cursor-background;
            text-style: $block-cursor-text-style;
        }
        &:focus > .board--title-current { color: $block-cursor-foreground; background: $block-cursor-background; }
"""
        + "".join(f"        & > .board--{urgency} {{ color: {colour}; }}\n" for urgency, colour in COLOURS.items())
        + "    }\n"
    )

    def __init__(
        self,
        columns: Sequence[Column] = (),
        *,
        name: str | None = None,
        id: str | None = None,  # noqa: A002 - Textual's own word
        classes: str | None = None,
        disabled: bool = False,
    ) -> None:
        """A board of these columns, the cursor on the first card of the first that has any."""
        super().__init__(name=name, id=id, classes=classes, disabled=disabled)
        self._state = BoardState(columns)
        self._painter: Painter | None = None
        self._told: tuple[Card | None, str | None] = (None, None)

    # What is shown

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns shown."""
        return self._state.columns

    @property
    def highlighted(self) -> Card | None:
        """The card at the cursor; None if there are no cards or the cursor stands in an empty column."""
        return self._state.card

    @property
    def cursor_column(self) -> Column | None:
        """The column in which the cursor stands."""
        state = self._state
        return state.columns[state.place.column] if state.columns else None

    def set_columns(self, columns: Sequence[Column]) -> None:
        """Show other cards. The cursor stays on its card, and the card on its line, wherever that is possible."""
        self._after(self._state.replace(columns))

    def go_to(self, card_id: str) -> bool:
        """Put the cursor on the card with this id and bring it into view; False if there is none."""
        place = find_card(self.columns, card_id, self._state.place)
        if place is not None:
            self._after(self._state.move_to(place))
        return place is not None

    # Drawing

    def notify_style_update(self) -> None:
        """Forget the colours: the theme changed, or the focus."""
        super().notify_style_update()
        self._painter = None

    def render_line(self, y: int) -> Strip:
        """One line of the board, of the cards in view only."""
        if self._state.size != self.size:
            # Textual paints before it tells the size: so the first frame has its cards, and not the second.
            self._state.resize(*self.size)
        if self._painter is None:
            self._painter = Painter(self._palette())
        segments = self._painter.line(self._state, y)
        return Strip(segments).adjust_cell_length(self.size.width, self._painter.palette.blank)

    def _palette(self) -> Palette:
        style = self.get_component_rich_style
        return Palette(
            blank=self.rich_style,
            border=style("board--border"),
            thumb=style("board--thumb"),
            title=style("board--title"),
            title_current=style("board--title-current"),
            alarm=style("board--alarm"),
            target=style("board--target"),
            more=style("board--more"),
            company=style("board--company"),
            role=style("board--role"),
            stars=style("board--stars"),
            tags=style("board--tags"),
            hint=style("board--hint"),
            cursor=style("board--cursor"),
            urgency={urgency: style(f"board--{urgency}") for urgency in SYMBOLS},
        )

    def _after(self, damage: Damage) -> None:
        """Repaint what a change damaged, and tell where the cursor is now."""
        if damage is None:
            self.refresh()
        elif damage:
            self.refresh(*damage)
        column = self.cursor_column
        told = (self.highlighted, column.id if column else None)
        if told != self._told:
            self._told = told
            self._tell(*told)

    def _tell(self, card: Card | None, column_id: str | None) -> None:
        """Called when the cursor is on another card, or the card changed."""

    def on_resize(self) -> None:
        """Lay the columns out anew."""
        self._after(self._state.resize(*self.size))
