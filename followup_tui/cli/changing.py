"""The commands that change the book: `add`, `log`, `move`, `undo`, `redo`."""

import argparse
from collections.abc import Iterator, Sequence

from followup_tui.cli.context import Context, logged_at
from followup_tui.cli.naming import contact_named, opportunity_named
from followup_tui.cli.output import say, say_json, say_text
from followup_tui.cli.parser import word
from followup_tui.cli.texts import read_text
from followup_tui.desk.desk import Desk
from followup_tui.desk.log import Entry, Logged, log
from followup_tui.desk.pipeline import describe, move
from followup_tui.desk.quick_add import QuickAdded, add_captured, blank, known_already, understand_line
from followup_tui.domain.capture import KEPT, Captured, to_json
from followup_tui.domain.errors import FollowupError, NothingToDo
from followup_tui.domain.phrases import OUTCOMES, by_channel, kind_words, when_words
from followup_tui.domain.records import Contact, Opportunity
from followup_tui.domain.schema import CHANNELS, STAGES, TOUCHPOINT_KINDS
from followup_tui.domain.stages import Stages
from followup_tui.domain.text import clean


def configure_add(parser: argparse.ArgumentParser) -> None:
    """The options of `add`."""
    parser.add_argument("line", metavar="LINE", nargs="?", help='"Globex, Staff SRE — interview tue 3pm with Ana Ruiz"')
    parser.add_argument("--company", metavar="C")
    parser.add_argument("--role", metavar="R")
    parser.add_argument("--stage", type=word, choices=STAGES)
    parser.add_argument("--contact", metavar="NAME", action="append", default=[], help="may be given several times")
    parser.add_argument("--dry-run", action="store_true", help="say what would be added, and add nothing")
    parser.add_argument("--json", action="store_true", help="for programs: what the line was understood as")


def run_add(arguments: argparse.Namespace, context: Context) -> int:
    """Add an opportunity; people who are not known yet are made."""
    captured = _captured(arguments, context)
    if captured.missing:
        raise FollowupError(captured.missing)
    with context.desk_to_change(dry_run=arguments.dry_run) as desk:
        same = known_already(desk, captured).same
        added = None if arguments.dry_run else add_captured(desk, captured)
    if arguments.json:
        say_json(to_json(captured))
        return 0
    if added is None:
        _say_captured(captured)
    else:
        _say_added(added, captured, context.config.stages)
    if same is not None:
        say(f"There is {describe(same)} in the book already ({same.id}).")
    return 0


def _captured(arguments: argparse.Namespace, context: Context) -> Captured:
    """What is to be added, from the line or from the options."""
    given = [name for name in ("company", "role", "stage", "contact") if getattr(arguments, name)]
    if arguments.line is not None:
        if given:
            raise FollowupError(f"Give either the line or --{given[0]}, not both.")
        return understand_line(arguments.line, context.clock.now(), context.config)
    if not arguments.company or not arguments.role:
        raise FollowupError('Give a line, like "Globex, Staff SRE", or --company and --role.')
    return blank(
        company=clean(arguments.company).strip(),
        role=clean(arguments.role).strip(),
        stage=arguments.stage or "lead",
        people=arguments.contact,
        now=context.clock.now(),
    )


def _say_captured(captured: Captured) -> None:
    for name, value in to_json(captured).items():
        if isinstance(value, str | int) and value:
            say_text(f"{name}: {value}")
    if captured.contacts:
        say(f"contacts: {', '.join(person.name for person in captured.contacts)}")
    if captured.tags:
        say(f"tags: {', '.join(captured.tags)}")
    for line in _understood(captured, ("interview",)):
        say(line)


def _say_added(quick: QuickAdded, captured: Captured, stages: Stages) -> None:
    added = quick.added
    opportunity = added.opportunity
    say(f"Added {describe(opportunity)} in {stages.name(opportunity.stage)} ({opportunity.id}).")
    for contact in added.contacts:
        say(f"  with {contact.name} ({contact.id}{', new' if contact in added.made else ''})")
    for line in _understood(captured, ("interview", "applied_at", "decision_by")):
        say(f"  {line}")


def _understood(captured: Captured, fields: Sequence[str]) -> Iterator[str]:
    """What dates a line's parts were understood as, and which of its words were only kept as a note."""
    for part in captured.parts:
        if part.field in fields:
            yield part.meaning
    for words in captured.not_understood:
        yield f"{KEPT}: {words}"


def configure_log(parser: argparse.ArgumentParser) -> None:
    """The options of `log`."""
    parser.add_argument(
        "kind", metavar="KIND", type=word, choices=TOUCHPOINT_KINDS, help=f"one of {', '.join(TOUCHPOINT_KINDS)}"
    )
    parser.add_argument("--to", metavar="NAME", required=True, help="the contact, also with --in")
    parser.add_argument("--opportunity", metavar="NAME")
    parser.add_argument("--in", dest="incoming", action="store_true", help="they wrote")
    parser.add_argument("--channel", type=word, choices=CHANNELS)
    parser.add_argument("--at", metavar="WHEN", help="when it was, if not now")
    parser.add_argument("--subject", metavar="TEXT", default="")
    parser.add_argument("--body", metavar="FILE", help="the exact text, from a file or - for standard input")
    parser.add_argument("--needs-reply", action="store_true", help="it asks for an answer")
    parser.add_argument("--reason", metavar="TEXT", help="why it went out although it was too early")
    parser.add_argument("--promise", metavar="ID", help="the promise that this keeps, where there are several")


def run_log(arguments: argparse.Namespace, context: Context) -> int:
    """Log a touchpoint; status 0 means that it is on the disk."""
    body = "" if arguments.body is None else read_text(arguments.body)
    at = None if arguments.at is None else logged_at(arguments.at, context)
    with context.desk() as desk:
        opportunity = None if arguments.opportunity is None else opportunity_named(desk, arguments.opportunity)
        entry = Entry(
            kind=arguments.kind,
            contact_id=contact_named(desk, arguments.to).id,
            opportunity_id=opportunity.id if opportunity else None,
            direction="in" if arguments.incoming else "out",
            channel=arguments.channel,
            at=at,
            subject=arguments.subject,
            body=body,
            needs_reply=arguments.needs_reply,
            early_reason=arguments.reason,
            promise_id=arguments.promise,
        )
        _say_logged(desk, log(desk, entry))
    return 0


def _say_logged(desk: Desk, logged: Logged) -> None:
    touchpoint = logged.touchpoint
    contact = desk.find(Contact, touchpoint.contact_id)
    opportunity = desk.find(Opportunity, touchpoint.opportunity_id)
    towards = "to" if touchpoint.direction == "out" else "from"
    whom = contact.name if contact else "unknown"
    about = describe(opportunity) if opportunity else "no opportunity"
    how = by_channel(touchpoint.channel)
    say(f"Logged {kind_words(touchpoint.kind)} {towards} {whom} {how}, for {about} ({touchpoint.id}).")
    upcoming = next(
        (
            follow_up
            for follow_up in desk.plan()
            if touchpoint.contact_id == follow_up.contact_id
            or (touchpoint.opportunity_id is not None and touchpoint.opportunity_id == follow_up.opportunity_id)
        ),
        None,
    )
    if upcoming:
        say(f"Next: {kind_words(upcoming.kind)}, {when_words(upcoming, desk.now())}. {upcoming.reason}")


def configure_move(parser: argparse.ArgumentParser) -> None:
    """The options of `move`."""
    parser.add_argument("opportunity", metavar="OPPORTUNITY")
    parser.add_argument("stage", metavar="STAGE", type=word, choices=STAGES, help="one of " + ", ".join(STAGES))
    parser.add_argument("--outcome", type=word, choices=tuple(OUTCOMES), help="how it ended, when it is closed")


def run_move(arguments: argparse.Namespace, context: Context) -> int:
    """Move an opportunity to a stage; status 0 also where it stands there already."""
    with context.desk() as desk:
        opportunity = opportunity_named(desk, arguments.opportunity)
        try:
            change = move(desk, opportunity.id, arguments.stage, arguments.outcome)
        except NothingToDo as error:
            say(str(error))
        else:
            say(f"{change.label} ({opportunity.id}).")
    return 0


def configure_undo(parser: argparse.ArgumentParser) -> None:
    """`undo` has no options of its own."""


def run_undo(_arguments: argparse.Namespace, context: Context) -> int:
    """Take back the book's last change and say what it was."""
    with context.desk() as desk:
        say(f"{desk.undo().label}.")
    return 0


def configure_redo(parser: argparse.ArgumentParser) -> None:
    """`redo` has no options of its own."""


def run_redo(_arguments: argparse.Namespace, context: Context) -> int:
    """Make again what was last taken back and say what it was."""
    with context.desk() as desk:
        say(f"{desk.redo().label}.")
    return 0
