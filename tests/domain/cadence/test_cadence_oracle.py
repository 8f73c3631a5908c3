"""The plan of random books is the one that the naive reading of the text gives."""

from zoneinfo import ZoneInfo

import pytest

from followup_tui.domain.cadence import plan
from tests.domain.cadence.naive_cadence import Naive
from tests.domain.cadence.random_books import random_case
from tests.domain.cadence.small_books import comparable, facts_of, settings_of

BOOKS = 400
CHUNK = 40


@pytest.mark.parametrize("first", range(0, BOOKS, CHUNK))
def test_the_plan_is_what_the_text_says(first: int) -> None:
    for seed in range(first, first + CHUNK):
        case = random_case(seed)
        settings = settings_of(case.timezone, case.holidays, case.cadence)
        naive = Naive(case.book, ZoneInfo(case.timezone), case.holidays, case.cadence, case.now)
        assert comparable(plan(facts_of(case.book), settings, case.now)) == naive.plan(), f"seed {seed}"
