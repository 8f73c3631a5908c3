"""`show` and `find`: what the book knows, for people and for programs."""

import argparse
from typing import Any

from followup_tui.cli.context import Context
from followup_tui.cli.due import fields_of
from followup_tui.cli.naming import either_named
from followup_tui.cli.output import json_text, say, say_json, say_text, table
from followup_tui.desk import look
from followup_tui.desk.desk import Desk
from followup_tui.desk.look import Dossier
from followup_tui.desk.search import Found, search
from followup_tui.domain.codec import to_plain
from followup_tui.domain.phrases import full_words, kind_words, when_words
from followup_tui.domain.phrases import look as look_of
from followup_tui.domain.records import (
    Contact,
    Decision,
    Draft,
    Interview,
    Material,
    Opportunity,
    Record,
    Reminder,
    Touchpoint,
)

_OTHERS: tuple[type[Record], ...] = (Interview, Touchpoint, Draft, Material, Reminder, Decision)


def configure_show(parser: argparse.ArgumentParser) -> None:
    """The options of `show`."""
    parser.add_argument("name", metavar="NAME", help="a company, a person, or an id")
    parser.add_argument("--json", action="store_true", help="for programs")


def run_show(arguments: argparse.Namespace, context: Context) -> int:
    """Print an opportunity or a contact with what is next and what happened; any other record, by its id, as it is."""
    with context.desk(writable=False) as desk:
        other = next((one for table in _OTHERS if (one := desk.find(table, arguments.name)) is not None), None)
        if other is not None:
            _say_record(other, as_json=arguments.json)
            return 0
        record = either_named(desk, arguments.name)
        is_opportunity = isinstance(record, Opportunity)
        dossier = (look.opportunity_dossier if is_opportunity else look.contact_dossier)(desk, record.id)
        if arguments.json:
            say_json(_as_json(record, dossier))
        else:
            _say_dossier(desk, record, dossier)
    return 0


def _say_record(record: Record, *, as_json: bool) -> None:
    """A record that is part of another's story, as `find` names it by its id: what it holds, but for its versions."""
    what, fields = record.table.removesuffix("s"), to_plain(record)
    if as_json:
        say_json({what: fields})
        return
    say(f"{what} ({record.id})")
    for name, value in fields.items():
        if name not in ("id", "revisions") and value not in (None, "", [], False):
            say_text(f"  {name}: {value if isinstance(value, str | int) else json_text(value)}")


def _as_json(record: Opportunity | Contact, dossier: Dossier) -> dict[str, Any]:
    return {
        record.table.rstrip("s") if record.table == "contacts" else "opportunity": to_plain(record),
        "contacts": [to_plain(contact) for contact in dossier.contacts],
        "interviews": [to_plain(interview) for interview in dossier.interviews],
        "follow_ups": [fields_of(follow_up) for follow_up in dossier.follow_ups],
        "timeline": [
            {"at": moment.at.isoformat(), "sort": moment.sort, "title": moment.title, "text": moment.text}
            for moment in dossier.timeline
        ],
    }


def _say_dossier(desk: Desk, record: Opportunity | Contact, dossier: Dossier) -> None:
    now, stages = desk.now(), desk.config.stages.names
    if isinstance(record, Opportunity):
        say(f"{record.company}, {record.role} — {look.outcome_words(record, stages)} ({record.id})")
        for contact in dossier.contacts:
            say(f"  {_person(contact)} ({contact.id})")
        known = {contact.id for contact in dossier.contacts}
        for contact_id in dict.fromkeys((record.primary_contact_id, *record.contact_ids)):
            if contact_id is not None and contact_id not in known:
                say(f"  unknown ({contact_id})")
    else:
        say(f"{_person(record)} ({record.id})")
        for one in dossier.opportunities:
            say(f"  {one.company}, {one.role} — {look.outcome_words(one, stages)} ({one.id})")
    if record.notes.strip():
        say_text(record.notes.strip())
    say("Next:" if dossier.follow_ups else "Nothing is planned.")
    for follow_up in dossier.follow_ups:
        when = f"{look_of(follow_up).symbol} {when_words(follow_up, now)}"
        say(f"  {when}: {kind_words(follow_up.kind)}. {follow_up.reason}")
    if dossier.timeline:
        say("What happened:")
    for line in table((full_words(moment.at, now), moment.title) for moment in dossier.timeline):
        say(f"  {line}")


def _person(contact: Contact) -> str:
    return ", ".join(text for text in (contact.name, contact.title, contact.company, contact.email) if text)


def configure_find(parser: argparse.ArgumentParser) -> None:
    """The options of `find`."""
    parser.add_argument("words", metavar="WORDS", nargs="+")
    parser.add_argument("--json", action="store_true", help="for programs")


def run_find(arguments: argparse.Namespace, context: Context) -> int:
    """Print every record in which all the words stand, the most telling first."""
    with context.desk(writable=False) as desk:
        found = search(desk, " ".join(arguments.words))
        if arguments.json:
            say_json({"found": [one._asdict() for one in found]})
        elif not found:
            say("Nothing in the book has these words.")
        else:
            _say_found(found)
    return 0


def _say_found(found: list[Found]) -> None:
    for line in table((one.what, one.title, one.excerpt, one.id) for one in found):
        say(line)
