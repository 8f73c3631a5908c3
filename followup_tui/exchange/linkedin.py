"""The tables in LinkedIn's own archive of a member's data ("Download your data").

Their columns are those of archives of 2019 to 2025: `Connections.csv` begins with a `Notes:` paragraph in newer ones,
and has no `URL` in older ones.
"""

import hashlib
from collections.abc import Iterator
from datetime import time

from followup_tui.domain.errors import FollowupError
from followup_tui.domain.text import fold
from followup_tui.exchange import dates
from followup_tui.exchange.column_names import folded
from followup_tui.exchange.found import (
    FoundMessage,
    FoundOpportunity,
    FoundPerson,
    Person,
    Reading,
    Remark,
    Source,
    Unit,
    Unreadable,
    Where,
)
from followup_tui.exchange.kinds import Kind
from followup_tui.exchange.table_rows import UNTOLD
from followup_tui.exchange.table_text import Row
from followup_tui.exchange.tables import Head, body, head_of

_MIDNIGHT = time()
_MORNING = time(9)
_DRAFTS = ("is message draft", "is conversation draft")


def _rows(source: Source, kind: Kind) -> Iterator[tuple[Where, dict[str, str] | None]]:
    """The rows of one of LinkedIn's tables, by their folded titles; None for one that cannot be read."""
    head = head_of(source, kind)
    titles = [folded(title) for title in head.titles]
    for row in body(source, head):
        where = Where(source.path, row.line)
        yield (
            where,
            None if row.cells is None else dict(zip(reversed(titles), reversed(_padded(row, head)), strict=True)),
        )


def _padded(row: Row, head: Head) -> tuple[str, ...]:
    """The cells of a row, as many as the header has titles."""
    cells = row.cells or ()
    return (*cells, *[""] * (len(head.titles) - len(cells)))[: len(head.titles)]


def read_connections(source: Source, reading: Reading) -> Iterator[Unit]:
    """The people in `Connections.csv`; those who have hidden everything are empty rows, which say nothing."""
    for where, row in _rows(source, "linkedin-connections"):
        if row is None:
            yield Unreadable(where=where, reason=UNTOLD)
            continue
        connected = row.get("connected on", "")
        name = f"{row['first name']} {row['last name']}".strip()
        email, url = row.get("email address", ""), row.get("url", "")
        if not any((name, email, url)):
            if any(row.get(title) for title in ("company", "position")):
                yield Unreadable(where=where, reason="has neither a name nor an address")
            continue
        moment = dates.read(connected, reading.date_order)
        if connected and moment is None:
            yield Remark(where=where, text=f"{connected!r} is no date that can be read; it was left empty")
        yield FoundPerson(
            where=where,
            person=Person(
                name=name,
                emails=(email,) if email else (),
                company=row.get("company") or None,
                title=row.get("position") or None,
                linkedin=url or None,
                linkedin_connected_at=moment.instant(reading.zone, _MIDNIGHT) if moment else None,
            ),
        )


def read_applications(source: Source, reading: Reading) -> Iterator[Unit]:
    """What was applied to on LinkedIn; the address and the number in each row are the applicant's own."""
    for where, row in _rows(source, "linkedin-applications"):
        if row is None:
            yield Unreadable(where=where, reason=UNTOLD)
            continue
        if not any(row.values()):
            continue
        company, role, said = row["company name"], row["job title"], row["application date"]
        if not company or not role:
            yield Unreadable(where=where, reason=f"has no {'company' if not company else 'role'}")
            continue
        moment = dates.read(said, "mdy")
        if said and moment is None:
            yield Remark(where=where, text=f"{said!r} is no date that can be read; it was left empty")
        notes = [f"Resume: {row['resume name']}"] if row.get("resume name") else []
        yield FoundOpportunity(
            where=where,
            company=company,
            role=role,
            stage="applied",
            applied_at=moment.instant(reading.zone, _MORNING) if moment else None,
            source="LinkedIn",
            url=row.get("job url") or None,
            notes="\n".join([*notes, *filter(None, [row.get("question and answers")])]),
        )


def read_messages(source: Source, reading: Reading) -> Iterator[Unit]:
    """The messages, but for drafts; those of the user are known by the name in the settings."""
    me = fold(reading.user_name)
    if not me:
        raise FollowupError(
            f"{source.path}: which messages are yours is seen by your name, and the settings have none; "
            'nothing was imported. Set name = "…" under [user] first.'
        )
    for where, row in _rows(source, "linkedin-messages"):
        if row is None:
            yield Unreadable(where=where, reason=UNTOLD)
        elif any(row.values()) and not any(_is_yes(row.get(title, "")) for title in _DRAFTS):
            yield _message(where, row, me, reading)


def _is_yes(text: str) -> bool:
    return text.casefold() in ("yes", "true", "1")


def _message(where: Where, row: dict[str, str], me: str, reading: Reading) -> Unit:
    moment = dates.read(row["date"])
    if moment is None:
        return Unreadable(where=where, reason=f"{row['date']!r} is no date that can be read")
    outgoing = fold(row["from"]) == me
    others = _recipients(row, me) if outgoing else _people([row["from"]], [row.get("sender profile url", "")])
    if not others:
        return Unreadable(where=where, reason="says nobody whom it was written to" if outgoing else "says no sender")
    said = (row["conversation id"], row["date"], row["from"], row["to"], row["content"])
    digest = hashlib.sha256("\0".join(said).encode("utf-8", "replace")).hexdigest()
    return FoundMessage(
        where=where,
        at=moment.instant(reading.zone, _MORNING),
        outgoing=outgoing,
        others=others,
        channel="linkedin",
        subject=row.get("subject", ""),
        body=row["content"],
        message_id=f"linkedin:{digest[:32]}",
    )


def _recipients(row: dict[str, str], me: str) -> tuple[Person, ...]:
    """Whom a message went to; names and addresses belong together where there are as many of one as of the other."""
    names = [name.strip() for name in row["to"].split(",")]
    pages = [page.strip() for page in row.get("recipient profile urls", "").split(",")]
    if len(names) != len(pages):
        names = [row["to"]] if len(pages) == 1 else names
        pages = pages if len(names) == len(pages) else [""] * len(names)
    kept = [(name, page) for name, page in zip(names, pages, strict=True) if fold(name) != me]
    return _people([name for name, _ in kept], [page for _, page in kept])


def _people(names: list[str], pages: list[str]) -> tuple[Person, ...]:
    return tuple(
        Person(name=name, linkedin=page or None) for name, page in zip(names, pages, strict=True) if name or page
    )
