"""Opening the app: the book loads in its own thread while Textual does, and is sound before the screen changes."""

import argparse
import sys
import tempfile
from pathlib import Path

from followup_tui.cli.context import Context
from followup_tui.cli.output import complain
from followup_tui.crash import report_text
from followup_tui.domain.errors import FollowupError
from followup_tui.tui.desk_thread import DeskThread

_BROKEN = 3


def open_window(options: argparse.Namespace, context: Context) -> int:
    """Run the app till it is left; the answer is the exit status."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise FollowupError("The app needs a terminal; `followup due` prints what is due, --help lists the commands.")
    if not options.demo:
        return _run(context, context.book_path)
    with tempfile.TemporaryDirectory(prefix="followup-demo-", ignore_cleanup_errors=True) as folder:
        path = Path(folder) / "demo.json"
        _make_demo(context, path)
        return _run(context, path)


def _make_demo(context: Context, path: Path) -> None:
    from followup_tui.desk.demo import demo_book
    from followup_tui.store.book import Book

    book = Book.open(path, stamp=context.clock.now)
    book.apply("Made up a book", put=demo_book(context.clock.now()))
    book.close()


def _run(context: Context, path: Path) -> int:
    desk = DeskThread(lambda: context.open_desk(path))
    try:
        from followup_tui.exchange.template_files import load_templates
        from followup_tui.tui.app import FollowupApp
        from followup_tui.tui.services import Services

        loaded = load_templates(context.config_path.parent / "templates")
        services = Services(desk, context.clock, context.config, loaded.templates)
        desk.wait_till_ready()
        app = FollowupApp(services, path.parent)
        sentence = app.run()
        trouble = app.save_all()
        for line in (sentence, trouble):
            if line:
                complain(line)
        if app.crash_text.getvalue():
            complain(report_text(app.crash_text.getvalue()))
            return _BROKEN
        return 0
    finally:
        desk.close()
