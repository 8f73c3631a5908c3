"""The smallest Textual app: the floor for anything built on Textual."""

from textual import events
from textual.app import App, ComposeResult
from textual.widgets import Static


class Hello(App[None]):
    """Says hello, and which key was pressed."""

    def compose(self) -> ComposeResult:
        yield Static("hello world")

    def on_key(self, event: events.Key) -> None:
        self.query_one(Static).update(f"key {event.key} {event.time}")


if __name__ == "__main__":
    Hello().run()
