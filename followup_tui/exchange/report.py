"""The activity report of a period, for a person to read and to sign (Markdown) or for a table (CSV)."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime
from typing import NamedTuple

from followup_tui.exchange import markdown
from followup_tui.exchange.csv_out import csv_file


class Activity(NamedTuple):
    """Something that was done or came in, at a time in the user's zone; texts that are not known are empty."""

    at: datetime
    employer: str
    position: str
    action: str
    channel: str = ""
    person: str = ""
    result: str = ""
    reference: str = ""
    opportunity_id: str | None = None


class Step(NamedTuple):
    """When an opportunity came to a stage; `name` is what the user calls it."""

    at: datetime
    stage: str
    name: str


class Course(NamedTuple):
    """The way of one opportunity till the end of the period."""

    employer: str
    position: str
    place: str
    source: str
    link: str
    steps: tuple[Step, ...]
    result: str


class Report(NamedTuple):
    """A period (`first` is None if nothing happened and no beginning was asked for) with all that was done in it."""

    name: str
    email: str
    first: date | None
    last: date
    made_at: datetime
    activities: tuple[Activity, ...]
    courses: tuple[Course, ...]


_COLUMNS = ("Date", "Time", "Employer", "Position", "Action", "Channel", "Contact", "Result", "Reference", "History")
_SHOWN = ("Date", "Employer", "Position", "Action", "Channel", "Contact", "Result")


def report_csv(report: Report) -> bytes:
    """One row for each activity; dates and times are the user's."""
    history = {
        (course.employer, course.position): "; ".join(f"{step.at:%Y-%m-%d} {step.name}" for step in course.steps)
        for course in report.courses
    }
    return csv_file(
        _COLUMNS,
        (
            (
                f"{one.at:%Y-%m-%d}",
                f"{one.at:%H:%M}",
                one.employer,
                one.position,
                one.action,
                one.channel,
                one.person,
                one.result,
                one.reference,
                history.get((one.employer, one.position), "") if one.opportunity_id else "",
            )
            for one in report.activities
        ),
    )


def report_markdown(report: Report) -> str:
    """The report as a page: who, when, how much, every activity, and the course of each application."""
    return "\n".join([*_head(report), *_table(report), *_courses(report), *_foot(report)]) + "\n"


def _head(report: Report) -> Iterator[str]:
    yield "# Job search activity report"
    yield ""
    if report.name or report.email:
        yield f"- Name: {markdown.words(', '.join(text for text in (report.name, report.email) if text))}"
    beginning = f"{_day(report.first)} to " if report.first else "to "
    yield f"- Period: {beginning}{_day(report.last)}"
    yield f"- Made: {_day(report.made_at.date())}"
    yield f"- {_summary(report)}"
    yield ""


def _summary(report: Report) -> str:
    """`Activities: 12 (4 applications, 2 interviews, 6 other), with 5 employers`."""
    tally = Counter(
        "application"
        if one.action == "Application"
        else "interview"
        if one.action.startswith("Interview")
        else "message or answer"
        for one in report.activities
    )
    plurals = {"message or answer": "messages or answers"}
    parts = [
        f"{tally[what]} {what if tally[what] == 1 else plurals.get(what, what + 's')}"
        for what in ("application", "interview", "message or answer")
        if tally[what]
    ]
    employers = len({one.employer for one in report.activities if one.employer})
    details = f" ({', '.join(parts)}), with {employers} employer{'s' * (employers != 1)}" if parts else ""
    return f"Activities: {len(report.activities)}{details}"


def _table(report: Report) -> Iterator[str]:
    yield "## Activities"
    yield ""
    if not report.activities:
        yield "Nothing was recorded in this period."
        yield ""
        return
    yield from markdown.table(
        _SHOWN,
        (
            (f"{one.at:%Y-%m-%d}", one.employer, one.position, one.action, one.channel, one.person, one.result)
            for one in report.activities
        ),
    )
    yield ""


def _courses(report: Report) -> Iterator[str]:
    if not report.courses:
        return
    yield "## Applications and how they went"
    yield ""
    for course in report.courses:
        yield f"### {markdown.words(course.employer)}: {markdown.words(course.position)}"
        yield ""
        for name, text in (("Place", course.place), ("Found through", course.source), ("Advertisement", course.link)):
            if text:
                yield f"- {name}: {markdown.words(text)}"
        for step in course.steps:
            yield f"- {_day(step.at.date())}: {markdown.words(step.name)}"
        yield ""


def _foot(report: Report) -> Iterator[str]:
    yield "---"
    yield ""
    yield f"Taken from the job search journal of {markdown.words(report.name) or 'the undersigned'}; times are local."
    yield ""
    yield "Date and signature: ______________________________"


def _day(day: date) -> str:
    return f"{day.day} {day:%b %Y}"
