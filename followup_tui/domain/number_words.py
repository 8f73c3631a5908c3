"""The numbers of `[cadence]` in words: what each is called, what it counts, and what it means."""

import re
from typing import Final, NamedTuple


class NumberWords(NamedTuple):
    """`name` stands in a list, `unit` behind the number, `meaning` is a sentence that explains it."""

    name: str
    unit: str
    meaning: str


_FOLLOW_UPS: Final = {
    "thank_you": ("Thank-you", "after the end of the interview"),
    "check": ("Status check", "after the thank-you, or after what was heard last"),
    "promise": ("Check after their date", "after the date by which they said they would decide"),
    "application": ("Application check", "after you applied"),
    "close_out": ("Closing note", "after the last status check"),
    "reply": ("Reply", "after they wrote"),
    "offer": ("Answer to an offer", "after the offer"),
    "rejection": ("Answer to a refusal", "after the refusal"),
    "connect": ("Connect on LinkedIn", "after the interview"),
    "event": ("After an event", "after you met"),
    "keep_in_touch": ("Keep in touch", "after it opens"),
}
_STEPS: Final = {
    "open": ("opens", "It opens this many {unit} {since}."),
    "due": ("due", "It is due this many {unit} {since}."),
    "overdue": ("overdue", "It is overdue this many {unit} {since}."),
    "lapse": ("lapses", "This many {unit} {since} it is too late, and no longer planned."),
}
_UNITS: Final = {"h": ("h", "hours"), "d": ("d", "days"), "bd": ("business d", "business days")}
_OTHERS: Final = {
    "max_status_checks": NumberWords(
        "Status checks", "at most", "You ask this many times how things stand; then comes the closing note."
    ),
    "keep_in_touch_days": NumberWords(
        "Keep in touch: every", "d", "This many days after the last word it is time to say hello again."
    ),
    "gap_d": NumberWords("Pause between messages", "d", "This many days pass before you write to somebody again."),
    "cap": NumberWords(
        "Messages without an answer", "at most", "After this many without an answer, what follows is held back."
    ),
    "horizon_days": NumberWords("Shown ahead", "d", "What opens within this many days is shown as upcoming."),
}
_NAME: Final = re.compile(r"(\w+)_(open|due|overdue|lapse)_(h|d|bd)")


def number_words(key: str) -> NumberWords:
    """The words for a number, by its name in the config file."""
    if key in _OTHERS:
        return _OTHERS[key]
    found = _NAME.fullmatch(key)
    if found is None:
        return NumberWords(key, "", "")
    follow_up, since = _FOLLOW_UPS[found[1]]
    step, meaning = _STEPS[found[2]]
    short, unit = _UNITS[found[3]]
    return NumberWords(f"{follow_up}: {step}", short, meaning.format(unit=unit, since=since))
