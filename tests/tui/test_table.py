"""The table as a user meets it: of any length, drawn as far as it is in view, the cursor where it was left."""

from collections.abc import Sequence

import pytest
from rich.cells import cell_len
from textual import on
from textual.app import App, ComposeResult
from textual.geometry import Region
from textual.message import Message

from followup_tui.tui.themes import ours
from followup_tui.tui.widgets.table import Cell, Row, Table, TableColumn, lay_out
from followup_tui.tui.widgets.table_lines import Lines

COLUMNS = (
    TableColumn("name", "Name", 8, share=1),
    TableColumn("company", "Company", 8, share=1, rank=1),
    TableColumn("next", "Next", 12, share=2),
)


class Host(App[None]):
    """An app with nothing but a table, that remembers which rows were asked for and what the table said."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__()
        self.register_theme(ours()[0])
        self.theme = ours()[0].name
        self.names = list(names)
        self.asked: list[int] = []
        self.said: list[Message] = []

    def compose(self) -> ComposeResult:
        yield Table(COLUMNS, "Nobody here.")

    def on_mount(self) -> None:
        self.show(self.names)

    def show(self, names: Sequence[str]) -> None:
        self.names = list(names)
        self.table.set_rows(self.names, self.row, sorted_by=("name", False), hint="Nobody here.")

    @property
    def table(self) -> Table:
        return self.query_one(Table)

    def row(self, index: int) -> Row:
        self.asked.append(index)
        name = self.names[index]
        cells = (Cell(name), Cell("Globex", "muted"), Cell("‼ thank Ana · overdue 6 h", "overdue", "‼ thank Ana · 6 h"))
        return Row(cells, marked=name == "marked")

    @on(Lines.RowHighlighted)
    @on(Lines.RowSelected)
    @on(Table.HeaderSelected)
    def remember(self, message: Message) -> None:
        self.said.append(message)


def drawn(table: Lines) -> list[str]:
    return [strip.text for strip in table.render_lines(Region(0, 0, *table.size))]


def names(count: int) -> list[str]:
    return [f"person {number}" for number in range(count)]


async def test_only_what_is_in_view_is_made_of_thirty_thousand_rows() -> None:
    app = Host(names(30_000))
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        assert max(app.asked) < 20
        app.asked.clear()
        await pilot.press("G")
        await pilot.pause()
        assert app.table.highlighted == "person 29999"
        assert min(app.asked) >= 29_980
        assert "person 29999" in drawn(app.table)[-1]


async def test_a_step_of_the_cursor_draws_two_rows() -> None:
    app = Host(names(100))
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        app.asked.clear()
        await pilot.press("j")
        await pilot.pause()
        assert set(app.asked) == {0, 1}


async def test_the_header_says_by_what_it_is_sorted_and_stays() -> None:
    app = Host(names(100))
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("G")
        await pilot.pause()
        assert drawn(app.table)[0].split() == ["Name", "▼", "Company", "Next"]


@pytest.mark.parametrize("width", [1, 2, 10, 24, 33, 60, 120, 300])
async def test_every_line_is_exactly_as_wide_as_the_table(width: int) -> None:
    app = Host([*names(3), "名前" * 20, "marked", "a\u0301" * 50])
    async with app.run_test(size=(width, 20)) as pilot:
        await pilot.pause()
        inside = app.table.scrollable_content_region.width
        assert {cell_len(line) for line in drawn(app.table)} == {inside}


def test_columns_share_what_is_left_and_give_way_by_rank() -> None:
    assert [(slot.column, slot.width) for slot in lay_out(COLUMNS, 32 + 8)] == [(0, 10), (1, 10), (2, 16)]
    assert [slot.column for slot in lay_out(COLUMNS, 31)] == [0, 2]
    assert [slot.column for slot in lay_out(COLUMNS, 5)] == [0, 2]
    assert sum(slot.width for slot in lay_out(COLUMNS, 5)) <= 5


async def test_what_does_not_fit_is_said_in_fewer_words_before_it_is_cut() -> None:
    app = Host(["Ana"])
    async with app.run_test(size=(120, 20)) as pilot:
        await pilot.pause()
        assert "‼ thank Ana · overdue 6 h" in drawn(app.table)[1]
        await pilot.resize_terminal(48, 20)
        await pilot.pause()
        assert drawn(app.table)[1].rstrip().endswith("‼ thank Ana · 6 h")


async def test_a_marked_row_has_a_sign_and_not_only_a_colour() -> None:
    app = Host(["Ana", "marked"])
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        assert [line[0] for line in drawn(app.table)[1:3]] == [" ", "✓"]


async def test_the_cursor_stays_on_its_row_and_the_row_on_its_line_when_others_come_and_go() -> None:
    app = Host(names(200))
    async with app.run_test(size=(60, 20)) as pilot:
        app.table.go_to(100)
        await pilot.pause()
        line = next(number for number, text in enumerate(drawn(app.table)) if "person 100 " in text)
        app.show(["new one", "another", *names(200)])
        await pilot.pause()
        assert app.table.highlighted == "person 100"
        assert "person 100 " in drawn(app.table)[line]
        app.show([name for name in names(200) if name != "person 100"])
        await pilot.pause()
        assert app.table.highlighted == "person 103"  # who stands where the row that is gone stood
        app.show([])
        await pilot.pause()
        assert (app.table.cursor is None) is (app.table.highlighted is None) is True
        assert "Nobody here." in drawn(app.table)[2]


async def test_keys_go_by_row_by_page_and_to_the_ends() -> None:
    app = Host(names(100))
    async with app.run_test(size=(60, 20)) as pilot:
        for key, expected in (
            ("j", 1),
            ("down", 2),
            ("k", 1),
            ("up", 0),
            ("up", 0),
            ("pagedown", 19),
            ("pagedown", 38),
            ("pageup", 19),
            ("end", 99),
            ("j", 99),
            ("home", 0),
            ("G", 99),
            ("g", 0),
        ):
            await pilot.press(key)
            assert app.table.cursor == expected, key


async def test_enter_opens_and_a_click_puts_the_cursor_and_then_opens() -> None:
    app = Host(names(10))
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        await pilot.press("enter")
        await pilot.click(Table, offset=(5, 4))
        await pilot.click(Table, offset=(5, 4))
        await pilot.click(Table, offset=(5, 18))
        await pilot.pause()
        said = [(type(one).__name__, getattr(one, "row_id", None)) for one in app.said]
        assert said == [
            ("RowHighlighted", "person 0"),
            ("RowSelected", "person 0"),
            ("RowHighlighted", "person 3"),
            ("RowSelected", "person 3"),
        ]


async def test_a_click_on_a_title_asks_for_its_order() -> None:
    app = Host(names(10))
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        await pilot.click(Table, offset=(drawn(app.table)[0].index("Company"), 0))
        await pilot.pause()
        last = app.said[-1]
        assert isinstance(last, Table.HeaderSelected)
        assert last.column_id == "company"
        assert last.control is app.table
