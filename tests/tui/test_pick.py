"""One of a few: by arrows, by first letters, by the mouse; all side by side, or one where there is no room."""

from textual.app import App, ComposeResult

from followup_tui.tui.widgets.pick import Alternative, Pick

FEW = [
    Alternative("lead", "Lead"),
    Alternative("offer", "Offer"),
    Alternative("closed", "Closed"),
    Alternative("other", "Öther"),
]


class Host(App[None]):
    """An app with one field that remembers what was taken by the user."""

    def __init__(self, *, width: int = 40, options: list[Alternative] = FEW, value: str = "offer") -> None:
        super().__init__()
        self.pick = Pick(options, value)
        self.pick.styles.width = width
        self.taken: list[str] = []

    def compose(self) -> ComposeResult:
        yield self.pick

    def on_pick_changed(self, event: Pick.Changed) -> None:
        self.taken.append(event.value)


def text(app: Host) -> str:
    return app.pick.render().plain


async def test_all_are_shown_with_the_one_taken_in_brackets() -> None:
    app = Host()
    async with app.run_test(size=(80, 24), notifications=True):
        assert text(app) == " Lead [Offer] Closed  Öther "


async def test_arrows_and_space_go_round() -> None:
    app = Host()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("left", "left", "right", "space")
        assert app.taken == ["lead", "other", "lead", "offer"]


async def test_a_first_letter_takes_the_next_that_begins_with_it() -> None:
    app = Host()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("c", "o", "O", "z", "c", "c")
        assert app.taken == ["closed", "other", "offer", "closed"]


async def test_a_click_takes_what_it_is_on() -> None:
    app = Host()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.click(app.pick, offset=(0, 0))
        await pilot.click(app.pick, offset=(15, 0))
        assert app.taken == ["lead", "closed"]


async def test_where_there_is_no_room_only_the_one_taken_is_shown() -> None:
    app = Host(width=20)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        assert text(app) == "‹ Offer ›"
        await pilot.click(app.pick)
        assert text(app) == "‹ Closed ›"


async def test_what_others_set_is_no_choice_of_the_user() -> None:
    app = Host()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        app.pick.value = "closed"
        await pilot.pause()
        assert (app.pick.value, app.taken) == ("closed", [])


async def test_the_same_value_stays_taken_among_other_options() -> None:
    app = Host()
    async with app.run_test(size=(80, 24), notifications=True):
        app.pick.set_options([Alternative("new", "New"), *FEW])
        assert app.pick.value == "offer"
        app.pick.set_options(FEW[2:])
        assert app.pick.value == "closed"


async def test_names_have_no_power() -> None:
    app = Host(options=[Alternative("a", "[red]A[/] \x1b[0m")], value="a")
    async with app.run_test(size=(80, 24), notifications=True):
        assert text(app) == "[[red]A[/] ␛[0m]"
