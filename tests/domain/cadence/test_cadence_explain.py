"""An explanation names the rule, its source, the facts and the dates made of them."""

from followup_tui.domain.cadence import plan
from followup_tui.domain.cadence.explain import Line, explain
from tests.domain.cadence.random_books import random_case
from tests.domain.cadence.small_books import SmallBook, facts_of, settings_of, started_with


def lines(book: SmallBook, now: str, key: str) -> list[tuple[str, str]]:
    return [(line.label, line.value) for line in explain(facts_of(book.tables), book.settings, book.at(now), key)]


def test_a_thank_you_is_explained_by_its_interview() -> None:
    book = started_with()
    book.interview("opp", "2026-11-17 15:00", "ana", id="itv", duration_min=60)
    assert lines(book, "2026-11-18 10:00", "thank_you:itv:ana") == [
        ("R1", "Write within 24–48 hours, to each interviewer separately."),
        ("source", "G0, G4"),
        ("because", "Interview with Ana Ruiz on Tue 17 Nov; no thank-you yet"),
        ("interview ends", "Tue 17 Nov 2026 16:00"),
        ("opens", "Tue 17 Nov 2026 16:00"),
        ("due", "Wed 18 Nov 2026 16:00"),
        ("overdue", "Thu 19 Nov 2026 16:00"),
        ("lapses", "Tue 24 Nov 2026 16:00"),
    ]


def test_patience_and_a_snooze_are_explained_with_the_dates_they_make() -> None:
    book = started_with()
    book.got("other", "2026-11-02 10:00", "ana", "opp", id="msg")
    for _ in range(3):
        book.sent("other", "2026-11-10 15:00", "ana", "opp")
    book.snooze("status_check:opp:msg:1", "2026-11-11 10:00", "2026-11-20 08:00")
    told = lines(book, "2026-11-13 12:00", "status_check:opp:msg:1")
    assert ("patience", "5 days after your last message to them, which they have not answered (G1)") in told
    assert ("held", "3 sent without an answer, and 3 are enough (G1)") in told
    assert ("snoozed until", "Fri 20 Nov 2026 08:00") in told
    opens = [value for label, value in told if label == "opens"]
    assert opens == ["Mon 9 Nov 2026 10:00", "Mon 16 Nov 2026 09:00", "Fri 20 Nov 2026 08:00"]


def test_a_skip_is_said_and_an_unknown_key_has_no_explanation() -> None:
    book = SmallBook()
    book.reminder("2026-11-21 10:00", id="rem")
    book.skip("reminder:rem", "2026-11-20 10:00")
    assert ("skipped", "Fri 20 Nov 2026 10:00") in lines(book, "2026-11-21 12:00", "reminder:rem")
    assert lines(book, "2026-11-21 12:00", "reminder:other") == []
    assert lines(book, "2026-11-21 12:00", "nonsense") == []


def test_whatever_is_planned_can_be_explained_down_to_its_dates() -> None:
    rules = set()
    for seed in range(60):
        case = random_case(seed)
        facts, settings = facts_of(case.book), settings_of(case.timezone, case.holidays, case.cadence)
        for follow_up in plan(facts, settings, case.now):
            told = explain(facts, settings, case.now, follow_up.key)
            assert told[0].label == follow_up.rule
            due = [line.value for line in told if line.label == "due"][-1]
            assert due.endswith(f"{follow_up.due_at:%Y %H:%M}")
            assert all(line == Line(*line) and line.value for line in told)
            rules.add(follow_up.rule)
    assert len(rules) == 12
