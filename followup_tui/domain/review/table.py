"""The table of checks, and `review`, which runs them. Adding a check is one entry."""

from collections.abc import Callable, Iterable
from itertools import islice
from typing import NamedTuple

from followup_tui.domain.review.checks import (
    ask,
    attachment,
    companies,
    dates,
    form,
    people,
    purpose,
    repeat,
    specific,
    tone,
    typo,
)
from followup_tui.domain.review.model import Context, DraftLike, Finding, most_serious_first
from followup_tui.domain.review.reading import Reading
from followup_tui.domain.review.spelling import Dictionary

# A text in which everything is wrong is not helped by ten thousand findings.
_MOST_FINDINGS = 100


class Check(NamedTuple):
    """One check: its name, the function that makes its findings, and whether it can read only English."""

    name: str
    run: Callable[[Reading], Iterable[Finding]]
    english_only: bool = True


CHECKS: tuple[Check, ...] = (
    Check("placeholder", people.placeholder, english_only=False),
    Check("wrong_name", people.wrong_name_in_greeting, english_only=False),
    Check("wrong_name", companies.wrong_company, english_only=False),
    Check("greeting", people.greeting),
    Check("gratitude", purpose.gratitude),
    Check("interest", purpose.interest),
    Check("qualification", purpose.qualification),
    Check("specific", specific.specific),
    Check("ask", ask.ask),
    Check("length", form.length, english_only=False),
    Check("tone", tone.tone),
    Check("typo", typo.typo),
    Check("repeat", repeat.repeat, english_only=False),
    Check("subject", form.subject, english_only=False),
    Check("attachment", attachment.attachment, english_only=False),
    Check("date", dates.weekday_of_date),
    Check("sign_off", form.sign_off),
    Check("timing", form.timing, english_only=False),
)


def review(draft: DraftLike, context: Context, dictionary: Dictionary | None = None) -> list[Finding]:
    """What a careful reader would say of `draft`, most serious first. Pure; spelling needs a `dictionary`."""
    reading = Reading(draft, context, dictionary)
    checks = (check for check in CHECKS if reading.english or not check.english_only)
    return most_serious_first(found for check in checks for found in islice(check.run(reading), _MOST_FINDINGS))
