"""The look: what is written can be read, in our themes on every background that it stands on."""

from collections.abc import Callable

import pytest
from rich.color import Color as RichColor
from rich.color import ColorSystem
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from followup_tui.domain.settings import SettingError
from followup_tui.tui.themes import DEFAULT, NAMES, Colours, check_theme, colours_of, ours, own_variables
from followup_tui.tui.widgets.urgency import COLOURS

READABLE = 4.5
# In sixteen colours, which every terminal mixes in its own way, no choice would reach more everywhere.
READABLE_IN_16 = 3.0

TEXTS = ("foreground", "text-muted", "text-disabled", "text-primary", "text-accent", *(c[1:] for c in COLOURS.values()))
CURSORS = ("line-cursor", "block-cursor-blurred-background", "block-cursor-blurred-foreground")
BACKGROUNDS = ("background", "surface", "panel", *CURSORS[:2])
XTERM = (
    "000000 cd0000 00cd00 cdcd00 0000ee cd00cd 00cdcd e5e5e5 7f7f7f ff0000 00ff00 ffff00 5c5cff ff00ff 00ffff ffffff"
)
PAIRS = [
    *((text, background) for text in dict.fromkeys(TEXTS) for background in BACKGROUNDS),
    ("block-cursor-foreground", "block-cursor-background"),
    ("block-cursor-blurred-foreground", "block-cursor-blurred-background"),
]


def variables(theme: Theme) -> dict[str, str]:
    return {**own_variables(theme), **theme.to_color_system().generate(), **theme.variables}


def text_on(known: dict[str, str], text: str, background: str) -> str:
    """The colour of a text on a background: at the cursor all texts may share one."""
    shared = known["line-cursor-text"] if background in CURSORS and text not in CURSORS else "transparent"
    return known[text] if shared == "transparent" else shared


def luminance(colour: Color) -> float:
    parts = [part / 255 for part in colour.rgb]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG 2 reckons it: 1 to 21."""
    lights = sorted((luminance(Color.parse(one)), luminance(Color.parse(other))))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def test_contrast_is_reckoned_as_wcag_does() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def shown_in_256(value: str) -> str:
    """What a terminal with 256 colours is told to show: Rich rounds the brighter greys to the next darker one."""
    return RichColor.parse(value).downgrade(ColorSystem.EIGHT_BIT).get_truecolor().hex


def shown_by_xterm(value: str) -> str:
    """What xterm shows of a colour, where it is told to use its sixteen."""
    number = RichColor.parse(value).downgrade(ColorSystem.STANDARD).number
    assert number is not None
    return f"#{XTERM.split()[number]}"


SHOWN: dict[Colours, Callable[[str], str]] = {"truecolor": str, "256": shown_in_256, "16": shown_by_xterm}


@pytest.mark.parametrize("colours", ["truecolor", "256", "16"])
@pytest.mark.parametrize("index", [0, 1], ids=["dark", "light"])
def test_every_text_can_be_read_on_every_background_that_it_stands_on(colours: Colours, index: int) -> None:
    known = variables(ours(colours)[index])
    least = READABLE_IN_16 if colours == "16" else READABLE
    shown = SHOWN[colours]
    pairs = {pair: (text_on(known, *pair), known[pair[1]]) for pair in PAIRS}
    found = {pair: round(contrast(shown(text), shown(background)), 2) for pair, (text, background) in pairs.items()}
    assert {pair: value for pair, value in found.items() if value < least} == {}


@pytest.mark.parametrize("index", [0, 1], ids=["dark", "light"])
@pytest.mark.parametrize("background", ["line-cursor", "block-cursor-background"])
def test_the_cursor_is_seen_on_every_background(index: int, background: str) -> None:
    for colours in ("truecolor", "256", "16"):
        known = variables(ours(colours)[index])
        assert known[background] not in {known["background"], known["surface"], known["panel"]}


@pytest.mark.parametrize("name", ["text-error", "text-warning", "text-success", "text-primary", "text-muted"])
def test_urgencies_differ_in_colour(name: str) -> None:
    for colours in ("truecolor", "256", "16"):
        for theme in ours(colours):
            known = variables(theme)
            others = {known[other[1:]] for other in COLOURS.values() if other != f"${name}"}
            assert known[name] not in others


@pytest.mark.parametrize("index", [0, 1], ids=["dark", "light"])
def test_colours_for_16_stay_apart(index: int) -> None:
    known = variables(ours("16")[index])
    values = {known[name] for name in (*BACKGROUNDS, *TEXTS)}
    numbers = {RichColor.parse(value).downgrade(ColorSystem.STANDARD).number for value in values}
    assert len(numbers) == len(values)


@pytest.mark.parametrize(
    ("system", "colours"),
    [("truecolor", "truecolor"), ("256", "256"), ("standard", "16"), ("windows", "16"), (None, "16")],
)
def test_what_the_terminal_can_show_decides(system: str | None, colours: Colours) -> None:
    assert colours_of(system) == colours


@pytest.mark.parametrize("name", sorted(BUILTIN_THEMES))
def test_every_theme_of_textual_has_a_cursor_line_that_is_seen(name: str) -> None:
    known = variables(BUILTIN_THEMES[name])
    assert Color.parse(known["line-cursor"]) != Color.parse(known["background"])


def test_a_theme_there_is_not_is_refused_with_the_names_of_those_there_are() -> None:
    for name in (None, *NAMES):
        check_theme(name)
    assert NAMES[0] == DEFAULT
    with pytest.raises(SettingError) as raised:
        check_theme("followup")
    assert str(raised.value).startswith("theme: 'followup' is no theme; the themes are followup-dark, followup-light, ")
