"""The form of something worth sending."""

from typing import cast

from followup_tui.desk.materials import Worth, save_material
from followup_tui.domain.records import Material, MaterialKind
from followup_tui.domain.schema import MATERIAL_KINDS
from followup_tui.tui.dialogs.form import Form, Row, text_area
from followup_tui.tui.services import Services
from followup_tui.tui.widgets.fields import SafeInput
from followup_tui.tui.widgets.pick import Alternative, Pick


class MaterialForm(Form[Material]):
    """The answer is the material as it was stored."""

    def __init__(self, services: Services, edited: Material | None = None) -> None:
        """A form for something new, or for the changes of `edited`."""
        super().__init__(f"Edit {edited.title}" if edited else "Add something worth sending")
        self._services = services
        self._edited = edited

    def rows(self) -> list[Row]:
        """What it is and what it is called; where it is, or the thing itself."""
        edited = self._edited
        kinds = [Alternative(kind, kind.replace("_", " ")) for kind in MATERIAL_KINDS]
        return [
            Row("Title", SafeInput(edited.title if edited else "", "what it is called", id="title", compact=True)),
            Row("Kind", Pick(kinds, edited.kind if edited else "article", id="kind")),
            Row("Link or file", SafeInput(edited.url if edited else "", "https://, or a path", id="url", compact=True)),
            Row("Text", text_area(edited.text if edited else "", "text", "what to say of it, or the thing itself")),
        ]

    def problem(self) -> tuple[str, str] | None:
        """There must be a title."""
        return None if self.line("title") else ("title", "What is it called? This one is required.")

    async def store(self) -> Material:
        """Add it, or change it."""
        kind = cast("MaterialKind", self.picked("kind"))
        values = Worth(kind, self.line("title"), self.line("url"), self.area("text"))
        return await self._services.desk.ask(save_material, values, self._edited)
