"""The text of a letter as it is put together: closes the gaps that optional parts leave, and knows its placeholders."""

_CLOSING = " \n,.;:!?)"


class Page:
    """Takes the template's words, values and placeholders in turn.

    At the border of a part spaces are not doubled, and what was left out takes its line and its blank line with it.
    Only the template's own words are ever touched, never a value.
    """

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._end = ""  # the last two characters
        self._words_last = False
        self._border = False
        self._gap = False
        self._spans: list[tuple[int, int]] = []

    def add_text(self, text: str) -> None:
        """Words of the template."""
        if self._border or self._gap:
            text = self._joined(text)
        if text:
            self._append(text, words=True)

    def add_value(self, text: str) -> None:
        """A value, which stays as it is."""
        if text:
            self._append(text, words=False)

    def add_placeholder(self, label: str) -> None:
        """Something to fill in by hand."""
        start = self._length
        self._append("{{" + label + "}}", words=False)
        self._spans.append((start, self._length))

    def begin_part(self) -> None:
        """A part that stays begins here."""
        self._border = True

    def end_part(self) -> None:
        """A part that stays ends here."""
        self._border = True

    def leave_out(self) -> None:
        """A part was left out here."""
        self._gap = True

    def text(self) -> str:
        """All of it, without blank lines and spaces at the end."""
        return "".join(self._pieces).rstrip()

    def placeholders(self) -> tuple[tuple[int, int], ...]:
        """Where the placeholders stand in `text()`."""
        return tuple(self._spans)

    def _append(self, text: str, *, words: bool) -> None:
        self._pieces.append(text)
        self._length += len(text)
        self._end = (self._end + text[-2:])[-2:]
        self._words_last = words
        self._border = self._gap = False

    def _joined(self, text: str) -> str:
        """`text` as it follows the border of a part."""
        if not self._end or self._end.endswith("\n"):
            text = text.lstrip(" \t")
            return self._without_line(text) if self._gap else text
        if text.startswith(tuple(_CLOSING)):
            self._drop_spaces()
        return text

    def _without_line(self, text: str) -> str:
        """The line that is empty now goes, and one of the blank lines around it."""
        if not text.startswith("\n"):
            return text
        return text[1:] if self._end and self._end != "\n\n" else text.lstrip("\n")

    def _drop_spaces(self) -> None:
        if not (self._words_last and self._end.endswith((" ", "\t"))):
            return
        kept = self._pieces[-1].rstrip(" \t")
        self._length -= len(self._pieces[-1]) - len(kept)
        self._pieces[-1] = kept
        self._end = kept[-2:]  # only its last character matters, and whether both are line ends
