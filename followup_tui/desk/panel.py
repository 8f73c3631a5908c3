"""The panel: everybody of an interview, who has been thanked, and how alike the letters to them are."""

import re
from collections import defaultdict
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import combinations
from typing import NamedTuple

from followup_tui.desk.desk import Desk
from followup_tui.desk.drafts import Opened, begin, open_draft
from followup_tui.domain.cadence import FollowUp
from followup_tui.domain.records import Contact, Draft, Interview, Touchpoint
from followup_tui.domain.review import repeated_in
from followup_tui.domain.templates import Template

_WORD = re.compile(r"\w+")


class Seat(NamedTuple):
    """One of a panel: the letter being written to them, or the one that was sent; both may be missing."""

    contact: Contact
    draft: Draft | None
    sent: Touchpoint | None

    @property
    def text(self) -> str:
        """What they get, or got."""
        return self.sent.body if self.sent else self.draft.body if self.draft else ""


class Panel(NamedTuple):
    """The people of one interview in its order, for letters of one kind."""

    interview: Interview
    kind: str
    seats: tuple[Seat, ...]

    @property
    def done(self) -> int:
        """How many have had their letter."""
        return sum(seat.sent is not None for seat in self.seats)


def panel_of(desk: Desk, draft: Draft) -> Panel | None:
    """The panel that a draft belongs to; None if its interview had but one person, or there is none."""
    interview = desk.find(Interview, draft.interview_id)
    people = [desk.find(Contact, contact_id) for contact_id in interview.contact_ids] if interview else []
    if interview is None or len(people) < 2 or draft.contact_id not in interview.contact_ids:  # noqa: PLR2004 - a panel
        return None
    seats = tuple(_seat(desk, interview, draft.kind, person) for person in people if person is not None)
    return Panel(interview, draft.kind, seats)


def _seat(desk: Desk, interview: Interview, kind: str, person: Contact) -> Seat:
    drafts = [
        draft
        for draft in desk.records(Draft).values()
        if (draft.interview_id, draft.contact_id, draft.kind) == (interview.id, person.id, kind)
        and draft.sent_touchpoint_id is None
    ]
    sent = [
        entry.record
        for entry in desk.facts.touchpoints_of_contact.of(person.id)
        if entry.record.interview_id == interview.id and entry.record.direction == "out" and entry.record.kind == kind
    ]
    return Seat(person, max(drafts, key=lambda one: one.updated_at, default=None), sent[-1] if sent else None)


def open_next(desk: Desk, templates: Sequence[Template], draft: Draft, step: int) -> Opened | None:
    """The letter to the next of the panel who has had none, going round by `step`; None if there is nobody else."""
    panel = panel_of(desk, draft)
    if panel is None:
        return None
    here = next(at for at, seat in enumerate(panel.seats) if seat.contact.id == draft.contact_id)
    for turn in range(1, len(panel.seats)):
        seat = panel.seats[(here + step * turn) % len(panel.seats)]
        if seat.sent is None:
            return _open(desk, templates, panel, seat)
    return None


def open_seat(desk: Desk, templates: Sequence[Template], draft: Draft, contact_id: str) -> Opened | None:
    """The letter to one of a draft's panel; None if it was sent, or they are not of the panel by now."""
    panel = panel_of(desk, draft)
    seat = next((seat for seat in panel.seats if seat.contact.id == contact_id), None) if panel else None
    return _open(desk, templates, panel, seat) if panel and seat and seat.sent is None else None


def _open(desk: Desk, templates: Sequence[Template], panel: Panel, seat: Seat) -> Opened:
    if seat.draft is not None:
        return open_draft(desk, seat.draft.id)
    follow_up = _planned(desk, panel, seat)
    if follow_up is not None:
        return begin(desk, templates, follow_up=follow_up)
    interview = panel.interview
    return begin(
        desk,
        templates,
        contact_id=seat.contact.id,
        opportunity_id=interview.opportunity_id,
        interview_id=interview.id,
        kind=panel.kind,
    )


def _planned(desk: Desk, panel: Panel, seat: Seat) -> FollowUp | None:
    wanted = (panel.interview.id, seat.contact.id, panel.kind)
    return next(
        (each for each in desk.plan() if (each.interview_id, each.contact_id, each.kind) == wanted),
        None,
    )


class Beside(NamedTuple):
    """One letter of a panel beside the others.

    `alike` is how alike it is to the one in hand in percent, None for that one. `marked` are the spans of its sentences
    that also stand in another one.
    """

    contact: Contact
    text: str
    sent: bool
    alike: int | None
    marked: tuple[tuple[int, int], ...]


class Repeated(NamedTuple):
    """A sentence that two people of a panel get, or got: the names, and the sentence as the first of them has it."""

    names: tuple[str, str]
    sentence: str


def letters_beside(panel: Panel, draft: Draft) -> tuple[tuple[Beside, ...], tuple[Repeated, ...]]:
    """The letters of a panel side by side, in its order, and what stands in more than one of them.

    `draft` is the one in hand, as it stands in the editor. Every letter is read: call it in a thread.
    """
    people = [seat.contact for seat in panel.seats]
    texts = [draft.body if seat.contact.id == draft.contact_id else seat.text for seat in panel.seats]
    marked: dict[int, set[tuple[int, int]]] = defaultdict(set)
    repeated = []
    for one, other in combinations(range(len(people)), 2):
        spans = _shared(people, texts, one, other)
        marked[one].update(spans)
        marked[other].update(_shared(people, texts, other, one))
        names = (people[one].name, people[other].name)
        repeated += [Repeated(names, " ".join(texts[one][slice(*span)].split())) for span in spans]
    letters = tuple(
        Beside(
            seat.contact,
            texts[at],
            seat.sent is not None,
            None if seat.contact.id == draft.contact_id else likeness(draft.body, texts[at]),
            tuple(sorted(marked[at])),
        )
        for at, seat in enumerate(panel.seats)
    )
    return letters, tuple(repeated)


def _shared(people: Sequence[Contact], texts: Sequence[str], one: int, other: int) -> list[tuple[int, int]]:
    """The sentences of one letter that also stand in another."""
    if not texts[one] or not texts[other]:
        return []
    return repeated_in(texts[one], people[one].name, texts[other], people[other].name)


def likeness(one: str, other: str) -> int:
    """How alike two letters are, in percent: the share of their words that stand in both in the same order."""
    words, others = (_WORD.findall(text.casefold()) for text in (one, other))
    if not words or not others:
        return 0
    return round(100 * SequenceMatcher(None, words, others, autojunk=False).ratio())
