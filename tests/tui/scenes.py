"""Every screen and dialog of the window, and how one gets there: for pictures, and for whoever wants to visit all."""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from textual.screen import Screen

from followup_tui.tui.dialogs.waiting import Waiting

FULL_SIZE = (120, 36)
QUICK_LINE = "…Globex, Staff SRE - interview fri 3pm with Ana Ruiz and Ben Cho, they decide by 27 nov #remote !!"


class Scene(NamedTuple):
    """Something to look at: its name, the keys from the opened demo to it, and what then is in front.

    A key that begins with `…` is text to type. What no key opens is `pushed`.
    """

    name: str
    keys: tuple[str, ...]
    front: str
    book: str = "demo"
    size: tuple[int, int] = FULL_SIZE
    pushed: Callable[[], Screen[Any]] | None = None


def _scenes(front: str, *scenes: tuple[str, str], book: str = "demo") -> Iterable[Scene]:
    for name, keys in scenes:
        yield Scene(name, keys_of(keys), front, book)


def keys_of(keys: str) -> tuple[str, ...]:
    """Keys as they are written here: apart by a blank; what is typed stands behind `…` up to a `|`."""
    return tuple(_split(keys))


def _split(keys: str) -> Iterable[str]:
    for part in keys.split("|"):
        head, typed, text = part.partition("…")
        yield from head.split()
        if typed:
            yield f"…{text}"


TO_CALDER = "right right right"

SCENES: tuple[Scene, ...] = (
    # The board
    *_scenes(
        "BoardScreen",
        ("board", ""),
        ("board-by-urgency", "v"),
        ("board-narrowing", "slash …stage:interviewing"),
        ("board-narrowed", "slash …engineer| enter o"),
        ("board-narrowed-to-nothing", "slash …zebra"),
        ("board-closed-unfolded", "c right right right right right"),
        ("board-moved", "L"),
    ),
    Scene("board-greeting", (), "BoardScreen", "empty"),
    # Today
    *_scenes("TodayScreen", ("today", "2"), ("today-interviews", "2 k"), ("today-end", "2 G")),
    Scene("today-empty", ("2",), "TodayScreen", "empty"),
    *_scenes("AfterInterview", ("after-interview", "2 h")),
    *_scenes("Moved", ("moved", "2 k m …fri 10:00")),
    # People
    *_scenes(
        "PeopleScreen",
        ("people", "3"),
        ("people-narrowing", "3 slash …an"),
        ("people-narrowed-to-nobody", "3 slash …zebra"),
        ("people-marked", "3 m m o"),
    ),
    Scene("people-empty", ("3",), "PeopleScreen", "empty"),
    *_scenes("TagMarked", ("tag-marked", "3 m m number_sign …remote")),
    *_scenes("MergePreview", ("merge", "3 m m M")),
    *_scenes("ContactForm", ("contact-new", "3 n"), ("contact-edit", "3 e")),
    # Detail
    *_scenes(
        "DetailScreen",
        ("detail", f"{TO_CALDER} enter"),
        ("detail-person", f"{TO_CALDER} enter l"),
        ("detail-timeline", f"{TO_CALDER} enter shift+tab"),
        ("contact", "3 enter"),
    ),
    *_scenes("Reading", ("reading", f"{TO_CALDER} enter shift+tab G enter")),
    *_scenes("InterviewForm", ("interview-edit", f"{TO_CALDER} enter tab tab e")),
    *_scenes("NewPromise", ("promise", f"{TO_CALDER} enter p …the runbook| tab tab …fri")),
    *_scenes("AskLine", ("point", f"{TO_CALDER} enter plus"), ("skip", "x")),
    # The draft editor
    *_scenes(
        "DraftScreen",
        ("draft", f"{TO_CALDER} d"),
        ("draft-side-hidden", f"{TO_CALDER} d f10"),
        ("draft-copied", f"{TO_CALDER} d f6"),
    ),
    *_scenes("Choose", ("draft-templates", f"{TO_CALDER} d f2"), ("draft-put-in", f"{TO_CALDER} d f3")),
    *_scenes("PanelLetters", ("draft-panel-letters", f"{TO_CALDER} d ctrl+l")),
    *_scenes("FindingMenu", ("draft-finding", "d f4")),
    *_scenes("Versions", ("draft-versions", f"{TO_CALDER} d …Thank you! | ctrl+s …Again.| ctrl+s f12")),
    # What a follow-up and a record are asked
    *_scenes("Snooze", ("snooze", "s …next tue")),
    *_scenes("Why", ("why", "w")),
    *_scenes("LogTouchpoint", ("log", "t")),
    *_scenes("Choose", ("move", "m"), ("close", "m c"), ("ways", "2 j j j d")),
    *_scenes("StayInTouch", ("stay-in-touch", f"{TO_CALDER} m c r")),
    *_scenes("OfferDeadline", ("offer", f"{TO_CALDER} m o …fri")),
    *_scenes("Went", ("went", "2 j j j d c")),
    *_scenes("ReminderForm", ("reminder-form", "R …Ask for the address| tab …fri 9am")),
    *_scenes("Materials", ("materials", "W")),
    *_scenes("MaterialForm", ("material-form", "W n …Wiring diagram|")),
    *_scenes("Tags", ("tags", "number_sign …remote, ")),
    *_scenes("Delete", ("delete", f"{TO_CALDER} delete")),
    *_scenes("OpportunityForm", ("opportunity-edit", f"{TO_CALDER} e"), ("opportunity-new", "a …Globex, Welder| tab")),
    *_scenes("Choose", ("form-leave", "e …x| escape")),
    # From anywhere
    *_scenes("QuickAdd", ("quick-add", f"a {QUICK_LINE}"), ("quick-add-empty", "a")),
    *_scenes("Find", ("find", "ctrl+p"), ("find-words", "ctrl+p …cal"), ("find-nothing", "ctrl+p …zebra")),
    *_scenes("KeysHelp", ("keys", "question_mark"), ("keys-draft", f"{TO_CALDER} d f1")),
    *_scenes("Export", ("export", "E"), ("export-report", "E right tab …1 nov")),
    *_scenes("Changes", ("changes", "asterisk L U")),
    *_scenes("ImportFile", ("import-file", "i"), ("import-file-none", "i …zebra")),
    *_scenes("ImportPreview", ("import", "i …app| enter")),
    *_scenes("ImportColumns", ("import-columns", "i …app| enter c")),
    *_scenes("ImportChoices", ("import-choices", "i …peo| enter p")),
    *_scenes(
        "SettingsDialog",
        ("settings", "comma"),
        ("settings-stages", "comma l l l"),
        ("settings-cadence", "comma h h"),
        ("settings-keys", "comma h"),
    ),
    *_scenes("PickTheme", ("settings-theme", "comma enter")),
    *_scenes("PressKey", ("settings-press-key", "comma h enter")),
    *_scenes("AskMeant", ("settings-meant", "comma l l enter …europe/ma")),
    *_scenes("AskText", ("settings-text", "comma l j j j enter")),
    Scene("too-small", (), "TooSmall", size=(38, 9)),
    # While a disk is slow
    Scene("waiting", (), "Waiting", pushed=lambda: Waiting("Marking it as sent …")),
)
