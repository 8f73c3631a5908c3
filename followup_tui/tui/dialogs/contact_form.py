"""The full form of a contact, for a new one and for one of the book."""

from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import cast
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from followup_tui.desk import editing, marks
from followup_tui.desk.form_values import ContactValues
from followup_tui.domain.phrases import channel_words
from followup_tui.domain.records import Channel, Contact, ContactRole
from followup_tui.domain.schema import CHANNELS, CONTACT_ROLES
from followup_tui.domain.text import fold
from followup_tui.domain.typed_lists import read_list, read_tags, write_list
from followup_tui.tui.dialogs.form import Form, Row, text_area
from followup_tui.tui.dialogs.tags import tag_field
from followup_tui.tui.services import Services
from followup_tui.tui.widgets.fields import SafeInput
from followup_tui.tui.widgets.meant import DateField, Meaning, MeantField
from followup_tui.tui.widgets.pick import Alternative, Pick

_NO, _YES = Alternative("", "no"), Alternative("yes", "yes")
_MOST_DAYS = 36_500


class ContactForm(Form[Contact]):
    """Everything a person fills in about someone; the answer is the contact as it was stored."""

    def __init__(
        self,
        services: Services,
        values: ContactValues | None = None,
        edited: Contact | None = None,
        known_tags: Sequence[str] = (),
    ) -> None:
        """A form that begins with `values`; it stores a new contact, or the changes of `edited`."""
        super().__init__(f"Edit {edited.name}" if edited else "Add someone")
        self._services = services
        self._values = values or ContactValues()
        self._edited = edited
        self._known_tags = known_tags

    @classmethod
    async def of(cls, services: Services, contact: Contact) -> "ContactForm":
        """The form of a contact of the book."""
        return cls(services, editing.contact_values(contact), contact, await services.desk.ask(marks.known_tags))

    def rows(self) -> list[Row]:
        """Who they are, how to reach them, how they are kept in touch with."""
        values, usual = self._values, self._services.config.numbers.keep_in_touch_days
        roles = [Alternative(role, role.replace("_", " ")) for role in CONTACT_ROLES]
        channels = [Alternative("", "any"), *(Alternative(channel, channel_words(channel)) for channel in CHANNELS)]
        connected = DateField(
            self._services.times(past=True), values.linkedin_connected_at, with_time=True, id="connected"
        )
        days = "" if values.keep_in_touch_days is None else str(values.keep_in_touch_days)
        return [
            Row("Name", SafeInput(values.name, id="name", compact=True)),
            Row("Company", SafeInput(values.company, id="company", compact=True)),
            Row("Title", SafeInput(values.title, id="title", compact=True)),
            Row("Role", Pick(roles, values.role, id="role")),
            Row("E-mail", SafeInput(values.email, id="email", compact=True)),
            Row("Phone", SafeInput(values.phone, id="phone", compact=True)),
            Row("LinkedIn", SafeInput(values.linkedin, "https://", id="linkedin", compact=True)),
            Row("Prefers", Pick(channels, values.preferred_channel or "", id="channel")),
            Row("Time zone", MeantField(values.timezone or "", self._zone, placeholder="Madrid", id="zone")),
            Row("Keep in touch", Pick([_NO, _YES], "yes" if values.keep_in_touch else "", id="keep")),
            Row("Every … days", MeantField(days, _rhythm, placeholder=f"{usual}", id="days")),
            Row("Tags", tag_field(values.tags, self._known_tags, id="tags")),
            Row("Connected", connected),
            Row("More e-mails", _several(values.other_emails, "emails")),
            Row("More phones", _several(values.other_phones, "phones")),
            Row("Notes", text_area(values.notes, "notes")),
        ]

    def _zone(self, text: str) -> Meaning:
        """The zone, with the time there now."""
        if not text.strip():
            return Meaning("")
        name = zone_named(text)
        if name is None:
            return Meaning("There is no time zone of that name; try Europe/Madrid, or a city.", is_problem=True)
        there: datetime = self._services.now().astimezone(ZoneInfo(name))
        return Meaning(f"{name}: {there:%H:%M} there")

    def problem(self) -> tuple[str, str] | None:
        """There must be a name."""
        return None if self.line("name") else ("name", "What is their name? This one is required.")

    def values(self) -> ContactValues:
        """What the form says."""
        zone, days = self.line("zone"), self.line("days")
        return self._values._replace(
            name=self.line("name"),
            company=self.optional("company"),
            title=self.optional("title"),
            role=cast("ContactRole", self.picked("role")),
            email=self.optional("email"),
            phone=self.optional("phone"),
            linkedin=self.optional("linkedin"),
            timezone=zone_named(zone) if zone else None,
            preferred_channel=cast("Channel | None", self.picked("channel") or None),
            linkedin_connected_at=self.query_one("#connected", DateField).stored,
            other_emails=self.taken("emails", self._values.other_emails, read_list),
            other_phones=self.taken("phones", self._values.other_phones, read_list),
            keep_in_touch=self.picked("keep") == "yes",
            keep_in_touch_days=int(days) if days else None,
            tags=self.taken("tags", self._values.tags, read_tags),
            notes=self.area("notes"),
        )

    async def store(self) -> Contact:
        """Add them, or change what is known of them."""
        return await self._services.desk.ask(editing.save_contact, self.values(), self._edited)


def zone_named(text: str) -> str | None:
    """The time zone that a text names: as IANA does, or by its city alone where that is in one zone's name only."""
    text = text.strip()
    try:
        return ZoneInfo(text).key
    except (ZoneInfoNotFoundError, ValueError, OSError):
        wanted = fold(text).replace(" ", "_")
    found = [name for name in _zones() if wanted in (name.casefold(), name.casefold().rpartition("/")[2])]
    return found[0] if len(found) == 1 else None


@cache
def _zones() -> frozenset[str]:
    """The names of all time zones; finding them takes longer than a key may."""
    return frozenset(available_timezones())


def _several(entries: Sequence[str], name: str) -> MeantField:
    return MeantField(write_list(entries), _count, placeholder="separated by commas", id=name)


def _count(text: str) -> Meaning:
    count = len(read_list(text))
    return Meaning(f"{count} of them" if count > 1 else "")


def _rhythm(text: str) -> Meaning:
    text = text.strip()
    if not text:
        return Meaning("")
    if text.isascii() and text.isdigit() and int(text) <= _MOST_DAYS:
        return Meaning("")
    return Meaning("A whole number of days, or nothing for the usual.", is_problem=True)
