"""The parts of a line: each function reads one row of what a part may be, from the whole of its text.

It answers None where the text is not its own. Nothing is half understood: a date with a word too many is no date.
"""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import NamedTuple

from followup_tui.domain.capture.interviews import INTERVIEW, Interview, read_interview
from followup_tui.domain.capture.people import Person, is_full_name, read_people
from followup_tui.domain.capture.words import Context, keyword
from followup_tui.domain.ordinary import is_ordinary
from followup_tui.domain.when import as_instant, names_a_date

_REMOTE = "remote"
_OTHER = "other"
_STAGES = ("lead", "screening", "interviewing", "offer")
_PEOPLE = {
    "with": _OTHER,
    "contact": _OTHER,
    "recruiter": "recruiter",
    "hiring manager": "hiring_manager",
    "referred by": "referrer",
}
# "in person" and their like are no cities; typed with a small letter a city cannot be told from them otherwise.
_NO_CITY = "a an the my our their person touch progress process house office general total town time"
_NO_CITIES = frozenset(_NO_CITY.split())
# "in English" tells how one works there, and "in November" when. March is a town as well.
_TOLD_OF_WORK = """january february april may june july august september october november december jan feb mar apr jun
    jul aug sep sept oct nov dec arabic basque catalan chinese danish dutch english finnish french galician german greek
    hebrew hindi italian japanese korean mandarin norwegian polish portuguese russian spanish swedish turkish ukrainian
    and or &"""
_TELLS_OF_WORK = frozenset(_TOLD_OF_WORK.split())
# Cities and countries whose names in lower case are other words as well.
_ORDINARY_CITY = """a coruña, a coruna, bath, battle, buffalo, bury, cape town, chad, chile, china, cork, deal, derby,
    golden, green bay, guinea, hull, jersey, jordan, little rock, long beach, mobile, nice, orange, oxford, palm
    springs, phoenix, reading, rugby, salt lake, split, the bronx, the hague, turkey, wells"""
_ORDINARY_CITIES = frozenset(" ".join(city.split()) for city in _ORDINARY_CITY.split(","))
# Nobody types a part as long as this; what was pasted by mistake is kept as a note without a long look.
LONGEST_PART = 300
_LONGEST_CITY, _LONGEST_SMALL_CITY = 6, 2
# "from home" and "from 9 to 5" tell of the work, and "in Q3" of its beginning.
_NO_SOURCE = re.compile(r"home|\d[\d:.]*(?:\s*[ap]m)?\s*(?:to|till|until|-|–)\s*\d.*", re.IGNORECASE)
_QUARTER = re.compile(r"[QH]\d\b.*", re.IGNORECASE)


_APPLIED = keyword("applied")
_DECISION = keyword(r"(?:they\s+)?decide\s+by|decision\s+by|(?:they\s+)?hear\s+back\s+by|deadline")
_WHO = keyword(r"(?P<how>with|contact|recruiter|hiring\s+manager|referred\s+by)")
_SOURCE = keyword("(?P<how>via|from)")
_PLACE = keyword("in")


class Stage(NamedTuple):
    """A stage, said alone."""

    stage: str


class Applied(NamedTuple):
    """The stage `applied`, and when. `has_date`: it was said, and is not just now."""

    at: datetime
    has_date: bool


class People(NamedTuple):
    """People, and the word they were named by: `with`, `recruiter`, `referred by`."""

    people: tuple[Person, ...]
    how: str


class Decision(NamedTuple):
    """The day by which they decide."""

    by: date


class Source(NamedTuple):
    """Where the opening was found. `said_via`: by `via`, which no company has in its name, and not by `from`."""

    name: str
    said_via: bool


class Place(NamedTuple):
    """A city, or `remote`."""

    name: str


Reading = Stage | Applied | Interview | People | Decision | Source | Place


def read_part(text: str, context: Context) -> Reading | None:
    """What the part `text` says; None where it is not a part we know, or its date is not understood."""
    if len(text) > LONGEST_PART:
        return None
    readers: tuple[Callable[[str, Context], Reading | None], ...] = (
        _stage,
        _applied,
        read_interview,
        _decision,
        _people,
        _source,
        _place,
    )
    return next((reading for reader in readers if (reading := reader(text, context))), None)


def has_date_keyword(text: str) -> bool:
    """Whether `text` begins as a part with a date does: `applied`, `interview`, `decide by` and their like."""
    return _dated_part(text) is not None


def is_date_keyword(text: str) -> bool:
    """Whether `text` is such a beginning alone, and its date may be still to come."""
    match = _dated_part(text)
    return match is not None and not match["rest"]


def looks_dated(text: str) -> bool:
    """Whether `text` begins as a part with a date does and names one, be it understood or not.

    "Interview coordinator" and "Applied scientist" do not: they are roles, or companies.
    """
    if len(text) > LONGEST_PART:
        return False
    match = _dated_part(text)
    return match is not None and names_a_date(match["rest"])


def _dated_part(text: str) -> re.Match[str] | None:
    return _APPLIED.fullmatch(text) or INTERVIEW.fullmatch(text) or _DECISION.fullmatch(text)


def _stage(text: str, _context: Context) -> Stage | None:
    return Stage(text.lower()) if text.lower() in _STAGES else None


def _applied(text: str, context: Context) -> Applied | None:
    match = _APPLIED.fullmatch(text)
    if match is None:
        return None
    here = context.now.astimezone(context.zone)
    if not match["rest"]:
        return Applied(here, has_date=False)
    found = context.understand(match["rest"], past=True)
    if not found.understood:
        return None
    at = as_instant(found, context.now, past=True, zone=context.zone)
    # `tomorrow` is taken as said by the dates, but nobody has applied tomorrow.
    return Applied(at, has_date=True) if at.astimezone(UTC) <= here.astimezone(UTC) else None


def _decision(text: str, context: Context) -> Decision | None:
    match = _DECISION.fullmatch(text)
    by = context.understand(match["rest"], past=False).date if match else None
    return Decision(by) if by else None


def _people(text: str, _context: Context) -> People | None:
    match = _WHO.fullmatch(text)
    if match is None:
        return None
    how = " ".join(match["how"].lower().split())
    people = read_people(match["rest"], _PEOPLE[how])
    return People(tuple(people), how) if people else None


def _source(text: str, context: Context) -> Source | None:
    match = _SOURCE.fullmatch(text)
    if match is None or not match["rest"]:
        return None
    said_via = match["how"].lower() == "via"
    # "from monday" says when it begins.
    tells_when = _NO_SOURCE.fullmatch(match["rest"]) or is_date(match["rest"].split(" to ")[0], context)
    return None if tells_when and not said_via else Source(match["rest"], said_via)


def _place(text: str, context: Context) -> Place | None:
    if text.lower() == _REMOTE:
        return Place(_REMOTE)
    match = _PLACE.fullmatch(text)
    if match is None or not _is_city(match["rest"]) or is_date(text, context):
        return None
    return Place(match["rest"])


def is_date(text: str, context: Context) -> bool:
    """Whether `text` is a date, be it ahead or behind."""
    return any(context.understand(text, past=past).understood for past in (False, True))


def _is_city(text: str) -> bool:
    words = text.split()
    if not 0 < len(words) <= _LONGEST_CITY or text[0].isdigit() or _QUARTER.fullmatch(text):
        return False
    if all(word.lower() in _TELLS_OF_WORK or word.isdigit() for word in words):
        return False
    if any(word[0].isupper() for word in words):
        return True
    if text in _ORDINARY_CITIES:
        return True
    if len(words) > _LONGEST_SMALL_CITY or words[0] in _NO_CITIES:
        return False
    return not all(map(is_ordinary, words))


def is_certain(reading: Reading | None) -> bool:
    """Whether nobody would take the words for those of a name or a role: a date, `via`, `referred by`."""
    match reading:
        case Interview() | Decision():
            return True
        case Applied():
            return reading.has_date
        case Source():
            return reading.said_via
        case People():
            return reading.how == "referred by"
        case _:
            return False


def names_in_full(reading: Reading | None) -> bool:
    """Whether the part names people, each with a whole name."""
    return isinstance(reading, People) and all(is_full_name(person.name) for person in reading.people)
