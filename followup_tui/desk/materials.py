"""Things worth sending: work samples, references, articles, accomplishments; and who has had which."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

import msgspec

from followup_tui.desk.desk import Desk
from followup_tui.domain.errors import FollowupError
from followup_tui.domain.facts import instant
from followup_tui.domain.records import Contact, Material, MaterialKind, Touchpoint
from followup_tui.domain.text import clean


class Had(NamedTuple):
    """Who has had something, and when last; `name` is empty for nobody in particular."""

    name: str
    at: datetime


class Shelved(NamedTuple):
    """Something worth sending, and who has had it, the last first."""

    material: Material
    had: tuple[Had, ...]


class Worth(NamedTuple):
    """A material as it was filled in."""

    kind: MaterialKind
    title: str
    url: str = ""
    text: str = ""


def shelf(desk: Desk) -> list[Shelved]:
    """Everything worth sending, the newest first."""
    sent = _sent(desk, desk.records(Touchpoint).values())
    return [Shelved(one, sent.get(one.id, ())) for one in newest_first(desk)]


def newest_first(desk: Desk) -> list[Material]:
    """Everything worth sending, in the order in which it is shown."""
    return sorted(desk.records(Material).values(), key=lambda one: (one.created_at, one.id), reverse=True)


def _sent(desk: Desk, touchpoints: Iterable[Touchpoint]) -> dict[str, tuple[Had, ...]]:
    """By the id of a material, who was sent it and when last."""
    last: dict[str, dict[str | None, datetime]] = {}
    for touchpoint in touchpoints:
        for material_id in touchpoint.material_ids if touchpoint.direction == "out" else ():
            people, at = last.setdefault(material_id, {}), instant(touchpoint.at)
            people[touchpoint.contact_id] = max(at, people.get(touchpoint.contact_id, at))
    return {one: tuple(_had(desk, people)) for one, people in last.items()}


def _had(desk: Desk, people: dict[str | None, datetime]) -> Iterable[Had]:
    for contact_id, at in sorted(people.items(), key=lambda entry: entry[1], reverse=True):
        contact = desk.find(Contact, contact_id)
        name = contact.name if contact else "unknown" if contact_id else ""
        yield Had(name, at.astimezone(desk.clock.zone))


def save_material(desk: Desk, values: Worth, edited: Material | None = None) -> Material:
    """Store something new that is worth sending, or what was changed of `edited`: one step of undo.

    Raises FollowupError for an empty title, and NotFound if `edited` is gone.
    """
    title = clean(values.title).strip()
    if not title:
        raise FollowupError("The title is empty; say what it is.")
    url = clean(values.url).strip() or None
    if edited is None:
        material = Material(
            id=desk.book.new_id("mat"),
            kind=values.kind,
            title=title,
            url=url,
            text=clean(values.text),
            created_at=desk.clock.stamp(),
        )
        desk.change(f"Added {title}", put=[material])
        return material
    current = desk.get(Material, edited.id)
    changed = msgspec.structs.replace(current, kind=values.kind, title=title, url=url, text=clean(values.text))
    if changed != current:
        desk.change(f"Edited {title}", put=[changed])
    return changed
