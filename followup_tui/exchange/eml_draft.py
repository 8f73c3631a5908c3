"""A message as an `.eml` file that mail clients open as a draft ready to send (`X-Unsent: 1`)."""

import mimetypes
from contextlib import suppress
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from typing import NamedTuple

# What Python's reader of addresses raises for what is none; the last is a slip of its own.
_NO_ADDRESS = (ValueError, MessageError, IndexError)
_SPECIAL = dict.fromkeys(map(ord, '"\\()<>[]:;@,'), " ")


class Attachment(NamedTuple):
    """A file that goes with a message: its name, without folders, and what is in it."""

    name: str
    data: bytes


class Letter(NamedTuple):
    """A message to be handed to a mail client."""

    to_name: str
    to: str
    subject: str
    body: str
    sender_name: str = ""
    sender: str = ""
    attachments: tuple[Attachment, ...] = ()


def eml_draft(letter: Letter) -> bytes:
    """The bytes of the `.eml`. No header can be smuggled in: what would break a line is a space."""
    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"
    if letter.to:
        message["To"] = _address(letter.to_name, letter.to)
    if letter.sender:
        message["From"] = _address(letter.sender_name, letter.sender)
    message["Subject"] = _line(letter.subject)
    message.set_content(letter.body, cte="quoted-printable")
    for attachment in letter.attachments:
        kind = mimetypes.guess_type(attachment.name)[0] or "application/octet-stream"
        main, _, sub = kind.partition("/")
        message.add_attachment(attachment.data, maintype=main, subtype=sub, filename=_line(attachment.name))
    return message.as_bytes()


def _address(name: str, address: str) -> str | Address:
    """A name and an address; one that is not of the usual form stands as it was given if a header can say it."""
    address = _line(address)
    try:
        return Address(_line(name), addr_spec=address)
    except _NO_ADDRESS:
        plain = address.translate(_SPECIAL)
    for given in (address, plain):
        with suppress(*_NO_ADDRESS):
            SMTP.header_factory("To", given)
            return given
    return ""


def _line(text: str) -> str:
    """A text in one line, without control characters."""
    return " ".join("".join(character if character.isprintable() else " " for character in text).split())
