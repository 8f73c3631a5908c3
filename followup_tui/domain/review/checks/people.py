"""Who is greeted, and how: `placeholder`, `greeting`, and the first half of `wrong_name`."""

import re
from collections.abc import Iterator

from followup_tui.domain.review import names
from followup_tui.domain.review.greetings import Greeting
from followup_tui.domain.review.model import Finding
from followup_tui.domain.review.names import Match
from followup_tui.domain.review.reading import Reading
from followup_tui.domain.review.stems import words_of
from followup_tui.domain.salutation import take_apart

_SHOWN = 40


def placeholder(reading: Reading) -> Iterator[Finding]:
    """Something is left to fill (G3's examples have them)."""
    for start, end in reading.placeholders:
        shown = reading.body[start:end]
        shown = shown if len(shown) <= _SHOWN else shown[: _SHOWN - 1] + "…"
        yield Finding("placeholder", "error", f"Fill in or remove “{shown}”.", (start, end))


def greeting(reading: Reading) -> Iterator[Finding]:
    """There is no greeting, or one that would fit anybody although the name is known (G1–G4 personalise)."""
    found = reading.letter.greeting
    name = reading.context.contact.name.strip()
    if found is None:
        if not _begins_with_placeholder(reading):
            whom = f"{name} by name" if name else "the reader"
            yield Finding("greeting", "warning", f"Begin with a greeting: greet {whom}.")
    elif name and not reading.is_placeholder(found.start, found.end) and _is_impersonal(found, reading):
        yield Finding("greeting", "warning", f"Greet {name} by name.", (found.start, found.end))


def wrong_name_in_greeting(reading: Reading) -> Iterator[Finding]:
    """The greeting names somebody else than the contact, or calls the contact by another form of the name."""
    found = reading.letter.greeting
    name = reading.context.contact.name.strip()
    if found is None or not name or not names.parts(name) or reading.is_placeholder(found.start, found.end):
        return
    if not found.addressed or _is_impersonal(found, reading) or _is_only_title(found):
        return
    called = " ".join(found.addressed)
    span = (found.start, found.end)
    mended = _greeted_rightly(found, name, reading.body)
    match names.compare(found.addressed, name):
        case Match.OTHER:
            message = f"The greeting names “{called}”, but the message goes to {name}."
            yield Finding("wrong_name", "error", message, span, mended)
        case Match.NICKNAME:
            yield Finding("wrong_name", "hint", f"“{called}” is a short form: does {name} go by it?", span)
        case Match.ACCENT:
            yield Finding(
                "wrong_name", "hint", f"The name is written {name}: “{called}” differs in an accent.", span, mended
            )
        case Match.SAME:
            return


def _greeted_rightly(found: Greeting, name: str, body: str) -> tuple[str, ...]:
    """The greeting with the contact's name in the form in which it names somebody; empty where that cannot be told."""
    greeting, words = body[found.start : found.end], found.addressed
    titles = [word for word in words if names.is_title(word)]
    called = take_apart(name)
    right = called.family if titles else called.given if len(words) == 1 else called.whole
    written = re.compile(r"\s+".join(map(re.escape, words[len(titles) :])))
    place = written.search(greeting) if words[len(titles) :] and right else None
    return (greeting[: place.start()] + right + greeting[place.end() :],) if place else ()


def _begins_with_placeholder(reading: Reading) -> bool:
    """Whether the text opens with something left to fill, where the greeting may be meant to go."""
    start = len(reading.body) - len(reading.body.lstrip())
    return reading.is_placeholder(start, start + 1)


def _names_somebody_and_others(found: Greeting, company: set[str]) -> bool:
    """Whether a person is greeted beside those who are not named: "Dear Kate and team"."""
    several = [group for group in names.groups(found.addressed) if len(group) < len(found.addressed)]
    return any(
        word[:1].isupper() and not (names.is_impersonal(word) or names.is_title(word) or words_of(word)[0] in company)
        for group in several
        for word in group
        if len(group) == 1 and words_of(word)
    )


def _is_only_title(found: Greeting) -> bool:
    return all(names.is_title(word) for word in found.addressed)


def _is_impersonal(found: Greeting, reading: Reading) -> bool:
    """Whether the greeting names nobody: nothing at all, an office, or the company."""
    words = [word for word in found.addressed if not names.is_joiner(word)]
    if not words:
        return True
    contact = reading.context.contact
    if names.compare(found.addressed, contact.name) is not Match.OTHER:
        return False
    if all(map(names.is_civil_title, words)):
        return True
    company = set(words_of(f"{contact.company} {reading.context.company}"))
    if _names_somebody_and_others(found, company):
        return False
    # "Madame" alone is nobody, but Madame Dubois is somebody.
    if any(names.is_impersonal(word) for word in [each for each in words if not names.is_title(each)] or words):
        return True
    job = set(words_of(contact.title)) if all(word.islower() or names.is_title(word) for word in words) else set()
    addressed = set(words_of(" ".join(words)))
    return bool(addressed) and addressed <= company | job
