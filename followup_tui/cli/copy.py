"""`followup copy NAME`: the letter one is writing to somebody, on the clipboard."""

import argparse
import sys

from followup_tui.cli.context import Context
from followup_tui.cli.naming import contact_named
from followup_tui.cli.output import say
from followup_tui.desk import handing_over
from followup_tui.desk.clipboard import Clipboard
from followup_tui.desk.desk import Desk
from followup_tui.domain.errors import FollowupError
from followup_tui.domain.phrases import kind_words
from followup_tui.domain.records import Contact, Draft


def configure(parser: argparse.ArgumentParser) -> None:
    """The options of `copy`."""
    parser.add_argument(
        "name",
        metavar="NAME",
        help="whom the draft is to: an id, a name, or the beginnings of words; or the draft's own id",
    )
    parser.add_argument("--subject", action="store_true", help="copy the subject instead of the message")


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Copy the newest draft to a contact that is not marked as sent (or the one of that id), and say where it went."""
    with context.desk() as desk:
        draft = desk.find(Draft, arguments.name) or _newest(desk, contact_named(desk, arguments.name))
        contact = desk.find(Contact, draft.contact_id)
        text = draft.subject if arguments.subject else draft.body
        terminal = _tell_terminal if sys.stdout.isatty() else None
        outcome = Clipboard(context.book_path.parent, osc52=terminal).copy(text)
        if outcome.where == "nowhere":
            raise FollowupError(outcome.sentence)
        if not arguments.subject:
            handing_over.note_handed_over(desk, draft)
    what = "subject" if arguments.subject else "text"
    whom = contact.name if contact else "unknown"
    say(f"The {what} of the {kind_words(draft.kind)} to {whom}: {outcome.sentence}")
    return 0


def _newest(desk: Desk, contact: Contact) -> Draft:
    drafts = [
        draft
        for draft in desk.records(Draft).values()
        if draft.contact_id == contact.id and draft.sent_touchpoint_id is None
    ]
    if not drafts:
        raise FollowupError(f"There is no unsent draft to {contact.name}; write one in the app first.")
    return max(drafts, key=lambda draft: draft.updated_at)


def _tell_terminal(text: str) -> bool:
    """Send a text to the terminal's clipboard (OSC 52); whether it arrives cannot be known."""
    import base64

    sys.stdout.write(f"\x1b]52;c;{base64.b64encode(text.encode()).decode()}\a")
    sys.stdout.flush()
    return True
