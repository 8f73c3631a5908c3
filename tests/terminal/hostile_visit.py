"""What harm hostile text does in a real terminal, on every screen: nothing at all, or a list of what."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from tests.terminal.control_bytes import not_our_own, passed_on
from tests.terminal.hostile_book import HOSTILE, Records, all_as_stored, as_stored
from tests.terminal.tour import Home, Tour, pasted_in_a_row

_TABLES = ("opportunities", "contacts", "interviews", "touchpoints", "drafts", "materials", "reminders", "decisions")
# What the tour itself changes: it gives stars.
_TOUCHED = ("priority", "updated_at")
_BELL = b"\x07"


def harm_of_a_visit(folder: Path, records: Records, texts: tuple[str, ...], *, pages: int) -> list[str]:
    """Take the records in, visit every screen, paste the texts into every field, and say what went wrong."""
    home = Home(folder, _settings(texts))
    home.take_in(records)
    window = home.window()
    pasted = pasted_in_a_row(texts)
    try:
        Tour(window, pasted, pages).go()
        status = window.end()
    finally:
        raw = bytes(window.raw)
        window.close()
    return [
        *([f"it ended with status {status}"] if status else []),
        *(f"sent to the terminal: {order!r}" for order in not_our_own(raw, allowed=[_BELL])),
        *(f"passed on: {text!r}" for text in passed_on(raw, HOSTILE)),
        *_told_by_commands(home),
        *_changed(records, home.exported(), pasted),
    ]


def _settings(texts: tuple[str, ...]) -> Mapping[str, Any]:
    """The settings too say what would do harm, where they may say anything."""
    text = next((text for text in map(as_stored, texts) if text.strip()), "x")
    return {"timezone": "Europe/Madrid", "user": {"name": text, "email": text, "strengths": [text], "signature": text}}


def _told_by_commands(home: Home) -> Iterator[str]:
    """What the commands print goes to a terminal as well; a pipe is given the same."""
    for command in (["due", "--all"], ["due", "--short"], ["find", "a"], ["show", "[/]"], ["doctor"]):
        done = home.run(*command)
        told = done.stdout + done.stderr
        yield from (f"{command}: {order!r}" for order in not_our_own(told))
        yield from (f"{command} passed on: {text!r}" for text in passed_on(told, HOSTILE))
        if b"Traceback" in told or done.returncode not in (0, 1, 2):
            yield f"{command} ended with status {done.returncode}: {told[-200:]!r}"


def _changed(given: Records, kept: Records, pasted: str) -> Iterator[str]:
    """What is not in the book as it was given, and what was pasted into a letter and is in none."""
    for table in _TABLES:
        by_id = {record["id"]: record for record in kept[table]}
        for record in all_as_stored(given[table]):
            stored = by_id.get(record["id"], {})
            for name in record.keys() - set(_TOUCHED):
                if stored.get(name) != record[name]:
                    yield f"{table} {record['id']} {name}: {record[name]!r} became {stored.get(name)!r}"
    if not any(as_stored(pasted) in draft["body"] for draft in kept["drafts"]):
        yield "what was pasted into the letter is not in it"
