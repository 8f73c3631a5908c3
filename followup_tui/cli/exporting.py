"""`followup export`: the book, or a part of it, as a file for other programs and for people."""

import argparse
import re
import sys
from calendar import monthrange
from datetime import date

from followup_tui.cli.context import Context, understand_words
from followup_tui.cli.naming import contact_named, opportunity_named
from followup_tui.cli.output import complain, harmless_json, say, writing
from followup_tui.desk.activities import Period
from followup_tui.desk.desk import Desk
from followup_tui.desk.exporting import FORMS, REPORT, Made, Wish, export, form_of, make
from followup_tui.desk.tables_out import TABLES
from followup_tui.domain.errors import FollowupError, NotFound
from followup_tui.domain.instants import FIRST_YEAR, LAST_YEAR
from followup_tui.domain.records import Draft
from followup_tui.domain.text import plain
from followup_tui.places import path_of

_MONTH = re.compile(r"(\d{4})-(\d{2})", re.ASCII)


def configure(parser: argparse.ArgumentParser) -> None:
    """The options of `export`."""
    parser.add_argument(
        "file", metavar="FILE", help="its ending says how it is written: .json .csv .vcf .ics .eml .md; - is stdout"
    )
    parser.add_argument(
        "--what",
        metavar="PART",
        default="",
        help=f"of .csv: {', '.join(TABLES)} or {REPORT}; of .md: {REPORT} or an opportunity; of .eml: a draft",
    )
    parser.add_argument("--as", dest="form", choices=FORMS, help="how it is written, whatever the name says")
    parser.add_argument("--from", dest="first", metavar="D", help="the first day of a report, or a month (2026-11)")
    parser.add_argument("--to", dest="last", metavar="D", help="its last day; today without it")


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Write the file and say what is in it; on standard output there is nothing but the file."""
    period = Period(_day(arguments.first, "--from", context), _day(arguments.last, "--to", context))
    with context.desk(writable=False) as desk:
        form = arguments.form or _form(arguments.file, arguments.what)
        wish = Wish(form, _what(desk, form, arguments.what), period)
        if arguments.file == "-":
            made = make(desk, wish)
            _print(made.data, form)
        else:
            target = path_of(arguments.file)
            made = export(desk, target, wish)
            say(f"Exported {made.words} to {target}.")
        _tell(made)
    return 0


def _form(name: str, what: str) -> str:
    if name != "-":
        return form_of(name)
    if what in TABLES:
        return "csv"
    return "md" if what else "json"


def _what(desk: Desk, form: str, name: str) -> str:
    """The id of the draft or opportunity that a name means; what is no name stays as it is."""
    if form == "md" and name not in ("", REPORT):
        return opportunity_named(desk, name).id
    if form == "eml" and name and desk.find(Draft, name) is None:
        return _draft_to(desk, name).id
    return name


def _draft_to(desk: Desk, name: str) -> Draft:
    """The newest draft to somebody. Raises NotFound, Ambiguous."""
    try:
        contact = contact_named(desk, name)
    except NotFound as error:
        raise NotFound(f"There is no draft {name!r}, and nobody of that name; nothing was exported.") from error
    drafts = [draft for draft in desk.records(Draft).values() if draft.contact_id == contact.id]
    unsent = [draft for draft in drafts if draft.sent_touchpoint_id is None]
    if not unsent:
        raise FollowupError(f"There is no unsent draft to {contact.name}; nothing was exported.")
    return max(unsent, key=lambda draft: (draft.updated_at, draft.id))


def _day(text: str | None, option: str, context: Context) -> date | None:
    """A day in words, or of a month its first or last. Raises FollowupError."""
    if text is None:
        return None
    if found := _MONTH.fullmatch(text):
        year, month = int(found[1]), int(found[2])
        if FIRST_YEAR <= year <= LAST_YEAR and month in range(1, 13):
            return date(year, month, 1 if option == "--from" else monthrange(year, month)[1])
    understood = understand_words(text, context.clock.now(), context.config, past=True)
    if understood.date is None:
        raise FollowupError(f"{option}: {understood.reason}")
    return understood.date


def _print(data: bytes, form: str) -> None:
    """Hand the file on as it is; a terminal gets it so that nothing in it acts on it."""
    with writing():
        sys.stdout.flush()
        if sys.stdout.isatty():
            text = data.decode("utf-8-sig")
            sys.stdout.write(harmless_json(text) if form == "json" else plain(text.replace("\r\n", "\n")))
        else:
            sys.stdout.buffer.write(data)


def _tell(made: Made) -> None:
    if made.notice:
        complain(f"followup: {made.notice}")
