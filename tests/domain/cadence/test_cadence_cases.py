"""Every case file gives exactly the plan it expects, whatever kind of record the facts are made of."""

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest

from followup_tui.domain.cadence import plan
from followup_tui.domain.facts import Facts
from followup_tui.domain.records import BY_TABLE
from tests.domain.cadence.naive_cadence import Naive
from tests.domain.cadence.small_books import TABLES, comparable, facts_of, in_utc, settings_of

CASES = sorted((Path(__file__).parents[2] / "data" / "cadence").glob("*.json"))


def facts_of_records(book: dict[str, Any]) -> Facts:
    return Facts.of(
        {table: [msgspec.convert(each, BY_TABLE[table]) for each in book.get(table, [])] for table in TABLES}
    )


def expected_plan(case: dict[str, Any]) -> list[dict[str, Any]]:
    return [
        {
            name: in_utc(datetime.fromisoformat(value)) if name.endswith(("_at", "_until")) and value else value
            for name, value in each.items()
        }
        for each in case["expected"]
    ]


def test_all_cases_are_there() -> None:
    assert len(CASES) >= 34


@pytest.mark.parametrize("make_facts", [facts_of, facts_of_records])
@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_the_plan_is_the_one_expected(path: Path, make_facts: Callable[[dict[str, Any]], Facts]) -> None:
    case = json.loads(path.read_text(encoding="utf-8"))
    follow_ups = plan(make_facts(case["book"]), settings_of(**case["settings"]), datetime.fromisoformat(case["now"]))
    assert comparable(follow_ups) == expected_plan(case)
    assert all(follow_up.reason for follow_up in follow_ups)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_the_oracle_agrees_with_the_cases(path: Path) -> None:
    case = json.loads(path.read_text(encoding="utf-8"))
    settings = case["settings"]
    zone = settings_of(settings["timezone"]).zone
    now = datetime.fromisoformat(case["now"])
    naive = Naive(case["book"], zone, settings["holidays"], settings.get("cadence", {}), now)
    assert naive.plan() == expected_plan(case)
