"""Handing a letter over: to the mail client by a link or a file, to an editor and back; and that it was done.

Handing over is not sending. That a draft was handed over is kept with it, so that the user is asked when it is opened
again.
"""

import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import quote

from followup_tui.desk.desk import Desk
from followup_tui.desk.kept_with import keep, kept
from followup_tui.domain.errors import FollowupError
from followup_tui.domain.facts import instant
from followup_tui.domain.phrases import kind_words
from followup_tui.domain.records import Contact, Draft, Material
from followup_tui.domain.text import clean
from followup_tui.private_file import write_private

if TYPE_CHECKING:
    from followup_tui.exchange.eml_draft import Attachment, Letter

LONGEST_LINK: Final = 1_800
"""A longer `mailto:` is cut short by some mail clients without a word."""

MAIL_FILE: Final = "letter.eml"

_HANDED_OVER = "handed_over_at"
_SECONDS = 4.0
_LARGEST_ATTACHMENT = 20_000_000
_OPEN = "import sys, webbrowser; sys.exit(not webbrowser.open(sys.argv[1]))"


class HandedOver(NamedTuple):
    """Whether a letter was handed over, and what became of it in a sentence."""

    done: bool
    sentence: str


# That it was done


def note_handed_over(desk: Desk, draft: Draft, session: str | None = None) -> Draft:
    """Keep that a draft was handed over just now; returns what is stored. Raises NotFound if it is not saved.

    In a `session` of writing it is part of that step of undo.
    """
    return keep(desk, draft, _HANDED_OVER, desk.clock.stamp(), f"Handed over the {kind_words(draft.kind)}", session)


def handed_over_at(draft: Draft) -> datetime | None:
    """When a draft that is not marked as sent was last copied or handed over; None if it never was."""
    at = kept(draft, _HANDED_OVER) if draft.sent_touchpoint_id is None else None
    with suppress(ValueError, TypeError):
        return instant(at) if isinstance(at, str) else None
    return None


# The mail client


def letter_of(desk: Desk, draft: Draft) -> "Letter":
    """A draft as it goes out. Raises FollowupError for one that does not go by mail, or to nobody's address."""
    from followup_tui.exchange.eml_draft import Letter

    contact = desk.find(Contact, draft.contact_id)
    if draft.channel != "email":
        raise FollowupError("This one does not go by e-mail; copy it instead.")
    if contact is None or not contact.email:
        raise FollowupError("No e-mail address is known for this letter; copy it instead.")
    user = desk.config.user
    return Letter(
        contact.name,
        contact.email,
        clean(draft.subject),
        clean(draft.body),
        user.name,
        user.email,
        tuple(_attachments(desk, draft)),
    )


def _attachments(desk: Desk, draft: Draft) -> Iterator["Attachment"]:
    """The materials of a draft that are files on this machine."""
    from followup_tui.exchange.eml_draft import Attachment

    for material_id in draft.material_ids:
        material = desk.find(Material, material_id)
        path = _file_of(material.url or "") if material else None
        if path is not None:
            try:
                yield Attachment(path.name, path.read_bytes())
            except OSError as error:
                raise FollowupError(f"{path} cannot be read ({error.strerror}); nothing was handed over.") from error


def _file_of(link: str) -> Path | None:
    """The file that a material's link names, if it is one that a letter can carry."""
    # A home that nobody has is a RuntimeError.
    with suppress(OSError, ValueError, RuntimeError):
        path = Path(link.removeprefix("file://")).expanduser()
        if link.startswith(("file://", "/", "~/")) and path.is_file() and path.stat().st_size <= _LARGEST_ATTACHMENT:
            return path
    return None


def mailto(letter: "Letter") -> str:
    """The letter as a link (RFC 6068): everything encoded, lines ending in CRLF."""
    to = quote(letter.to, safe="@")
    body = letter.body.replace("\n", "\r\n")
    return f"mailto:{to}?subject={quote(letter.subject, safe='')}&body={quote(body, safe='')}"


def hand_over(letter: "Letter", folder: Path) -> HandedOver:
    """Open a letter in the mail client: by a link, or where that is too long or there are files, by an `.eml` file.

    Takes up to four seconds: call it outside the event loop. The file stands in `folder`, for the user alone to read.
    """
    link = mailto(letter)
    if len(link) <= LONGEST_LINK and not letter.attachments:
        if _open(link):
            return HandedOver(done=True, sentence="Handed to the mail client.")
        return HandedOver(done=False, sentence="No mail client could be started; copy the message instead.")
    from followup_tui.exchange.eml_draft import eml_draft

    path = folder / MAIL_FILE
    try:
        write_private(path, eml_draft(letter))
    except OSError as error:
        return HandedOver(done=False, sentence=f"{path} could not be written ({error.strerror}); copy it instead.")
    if _open(str(path)):
        return HandedOver(done=True, sentence=f"Handed to the mail client as {path}.")
    return HandedOver(done=True, sentence=f"No mail client could be started: the letter is in {path}.")


def _open(what: str) -> bool:
    """Open a link or a file with the program for it, away from our terminal; False if there is none."""
    programs = {"darwin": ["open"], "win32": [sys.executable, "-P", "-c", _OPEN]}
    for command in (programs.get(sys.platform, ["xdg-open"]), [sys.executable, "-P", "-c", _OPEN]):
        try:
            process = subprocess.Popen(  # noqa: S603 - a program of the system, a link or a path of our own making
                [*command, what],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError:
            continue
        try:
            if process.wait(_SECONDS) == 0:
                return True
        except subprocess.TimeoutExpired:
            return True  # a mail client that is waited for is one that runs
    return False


# The editor


def editor_command(environ: Mapping[str, str]) -> list[str]:
    """The user's editor. Raises FollowupError where none is named, or its name cannot be read."""
    named = environ.get("VISUAL") or environ.get("EDITOR") or ""
    try:
        command = shlex.split(named)
    except ValueError:
        command = []
    if not command:
        raise FollowupError("No editor is named; set VISUAL or EDITOR to one, such as nano.")
    return command


def edit_outside(text: str, command: list[str]) -> str:
    """Let the user's editor have the terminal with a text, and return what it saved.

    The text stands in a temporary file that only the user can read, and that is gone when this returns. Raises
    FollowupError if the editor is missing, fails, or leaves what is no text; then the letter is as it was.
    """
    name = Path(command[0]).name
    with tempfile.TemporaryDirectory(prefix="followup-") as folder:
        path = Path(folder) / "letter.txt"
        write_private(path, text.encode())
        try:
            done = subprocess.run([*command, str(path)], check=False)  # noqa: S603 - the user's own editor
        except OSError as error:
            raise FollowupError(f"{name} cannot be started ({error.strerror}); the letter is as it was.") from error
        if done.returncode != 0:
            raise FollowupError(f"{name} ended with status {done.returncode}; the letter is as it was.")
        try:
            edited = clean(path.read_bytes().decode())
        except (OSError, UnicodeDecodeError) as error:
            raise FollowupError(f"What {name} left is no text; the letter is as it was.") from error
    return edited if text.endswith("\n") else edited.removesuffix("\n")
