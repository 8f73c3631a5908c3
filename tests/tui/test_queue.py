"""The list of things to do: a cursor that stays on its row, and lines that are cut where it hurts least."""

from typing import ClassVar

import pytest
from textual import on
from textual.app import App, ComposeResult
from textual.binding import BindingType

from followup_tui.tui.themes import ours
from followup_tui.tui.widgets.queue import Queue, Row, follow


def rows(names: str) -> list[Row]:
    return [Row(name, f"do {name}", f"at {name}", "due, today", "due") for name in names]


class QueueApp(App[None]):
    """A list of 2,000 rows, and what it told."""

    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(self, given: list[Row]) -> None:
        super().__init__()
        self.register_theme(ours()[0])
        self.theme = ours()[0].name
        self.given = given
        self.told: list[str] = []

    def compose(self) -> ComposeResult:
        yield Queue(id="queue")

    async def on_mount(self) -> None:
        self.queue.set_rows(self.given)
        self.queue.focus()

    @property
    def queue(self) -> Queue:
        return self.query_one(Queue)

    @on(Queue.RowHighlighted)
    def _highlighted(self, event: Queue.RowHighlighted) -> None:
        self.told.append(event.row.key if event.row else "nothing")

    @on(Queue.RowSelected)
    def _selected(self, event: Queue.RowSelected) -> None:
        self.told.append(f"open {event.row.key}")

    @on(Queue.EdgeReached)
    def _edge(self, event: Queue.EdgeReached) -> None:
        self.told.append(f"edge {event.step}")

    def line(self, y: int) -> str:
        return self.queue.render_line(y).text


MANY = [Row(f"k{number}", f"thank person {number}") for number in range(2000)]


@pytest.mark.parametrize(
    ("old", "new", "cursor", "expected"),
    [
        ("abc", "abc", 1, 1),
        ("abc", "xabc", 1, 2),  # it follows its row
        ("abc", "cba", 0, 2),
        ("abc", "ac", 1, 1),  # gone: the one below it
        ("abc", "ab", 2, 1),  # gone and last: the one above it
        ("abcd", "ax", 1, 0),  # gone with all below it
        ("abc", "xyz", 1, 1),  # all are gone: the same line
        ("abc", "x", 2, 0),
        ("abc", "", 2, 0),
        ("", "abc", 0, 0),
    ],
)
def test_the_cursor_follows_its_row_or_takes_the_next(old: str, new: str, cursor: int, expected: int) -> None:
    assert follow(rows(old), rows(new), cursor) == expected


async def test_keys_move_the_cursor_and_bring_it_into_view() -> None:
    app = QueueApp(MANY)
    async with app.run_test(size=(60, 20)) as pilot:
        queue = app.queue
        for keys, cursor in (
            (["j"], 1),
            (["down"], 2),
            (["k", "up"], 0),
            (["pagedown"], 20),
            (["pageup"], 0),
            (["G"], 1999),
            (["g"], 0),
            (["end"], 1999),
            (["home"], 0),
        ):
            await pilot.press(*keys)
            assert queue.cursor == cursor
            top = queue.scroll_offset.y
            assert top <= cursor < top + 20


async def test_one_long_text_does_not_cut_what_stands_beside_all_the_others() -> None:
    app = QueueApp(
        [
            Row("a", "Ask Tom for the foreman's number", "Ironbridge Foundry", "due, till Mon 09:00", "due"),
            Row("b", "thank Ana", "Calder Robotics · Ana Ruiz", "due, till Mon 09:00", "due"),
            Row("c", "keep a promise", "Papyrus & Daughters · Yuki", "due, till Mon 09:00", "due"),
        ]
    )
    async with app.run_test(size=(66, 20)):
        assert [app.line(y)[3:46].rstrip() for y in range(3)] == [
            "Ask Tom for the…       Ironbridge Foundry",
            "thank Ana              Calder Robotics",
            "keep a promise         Papyrus & Daughters",
        ]


async def test_going_beyond_the_ends_is_told() -> None:
    app = QueueApp(rows("ab"))
    async with app.run_test(size=(60, 20)) as pilot:
        app.told.clear()
        await pilot.press("k", "j", "j")
        await pilot.pause()
        assert app.told == ["edge -1", "b", "edge 1"]


async def test_a_click_puts_the_cursor_and_a_click_on_the_cursor_opens() -> None:
    app = QueueApp(rows("abc"))
    async with app.run_test(size=(60, 20)) as pilot:
        app.told.clear()
        await pilot.click("#queue", offset=(5, 2))
        await pilot.click("#queue", offset=(5, 2))
        await pilot.click("#queue", offset=(5, 9))
        assert app.told == ["c", "open c"]


async def test_the_wheel_scrolls_and_leaves_the_cursor() -> None:
    app = QueueApp(MANY)
    async with app.run_test(size=(60, 20)) as pilot:
        queue = app.queue
        queue.scroll_down(animate=False)
        await pilot.pause()
        assert (queue.scroll_offset.y, queue.cursor) == (1, 0)


async def test_other_rows_leave_the_cursor_on_its_row_and_the_row_on_its_line() -> None:
    app = QueueApp(MANY)
    async with app.run_test(size=(60, 20)) as pilot:
        queue = app.queue
        queue.go_to(1000)
        await pilot.pause()
        line = queue.cursor - queue.scroll_offset.y
        queue.set_rows([Row("new", "something new"), *MANY])
        await pilot.pause()
        assert queue.highlighted == MANY[1000]
        assert queue.cursor - queue.scroll_offset.y == line


async def test_the_same_rows_again_are_not_told() -> None:
    app = QueueApp(rows("abc"))
    async with app.run_test(size=(60, 20)) as pilot:
        app.told.clear()
        app.queue.set_rows(rows("abc"))
        await pilot.pause()
        assert app.told == []
        app.queue.set_rows([])
        await pilot.pause()
        assert app.told == ["nothing"]
        assert app.queue.highlighted is None


async def test_only_rows_in_view_are_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[str] = []
    draw = Queue._draw

    def counting(self: Queue, row: Row, *rest: object) -> object:
        drawn.append(row.key)
        return draw(self, row, *rest)  # type: ignore[arg-type] # handed on as it came

    monkeypatch.setattr(Queue, "_draw", counting)
    app = QueueApp(MANY)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        assert len(set(drawn)) <= 20
        drawn.clear()
        await pilot.press("j")
        await pilot.pause()
        assert set(drawn) <= {"k0", "k1"}


@pytest.mark.parametrize(
    ("width", "line"),
    [
        (60, " ● thank Ana  Globex · Ana Ruiz           due, till today 16:00 "),
        (46, " ● thank Ana  Globex  due, till today 16:00 "),
        (44, " ● thank Ana           due, till today 16:00 "),
        (36, " ● thank Ana   due, till today 16:00 "),
        (30, " ● thank Ana  Globex  16:00 "),
        (16, " ● thank… 16:00 "),
    ],
)
async def test_what_does_not_fit_is_cut_where_it_hurts_least(width: int, line: str) -> None:
    row = Row("a", "thank Ana", "Globex · Ana Ruiz", "due, till today 16:00", "due", brief="16:00")
    app = QueueApp([row])
    async with app.run_test(size=(width, 10)) as pilot:
        await pilot.pause()
        drawn = app.line(0)
        assert " ".join(drawn.split()) == " ".join(line.split())
        assert len(drawn) == width


@pytest.mark.parametrize("width", [1, 2, 3, 5, 8, 13])
async def test_a_line_is_never_wider_than_its_list(width: int) -> None:
    app = QueueApp([Row("a", "谢谢 Ana", "Globex · Ana", "overdue 6 h", "overdue")])
    async with app.run_test(size=(width, 3)) as pilot:
        await pilot.pause()
        assert app.queue.render_line(0).cell_length == width


async def test_urgency_is_a_symbol_a_word_and_a_colour() -> None:
    given = [
        Row("a", "one", "", "overdue 6 h", "overdue"),
        Row("b", "two", "", "due, till today 16:00", "due"),
        Row("c", "three", "", "how did it go?", "due", symbol="?"),
    ]
    app = QueueApp(given)
    async with app.run_test(size=(60, 10)) as pilot:
        await pilot.pause()
        assert [app.line(y).split()[0] for y in range(3)] == ["‼", "●", "?"]
        colours = {str(next(iter(app.queue.render_line(y))).style.color) for y in (0, 1)}  # type: ignore[union-attr] # has one
        assert len(colours) == 2


async def test_control_characters_in_a_row_have_no_power() -> None:
    app = QueueApp([Row("a", "th\x1b]0;pwned\x07ank", "[bold]Globex[/]\x9b2J", "due\x08", "due")])
    async with app.run_test(size=(80, 5)) as pilot:
        await pilot.pause()
        line = app.line(0)
        assert not any(ord(character) < 32 or 0x7F <= ord(character) < 0xA0 for character in line)
        assert "[bold]Globex[/]" in line
