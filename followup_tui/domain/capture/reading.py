"""A whole line: its heading (company and role), then part after part, and whatever is not understood kept."""

import re
from collections.abc import Container, Iterator, Sequence
from datetime import date, datetime, tzinfo
from itertools import takewhile
from typing import NamedTuple

from followup_tui.domain.capture.captured import Captured, Gathered
from followup_tui.domain.capture.interviews import Interview
from followup_tui.domain.capture.parts import (
    LONGEST_PART,
    Applied,
    People,
    Place,
    Reading,
    Source,
    has_date_keyword,
    is_certain,
    is_date,
    is_date_keyword,
    looks_dated,
    names_in_full,
    read_part,
)
from followup_tui.domain.capture.people import is_address, is_full_name
from followup_tui.domain.capture.pieces import Piece, take_apart
from followup_tui.domain.capture.words import OPENINGS, Context
from followup_tui.domain.when import DateOrder, elapsed_minutes

_INNER_KEYWORD = re.compile(rf"\s(?={OPENINGS}\b)", re.IGNORECASE)
_VIA = re.compile(r"\s(?=via\b)", re.IGNORECASE)
_LEGAL_FORM = re.compile(
    r"(?:inc|ltd|llc|l\.l\.c|llp|plc|corp|co|gmbh|ag|s\.?a|s\.?l|s\.?l\.?u|b\.?v|n\.?v"
    r"|pty ltd|s\.?r\.?l|s\.?p\.?a|limited)\.?",
    re.IGNORECASE,
)
_FINAL_STOP = re.compile(r"(?<!\d\.\d)(?<!\d\.\d\d)\.$")
# `interview friday, 27 november, 2026, 3pm` is one part in four pieces.
_MOST_JOINED = 4
# No name is longer, even with a long link behind it; a page pasted by mistake is not looked through word by word.
_FARTHEST_KEYWORD = 2_000


class _Heading(NamedTuple):
    """The company and the role, where they were found, and the pieces after them."""

    company: Piece | None
    role: Piece | None
    rest: Sequence[Piece]


def parse_line(
    line: str,
    now: datetime,
    *,
    zone: tzinfo,
    holidays: Container[date] = frozenset(),
    date_order: DateOrder | None = None,
) -> Captured:
    """What `line` says: `COMPANY, ROLE` and then, in any order, the parts we know. Never raises for any text.

    `role` (or `company`) is None where it has to be asked for. What is not understood is kept in the notes and listed.
    Dates are read as `when.understand` reads them, with the same arguments.
    """
    context = Context(now, zone, holidays, date_order)
    pieces, marked = take_apart(line)
    heading = _heading(_without_final_stop(pieces), context)
    gathered = Gathered(context)
    for mark in marked:
        gathered.mark(mark)
    if heading.company:
        gathered.name("company", heading.company)
    if heading.role:
        gathered.name("role", heading.role)
    _gather([piece for piece in heading.rest if piece.text], gathered, context)
    return gathered.captured()


def _without_final_stop(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """`pieces` without the full stop at the end of the line; a company keeps its own, and so does `1.12.`."""
    if not pieces[1:] or not _FINAL_STOP.search(pieces[-1].text):
        return pieces
    last = pieces[-1]
    return [*pieces[:-1], last._replace(text=last.text[:-1].rstrip())]


def _heading(pieces: Sequence[Piece], context: Context) -> _Heading:
    while pieces and not pieces[0].text:
        pieces = pieces[1:]
    if not pieces or looks_dated(pieces[0].words):
        return _Heading(None, None, pieces)
    first, *rest = _with_legal_form(pieces)
    role_follows = bool(rest) and _could_be_role(rest[0], context)
    company, tail = _cut_at_keyword(first, context, is_role=False, role_follows=role_follows)
    if tail:
        return _Heading(company, None, [tail, *rest])
    if not role_follows:
        return _Heading(company, None, rest)
    role, tail = _cut_at_keyword(rest[0], context, is_role=True, role_follows=False)
    role = _without_mark(role) if tail else role
    return _Heading(company, role, [tail, *rest[1:]] if tail else rest[1:])


def _without_mark(role: Piece) -> Piece:
    """The role without what stood between it and the part behind it: "Cook: applied monday"."""
    text = role.text.rstrip(".: ")
    return role._replace(text=text, end=role.start + len(text))


def _with_legal_form(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """`Acme, Inc.` is one company and no role."""
    if len(pieces) > 1 and pieces[1].after_comma and _LEGAL_FORM.fullmatch(pieces[1].words):
        company = f"{pieces[0].text}, {pieces[1].text}"
        return [pieces[0]._replace(text=company, end=pieces[1].end), *pieces[2:]]
    return pieces


def _could_be_role(piece: Piece, context: Context) -> bool:
    return bool(piece.text) and not looks_dated(piece.words) and read_part(piece.words, context) is None


def _cut_at_keyword(piece: Piece, context: Context, *, is_role: bool, role_follows: bool) -> tuple[Piece, Piece | None]:
    """The piece up to a keyword that begins a part of its own ("Hotel Brisa applied yesterday"), and that part.

    `Women in Tech` and `Lead in` a role are names where nothing but the keyword speaks for a part: then a role has to
    be missing for the cut to be made. A tag or a link between them speaks for it: "Engineer #go in Vigo".
    """
    for match in _INNER_KEYWORD.finditer(piece.text, 0, _FARTHEST_KEYWORD):
        before, tail = piece.divided(match.start())
        reading = read_part(tail.words, context)
        separated = reading is not None and piece.has_gap_before(match.end())
        certain = separated or is_certain(reading) or looks_dated(tail.words)
        if certain or (not is_role and (names_in_full(reading) or (reading and not role_follows))):
            return before, tail
    return piece, None


def _gather(pieces: Sequence[Piece], gathered: Gathered, context: Context) -> None:
    """Every piece goes somewhere: into a field, or among what is not understood."""
    between_marks = [part for piece in pieces for part in _divided_at_gaps(piece, context)]
    pieces = [part for piece in between_marks for part in _divided_at_via(piece, context)]
    at = 0
    while at < len(pieces):
        reading, used = _read_joined(pieces[at:], context)
        gathered.add(pieces[at : at + used], reading)
        at += used


def _divided_at_gaps(piece: Piece, context: Context) -> Iterator[Piece]:
    """`via Ana #go in Vigo` is two parts: what needs no separator stands where one might."""
    (begin, last), *more = piece.between_gaps()
    for start, end in more:
        if not _goes_on(piece.cut(begin, last), piece.cut(start, end), context):
            yield piece.cut(begin, last)
            begin = start
        last = end
    yield piece.cut(begin, last)


def _goes_on(before: Piece, after: Piece, context: Context) -> bool:
    """Whether `after` belongs to what `before` says: a date to its interview, a word to its note."""
    if len(before.text) > LONGEST_PART or (reading := read_part(before.words, context)) is None:
        return True
    if isinstance(reading, Place | Source) or is_full_name(after.words) or read_part(after.words, context):
        return False
    return read_part(f"{before.words} {after.words}", context) is not None


def _divided_at_via(piece: Piece, context: Context) -> Sequence[Piece]:
    """`applied mon via LinkedIn` is two parts, since nothing else can be meant by it."""
    for match in _VIA.finditer(piece.text):
        before, source = piece.divided(match.start())
        applied = isinstance(read_part(before.words, context), Applied) or _is_date(before.words, context)
        if applied and isinstance(read_part(source.words, context), Source):
            return before, source
    return (piece,)


def _read_joined(pieces: Sequence[Piece], context: Context) -> tuple[Reading | None, int]:
    """What the first of `pieces` says, with as many pieces after it as its date has commas."""
    first = pieces[0]
    alone = read_part(first.words, context)
    if isinstance(alone, People | Interview) and (reading := _with_address(pieces[:2], context)):
        return reading, 2
    if not has_date_keyword(first.words):
        return alone, 1
    more = _that_may_belong(pieces[1:_MOST_JOINED], context, whatever_separates=is_date_keyword(first.words))
    for count in range(len(more), 0, -1):
        reading = read_part(_joined(first, more[:count]), context)
        if reading and not (isinstance(reading, Interview) and reading.leftover):
            break
    else:
        reading, count = alone, 0
    dates = list(takewhile(lambda piece: piece.after_comma and _is_date(piece.words, context), more[count:]))
    # "interview thu, 14 may, 3pm" where the 14th is a Friday: no part of it may be taken for the whole.
    return (None if dates else reading), 1 + count + len(dates)


def _with_address(pieces: Sequence[Piece], context: Context) -> Reading | None:
    """People with the address that stands behind them: "contact Ana Ruiz, ana@acme.example"."""
    people, *behind = pieces
    if not behind or not behind[0].after_comma or not is_address(behind[0].words):
        return None
    reading = read_part(f"{people.words} {behind[0].words}", context)
    return None if isinstance(reading, Interview) and reading.leftover else reading


def _joined(first: Piece, more: Sequence[Piece]) -> str:
    """`first` and its date, with its commas; none stands behind a keyword ("applied, monday")."""
    date = ", ".join(piece.words for piece in more)
    return f"{first.words}{' ' if is_date_keyword(first.words) else ', '}{date}"


def _that_may_belong(pieces: Sequence[Piece], context: Context, *, whatever_separates: bool) -> list[Piece]:
    """The pieces after commas, up to the first that is a part of its own.

    A date may stand behind a dash as well ("interview tue - 3pm"), and with `whatever_separates` so may anything that
    comes first: "interview - tue 3pm".
    """
    found: list[Piece] = []
    for piece in pieces:
        belongs = piece.after_comma or (whatever_separates and not found) or _is_date(piece.words, context)
        if not belongs or read_part(piece.words, context):
            break
        found.append(piece)
    return found


def _is_date(text: str, context: Context) -> bool:
    return not elapsed_minutes(text) and is_date(text, context)
