"""What a line became: its fields, and for each part of the line what was made of it."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from followup_tui.domain.capture.interviews import INTERVIEWER, Interview
from followup_tui.domain.capture.parts import Applied, Decision, People, Place, Reading, Source, Stage
from followup_tui.domain.capture.people import Person, merged, read_more_people
from followup_tui.domain.capture.pieces import Marked, Piece
from followup_tui.domain.capture.words import Context
from followup_tui.domain.instants import format_instant
from followup_tui.domain.schema import STAGES
from followup_tui.domain.when import say_day, say_instant

KEPT = "not understood, kept as a note"
_OTHER = "other"


class Part(NamedTuple):
    """A stretch of the line, from `start` to `end`, the field it went to, and what was understood, in words.

    `field` is the name of a field of `Captured`; `not_understood` for what was kept as a note.
    """

    field: str
    start: int
    end: int
    meaning: str


class Captured(NamedTuple):
    """What the one-line add made of a line; `role` or `company` None has to be asked for.

    `contacts` holds all people, those of the interview too. Instants are in the user's zone. `parts` are in the order
    of the line.
    """

    company: str | None
    role: str | None
    stage: str
    applied_at: datetime | None
    interview: Interview | None
    contacts: tuple[Person, ...]
    decision_by: date | None
    source: str | None
    url: str | None
    tags: tuple[str, ...]
    priority: int
    location: str | None
    notes: str
    not_understood: tuple[str, ...]
    parts: tuple[Part, ...]

    @property
    def missing(self) -> str | None:
        """The sentence that asks for what is missing, or None."""
        if not self.company:
            return "Which company? Begin with COMPANY, ROLE."
        if not self.role:
            return f"Which role at {self.company}? Begin with COMPANY, ROLE."
        return None


class Gathered:
    """The fields of a line while its parts come in, one after another."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._names: dict[str, str] = {}
        self._stages: list[str] = []
        self._applied: Applied | None = None
        self._interview: Interview | None = None
        self._people: list[Person] = []
        self._decision_by: date | None = None
        self._source: str | None = None
        self._url: str | None = None
        self._tags: list[str] = []
        self._priority = 0
        self._places: list[str] = []
        self._note = ""
        self._not_understood: list[str] = []
        self._parts: list[Part] = []
        # The part before: people may follow people, and those of an interview follow it.
        self._before: Reading | None = None
        self._at_interview = False

    def name(self, field: str, piece: Piece) -> None:
        """The company or the role."""
        self._names[field] = piece.words
        self._show(field, [piece], piece.words)

    def mark(self, mark: Marked) -> None:
        """What needs no separators: a tag, a link, a priority, the note."""
        field, meaning = mark.kind, mark.text
        match mark.kind:
            case "note":
                self._note, field = mark.text, "notes"
            case "tag":
                field = "tags"
                if mark.text not in self._tags:
                    self._tags.append(mark.text)
            case "priority":
                self._priority = max(self._priority, len(mark.text))
                meaning = f"priority {len(mark.text)}"
            case "source" if self._source is None:
                self._source = mark.text
            case "link" if self._url is None:
                self._url, field = mark.text, "url"
            case _:
                field = "not_understood"
                self._not_understood.append(mark.text)
        self._parts.append(Part(field, mark.start, mark.end, meaning))

    def add(self, pieces: Sequence[Piece], reading: Reading | None) -> None:
        """The next part, `reading`, which stands in `pieces`; what is None or said twice is kept as a note."""
        if reading is None and pieces[0].after_comma:
            reading = self._more_people(pieces[0].words)
        taken = reading is not None and self._take(reading)
        self._before = reading if taken else None
        if reading is None or not taken:
            self._at_interview = False
            self._keep(", ".join(piece.words for piece in pieces))
            self._show("not_understood", pieces, KEPT)
            return
        field, meaning = self._meaning(reading)
        self._show(field, pieces, meaning)

    def _more_people(self, text: str) -> People | None:
        """People after people, by a comma between full names."""
        follows = self._at_interview or isinstance(self._before, People)
        if not follows or not (isinstance(self._before, People) or (self._interview and self._interview.people)):
            return None
        people = read_more_people(text, INTERVIEWER if self._at_interview else _OTHER)
        return People(tuple(people), "with") if people else None

    def _take(self, reading: Reading) -> bool:
        """Whether `reading` found its field free."""
        match reading:
            case Stage(stage):
                self._stages.append(stage)
            case Applied() if self._applied is None:
                self._applied = reading
            case Interview() if self._interview is None:
                self._take_interview(reading)
                return True
            case People():
                self._take_people(reading)
                return True
            case Decision(by) if self._decision_by is None:
                self._decision_by = by
            case Source(name) if self._source is None:
                self._source = name
            case Place(name):
                self._places.append(name)
            case _:
                return False
        self._at_interview = False
        return True

    def _take_interview(self, interview: Interview) -> None:
        self._interview = interview
        self._at_interview = True
        self._add_people(interview.people)
        for words in interview.leftover:
            self._keep(words)

    def _take_people(self, reading: People) -> None:
        """People; a `with` right after the interview, and the names that follow it, belong to the interview."""
        self._at_interview = self._at_interview and reading.how == "with"
        people = reading.people
        if self._at_interview and self._interview:
            people = tuple(one._replace(role=INTERVIEWER) if one.role == _OTHER else one for one in people)
            self._interview = self._interview._replace(people=self._interview.people + people)
        self._add_people(people)

    def _add_people(self, people: Sequence[Person]) -> None:
        self._people += people
        for person in people:
            if person.remark:
                self._keep(f"{person.name} ({person.remark})")

    def _keep(self, text: str) -> None:
        self._not_understood.append(text)

    def _show(self, field: str, pieces: Sequence[Piece], meaning: str) -> None:
        self._parts.append(Part(field, pieces[0].start, pieces[-1].end, meaning))

    def _meaning(self, reading: Reading) -> tuple[str, str]:
        """The field a part went to, and what was understood of it."""
        match reading:
            case Stage(stage):
                return "stage", stage
            case Applied(at):
                return "applied_at", f"applied {say_instant(at)}"
            case Interview():
                return "interview", _interview_in_words(reading)
            case People(people):
                return "contacts", _people_in_words(people)
            case Decision(by):
                return "decision_by", f"they decide by {say_day(by)}"
            case Source(name):
                return "source", name
            case Place(name):
                return "location", name

    def captured(self) -> Captured:
        """The fields, once every part has come in."""
        stages = [
            *self._stages,
            *(["applied"] if self._applied else []),
            *(["interviewing"] if self._interview else []),
        ]
        interview = self._interview
        return Captured(
            company=self._names.get("company") or None,
            role=self._names.get("role") or None,
            stage=max(stages, key=STAGES.index, default=STAGES[0]),
            applied_at=self._applied.at if self._applied else None,
            interview=interview and interview._replace(people=merged(interview.people)),
            contacts=merged(self._people),
            decision_by=self._decision_by,
            source=self._source,
            url=self._url,
            tags=tuple(self._tags),
            priority=self._priority,
            location=", ".join(self._places) or None,
            notes="\n".join([*self._not_understood, *([self._note] if self._note else [])]),
            not_understood=tuple(self._not_understood),
            parts=tuple(sorted(self._parts, key=lambda part: part.start)),
        )


def _interview_in_words(interview: Interview) -> str:
    """`phone interview Wed 4 Aug 2027 10:00, 20 min, with Ana Ruiz`; an assumed time is said."""
    assumed = " (no time said)" if interview.time_assumed else ""
    words = f"{interview.format} interview {say_instant(interview.starts_at)}{assumed}, {interview.duration_min} min"
    words += f", with {_people_in_words(interview.people)}" if interview.people else ""
    return "; ".join([words, *(f"“{left}” {KEPT}" for left in interview.leftover)])


def _people_in_words(people: Sequence[Person]) -> str:
    return ", ".join(_person_in_words(person) for person in people)


def _person_in_words(person: Person) -> str:
    role = f" ({person.role.replace('_', ' ')})" if person.role != _OTHER else ""
    return f"{person.name}{f' <{person.email}>' if person.email else ''}{role}"


def to_json(captured: Captured) -> dict[str, Any]:
    """What `followup add --dry-run --json` prints."""
    interview = captured.interview
    return {
        "company": captured.company,
        "role": captured.role,
        "stage": captured.stage,
        "applied_at": format_instant(captured.applied_at) if captured.applied_at else None,
        "interview": {
            "starts_at": format_instant(interview.starts_at),
            "duration_min": interview.duration_min,
            "format": interview.format,
            "contacts": [person.name for person in interview.people],
        }
        if interview
        else None,
        "contacts": [{"name": one.name, "email": one.email, "role": one.role} for one in captured.contacts],
        "decision_by": captured.decision_by.isoformat() if captured.decision_by else None,
        "source": captured.source,
        "url": captured.url,
        "tags": list(captured.tags),
        "priority": captured.priority,
        "location": captured.location,
        "notes": captured.notes,
        "not_understood": list(captured.not_understood),
    }
