"""Several contacts are one person: what merging them would make, field by field, before it is done."""

from collections.abc import Awaitable, Callable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from followup_tui.desk.merging import Kept, Preview
from followup_tui.domain.phrases import capitalised
from followup_tui.domain.records import Contact
from followup_tui.tui.dialogs.base import Dialog, explained
from followup_tui.tui.widgets.cells import pad
from followup_tui.tui.widgets.hanging import Hanging, Labelled
from followup_tui.tui.widgets.safe import shown

_NAMES = {
    "email": "e-mail",
    "linkedin": "LinkedIn",
    "preferred_channel": "prefers",
    "linkedin_connected_at": "connected",
    "timezone": "time zone",
    "keep_in_touch_days": "every (days)",
    "keep_in_touch_since": "in touch since",
    "keep_in_touch": "keep in touch",
    "other_emails": "other e-mails",
    "other_phones": "other phones",
}
_NAME_WIDTH = 15

Look = Callable[[str], Awaitable[Preview | None]]
"""What merging into the contact of this id would make; None if that was refused, and said."""


class MergePreview(Dialog[str]):
    """Whose record stays is chosen above; what it will say stands below. The answer is the id of the one that stays."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "merge", "Merge", tooltip="Make one contact of these", id="merge.accept", priority=True),
        Binding("j", "other(1)", "Next", show=False, tooltip="Keep the next one's record", id="merge.next"),
        Binding("k", "other(-1)", "Before", show=False, tooltip="Keep the record of the one before", id="merge.before"),
        Binding(
            "pagedown,ctrl+d",
            "scroll(1)",
            "Scroll",
            tooltip="Scroll down what it will say",
            id="merge.down",
            priority=True,
        ),
        Binding(
            "pageup,ctrl+u", "scroll(-1)", "Scroll", show=False, tooltip="Scroll back", id="merge.up", priority=True
        ),
    ]

    DEFAULT_CSS = """
    MergePreview {
        & > .dialog--box { width: 90; max-height: 30; }
        & OptionList { height: auto; max-height: 6; background: $surface; }
        & VerticalScroll { height: 1fr; margin-top: 1; }
        & VerticalScroll > Static { width: 1fr; height: auto; }
    }
    """

    def __init__(self, preview: Preview, why: str, look: Look) -> None:
        """A dialog that begins with `preview`; `why` says why they may be one person."""
        super().__init__(f"Merge {1 + len(preview.others)} contacts into one")
        self._people = (preview.kept, *preview.others)
        self._why = why
        self._look = look
        self._preview = preview

    def compose_question(self) -> list[Widget]:
        """Whom to keep, and what will stay."""
        options = OptionList(*(Option(_person(person)) for person in self._people), markup=False)
        ask = "Whose record stays? What it lacks is filled in from the others."
        why = f"{capitalised(self._why)}." if self._why else ""
        return [explained(" ".join(filter(None, (why, ask)))), options, VerticalScroll(Static(_fields(self._preview)))]

    def on_mount(self) -> None:
        """The arrows choose whose record stays."""
        self.query_one(OptionList).focus()

    @on(OptionList.OptionHighlighted)
    async def _chosen(self, event: OptionList.OptionHighlighted) -> None:
        preview = await self._look(self._people[event.option_index].id)
        if preview is None:
            self.dismiss(None)
            return
        self._preview = preview
        self.query_one("VerticalScroll > Static", Static).update(_fields(preview))

    def action_merge(self) -> None:
        """Make one contact of these."""
        self.dismiss(self._preview.kept.id)

    def action_other(self, step: int) -> None:
        """Keep another one's record."""
        options = self.query_one(OptionList)
        if step > 0:
            options.action_cursor_down()
        else:
            options.action_cursor_up()

    def action_scroll(self, direction: int) -> None:
        """Scroll down what it will say."""
        scroll = self.query_one(VerticalScroll)
        if direction > 0:
            scroll.scroll_page_down(animate=False)
        else:
            scroll.scroll_page_up(animate=False)


def _person(person: Contact) -> Content:
    about = ", ".join(filter(None, (person.title, person.company, person.email)))
    return Content.assemble(shown(person.name, style="bold"), "  ", shown(about, style="$text-muted"))


def _fields(preview: Preview) -> Hanging:
    lines = [_field(field) for field in preview.fields if field.value or field.left_out]
    if preview.moved:
        moved = Labelled(Content.styled("Goes over to it: ", "$text-muted"), Content(preview.moved))
        lines += [Labelled(Content(""), Content("")), moved]
    return Hanging(lines)


def _field(field: Kept) -> Labelled:
    """What the field will say: `+` where that is new to the record that stays; what is left out stands behind `not`."""
    name = _NAMES.get(field.name, field.name.replace("_", " "))
    label = Content.assemble(
        ("+ " if field.is_new else "  ", "bold $text-success"), (pad(name, _NAME_WIDTH), "$text-muted")
    )
    parts = [shown(field.value, single_line=False, style="$text-success" if field.is_new else "")]
    for text in field.left_out:
        parts += [
            Content.styled("  not " if field.value else "not ", "$text-warning"),
            shown(text, style="strike $text-muted"),
        ]
    return Labelled(label, Content.assemble(*parts))
