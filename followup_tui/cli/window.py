"""Opening the app: the book is loaded first, in the desk's thread, and so is sound before the screen changes."""

import gc
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from followup_tui.cli.context import Context, keep_holidays
from followup_tui.cli.output import complain
from followup_tui.cli.window_settings import check_file
from followup_tui.config_file import ConfigFile
from followup_tui.domain.errors import FollowupError

if TYPE_CHECKING:
    import argparse

    from followup_tui.desk.desk import Desk
    from followup_tui.desk.feed import Feed
    from followup_tui.exchange.template_files import Loaded

_DONE, _BROKEN = 0, 3


class Left(NamedTuple):
    """How the app was left: the exit status, and whether the user wants to look at the demo."""

    status: int
    for_demo: bool = False


def open_window(options: "argparse.Namespace", context: Context) -> int:
    """Run the app till it is left; the answer is the exit status."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        check_file(context)
        raise FollowupError("The app needs a terminal; `followup due` prints what is due, --help lists the commands.")
    if not options.demo:
        left = _run(context, context.book_path, context.config_path)
        if not left.for_demo:
            return left.status
    return _look_at_demo(context)


def _look_at_demo(context: Context) -> int:
    """Open a made-up book in a temporary place."""
    with tempfile.TemporaryDirectory(prefix="followup-demo-", ignore_cleanup_errors=True) as folder:
        path, settings = Path(folder) / "demo.json", Path(folder) / "config.toml"
        _make_demo(context, path)
        # The user's settings hold, and what is changed while looking at the demo goes with it.
        with suppress(FileNotFoundError):
            settings.write_bytes(context.config_path.read_bytes())
        _sign_as_in_demo(context, settings)
        return _run(context, path, settings).status


def _sign_as_in_demo(context: Context, settings: Path) -> None:
    """Have letters signed as those in the made-up book are, unless the user has a name to sign with."""
    from followup_tui.desk.demo import WRITER

    if not context.config.user.name:
        context.config = ConfigFile(settings).change({("user", "name"): WRITER})


def _make_demo(context: Context, path: Path) -> None:
    from followup_tui.desk.demo import demo_book
    from followup_tui.store.book import Book

    book = Book.open(path, stamp=context.clock.now)
    book.apply("Made up a book", put=demo_book(context.clock.now()))
    book.close()


def _run(context: Context, path: Path, settings: Path) -> Left:
    from followup_tui.desk.board_view import FIRST_ORDER, pipeline
    from followup_tui.tui.desk_thread import DeskThread

    # A big book makes half a million objects at once, none of them garbage; the app collects once it stands.
    gc.disable()
    desk = DeskThread(lambda: context.open_desk(path, enters_later=True))
    # So the first frame has its cards, instead of being painted without them and a moment later with them.
    desk.prepare(pipeline, FIRST_ORDER)
    told: set[str] = set()
    try:
        # And before Textual is loaded: there is one interpreter for both, and to pass it to and fro costs more than
        # there is to gain by reading one while the other computes.
        desk.wait_till_ready()
        from followup_tui.tui.app import FollowupApp
        from followup_tui.tui.services import Services

        services = Services(desk, context.clock, context.config, lambda: _letters(context), ConfigFile(settings))
        check_file(context)
        app = FollowupApp(services, path.parent, fits_terminal=True)
        told = app.told
        own = path == context.book_path  # a demo is none of the user's, and no calendar hears of it
        calendar = FollowedCalendar(desk.ask_and_wait, app) if own else None
        sentence = app.run()
        unsaved = app.save_all()
        if calendar is not None:
            calendar.close()
        for line in (sentence, unsaved):
            if line:
                complain(line)
        if app.crash_text.getvalue():
            from followup_tui.crash import report_text

            complain(report_text(app.crash_text.getvalue()))
            return Left(_BROKEN)
        return Left(_DONE, for_demo=app.wants_demo)
    finally:
        for notice in desk.close():
            if notice not in told:
                complain(notice)
        keep_holidays()


class FollowedCalendar:
    """Has the user's calendar file follow the book from the moment that one is set, at the start or in the settings.

    `ask` has the desk answer something in its own thread. What goes wrong is told by `app`, and once that is left, on
    stderr.
    """

    def __init__(self, ask: Callable[..., Any], app: Any) -> None:
        self._ask = ask
        self._app = app
        self._feed: Feed | None = None
        ask(self._wait)

    def _wait(self, desk: "Desk") -> None:
        """Begin as soon as there is a file to write; till then what writes it is not even loaded."""

        def heard(*_: object) -> None:
            if self._feed is None and desk.config.calendar is not None:
                from followup_tui.desk.feed import Feed

                self._feed = Feed(self._ask, self._tell)
                self._feed.follow(desk)
                stop()

        stop = desk.subscribe(heard)
        heard()

    def _tell(self, sentence: str) -> None:
        from followup_tui.tui.widgets.safe import notify

        if self._app.is_running:
            self._app.call_later(notify, self._app, sentence, severity="warning")
        else:
            complain(sentence)

    def close(self) -> None:
        """Write what is left to write; takes a few seconds at most. The desk must still answer."""
        if self._feed is not None:
            self._feed.close()


def _letters(context: Context) -> "Loaded":
    """The built-in templates and the user's own, which stand beside the settings, and what is wrong with those."""
    from followup_tui.exchange.template_files import load_templates

    return load_templates(context.config_path.parent / "templates")
