"""A look of our own, dark and light: calm, with colour kept for what is urgent.

Both come in three sets of colours, since what a terminal makes of a colour that it does not have is seldom readable.
"""

from typing import Final, Literal, NamedTuple

from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from followup_tui.domain.settings import SettingError

Colours = Literal["truecolor", "256", "16"]
"""What a terminal can show."""


class Palette(NamedTuple):
    """The colours of a theme. Each text colour can be read on each background, but `cursor_text` only on `primary`.

    Where a `line_cursor_text` is given, only that has to be read on `line_cursor` and `blurred_cursor`.
    """

    background: str
    surface: str
    panel: str
    line_cursor: str
    line_cursor_text: str
    """What every text at the cursor is shown in; `transparent`: each in its own colour."""
    blurred_cursor: str
    foreground: str
    muted: str
    error: str
    warning: str
    success: str
    primary: str
    accent: str
    cursor_text: str
    border: str


_DARK: Final[dict[Colours, Palette]] = {
    "truecolor": Palette(
        background="#14181d",
        surface="#1b2027",
        panel="#252c35",
        line_cursor="#20384a",
        line_cursor_text="transparent",
        blurred_cursor="#2c3540",
        foreground="#d8dee6",
        muted="#a3aebb",
        error="#f58f87",
        warning="#e6b450",
        success="#8fcf9e",
        primary="#7fbbe6",
        accent="#e6c284",
        cursor_text="#0e1114",
        border="#36404c",
    ),
    "256": Palette(
        background="#121212",
        surface="#1c1c1c",
        panel="#303030",
        line_cursor="#3a3a3a",
        line_cursor_text="transparent",
        blurred_cursor="#303030",
        foreground="#dadada",
        muted="#b2b2b2",
        error="#ff8787",
        warning="#d7af5f",
        success="#87d787",
        primary="#87afd7",
        accent="#d7af87",
        cursor_text="#121212",
        border="#444444",
    ),
    "16": Palette(
        background="#000000",
        surface="#000000",
        panel="#000000",
        line_cursor="#0000aa",
        line_cursor_text="#ffffff",
        blurred_cursor="#0000aa",
        foreground="#ffffff",
        muted="#aaaaaa",
        error="#ff5555",
        warning="#ffff55",
        success="#55ff55",
        primary="#55ffff",
        accent="#ffff55",
        cursor_text="#000000",
        border="#555555",
    ),
}

_LIGHT: Final[dict[Colours, Palette]] = {
    "truecolor": Palette(
        background="#f7f6f2",
        surface="#efede7",
        panel="#e4e1d8",
        line_cursor="#d6e4ee",
        line_cursor_text="transparent",
        blurred_cursor="#d3dbe2",
        foreground="#1d2329",
        muted="#535c66",
        error="#a8221a",
        warning="#704900",
        success="#1d5f33",
        primary="#1b587f",
        accent="#704900",
        cursor_text="#ffffff",
        border="#c3beb2",
    ),
    "256": Palette(
        background="#ffffff",
        surface="#f8f8f8",
        panel="#eeeeee",
        line_cursor="#d7ffff",
        line_cursor_text="transparent",
        blurred_cursor="#e4e4e4",
        foreground="#1c1c1c",
        muted="#585858",
        error="#af0000",
        warning="#5f5f00",
        success="#005f00",
        primary="#005f87",
        accent="#5f5f00",
        cursor_text="#ffffff",
        border="#c6c6c6",
    ),
    "16": Palette(
        background="#ffffff",
        surface="#ffffff",
        panel="#ffffff",
        line_cursor="#55ffff",
        line_cursor_text="transparent",
        blurred_cursor="#55ffff",
        foreground="#000000",
        muted="#555555",
        error="#aa0000",
        warning="#aa00aa",
        success="#000000",
        primary="#0000aa",
        accent="#0000aa",
        cursor_text="#ffffff",
        border="#aaaaaa",
    ),
}


def _theme(name: str, palette: Palette, *, dark: bool) -> Theme:
    return Theme(
        name=name,
        primary=palette.primary,
        secondary=palette.muted,
        accent=palette.accent,
        foreground=palette.foreground,
        background=palette.background,
        surface=palette.surface,
        panel=palette.panel,
        success=palette.success,
        warning=palette.warning,
        error=palette.error,
        dark=dark,
        variables={
            "block-cursor-foreground": palette.cursor_text,
            "block-cursor-background": palette.primary,
            "block-cursor-text-style": "none",
            "block-cursor-blurred-foreground": palette.foreground,
            "block-cursor-blurred-background": palette.blurred_cursor,
            "line-cursor": palette.line_cursor,
            "line-cursor-text": palette.line_cursor_text,
            "text": palette.foreground,
            "text-muted": palette.muted,
            "text-disabled": palette.muted,
            "text-error": palette.error,
            "text-warning": palette.warning,
            "text-success": palette.success,
            "text-primary": palette.primary,
            "text-secondary": palette.muted,
            "text-accent": palette.accent,
            "border": palette.primary,
            "border-blurred": palette.border,
            "scrollbar": palette.border,
            "scrollbar-background": palette.panel,
            "scrollbar-background-hover": palette.panel,
            "scrollbar-background-active": palette.panel,
        },
    )


def ours(colours: Colours = "truecolor") -> tuple[Theme, Theme]:
    """Our themes, dark and light, in colours that the terminal has."""
    return (
        _theme("followup-dark", _DARK[colours], dark=True),
        _theme("followup-light", _LIGHT[colours], dark=False),
    )


def colours_of(color_system: str | None) -> Colours:
    """What a terminal can show, by what Rich calls it."""
    if color_system == "truecolor":
        return "truecolor"
    return "256" if color_system == "256" else "16"


DEFAULT: Final = "followup-dark"

NAMES: Final = (*(theme.name for theme in ours()), *sorted(BUILTIN_THEMES))
"""All that `theme` may be set to."""

_LINE_CURSOR: Final = 0.22


def check_theme(name: str | None) -> None:
    """Raises SettingError for a theme there is not; None is the default."""
    if name is not None and name not in NAMES:
        raise SettingError("theme", f"{name!r} is no theme; the themes are {', '.join(NAMES)}")


def own_variables(theme: Theme) -> dict[str, str]:
    """The variables that only our style sheets know, for a theme that does not give them itself."""
    if "line-cursor" in theme.variables:
        return {}
    if theme.ansi:
        return {
            "line-cursor": "ansi_blue" if theme.dark else "ansi_bright_cyan",
            "line-cursor-text": "ansi_bright_white" if theme.dark else "ansi_black",
        }
    colours = theme.to_color_system().generate()
    cursor = Color.parse(colours["background"]).blend(Color.parse(colours["primary"]), _LINE_CURSOR)
    return {"line-cursor": cursor.hex, "line-cursor-text": "transparent"}
