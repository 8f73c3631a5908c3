"""`date`: a weekday beside a date, in all the ways they are written. Today is Wednesday, 19 November 2025."""

from collections.abc import Callable

import pytest

from followup_tui.domain.review import Finding

RIGHT = [
    "Monday 24 November",
    "Monday, 24 November 2025",
    "Monday, November 24",
    "Monday, November 24th, 2025",
    "Mon 24 Nov",
    "Mon., Nov. 24",
    "Monday the 24th of November",
    "Monday the 24th",
    "24 November (Monday)",
    "24 November, a Monday,",
    "Monday 24/11",
    "Monday 2025-11-24",
    "Monday 24 or Tuesday 25 November",
    "Monday 24, Tuesday 25 and Wednesday 26 November",
    "Tuesday (18 November)",
    "Monday, 5 January",
    "Monday, 5 January 2026",
    "Tuesday 24 February 2026",
    "Monday at 10 am, 24 November",
    "Friday 5 pm",
    "Friday at 10.30",
    "Monday to Friday, 24 to 28 November",
    "Sunday, 1 June",
    "Monday, 2 June 2025",
    "Thursday 13 March 2025",
    "Friday 21 may suit me",
    "Wednesday 12 people came",
    "the 24th, Tuesday or Wednesday",
    "Monday the twenty-fourth of November",
]
WRONG = [
    "Friday 22 November",
    "Thursday, 7 November",
    "Monday, 2 December",
    "Tuesday, November 24th",
    "Tuesday the 24th of November",
    "Tuesday the 24th",
    "24 November (Tuesday)",
    "Tuesday 24/11",
    "Tuesday 2025-11-24",
    "Tuesday, 5 January",
    "Monday, 5 January 2027",
    "Monday 31 November",
    "Monday 25 or Tuesday 26 November",
    "Tuesday at ten, 24 November",
    "Tuesday – 24 November",
    "the 24th (Tuesday)",
    "the 24th of this month, a Tuesday",
    "the twenty-fourth of November, which is a Tuesday",
]


@pytest.mark.parametrize("text", RIGHT)
def test_a_date_that_fits_is_right(text: str, fires: Callable[..., bool]) -> None:
    assert not fires("date", f"I could come on {text}, as you wish.")


@pytest.mark.parametrize("text", WRONG)
def test_a_weekday_that_does_not_fit_is_a_warning(text: str, fires: Callable[..., bool]) -> None:
    assert fires("date", f"I could come on {text}, as you wish.")


def test_without_a_year_and_without_a_today_nothing_is_said(fires: Callable[..., bool]) -> None:
    assert not fires("date", "I could come on Friday 22 November.", now=None)
    assert fires("date", "I could come on Friday 22 November 2025.", now=None)


def test_it_says_which_day_it_is(read: Callable[..., list[Finding]]) -> None:
    body = "Dear Ana,\n\nI shall be there on Friday 22 November, as agreed.\n\nBest,\nBo Lind"
    (found,) = [finding for finding in read(body) if finding.check == "date"]
    assert found.message == "“Friday 22 November”: 22 November 2025 is a Saturday."
    assert found.span is not None
    assert body[slice(*found.span)] == "Friday 22 November"
