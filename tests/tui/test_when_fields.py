"""Fields for a date say what they understood, and that it lies on the wrong side where it does."""

from datetime import datetime
from zoneinfo import ZoneInfo

from textual.app import App, ComposeResult
from textual.widgets import Input, Static

from followup_tui.domain.when import Understood, understand
from followup_tui.tui.widgets.meant import DateField
from followup_tui.tui.widgets.when_field import Times, WhenField

BERLIN = ZoneInfo("Europe/Berlin")
FRIDAY = datetime(2026, 11, 27, 15, 0, tzinfo=BERLIN)


def times(*, past: bool = False) -> Times:
    def read(text: str) -> Understood:
        return understand(text, FRIDAY, past=past, zone=BERLIN)

    return Times(read, lambda: FRIDAY, BERLIN, past)


class Host(App[None]):
    """A field for a time to come, and one for a time that has been."""

    def compose(self) -> ComposeResult:
        yield WhenField(times(), id="ahead")
        yield DateField(times(past=True), None, with_time=True, id="behind")

    def meaning(self, field: str, text: str) -> str:
        """What stands beside `text` in the field; every change is looked at at once."""
        line = self.query_one(f"#{field} Input", Input)
        line.value = text
        widget = self.query_one(f"#{field}")
        assert isinstance(widget, WhenField | DateField)
        widget.on_input_changed(Input.Changed(line, text))
        return str(self.query_one(f"#{field} Static", Static).render())


async def test_a_time_to_come_is_one_and_any_other_is_said_to_be_over() -> None:
    app = Host()
    async with app.run_test():
        field = app.query_one(WhenField)
        assert app.meaning("ahead", "tue") == "Tue 1 Dec 2026 09:00"
        assert field.instant == datetime(2026, 12, 1, 9, 0, tzinfo=BERLIN)
        for behind in ("today", "27 nov", "yesterday 3pm", "27 nov 2020"):
            assert app.meaning("ahead", behind).endswith(": that is over")
            assert field.instant is None
        assert "lies behind" in app.meaning("ahead", "last fri")


async def test_a_time_that_has_been_is_one_and_any_other_is_said_to_be_still_to_come() -> None:
    app = Host()
    async with app.run_test():
        field = app.query_one(DateField)
        assert app.meaning("behind", "fri") == "Fri 20 Nov 2026 09:00"
        assert app.meaning("behind", "today") == "Fri 27 Nov 2026 15:00"
        assert field.problem == ""
        assert app.meaning("behind", "tomorrow 3pm") == "Sat 28 Nov 2026 15:00: that is still to come"
        assert field.problem
        assert "lies ahead" in app.meaning("behind", "in 3 days")
