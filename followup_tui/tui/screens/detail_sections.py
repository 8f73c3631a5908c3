"""What stands in the sections of an opportunity's or a contact's screen, and what each entry is about."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from textual.content import Content

from followup_tui.config import Config
from followup_tui.desk.look import Dossier, Given, outcome_words
from followup_tui.domain.cadence import FollowUp
from followup_tui.domain.facts import instant
from followup_tui.domain.phrases import ago_words, capitalised, full_words, kind_words, when_words
from followup_tui.domain.phrases import look as look_of
from followup_tui.domain.records import Contact, Draft, Interview, Opportunity, Promise
from followup_tui.tui.key_names import KeyOf
from followup_tui.tui.screens.cards import urgency
from followup_tui.tui.screens.facts import (
    contact_facts,
    contact_head,
    day_words,
    fact_lines,
    hour_line,
    opportunity_facts,
    opportunity_head,
    position,
    there_words,
)
from followup_tui.tui.widgets.safe import shown
from followup_tui.tui.widgets.table_sections import Section, SectionEntry
from followup_tui.tui.widgets.urgency import COLOURS

Thing = FollowUp | Interview | Draft | Given | Opportunity | Contact


class Line(NamedTuple):
    """An entry with what it is about: `thing` is what enter opens, `promise` the one of an interview's that it is."""

    entry: SectionEntry
    thing: Thing | None
    promise: Promise | None = None


class Thanked(NamedTuple):
    """How far the thanking is, over all interviews that have begun and were not cancelled."""

    done: int
    of: int

    @property
    def words(self) -> str:
        """`thanked 2 of 4`; nothing where there is nobody to thank."""
        return f"thanked {self.done} of {self.of}" if self.of else ""

    @property
    def is_complete(self) -> bool:
        """Whether there was somebody to thank, and everybody was."""
        return 0 < self.of == self.done


def thanked(dossier: Dossier, person: Contact | None = None) -> Thanked:
    """How far the thanking of everybody is, or of one person."""
    done = of = 0
    for interview in dossier.interviews:
        if interview.status != "cancelled" and instant(interview.starts_at) <= dossier.standing.now:
            ids = {one for one in interview.contact_ids if person is None or one == person.id}
            of += len(ids)
            done += len(dossier.thanked.get(interview.id, frozenset()) & ids)
    return Thanked(done, of)


class Part(NamedTuple):
    """A section before it is shown: its heading, its lines, and what it says when there are none."""

    title: str
    lines: list[Line]
    hint: str
    note: str = ""


class DetailSections(NamedTuple):
    """What is shown of a dossier: of everybody's, or (`person`) of one person's part in it."""

    dossier: Dossier
    person: Contact | None
    config: Config
    key: KeyOf
    """Names the keys for what may be done where there is nothing yet."""

    def sections(self) -> tuple[list[Section], dict[str, Line]]:
        """The sections, and by its key what each entry is about."""
        sections, lines = [], dict[str, Line]()
        for part in self._parts():
            entries = [line.entry for line in part.lines]
            lines.update((line.entry.key, line) for line in part.lines)
            if not entries:
                entries = [SectionEntry(f"hint:{part.title}", shown(part.hint, style="italic $text-muted"))]
            title = Content.assemble(
                (part.title, "bold $text-primary"), (part.note and f"  {part.note}", "$text-muted")
            )
            sections.append(Section(title, entries))
        return sections, lines

    def head(self, width: int) -> Content:
        """What stands above the sections in `width` cells: what this is about, and the hour where they are."""
        opportunity, now = self.dossier.opportunity, self.dossier.standing.now
        if opportunity is not None:
            return opportunity_head(opportunity, self.config.stages.names, thanked(self.dossier).words, width)
        contact = self.dossier.contacts[0]
        return Content("\n").join([contact_head(contact), hour_line(contact, now, self.config)])

    def _parts(self) -> Iterator[Part]:
        about_opportunity, key = self.dossier.opportunity is not None, self.key
        hint = f"Nothing is planned. {key('draft')} writes all the same, {key('log')} logs what happened."
        yield Part("Next", self._follow_ups(), hint)
        if about_opportunity and self.person is None:
            yield Part("People", self._people(), f"Nobody is known here yet: {key('edit')} adds people.")
        elif self.person is not None:
            yield self._about_person(self.person)
        if not about_opportunity:
            yield Part("Opportunities", self._opportunities(), "In no opportunity yet.")
        none = f"No interview yet: {key('interview')} adds one." if about_opportunity else "No interview yet."
        yield Part("Interviews", self._interviews(), none, thanked(self.dossier, self.person).words)
        yield Part("Drafts", self._drafts(), f"No draft is begun: {key('draft')} begins one.")
        yield Part("They have had", self._given(), "Nothing was sent to them yet: no sample, no reference, no article.")
        if about_opportunity and self.person is None:
            yield self._about_opportunity()

    # Next

    def _follow_ups(self) -> list[Line]:
        return [
            Line(SectionEntry(f"next:{one.key}", self._follow_up(one), _mark_of(one)), one)
            for one in self.dossier.follow_ups
            if self.person is None or one.contact_id == self.person.id
        ]

    def _follow_up(self, follow_up: FollowUp) -> Content:
        whom = self.dossier.names.get(follow_up.contact_id or "", "")
        to = f" to {whom}" if whom and self.dossier.opportunity is not None else ""
        title = self.dossier.titles.get(follow_up.key) or kind_words(follow_up.kind)
        return Content.assemble(
            shown(capitalised(title)),
            shown(to),
            ("  " + when_words(follow_up, self.dossier.standing.now), COLOURS[urgency(follow_up)]),
            "\n",
            shown(follow_up.reason, style="$text-muted"),
        )

    # Who and what

    def _people(self) -> list[Line]:
        return [Line(SectionEntry(f"person:{one.id}", self._person(one)), one) for one in self.dossier.contacts]

    def _person(self, contact: Contact) -> Content:
        there = there_words(contact, self.dossier.standing.now)
        first = self.dossier.opportunity is not None and contact.id == self.dossier.opportunity.primary_contact_id
        about = "  ·  ".join(filter(None, (position(contact), contact.email, there)))
        return Content.assemble(shown(contact.name), (" ★" if first else ""), "  ", shown(about, style="$text-muted"))

    def _about_person(self, contact: Contact) -> Part:
        now = self.dossier.standing.now
        lines = fact_lines(contact_facts(contact, now))
        if self.dossier.opportunity is not None:
            lines = [contact_head(contact), hour_line(contact, now, self.config), *lines]
        if contact.notes.strip():
            lines.append(shown(contact.notes.strip(), single_line=False))
        return Part("About", [Line(SectionEntry("about", Content("\n").join(lines)), contact)], "")

    def _about_opportunity(self) -> Part:
        opportunity = self.dossier.opportunity
        assert opportunity is not None
        lines = fact_lines(opportunity_facts(opportunity, self.dossier.standing.now))
        if opportunity.notes.strip():
            lines.append(shown(opportunity.notes.strip(), single_line=False))
        return Part("About", [Line(SectionEntry("about", Content("\n").join(lines)), opportunity)], "")

    def _opportunities(self) -> list[Line]:
        names = self.config.stages.names
        return [
            Line(SectionEntry(f"opportunity:{one.id}", opportunity_head(one, names)), one)
            for one in self.dossier.opportunities
        ]

    # Interviews

    def _shown_interviews(self) -> list[Interview]:
        """The last one first."""
        found = [one for one in self.dossier.interviews if self.person is None or self.person.id in one.contact_ids]
        return sorted(found, key=lambda one: (instant(one.starts_at), one.id), reverse=True)

    def _interviews(self) -> list[Line]:
        return [line for interview in self._shown_interviews() for line in self._interview(interview)]

    def _interview(self, interview: Interview) -> Iterator[Line]:
        key = f"interview:{interview.id}"
        yield Line(SectionEntry(key, self._interview_head(interview), Content.styled("◆", "$text-primary")), interview)
        for number, point in enumerate(interview.talking_points):
            yield Line(SectionEntry(f"point:{interview.id}:{number}", shown(point), Content("•"), _INDENT), interview)
        for promise in interview.promises:
            entry = SectionEntry(
                f"promise:{interview.id}:{promise.id}", self._promise(interview, promise), _tick(promise), _INDENT
            )
            yield Line(entry, interview, promise)
        hints = []
        if not interview.talking_points:
            hints.append(f"No talking points yet: {self.key('interview.point')} adds one")
        if not interview.promises:
            key = self.key("interview.promise")
            hints.append(f"{'no promises' if hints else 'No promises yet'}: {key} adds one")
        if hints and interview.status != "cancelled":
            text = shown(f"{', '.join(hints)}.", style="italic $text-muted")
            yield Line(SectionEntry(f"hints:{interview.id}", text, indent=_INDENT), interview)

    def _interview_head(self, interview: Interview) -> Content:
        now = self.dossier.standing.now
        starts = instant(interview.starts_at).astimezone(now.tzinfo)
        thanked = self.dossier.thanked.get(interview.id, frozenset())
        people = [
            f"{self.dossier.names.get(one, 'unknown')}{' ✓' if one in thanked else ''}" for one in interview.contact_ids
        ]
        facts = [f"{interview.format}, {interview.duration_min} min"]
        if self.dossier.opportunity is None:
            facts += [one.company for one in self.dossier.opportunities if one.id == interview.opportunity_id]
        if interview.status == "cancelled":
            facts.append("cancelled")
        elif self.person is None and len(interview.contact_ids) > 1 and starts <= now:
            facts.append(f"thanked {len(thanked)} of {len(interview.contact_ids)}")
        parts = [
            shown(f"{full_words(starts, now)} ({ago_words(starts, now)})  "),
            shown(", ".join(facts), style="$text-muted"),
            *((Content("\n"), shown(f"with {', '.join(people)}", style="$text-muted")) if people else ()),
            *((Content("\n"), shown(interview.notes.strip(), single_line=False)) if interview.notes.strip() else ()),
        ]
        return Content.assemble(*parts)

    def _promise(self, interview: Interview, promise: Promise) -> Content:
        now = self.dossier.standing.now
        if promise.kept_at is not None:
            kept = ago_words(instant(promise.kept_at).astimezone(now.tzinfo), now)
            return Content.assemble(shown(promise.text), (f"  kept {kept}", "$text-muted"))
        whom = self.dossier.names.get(promise.contact_id or "", "")
        about = [f"to {whom}" if whom and len(interview.contact_ids) > 1 else ""]
        about.append(f"by {day_words(promise.due_on, now)}" if promise.due_on else "")
        text = ", ".join(filter(None, about))
        return Content.assemble(shown(promise.text), shown(f"  {text}", style="$text-muted"))

    # What was written and sent

    def _drafts(self) -> list[Line]:
        """Those that were not sent, the last one written at first."""
        drafts = [
            draft
            for draft in self.dossier.drafts
            if draft.sent_touchpoint_id is None and (self.person is None or draft.contact_id == self.person.id)
        ]
        drafts.sort(key=lambda draft: (instant(draft.updated_at), draft.id), reverse=True)
        return [Line(SectionEntry(f"draft:{one.id}", self._draft(one), Content("✎")), one) for one in drafts]

    def _draft(self, draft: Draft) -> Content:
        now = self.dossier.standing.now
        whom = self.dossier.names.get(draft.contact_id or "", "")
        ago = ago_words(instant(draft.updated_at).astimezone(now.tzinfo), now)
        words = " ".join((draft.subject or draft.body).split())[:_EXCERPT]
        return Content.assemble(
            kind_words(draft.kind).capitalize(),
            shown(f" to {whom}" if whom and self.dossier.opportunity is not None else ""),
            (f"  {ago}", "$text-muted"),
            *(("\n", shown(words, style="$text-muted")) if words else ()),
        )

    def _given(self) -> list[Line]:
        now = self.dossier.standing.now
        lines = []
        for number, given in enumerate(self.dossier.materials):
            if self.person is not None and (given.contact is None or given.contact.id != self.person.id):
                continue
            whom = f"to {given.contact.name}, " if given.contact and self.dossier.opportunity is not None else ""
            text = Content.assemble(
                shown(given.material.title),
                shown(
                    f"  {given.material.kind.replace('_', ' ')}, {whom}{ago_words(given.at, now)}", style="$text-muted"
                ),
            )
            lines.append(Line(SectionEntry(f"given:{given.material.id}:{number}", text), given))
        return lines


_EXCERPT = 160
_INDENT = 2


def _tick(promise: Promise) -> Content:
    return Content.styled("✓", "$text-success") if promise.kept_at else Content.styled("○", "$text-warning")


def _mark_of(follow_up: FollowUp) -> Content:
    return Content.styled(look_of(follow_up).symbol, COLOURS[urgency(follow_up)])


def interview_text(interview: Interview, dossier: Dossier, stages: Mapping[str, str]) -> Content:
    """All of an interview, to be read; `stages` are the user's names of the stages."""
    now = dossier.standing.now
    starts = instant(interview.starts_at).astimezone(now.tzinfo)
    opportunity = next((one for one in dossier.opportunities if one.id == interview.opportunity_id), None)
    stands = f" — {opportunity.company}, {outcome_words(opportunity, stages)}" if opportunity else ""
    lines = [shown(f"{full_words(starts, now)}, {interview.format}, {interview.duration_min} min{stands}")]
    people = ", ".join(dossier.names.get(one, "unknown") for one in interview.contact_ids)
    lines += [shown(f"with {people}")] if people else []
    lines += [shown(f"• {point}") for point in interview.talking_points]
    lines += [shown(f"{'✓' if promise.kept_at else '○'} {promise.text}") for promise in interview.promises]
    if interview.notes.strip():
        lines += [Content(""), shown(interview.notes.strip(), single_line=False)]
    return Content("\n").join(lines)
