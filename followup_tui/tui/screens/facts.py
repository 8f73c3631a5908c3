"""Records as short texts: a head line, the facts that are known, and whether now is a good hour."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from rich.cells import cell_len
from textual.content import Content

from followup_tui.config import Config
from followup_tui.desk.look import outcome_words
from followup_tui.domain.facts import instant
from followup_tui.domain.hours import city_of, welcome, welcome_words, zone_named
from followup_tui.domain.instants import parse_date
from followup_tui.domain.phrases import ago_words, channel_words, full_words
from followup_tui.domain.records import Contact, Opportunity
from followup_tui.domain.text import visible
from followup_tui.tui.widgets.cells import fit
from followup_tui.tui.widgets.safe import shown

_STARS = "★"
_NAME_WIDTH = 16
# A name cut to fewer cells than this says nothing.
_SHORTEST = 12
Facts = list[tuple[str, str]]


def opportunity_head(
    opportunity: Opportunity, stages: Mapping[str, str], progress: str = "", width: int = 500
) -> Content:
    """Company, role and where it stands in a line of `width` cells, with stars and progress where they fit."""
    stage, stars = outcome_words(opportunity, stages), _STARS * opportunity.priority
    company = fit(visible(opportunity.company), max(_SHORTEST, width - cell_len(stage) - 2))
    room = width - cell_len(company) - 2 - cell_len(stage)
    # The role is shortened before anything is left out; the stage says more than what stands behind it.
    role = visible(opportunity.role)
    least = min(_SHORTEST, cell_len(role)) + 2
    further = []
    for text in (f"  {stars}" if stars else "", f"  ·  {progress}" if progress else ""):
        fits = cell_len(text) <= room - least
        room -= cell_len(text) if fits else 0
        further.append(text if fits else "")
    role = fit(role, room - 2) if room >= least else ""
    return Content.assemble(
        shown(company, style="bold"),
        shown(f"  {role}" if role else ""),
        "  ",
        shown(stage, style="$text-primary"),
        (further[0], "$text-warning"),
        (further[1], "$text-muted"),
    )


def contact_head(contact: Contact) -> Content:
    """Name, and what they are."""
    return Content.assemble(shown(contact.name, style="bold"), "  ", shown(position(contact)))


def position(contact: Contact) -> str:
    """What they are and where: `Recruiter, Globex`."""
    role = "" if contact.role == "other" else contact.role.replace("_", " ")
    return ", ".join(text for text in (contact.title or role, contact.company) if text)


def there_words(contact: Contact, now: datetime) -> str:
    """The time where they are: `Tue 09:04 in New York`; empty where their zone is not known."""
    zone = zone_named(contact.timezone)
    return f"{now.astimezone(zone):%a %H:%M} in {city_of(zone)}" if zone else ""


def hour_line(contact: Contact, now: datetime, config: Config) -> Content:
    """The time there, and whether it is a good hour to write, and to call where a number is known."""
    there = there_words(contact, now) or f"{now:%a %H:%M}, if they are in your zone"
    zone = zone_named(contact.timezone) or config.zone
    parts = [Content.assemble(("There ", "$text-muted"), shown(there))]
    writing = contact.preferred_channel if contact.preferred_channel in ("linkedin", "social", "letter") else "email"
    for channel in (writing, *(["phone"] if contact.phone else [])):
        found = welcome(config.hours, channel, now, zone, config.holidays)
        style = "$text-success" if found.now else "$text-warning"
        parts.append(shown(welcome_words(found, channel, now), style=style))
    return Content("  ").join(parts)


def contact_facts(contact: Contact, now: datetime) -> Facts:
    """What is known of a contact, each with its name; empty where it is not."""
    return [
        ("e-mail", ", ".join(filter(None, (contact.email, *contact.other_emails)))),
        ("phone", ", ".join(filter(None, (contact.phone, *contact.other_phones)))),
        ("LinkedIn", contact.linkedin or ""),
        ("prefers", channel_words(contact.preferred_channel or "")),
        ("time zone", contact.timezone or ""),
        ("tags", " ".join(f"#{tag}" for tag in contact.tags)),
        ("keep in touch", _keep_in_touch(contact)),
        ("connected", _ago(contact.linkedin_connected_at, now)),
        ("known since", _ago(contact.created_at, now)),
    ]


def _keep_in_touch(contact: Contact) -> str:
    if not contact.keep_in_touch:
        return ""
    return "yes" if contact.keep_in_touch_days is None else f"every {contact.keep_in_touch_days} d"


def opportunity_facts(opportunity: Opportunity, now: datetime) -> Facts:
    """What is known of an opportunity, each with its name; empty where it is not."""
    since = _here(opportunity.stage_changed_at, now)
    return [
        ("there since", f"{full_words(since, now)} ({ago_words(since, now)})"),
        ("applied", _ago(opportunity.applied_at, now)),
        ("they decide by", day_words(opportunity.decision_by, now)),
        ("at", opportunity.location or ""),
        ("pays", opportunity.compensation or ""),
        ("from", opportunity.source or ""),
        ("link", opportunity.url or ""),
        ("tags", " ".join(f"#{tag}" for tag in opportunity.tags)),
        ("added", _ago(opportunity.created_at, now)),
    ]


def fact_lines(facts: Iterable[tuple[str, str]]) -> list[Content]:
    """A line for each that is known."""
    return [Content.assemble((f"{name:<{_NAME_WIDTH}}", "$text-muted"), shown(text)) for name, text in facts if text]


def _here(text: str, now: datetime) -> datetime:
    return instant(text).astimezone(now.tzinfo)


def _ago(text: str | None, now: datetime) -> str:
    return ago_words(_here(text, now), now) if text else ""


def day_words(text: str | None, now: datetime) -> str:
    """A date of the book: `Fri 27 Nov (in 6 d)`; empty for none."""
    if not text:
        return ""
    day = datetime.combine(parse_date(text), now.timetz())
    return f"{day:%a} {day.day} {day:%b} ({ago_words(day, now)})"
