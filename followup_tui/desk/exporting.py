"""The book as files for other programs and for people: which form a name asks for, what goes in, and writing it."""

import re
from datetime import date
from pathlib import Path
from typing import Final, NamedTuple

from followup_tui.desk import exchange
from followup_tui.desk.activities import Period, report
from followup_tui.desk.appointments import appointments
from followup_tui.desk.desk import Desk
from followup_tui.desk.dossier import dossier_markdown
from followup_tui.desk.handing_over import letter_of
from followup_tui.desk.tables_out import TABLES, TIMED, table_csv
from followup_tui.domain.errors import FollowupError
from followup_tui.domain.phrases import by_channel, kind_words
from followup_tui.domain.records import Contact, Draft
from followup_tui.domain.text import fold
from followup_tui.exchange.calendar_out import calendar
from followup_tui.exchange.eml_draft import eml_draft
from followup_tui.exchange.report import report_csv, report_markdown
from followup_tui.exchange.vcard_out import vcards
from followup_tui.store.calendar_memory import remembering

FORMS: Final = ("json", "csv", "vcf", "ics", "eml", "md")
"""What is written, each called by the ending of its files."""

REPORT: Final = "report"
_UNSAFE: Final = re.compile(r"[^a-z0-9]+")
_LONGEST_NAME: Final = 60
_ONE: Final = {
    "contacts": "contact",
    "opportunities": "opportunity",
    "interviews": "interview",
    "touchpoints": "touchpoint",
}


class Wish(NamedTuple):
    """What is to be exported: the form, what of the book (empty: what that form has by itself), and of which days.

    For `md` `what` is "report" or the id of an opportunity, for `eml` the id of a draft.
    """

    form: str
    what: str = ""
    period: Period = Period()


class Made(NamedTuple):
    """A file's bytes, what is in it in words (`12 contacts`), and a sentence on what a person should know of it."""

    data: bytes
    words: str
    notice: str = ""


def form_of(name: str) -> str:
    """The form that a file's name asks for. Raises FollowupError, saying which there are."""
    form = Path(name).suffix.lower().removeprefix(".")
    if form not in FORMS:
        raise FollowupError(
            f"{name}: the name must end in one of {', '.join('.' + each for each in FORMS)}, which says how it is "
            "written; nothing was exported."
        )
    return form


def make(desk: Desk, wish: Wish) -> Made:
    """The file that was wished for. Raises FollowupError for what that form cannot have."""
    _check(wish)
    maker = {"json": _json, "csv": _csv, "vcf": _vcf, "ics": _ics, "eml": _eml, "md": _md}[wish.form]
    return maker(desk, wish)


def export(desk: Desk, target: Path, wish: Wish) -> Made:
    """Make the file and put it there, for the user alone to read, in the place of one that was there.

    Raises FollowupError, also for the book itself and its own files.
    """
    exchange.refuse_own(desk.book.path, target)
    made = make(desk, wish)
    exchange.write(desk.book.path, target, made.data)
    return made


def _check(wish: Wish) -> None:
    """Raises FollowupError for a table or a period where that means nothing."""
    tables = f"one of {', '.join(TABLES)}, {REPORT}"
    if wish.form == "csv" and wish.what not in (*TABLES, REPORT):
        found = f"--what {wish.what}" if wish.what else "--what"
        raise FollowupError(f"{found}: a .csv file holds {tables}; say which. Nothing was exported.")
    allowed = {"json": "", "vcf": "contacts", "ics": ""}
    if wish.form in allowed and wish.what not in ("", allowed[wish.form]):
        raise FollowupError(f"--what {wish.what}: a .{wish.form} file has no such part; nothing was exported.")
    if wish.period == Period():
        return
    first, last = wish.period
    if wish.what not in (REPORT, *TIMED) and (wish.form != "md" or wish.what):
        raise FollowupError("--from and --to go with reports, interviews and touchpoints; nothing was exported.")
    if first is not None and last is not None and first > last:
        raise FollowupError(f"The period ends ({last}) before it begins ({first}); nothing was exported.")


def _json(desk: Desk, _wish: Wish) -> Made:
    return Made(exchange.dump(desk).encode(), _count(exchange.count(desk), "record"))


def _csv(desk: Desk, wish: Wish) -> Made:
    if wish.what == REPORT:
        made = report(desk, wish.period)
        return Made(report_csv(made), _count(len(made.activities), "activity", "activities"))
    data, rows = table_csv(desk, wish.what, wish.period)
    return Made(data, _count(rows, _ONE[wish.what], wish.what))


def _vcf(desk: Desk, _wish: Wish) -> Made:
    contacts = sorted(desk.records(Contact).values(), key=lambda contact: contact.id)
    return Made(vcards(contacts), _count(len(contacts), "contact"))


def _ics(desk: Desk, _wish: Wish) -> Made:
    events = appointments(desk)
    data, notice = remembering(desk.book.path, lambda known: calendar(events, known, desk.now()))
    return Made(data, _count(data.count(b"BEGIN:VEVENT\r\n"), "appointment"), notice)


def _eml(desk: Desk, wish: Wish) -> Made:
    draft = desk.get(Draft, wish.what) if wish.what else _newest(desk)
    contact = desk.find(Contact, draft.contact_id)
    if draft.channel != "email":
        raise FollowupError(f"That draft goes {by_channel(draft.channel)}, not by e-mail; nothing was exported.")
    if contact is None or not contact.email:
        whom = contact.name if contact else "whom that draft is to"
        raise FollowupError(f"No e-mail address of {whom} is known; add it, then export the draft.")
    letter = letter_of(desk, draft)
    files = f", {_count(len(letter.attachments), 'file')} attached" if letter.attachments else ""
    return Made(eml_draft(letter), f"the {kind_words(draft.kind)} to {letter.to_name}{files}")


def _newest(desk: Desk) -> Draft:
    """The draft that was written at last and is not marked as sent."""
    drafts = [
        draft for draft in desk.records(Draft).values() if draft.sent_touchpoint_id is None and draft.channel == "email"
    ]
    if not drafts:
        raise FollowupError("There is no unsent e-mail draft; nothing was exported. Write one in the app first.")
    return max(drafts, key=lambda draft: (draft.updated_at, draft.id))


def _md(desk: Desk, wish: Wish) -> Made:
    if wish.what in ("", REPORT):
        made = report(desk, wish.period)
        return Made(report_markdown(made).encode(), _count(len(made.activities), "activity", "activities"))
    return Made(dossier_markdown(desk, wish.what).encode(), "the dossier")


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"


def default_name(wish: Wish, today: date, company: str = "") -> str:
    """A name for the file where the user gives none; a dossier is called by the company, in plain letters."""
    if wish.form == "md" and company:
        return f"{_UNSAFE.sub('-', fold(company)).strip('-')[:_LONGEST_NAME] or 'dossier'}.md"
    stem = {"json": "followup", "vcf": "contacts", "ics": "followup", "eml": "letter"}.get(wish.form)
    if stem is None:
        stem = wish.what if wish.what in (*TABLES, REPORT) else REPORT if not wish.what else "dossier"
    dated = f"-{today}" if stem in ("followup", REPORT) and wish.form != "ics" else ""
    return f"{stem}{dated}.{wish.form}"
