"""A touchpoint is logged: what was sent, said or received."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from typing import NamedTuple, cast

from textual import on

from followup_tui.domain.cadence import FollowUp
from followup_tui.domain.phrases import KINDS, channel_words
from followup_tui.domain.records import Channel, Direction, Material, Touchpoint, TouchpointKind
from followup_tui.domain.schema import CHANNELS, TOUCHPOINT_KINDS
from followup_tui.tui.dialogs.form import Form, Row, text_area
from followup_tui.tui.widgets.fields import SafeInput
from followup_tui.tui.widgets.meant import DateField
from followup_tui.tui.widgets.pick import Alternative, Pick
from followup_tui.tui.widgets.ticks import Ticks
from followup_tui.tui.widgets.when_field import Times

_NOBODY = Alternative("", "nobody known")
_DIRECTIONS = [Alternative("out", "I did"), Alternative("in", "They did")]
_ANSWER = [Alternative("", "no"), Alternative("yes", "yes, it asks for one")]
# How something of these kinds is usually done, whatever the person prefers otherwise.
_USUAL_CHANNELS = {"met": "in_person", "connect": "linkedin"}


class Whom(NamedTuple):
    """Someone the touchpoint may be with, and how they like to be written to."""

    contact_id: str
    name: str
    channel: Channel | None = None


class LogAnswer(NamedTuple):
    """What the form was filled in with; `at` None means now. For a meeting, `subject` says where."""

    contact_id: str | None
    kind: TouchpointKind
    direction: Direction
    channel: Channel
    at: datetime | None
    subject: str
    body: str
    needs_reply: bool
    material_ids: tuple[str, ...] = ()
    decision_by: str | None = None
    """The day they said they decide by; None where they said none, or where it is known already."""


class Deciding(NamedTuple):
    """What may be asked when they answered: when they decide, as known till now, and how a day ahead is read."""

    known: str | None
    times: Times


class LogTouchpoint(Form[LogAnswer]):
    """The form of a touchpoint. It begins with what the follow-up at hand would be, if there is one."""

    DEFAULT_CSS = """
    LogTouchpoint Ticks { max-height: 4; }
    """

    deciding: Deciding | None = None
    """Set before the form is shown, what they wrote may say when they decide."""

    def __init__(
        self,
        title: str,
        people: Sequence[Whom],
        times: Times,
        *,
        begun: FollowUp | Touchpoint | None = None,
        direction: Direction = "out",
        materials: Sequence[Material] = (),
        keep: Callable[[LogAnswer], Awaitable[object]] | None = None,
    ) -> None:
        """A form for a touchpoint with one of `people`, the first being proposed.

        `begun` is the follow-up that is done with it, or what was logged already and is to be changed; `materials`
        are what may have been sent along. `keep` stores the answer while the form is still open, so that nothing typed
        is lost where it is refused.
        """
        super().__init__(title)
        self._people = people
        self._times = times
        self._follow_up = begun if isinstance(begun, FollowUp) else None
        self._begun = begun if isinstance(begun, Touchpoint) else None
        self._direction = self._begun.direction if self._begun else direction
        self._planned = begun.kind if begun is not None and begun.kind in TOUCHPOINT_KINDS else "other"
        self._kind = self._planned if self._begun else self._usual_kind(self._direction)
        self._materials = materials
        self._keep = keep
        self._channel_is_mine = self._kind_is_mine = self._begun is not None

    def rows(self) -> list[Row]:
        """With whom and what first, the text last."""
        people = [*(Alternative(person.contact_id, person.name) for person in self._people), _NOBODY]
        kinds = [Alternative(kind, KINDS[kind]) for kind in TOUCHPOINT_KINDS]
        channels = [Alternative(channel, channel_words(channel)) for channel in CHANNELS]
        begun = self._begun
        first = people[0].value if begun is None else begun.contact_id or ""
        channel = begun.channel if begun else self._usual_channel(self._kind, first)
        at = DateField(
            self._times, begun.at if begun else None, with_time=True, placeholder="now, or yesterday 3pm", id="when"
        )
        return [
            Row("With", Pick(people, first, id="whom")),
            Row("What", Pick(kinds, self._kind, id="kind")),
            Row("Who wrote", Pick(_DIRECTIONS, self._direction, id="direction")),
            Row("By", Pick(channels, channel, id="channel")),
            Row("When", at),
            Row(_subject_label(self._kind), SafeInput(begun.subject if begun else "", id="subject", compact=True)),
            Row("Text", text_area(begun.body if begun else "", "body", "type or paste it")),
            Row("Wants answer", Pick(_ANSWER, "yes" if begun and begun.needs_reply else "", id="needs-reply")),
            *self._when_they_decide(),
            *self._sent_along(begun.material_ids if begun else ()),
        ]

    def _when_they_decide(self) -> list[Row]:
        """An answer often says when the next one comes; there is an opportunity for it, or it is not asked."""
        if self.deciding is None:
            return []
        field = DateField(self.deciding.times, self.deciding.known, placeholder="fri 27, in 2 weeks", id="decision")
        return [Row("They decide by", field)]

    def _sent_along(self, had: Sequence[str]) -> list[Row]:
        """What may have gone with it, if there is anything worth sending."""
        if not self._materials:
            return []
        return [Row("Sent along", Ticks([(one.id, one.title) for one in self._materials], had, id="materials"))]

    def on_mount(self) -> None:
        """What they wrote is pasted first of all."""
        super().on_mount()
        self._show_decision()
        if self._direction == "in" and self._begun is None:
            self.query_one("#body").focus()

    def _usual_kind(self, direction: str) -> str:
        """What a message of theirs usually is, and one of ours is the follow-up at hand."""
        return "reply" if direction == "in" else self._planned

    def _usual_channel(self, kind: str, contact_id: str) -> str:
        planned = self._follow_up
        if planned is not None and planned.kind == kind and planned.channel is not None:
            return planned.channel
        preferred = next((person.channel for person in self._people if person.contact_id == contact_id), None)
        return _USUAL_CHANNELS.get(kind) or preferred or "email"

    @on(Pick.Changed, "#direction")
    def _propose_kind(self) -> None:
        """Who wrote says what it usually is, as long as the user has not said that."""
        self._show_decision()
        if not self._kind_is_mine:
            self.query_one("#kind", Pick).value = self._usual_kind(self.picked("direction"))
            self._propose()

    def _show_decision(self) -> None:
        if self.deciding is not None:
            self.show_row("decision", shown=self.picked("direction") == "in")

    @on(Pick.Changed, "#kind")
    def _keep_kind(self) -> None:
        self._kind_is_mine = True
        self._propose()

    @on(Pick.Changed, "#whom")
    def _propose(self) -> None:
        """Another kind is asked about in other words, and usually goes another way."""
        kind = self.picked("kind")
        self.relabel("subject", _subject_label(kind))
        if not self._channel_is_mine:
            self.query_one("#channel", Pick).value = self._usual_channel(kind, self.picked("whom"))

    @on(Pick.Changed, "#channel")
    def _keep_channel(self) -> None:
        self._channel_is_mine = True

    async def store(self) -> LogAnswer:
        """The answer, stored if that was asked for."""
        answer = LogAnswer(
            contact_id=self.picked("whom") or None,
            kind=cast("TouchpointKind", self.picked("kind")),
            direction=cast("Direction", self.picked("direction")),
            channel=cast("Channel", self.picked("channel")),
            at=self._at,
            subject=self.line("subject"),
            body=self.area("body"),
            needs_reply=bool(self.picked("needs-reply")),
            material_ids=self._chosen_materials,
            decision_by=self._decision_by,
        )
        if self._keep is not None:
            await self._keep(answer)
        return answer

    @property
    def _chosen_materials(self) -> tuple[str, ...]:
        """What was sent along; what the list does not know of stays."""
        known = {one.id for one in self._materials}
        kept = [one for one in (self._begun.material_ids if self._begun else ()) if one not in known]
        return (*kept, *(self.query_one("#materials", Ticks).ticked if known else ()))

    @property
    def _decision_by(self) -> str | None:
        """The day that was typed, where it was asked for and is another one than was known."""
        if self.deciding is None or self.picked("direction") != "in":
            return None
        day = self.query_one("#decision", DateField).stored
        return day if day != self.deciding.known else None

    @property
    def _at(self) -> datetime | None:
        """When it was; None is now, so that it carries the moment in which it is stored."""
        field = self.query_one("#when", DateField)
        return None if field.text.casefold() in ("", "now") else field.instant


def _subject_label(kind: str) -> str:
    return "Where" if kind == "met" else "Subject"
