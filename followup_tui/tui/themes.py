"""A look of our own, dark and light: calm, with colour kept for what is urgent."""

from typing import Final

from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from followup_tui.domain.settings import SettingError

DARK = Theme(
    name="followup-dark",
    primary="#6fb3e0",
    secondary="#8d9bb0",
    accent="#e0b56f",
    foreground="#d8dee6",
    background="#14181d",
    surface="#1b2027",
    panel="#252c35",
    success="#7fc48f",
    warning="#e6b450",
    error="#f07a72",
    dark=True,
    variables={
        "block-cursor-foreground": "#0e1114",
        "block-cursor-background": "#6fb3e0",
        "block-cursor-text-style": "none",
        "block-cursor-blurred-foreground": "#d8dee6",
        "block-cursor-blurred-background": "#2c3540",
        "line-cursor": "#20384a",
        "text-muted": "#95a1b0",
        "text-error": "#f58f87",
        "text-warning": "#e6b450",
        "text-success": "#8fcf9e",
        "text-primary": "#86c0e8",
        "text-accent": "#e6c284",
        "border": "#6fb3e0",
        "border-blurred": "#36404c",
    },
)

LIGHT = Theme(
    name="followup-light",
    primary="#1f6391",
    secondary="#5b6672",
    accent="#8a5a00",
    foreground="#1d2329",
    background="#f7f6f2",
    surface="#efede7",
    panel="#e4e1d8",
    success="#22693a",
    warning="#7d5200",
    error="#b3261e",
    dark=False,
    variables={
        "block-cursor-foreground": "#ffffff",
        "block-cursor-background": "#1f6391",
        "block-cursor-text-style": "none",
        "block-cursor-blurred-foreground": "#1d2329",
        "block-cursor-blurred-background": "#d3dbe2",
        "line-cursor": "#d6e4ee",
        "text-muted": "#5a636d",
        "text-error": "#a8221a",
        "text-warning": "#744c00",
        "text-success": "#1d5f33",
        "text-primary": "#1b587f",
        "text-accent": "#744c00",
        "border": "#1f6391",
        "border-blurred": "#c3beb2",
    },
)

OURS: Final = (DARK, LIGHT)

NAMES: Final = (*(theme.name for theme in OURS), *sorted(BUILTIN_THEMES))
"""All that `theme` may be set to."""

DEFAULT: Final = DARK.name

_LINE_CURSOR: Final = 0.22


def check_theme(name: str | None) -> None:
    """Raises SettingError for a theme there is not; None is the default."""
    if name is not None and name not in NAMES:
        raise SettingError("theme", f"{name!r} is no theme; the themes are {', '.join(NAMES)}")


def own_variables(theme: Theme) -> dict[str, str]:
    """The variables that only our style sheets know, for a theme that does not give them itself."""
    if theme.ansi:
        return {"line-cursor": "ansi_bright_black" if theme.dark else "ansi_white"}
    colours = theme.to_color_system().generate()
    cursor = Color.parse(colours["background"]).blend(Color.parse(colours["primary"]), _LINE_CURSOR)
    return {"line-cursor": cursor.hex}
