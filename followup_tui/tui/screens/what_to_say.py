"""What a letter is about, above it: to whom, by what, for which opportunity; and what it can be about, beside it."""

from datetime import datetime

from textual.content import Content

from followup_tui.desk.drafts import Opened
from followup_tui.desk.worth_saying import WorthSaying
from followup_tui.domain.facts import instant
from followup_tui.domain.hours import city_of, welcome_words
from followup_tui.domain.phrases import by_channel, full_words, kind_words, when_words
from followup_tui.tui.widgets.safe import shown


def whom_and_what(opened: Opened) -> Content:
    """The line above the letter."""
    contact, opportunity, channel = opened.contact, opened.opportunity, opened.draft.channel
    parts = [
        kind_words(opened.draft.kind).capitalize(),
        f"to {contact.name}" if contact else "to nobody yet",
        by_channel(channel),
        f"{opportunity.company}, {opportunity.role}" if opportunity else "",
        contact.email if contact and contact.email and channel == "email" else "",
    ]
    return shown("  ·  ".join(part for part in parts if part), style="bold")


def what_to_say(opened: Opened, worth: WorthSaying | None, now: datetime) -> Content:
    """The side pane's text; a part that has nothing to say is left out."""
    parts = [*_why(opened, now), *_hour(opened, worth, now), *_points(opened), *_promises(opened)]
    parts += [*_materials(worth), *_last_message(opened, now)]
    if not parts:
        parts = ["Nothing is noted about this yet."]
    return Content("\n").join([Content(part) if isinstance(part, str) else part for part in parts])


def _hour(opened: Opened, worth: WorthSaying | None, now: datetime) -> list[Content | str]:
    """The time where they are, and whether they are glad to hear from one now."""
    if worth is None or worth.there is None or worth.there.tzinfo is None:
        return []
    place = f"in {city_of(worth.there.tzinfo)}." if worth.zone_known else "if they are in your zone."
    words = welcome_words(worth.welcome, opened.draft.channel, now) if worth.welcome else ""
    return [_heading("There now"), shown(f"{worth.there:%a %H:%M} {place}"), shown(words, style="$text-muted"), ""]


def _materials(worth: WorthSaying | None) -> list[Content | str]:
    lines = [
        Content.assemble(
            shown(f"• {piece.title}"),
            shown(f"  {piece.what}; {piece.note}", style="$text-warning" if piece.again else "$text-muted"),
        )
        for piece in (worth.pieces if worth else ())
        if piece.material_id is not None
    ]
    return [_heading("Worth sending"), *lines, ""] if lines else []


def _heading(text: str) -> Content:
    return Content.styled(text, "bold $text-primary")


def _why(opened: Opened, now: datetime) -> list[Content | str]:
    follow_up = opened.follow_up
    if follow_up is None:
        return []
    return [_heading("Why now"), shown(follow_up.reason), shown(when_words(follow_up, now), style="$text-muted"), ""]


def _points(opened: Opened) -> list[Content | str]:
    points = opened.interview.talking_points if opened.interview else ()
    return [_heading("Worth coming back to"), *(shown(f"• {point}") for point in points), ""] if points else []


def _promises(opened: Opened) -> list[Content | str]:
    promises = opened.interview.promises if opened.interview else ()
    if not promises:
        return []
    lines = [shown(f"{'✓' if promise.kept_at else '○'} {promise.text}") for promise in promises]
    return [_heading("Promised"), *lines, ""]


def _last_message(opened: Opened, now: datetime) -> list[Content | str]:
    message = opened.last_message
    if message is None:
        return []
    at = full_words(instant(message.at).astimezone(now.tzinfo), now)
    text = shown(message.body or message.subject or "(no text was kept)", single_line=False)
    return [_heading("They wrote last"), shown(at, style="$text-muted"), text]
