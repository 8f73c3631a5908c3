"""Ways other than a letter: not every follow-up is one (G0 the methods, G2 and G4 staying in touch).

A way is offered only where it does what the rule asks for: a comment keeps in touch, but it is no status check.
"""

from collections.abc import Mapping
from typing import Final, Literal, NamedTuple
from urllib.parse import urlsplit

from followup_tui.desk.desk import Desk
from followup_tui.desk.log import Entry, Logged, log
from followup_tui.domain.cadence import FollowUp
from followup_tui.domain.hours import Welcome, welcome, zone_named
from followup_tui.domain.records import Channel, Contact, Direction, Material, TouchpointKind
from followup_tui.domain.salutation import first_name

WayName = Literal["call", "connect", "connected", "comment", "material", "meeting"]


class _Trace(NamedTuple):
    """What a way leaves in the book. `kind` None: that of the follow-up; `channel` None: that of the person."""

    kind: TouchpointKind | None
    channel: Channel | None
    direction: Direction = "out"


_CALL = _Trace(None, "phone")
_CONNECT = _Trace("connect", "linkedin")
_IN_TOUCH: Mapping[WayName, _Trace] = {
    "call": _CALL,
    "connect": _CONNECT,
    "comment": _Trace(None, "social"),
    "material": _Trace(None, None),
    "meeting": _Trace(None, "in_person"),
}

WAYS: Final[Mapping[str, Mapping[WayName, _Trace]]] = {
    # R2: G0 names the call; what is not a question about the status does not count as one.
    "status_check": {"call": _CALL, "meeting": _Trace(None, "in_person")},
    # R9: the invitation itself, or that it is not needed any more.
    "connect": {"connect": _CONNECT, "connected": _Trace("connect", "linkedin", "in")},
    # R10: anything that reaches them.
    "event_follow_up": _IN_TOUCH,
    # R11: anything that reaches them; who was met anew is written to by R10.
    "keep_in_touch": {**_IN_TOUCH, "meeting": _Trace("met", "in_person")},
}
"""By the kind of the follow-up; of the other kinds only a letter makes sense."""

_WORTH_SENDING = ("article", "accomplishment")


class Ways(NamedTuple):
    """The ways there are for one follow-up, with what each of them needs."""

    names: tuple[WayName, ...]
    contact: Contact
    calling: Welcome
    """The hours that suit a call."""
    materials: tuple[Material, ...]
    """Articles and accomplishments that they have not had yet."""

    @property
    def first_name(self) -> str:
        """What to call the person."""
        return first_name(self.contact.name)

    @property
    def page(self) -> str | None:
        """Where they post, if that is an address of the web."""
        return web_address(self.contact.linkedin)


def ways(desk: Desk, follow_up: FollowUp) -> Ways | None:
    """The ways other than a letter to do a follow-up; None where there are none, or nobody to reach."""
    contact = desk.find(Contact, follow_up.contact_id)
    known = WAYS.get(follow_up.kind, {})
    if contact is None or not known:
        return None
    materials = _not_had_yet(desk, contact.id)
    impossible = set()
    if not materials:
        impossible.add("material")
    if follow_up.kind != "connect" and _is_connected(desk, contact):
        impossible.add("connect")
    zone = zone_named(contact.timezone) or desk.clock.zone
    return Ways(
        tuple(name for name in known if name not in impossible),
        contact,
        welcome(desk.config.hours, "phone", desk.now(), zone, desk.config.holidays),
        materials,
    )


def went(
    desk: Desk,
    follow_up: FollowUp,
    way: WayName,
    *,
    note: str = "",
    material: Material | None = None,
    early_reason: str | None = None,
) -> Logged:
    """Log that a follow-up was done in that way just now; `note` is what was said. One step, which completes it."""
    trace = WAYS[follow_up.kind][way]
    entry = Entry(
        kind=trace.kind or _kind(follow_up),
        contact_id=follow_up.contact_id,
        opportunity_id=follow_up.opportunity_id,
        direction=trace.direction,
        channel=trace.channel,
        subject=material.title if material else "",
        body=note,
        early_reason=early_reason,
        material_ids=(material.id,) if material else (),
    )
    return log(desk, entry, follow_up)


def _kind(follow_up: FollowUp) -> TouchpointKind:
    kinds: dict[str, TouchpointKind] = {
        "status_check": "status_check",
        "event_follow_up": "event_follow_up",
        "keep_in_touch": "keep_in_touch",
    }
    return kinds.get(follow_up.kind, "other")


def _is_connected(desk: Desk, contact: Contact) -> bool:
    """Whether they are connected, or were invited."""
    timeline = desk.facts.touchpoints_of_contact.of(contact.id)
    return contact.linkedin_connected_at is not None or any(timed.record.kind == "connect" for timed in timeline)


def _not_had_yet(desk: Desk, contact_id: str) -> tuple[Material, ...]:
    had = {
        material_id
        for timed in desk.facts.touchpoints_of_contact.of(contact_id)
        if timed.record.direction == "out"
        for material_id in timed.record.material_ids
    }
    materials = desk.records(Material).values()
    fresh = [one for one in materials if one.kind in _WORTH_SENDING and one.id not in had]
    return tuple(sorted(fresh, key=lambda one: one.created_at, reverse=True))


def web_address(text: str | None) -> str | None:
    """The text if a browser may open it: an address of the web and nothing else (no file, no script)."""
    if text is None:
        return None
    try:
        parts = urlsplit(text.strip())
    except ValueError:
        return None
    return text.strip() if parts.scheme in ("http", "https") and parts.netloc else None
