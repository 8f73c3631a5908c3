"""A message as it is written: its subject, its body, and the gaps that a template left in it."""

import re
from typing import Final

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input

from followup_tui.domain.profile import Profile
from followup_tui.domain.putting_in import Words, put_in
from followup_tui.tui.widgets.fields import SafeInput
from followup_tui.tui.widgets.letter import Letter

_GAP: Final = re.compile(r"\{\{[^{}\n]*\}\}")
"""What a template could not fill in."""


def has_gap(text: str) -> bool:
    """Whether something is still to be filled in by hand."""
    return _GAP.search(text) is not None


class LetterPane(Vertical):
    """Subject and body, one above the other. What is typed is told by the fields' own messages."""

    def __init__(self, body: str, *, id: str | None = None) -> None:  # noqa: A002 - as every widget of Textual's
        """A letter with this body; `open` puts in the whole of it."""
        super().__init__(id=id)
        self.subject = SafeInput(id="subject")
        self.subject.border_title = "Subject"
        self.body = Letter(body, id="body")
        self.body.border_title = "Message"

    def compose(self) -> ComposeResult:
        """The fields."""
        yield self.subject
        yield self.body

    def open(self, subject: str, body: str, *, with_subject: bool) -> None:
        """Show another letter, for good: undo does not go back beyond it. Writing goes on where it stopped."""
        with self.prevent(Input.Changed):
            self.subject.value = subject
        self.subject.display = with_subject
        if self.body.text != body:
            self.body.load_text(body)
        self._go_on()

    def replace(self, subject: str, body: str) -> None:
        """Put other texts in the place of these, as one step of undo."""
        self.subject.replace(subject, 0, len(self.subject.value))
        self.body.replace_all(body)
        self.body.move_cursor((0, 0))
        self._go_on()

    def _go_on(self) -> None:
        """The cursor goes to where one writes on: the first gap after it, else the end."""
        self.body.focus()
        if not self._select_gap():
            self.body.move_cursor(self.body.document.end)

    def put_in(self, words: Words, user: Profile) -> None:
        """Put words where they belong: in the place of the selection, or before the sign-off of `user`."""
        body = self.body
        start, end = sorted(map(body.index_of, body.selection))
        insertion = put_in(body.text, (start, end), words, user)
        body.select_span(insertion.start, insertion.end)
        body.paste(insertion.text)
        body.focus()

    def go_to_next_gap(self) -> bool:
        """Select the next gap of the body; False if there is none, or the body has not the focus."""
        return self.body.has_focus and self._select_gap()

    def _select_gap(self) -> bool:
        """Select the first gap after the cursor, else the first of all; False if there is none."""
        body = self.body
        gaps = [match.span() for match in _GAP.finditer(body.text)]
        if not gaps:
            return False
        here = body.index_of(max(body.selection))
        start, end = next((gap for gap in gaps if gap[0] >= here), gaps[0])
        body.select_span(start, end)
        return True
