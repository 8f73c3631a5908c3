"""Sections and timelines: entries of several lines, wrapped and never cut, a heading in view with its first entry."""

import pytest
from rich.cells import cell_len
from textual.app import App, ComposeResult
from textual.content import Content
from textual.geometry import Region

from followup_tui.tui.themes import ours
from followup_tui.tui.widgets.table_lines import Lines
from followup_tui.tui.widgets.table_sections import Section, SectionEntry, Sections
from followup_tui.tui.widgets.table_timeline import Timeline, TimelineRow

LONG = "their move from one orchestrator to another, and why it came too early by a year"


def section(title: str, *texts: str) -> Section:
    entries = [SectionEntry(f"{title}:{text}", Content(text), Content("•"), 2) for text in texts]
    return Section(Content(title), entries)


class Themed(App[None]):
    def __init__(self) -> None:
        super().__init__()
        for theme in ours():
            self.register_theme(theme)
        self.theme = ours()[0].name


class Host(Themed):
    def __init__(self, sections: list[Section]) -> None:
        super().__init__()
        self.first = sections

    def compose(self) -> ComposeResult:
        yield Sections()

    def on_mount(self) -> None:
        self.sections.set_sections(self.first)

    @property
    def sections(self) -> Sections:
        return self.query_one(Sections)


def drawn(lines: Lines) -> list[str]:
    return [strip.text.rstrip() for strip in lines.render_lines(Region(0, 0, *lines.size))]


async def test_texts_are_wrapped_below_their_beginning_and_nothing_is_cut() -> None:
    app = Host([section("Next", "thank Ana"), section("Points", LONG)])
    async with app.run_test(size=(40, 20)) as pilot:
        await pilot.pause()
        text = drawn(app.sections)
        assert text[:4] == ["Next", "  • thank Ana", "", "Points"]
        assert text[4].startswith("  • their move")
        assert text[5].startswith("    ")
        assert " ".join(" ".join(line.split()) for line in text[4:8]).strip() == f"• {LONG}"


@pytest.mark.parametrize("width", [1, 3, 8, 20, 41, 90])
async def test_lines_are_as_wide_as_there_is_room_whatever_the_width(width: int) -> None:
    app = Host([section("Next", LONG, "名前" * 12, ""), section("Points", *(LONG for _ in range(20)))])
    async with app.run_test(size=(width, 12)) as pilot:
        await pilot.pause()
        lines = [app.sections.render_line(y) for y in range(app.sections.size.height)]
        assert {cell_len(strip.text) for strip in lines} == {app.sections.scrollable_content_region.width}
        await pilot.resize_terminal(30, 12)
        await pilot.pause()
        assert len(drawn(app.sections)) == 12


async def test_the_cursor_skips_headings_and_tab_goes_from_section_to_section() -> None:
    app = Host([section("A", "1", "2"), section("B", "3"), section("C", "4", "5")])
    async with app.run_test(size=(40, 20)) as pilot:
        await pilot.pause()
        sections = app.sections
        seen = [sections.highlighted]
        for _ in range(4):
            await pilot.press("j")
            seen.append(sections.highlighted)
        assert seen == ["A:1", "A:2", "B:3", "C:4", "C:5"]
        assert not sections.go_to_section(1)
        for expected in ("B:3", "A:1"):
            assert sections.go_to_section(-1)
            assert sections.highlighted == expected
        assert not sections.go_to_section(-1)
        sections.go_to_end(last=True)
        assert sections.highlighted == "C:4"


async def test_a_heading_comes_into_view_with_the_first_entry_below_it() -> None:
    app = Host([section("A", *map(str, range(30))), section("B", *map(str, range(30)))])
    async with app.run_test(size=(40, 10)) as pilot:
        await pilot.pause()
        app.sections.go_to_section(1)
        await pilot.pause()
        assert "B" in drawn(app.sections)
        app.sections.go_to_section(-1)
        await pilot.pause()
        assert drawn(app.sections)[0] == "A"


async def test_the_cursor_stays_on_its_entry_when_the_sections_are_replaced() -> None:
    app = Host([section("A", "1"), section("B", "2", "3")])
    async with app.run_test(size=(40, 20)) as pilot:
        await pilot.pause()
        app.sections.go_to(2)
        app.sections.set_sections([section("A", "0", "1", "1b"), section("B", "2", "3")])
        assert app.sections.highlighted == "B:3"
        app.sections.set_sections([section("A", "1")])
        assert app.sections.highlighted == "A:1"


async def test_colours_of_another_theme_are_taken_over() -> None:
    app = Host([Section(Content("A"), [SectionEntry("1", Content.styled("late", "$text-error"))])])
    async with app.run_test(size=(40, 10)) as pilot:
        await pilot.pause()

        def colour() -> object:
            line = app.sections.render_lines(Region(0, 1, 40, 1))[0]
            return next(segment.style.color for segment in line if "late" in segment.text and segment.style)

        before = colour()
        app.theme = ours()[1].name
        await pilot.pause()
        assert colour() != before


class TimelineHost(Themed):
    asked: list[int]

    def compose(self) -> ComposeResult:
        yield Timeline()

    def on_mount(self) -> None:
        self.asked = []
        heights = [1 + number % 2 for number in range(1000)]
        self.query_one(Timeline).set_entries([f"m{number}" for number in range(1000)], self.entry, heights)

    def entry(self, index: int) -> TimelineRow:
        self.asked.append(index)
        return TimelineRow("→", "Wed 25 Feb 08:20", f"Message {index}", "Dear Ana," if index % 2 else "")


async def test_a_timeline_of_a_thousand_makes_only_what_is_in_view() -> None:
    app = TimelineHost()
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        timeline = app.query_one(Timeline)
        assert max(app.asked) < 20
        assert drawn(timeline)[:3] == [
            "→ Wed 25 Feb 08:20  Message 0",
            "→ Wed 25 Feb 08:20  Message 1",
            "  Dear Ana,",
        ]
        app.asked.clear()
        await pilot.press("end")
        await pilot.pause()
        assert timeline.highlighted == "m999"
        assert min(app.asked) > 980
        assert drawn(timeline)[-2:] == ["→ Wed 25 Feb 08:20  Message 999", "  Dear Ana,"]
        await pilot.press("pageup")
        assert timeline.cursor is not None
        assert 980 < timeline.cursor < 990
