"""A TextArea and nothing else, with a letter of 300 words: the floor for typing."""

from textual.app import App, ComposeResult
from textual.widgets import TextArea

LETTER = "Dear Ana,\n\n" + "\n\n".join(" ".join(["word"] * 50) for _ in range(6)) + "\n\nSam\n"


class Bare(App[None]):
    """Only the text."""

    def compose(self) -> ComposeResult:
        yield TextArea(LETTER)


if __name__ == "__main__":
    Bare().run()
