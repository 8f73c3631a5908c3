"""What is at the cursor of an opportunity's or a contact's screen, and what the keys make of it."""

from datetime import timedelta
from typing import NamedTuple

from followup_tui.desk.look import Dossier
from followup_tui.desk.timeline import Moment
from followup_tui.domain.cadence import FollowUp
from followup_tui.domain.facts import instant
from followup_tui.domain.records import Contact, Interview, Opportunity, Promise
from followup_tui.tui.screens.detail_sections import Line
from followup_tui.tui.screens.wanted import Target


class Here(NamedTuple):
    """A place on the screen of a dossier: a line of its sections or a moment of its timeline, as one has the focus."""

    dossier: Dossier
    person: Contact | None
    """Whose tab is open, or whose screen it is; None for everybody's."""
    line: Line | None
    moment: Moment | None

    @property
    def follow_up(self) -> FollowUp | None:
        """The follow-up that the line is, or that its promise asks for."""
        line = self.line
        if line is None:
            return None
        if line.promise is not None:
            key = f"promise:{line.promise.id}"
            return next((one for one in self.dossier.follow_ups if one.key == key), None)
        return line.thing if isinstance(line.thing, FollowUp) else None

    @property
    def target(self) -> Target:
        """The follow-up, and the person whose tab is open or else all of them, the one that is meant first."""
        follow_up, thing = self.follow_up, self.line.thing if self.line else None
        people = (self.person,) if self.person else self.dossier.contacts
        first = follow_up.contact_id if follow_up else thing.id if isinstance(thing, Contact) else None
        if first is not None:
            people = tuple(sorted(people, key=lambda one: one.id != first))
        running = [opportunity for opportunity in self.dossier.opportunities if opportunity.stage != "closed"]
        opportunity = self.dossier.opportunity or (running[0] if len(running) == 1 else None)
        return Target(follow_up, opportunity, people)

    @property
    def record(self) -> Interview | Contact | Opportunity:
        """The interview, person or opportunity that the line is, else what the screen is about."""
        if self.line is not None and isinstance(self.line.thing, Interview | Contact | Opportunity):
            return self.line.thing
        return self.dossier.opportunity or self.dossier.contacts[0]

    @property
    def interview(self) -> Interview | None:
        """The interview of the line, else the last that has begun, else the first ahead."""
        if self.line is not None and isinstance(self.line.thing, Interview):
            return self.line.thing
        interviews = [
            one
            for one in self.dossier.interviews
            if one.status != "cancelled" and (self.person is None or self.person.id in one.contact_ids)
        ]
        interviews.sort(key=lambda one: instant(one.starts_at))
        begun = [one for one in interviews if instant(one.starts_at) <= self.dossier.standing.now]
        return begun[-1] if begun else interviews[0] if interviews else None

    @property
    def interview_that_is_over(self) -> str | None:
        """The id of the interview of the line, once it is over and unless it was called off."""
        thing = self.line.thing if self.line else None
        if not isinstance(thing, Interview) or thing.status == "cancelled":
            return None
        over_at = instant(thing.starts_at) + timedelta(minutes=thing.duration_min)
        return thing.id if over_at <= self.dossier.standing.now else None

    @property
    def open_promises(self) -> list[tuple[Interview, Promise]]:
        """The promise that the line is, if it is open; else all that are."""
        line = self.line
        if line is not None and line.promise is not None and isinstance(line.thing, Interview):
            return [] if line.promise.kept_at else [(line.thing, line.promise)]
        return [
            (one, promise) for one in self.dossier.interviews for promise in one.promises if promise.kept_at is None
        ]
