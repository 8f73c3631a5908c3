"""What is worth putting into a letter: talking points, promises and materials, and who has had which before."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from followup_tui.desk.desk import Desk
from followup_tui.desk.drafts import about_draft
from followup_tui.desk.materials import newest_first
from followup_tui.desk.panel import panel_of
from followup_tui.domain.facts import instant
from followup_tui.domain.hours import Welcome, welcome, zone_named
from followup_tui.domain.phrases import date_words
from followup_tui.domain.records import Contact, Draft, Touchpoint
from followup_tui.domain.review.stems import stem, words_of
from followup_tui.domain.templates import About, Template, choose, sentence, values_for
from followup_tui.domain.templates.values import point_to

_WHAT = {
    "work_sample": "work sample",
    "portfolio": "portfolio",
    "reference": "reference",
    "article": "article",
    "accomplishment": "accomplishment",
    "other": "material",
}
_FIELDS = {"article": "article.title", "accomplishment": "accomplishment"}
_SENTENCE_END = re.compile(r"[.?!](?=\s|$)|\n\s*\n")
_TELLING = 4
_ENOUGH = 2
_HERE = "in this letter"


class Piece(NamedTuple):
    """Something to put in: `what` it is, how it is called, the words that go into the letter.

    `note` says who has had it, or in which letters it stands already; `again` is true where the very person the letter
    goes to has had it, and `goes_along` for a material that goes with this letter. `bare` are the words that go into a
    sentence which is there already.
    """

    what: str
    title: str
    words: str
    note: str = ""
    again: bool = False
    material_id: str | None = None
    goes_along: bool = False
    bare: str = ""


class WorthSaying(NamedTuple):
    """The pieces there are for a letter, and the hour where it goes: None where nobody is written to."""

    pieces: tuple[Piece, ...]
    there: datetime | None = None
    zone_known: bool = False
    welcome: Welcome | None = None


def worth_saying(desk: Desk, templates: Sequence[Template], draft: Draft) -> WorthSaying:
    """What could go into a draft, each in a sentence where its template has one."""
    template = _template(templates, draft)
    about = about_draft(desk, draft)
    points = _points(desk, template, about, draft)
    pieces = (*points, *_promises(desk, template, about), *_materials(desk, template, draft))
    contact = about.contact
    if contact is None:
        return WorthSaying(pieces)
    now, zone = desk.now(), zone_named(contact.timezone)
    hours = welcome(desk.config.hours, draft.channel, now, zone or desk.clock.zone, desk.config.holidays)
    return WorthSaying(pieces, now.astimezone(zone or desk.clock.zone), zone is not None, hours)


def _template(templates: Sequence[Template], draft: Draft) -> Template | None:
    """The template the draft was begun with, else the one it would be."""
    known = next((template for template in templates if template.id == draft.template), None)
    return known or (choose(templates, draft.kind, draft.channel) if templates else None)


def _worded(template: Template | None, path: str, values: dict[str, Any]) -> str:
    """The template's sentence about a field with these values; empty if it has none."""
    return (template is not None and sentence(template, path, values)) or ""


def _values(desk: Desk, about: About) -> dict[str, Any]:
    return values_for(about, desk.config.user, desk.now(), desk.clock.zone)


def _points(desk: Desk, template: Template | None, about: About, draft: Draft) -> Iterator[Piece]:
    values = _values(desk, about)
    letters = _letters(desk, draft)
    for point in about.interview.talking_points if about.interview else ():
        worded = point_to(about.contact, point)
        words = _worded(template, "talking_point", {**values, "talking_point": worded})
        found = [where for where, letter in letters.items() if _speaks_of(letter, point)]
        yield Piece("talking point", point, words or worded, ", ".join(found), bare=worded)


def _letters(desk: Desk, draft: Draft) -> dict[str, str]:
    """This letter, and those to the others of its panel, by where that is."""
    panel = panel_of(desk, draft)
    others = [seat for seat in panel.seats if seat.contact.id != draft.contact_id] if panel else []
    return {_HERE: draft.body, **{f"in the letter to {one.contact.name}": one.text for one in others}}


def _speaks_of(letter: str, point: str) -> bool:
    """Whether one sentence has a third of the point's longer words, and two of them, in whatever form."""
    wanted = _telling_stems(point)
    enough = max(min(_ENOUGH, len(wanted)), len(wanted) / 3)
    return bool(wanted) and any(
        len(wanted & _telling_stems(sentence)) >= enough for sentence in _SENTENCE_END.split(letter)
    )


def _telling_stems(text: str) -> set[str]:
    return {stem(word) for word in words_of(text) if len(word) >= _TELLING}


def _promises(desk: Desk, template: Template | None, about: About) -> Iterator[Piece]:
    for promise in about.interview.promises if about.interview else ():
        if promise.kept_at is None and promise.contact_id in (None, about.contact and about.contact.id):
            values = _values(desk, about._replace(key=f"promise:{promise.id}"))
            words = _worded(template, "promise.text", values)
            yield Piece("promise", promise.text, words or promise.text, bare=promise.text)


def _materials(desk: Desk, template: Template | None, draft: Draft) -> Iterator[Piece]:
    about, had = about_draft(desk, draft), _handed_out(desk)
    for material in newest_first(desk):
        values = _values(desk, about._replace(materials=(material,), touchpoints=()))
        words = _worded(template, _FIELDS.get(material.kind, "material.title"), values)
        sent = had.get(material.id, [])
        again = any(touchpoint.contact_id == draft.contact_id for touchpoint in sent if touchpoint.contact_id)
        link = material.url if material.url and material.url not in words else ""
        plain = words or (material.kind == "accomplishment" and material.text) or material.title
        goes_along = material.id in draft.material_ids
        note = "goes with this letter" if goes_along else _had_words(desk, sent)
        worded = f"{plain} {link}".strip()
        bare = f"{material.title} {material.url or ''}".strip()
        yield Piece(_WHAT[material.kind], material.title, worded, note, again, material.id, goes_along, bare)


def _handed_out(desk: Desk) -> dict[str, list[Touchpoint]]:
    """The messages that each material went out with."""
    had: dict[str, list[Touchpoint]] = defaultdict(list)
    for touchpoint in desk.facts.touchpoints.values():
        if touchpoint.direction == "out":
            for material_id in touchpoint.material_ids:
                had[material_id].append(touchpoint)
    return had


def _had_words(desk: Desk, sent: Sequence[Touchpoint]) -> str:
    """Who has had a material, and when."""
    days: dict[str, str] = {}
    for touchpoint in sorted(sent, key=lambda one: instant(one.at)):
        contact = desk.find(Contact, touchpoint.contact_id)
        day = date_words(instant(touchpoint.at).astimezone(desk.clock.zone), desk.now())
        days[contact.name if contact else "somebody"] = day
    return ", ".join(f"{name} had it on {day}" for name, day in days.items()) or "nobody has had it"
