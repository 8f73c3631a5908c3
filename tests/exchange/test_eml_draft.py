"""A letter as a file for the mail client, whatever the names and addresses of the book say."""

from email import message_from_bytes

from followup_tui.exchange.eml_draft import Letter, eml_draft
from tests.terminal.hostile_book import HOSTILE, as_stored

_HEADERS = {"X-Unsent", "To", "From", "Subject", "Content-Type", "Content-Transfer-Encoding", "MIME-Version"}


def test_whatever_stands_for_an_address_there_is_a_letter_with_its_own_headers_only() -> None:
    for text in map(as_stored, HOSTILE):
        for name in ("Ana Ruiz", text):
            letter = message_from_bytes(eml_draft(Letter(name, text, text, "Hello.", name, text)))
            assert set(letter.keys()) <= _HEADERS
            assert letter.get_payload() == "Hello.\r\n"
