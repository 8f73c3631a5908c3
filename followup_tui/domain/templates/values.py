"""What the book knows for one letter, by the fields a template can name."""

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime, tzinfo
from typing import TYPE_CHECKING, Any, NamedTuple

from followup_tui.domain.instants import parse_date, parse_instant
from followup_tui.domain.profile import Profile
from followup_tui.domain.salutation import first_name, formal_name
from followup_tui.domain.templates.fill import Filled
from followup_tui.domain.templates.filters import phrase

if TYPE_CHECKING:
    from followup_tui.domain.records import Contact, Interview, Material, Opportunity, Promise, Reminder, Touchpoint

# "send her the rind samples", noted in the words of the moment, is the promise of the rind samples.
_TO_SEND = re.compile(
    r"(?:(?:i|we)(?:'ll| will|'d| would) |to |will )?(?:send|share|forward|e-?mail|give|show)(?: over| across)?"
    r"(?: (?:you|her|him|them|it))?(?: over| across)? (?=\S)",
    re.IGNORECASE,
)
_REPLY_MARK = re.compile(r"(?:(?:re|aw|sv|fw|fwd|wg|rv)\s?:\s*)+", re.IGNORECASE)
_SOMEBODYS = re.compile(r"\b[A-Z]\w*(?: [A-Z]\w*)*['’]s\b")
# What says nothing in their own words: a form message, and an invitation accepted.
_NO_WORDS = frozenset(("notice", "connect"))
# Which material stands in which field.
_MATERIAL_KINDS = {
    "material": ("work_sample", "portfolio", "reference", "other"),
    "article": ("article",),
    "accomplishment": ("accomplishment",),
}
_MATERIAL_FIELDS = {
    "material.title": "material",
    "material.url": "material",
    "article.title": "article",
    "article.url": "article",
    "accomplishment": "accomplishment",
}


class About(NamedTuple):
    """What one letter is about. Everything may be unknown.

    `key` is the follow-up's, which names the promise, the message to answer or the event. `interview` is the
    follow-up's, or else the last one of the opportunity that has ended. `touchpoints` are those with the contact, in
    any order. `materials` are those worth sending, best first. `written` are the bodies of other messages about the
    same interview, drafts too: a talking point that stands in one of them is used.
    """

    key: str = ""
    contact: "Contact | None" = None
    opportunity: "Opportunity | None" = None
    interview: "Interview | None" = None
    reminder: "Reminder | None" = None
    touchpoints: "Iterable[Touchpoint]" = ()
    materials: "Iterable[Material]" = ()
    written: Iterable[str] = ()


def values_for(about: About, user: Profile, now: datetime, zone: tzinfo) -> dict[str, Any]:
    """The values of `fields.FIELDS` for one letter, dates in `zone` (the user's); what is unknown is None or empty."""
    known = [(parse_instant(touchpoint.at), touchpoint) for touchpoint in about.touchpoints]
    past = sorted((pair for pair in known if pair[0] <= now), key=lambda pair: (pair[0], pair[1].id))
    return {
        "today": now.astimezone(zone).date(),
        **_person(about.contact),
        **_position(about, past, zone),
        **_conversation(about, zone),
        **_messages(about.key, past, zone),
        **_materials(about.materials, past),
        "reminder.title": about.reminder and about.reminder.title,
        **_user(user),
    }


def material_ids(filled: Filled, values: Mapping[str, Any]) -> tuple[str, ...]:
    """The ids of the materials that a filled letter speaks of, to be recorded with the message."""
    spoken_of = (_MATERIAL_FIELDS[path] for path in sorted(filled.used & _MATERIAL_FIELDS.keys()))
    return tuple(dict.fromkeys(str(values[f"{name}.id"]) for name in spoken_of if values.get(f"{name}.id")))


def _person(contact: "Contact | None") -> dict[str, Any]:
    if contact is None:
        return {}
    return {
        "contact.first_name": first_name(contact.name),
        "contact.formal_name": formal_name(contact.name),
        "contact.name": contact.name,
        "contact.title": contact.title,
        "contact.company": contact.company,
        "contact.email": contact.email,
    }


_Past = list[tuple[datetime, "Touchpoint"]]


def _position(about: About, past: _Past, zone: tzinfo) -> dict[str, Any]:
    opportunity = about.opportunity
    if opportunity is None:
        return {"company": about.contact and about.contact.company}
    return {
        "opportunity.company": opportunity.company,
        "opportunity.role": opportunity.role,
        "opportunity.location": opportunity.location,
        "company": opportunity.company or (about.contact and about.contact.company),
        "applied_on": _day(opportunity.applied_at, zone),
        "decision_by": _decision_by(opportunity, about.interview, past, zone),
    }


def _decision_by(opportunity: "Opportunity", interview: "Interview | None", past: _Past, zone: tzinfo) -> date | None:
    """The date they named, unless they have been heard since (R2: it is spent then)."""
    if opportunity.decision_by is None:
        return None
    decision = parse_date(opportunity.decision_by)
    heard = [at.astimezone(zone).date() for at, touchpoint in past if _in_their_words(touchpoint)]
    if interview is not None:
        heard.append(parse_instant(interview.starts_at).astimezone(zone).date())
    return decision if all(day <= decision for day in heard) else None


def _conversation(about: About, zone: tzinfo) -> dict[str, Any]:
    interview = about.interview
    if interview is None:
        return {}
    points = [point for point in (point_to(about.contact, point) for point in interview.talking_points) if point]
    promise = _promise(interview.promises, about)
    return {
        "interview.date": _day(interview.starts_at, zone),
        "interview.talking_points": points,
        "talking_point": next((point for point in points if not _is_used(point, about.written)), None),
        "promise.text": promise and _promised_thing(promise.text),
        "promise.due_on": promise and promise.due_on and parse_date(promise.due_on),
    }


def point_to(contact: "Contact | None", point: str) -> str:
    """A talking point as a letter to somebody words it: a note of `Priya's move` tells Priya of `your move`."""
    names = (contact.name, first_name(contact.name)) if contact else ()
    theirs = "|".join(re.escape(name) for name in names if name)
    return re.sub(rf"\b(?:{theirs})['’]s\b", "your", phrase(point)) if theirs else phrase(point)


def _is_used(point: str, written: Iterable[str]) -> bool:
    """Whether a letter has the point, be it that it went to the one whom the point names."""
    forms = {point.casefold(), _SOMEBODYS.sub("your", point).casefold()}
    return any(form in text.casefold() for text in written for form in forms)


def _promise(promises: "Iterable[Promise]", about: About) -> "Promise | None":
    """The promise that the follow-up names, else the first one to this person that is not kept."""
    _, _, promise_id = about.key.partition("promise:")
    contact_id = about.contact and about.contact.id
    open_ones = [promise for promise in promises if promise.kept_at is None]
    named = [promise for promise in open_ones if promise.id == promise_id]
    theirs = [promise for promise in open_ones if promise.contact_id in (None, contact_id)]
    return next(iter([*named, *theirs]), None)


def _promised_thing(text: str) -> str:
    return phrase(_TO_SEND.sub("", " ".join(text.split()), count=1) if _TO_SEND.match(text) else text)


def _messages(key: str, past: _Past, zone: tzinfo) -> dict[str, Any]:
    kind, _, touchpoint_id = key.partition(":")
    named = [pair for pair in past if pair[1].id == touchpoint_id]
    values: dict[str, Any] = {}
    from_them = [pair for pair in past if _in_their_words(pair[1])]
    from_user = [pair for pair in past if pair[1].direction == "out"]
    theirs = (named if kind == "reply" else from_them)[-1:]
    for at, touchpoint in theirs:
        values["their_last_message"] = touchpoint.body
        values["their_last_subject"] = _REPLY_MARK.sub("", touchpoint.subject.strip(), count=1)
        values["their_last_message_on"] = at.astimezone(zone).date()
    for at, _touchpoint in from_user[-1:]:
        values["my_last_message_on"] = at.astimezone(zone).date()
    met = named if kind == "event_follow_up" else [pair for pair in past if pair[1].kind == "met"]
    for at, touchpoint in met[-1:]:
        values["event"] = touchpoint.subject
        values["event_on"] = at.astimezone(zone).date()
    return values


def _in_their_words(touchpoint: "Touchpoint") -> bool:
    return touchpoint.direction == "in" and touchpoint.kind not in _NO_WORDS


def _materials(materials: "Iterable[Material]", past: _Past) -> dict[str, Any]:
    """For each field the first material of its kinds that they have not had."""
    had = {material_id for _, touchpoint in past for material_id in touchpoint.material_ids}
    fresh = [material for material in materials if material.id not in had]
    values: dict[str, Any] = {}
    for name, kinds in _MATERIAL_KINDS.items():
        for material in [material for material in fresh if material.kind in kinds][:1]:
            values |= {f"{name}.id": material.id, f"{name}.title": material.title, f"{name}.url": material.url}
    values["accomplishment"] = values.get("accomplishment.title")
    return values


def _user(user: Profile) -> dict[str, Any]:
    # A signature may hold the name, or only what stands under it.
    named = user.name.casefold() in user.signature.casefold()
    sign_off = user.signature if named and user.signature else "\n".join(filter(None, (user.name, user.signature)))
    return {
        "user.name": user.name,
        "user.first_name": user.name and first_name(user.name),
        "user.email": user.email,
        "user.strengths": list(user.strengths),
        "user.sign_off": sign_off,
    }


def _day(instant: str | None, zone: tzinfo) -> date | None:
    return None if instant is None else parse_instant(instant).astimezone(zone).date()
