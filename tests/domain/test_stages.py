"""The stages as the user calls and orders them."""

import pytest

from followup_tui.domain.schema import STAGES
from followup_tui.domain.stages import Stages, read_stages


def test_unless_something_is_set_they_are_called_what_they_are_stored_as() -> None:
    assert Stages().titles == {stage: stage.capitalize() for stage in STAGES}
    assert list(Stages().titles) == list(STAGES)


def test_names_and_order_are_the_users() -> None:
    stages = read_stages({"names": {"lead": " Wishlist "}, "order": [*STAGES[1:], "lead"]})
    assert stages.name("lead") == "Wishlist"
    assert stages.name("offer") == "Offer"
    assert list(stages.titles.values()) == ["Applied", "Screening", "Interviewing", "Offer", "Closed", "Wishlist"]


@pytest.mark.parametrize(
    ("names", "letters"),
    [
        ({}, "lasioc"),
        ({"lead": "Wishlist"}, "wasioc"),
        ({"lead": "Jobs", "applied": "Kept"}, "oesifc"),
        ({"lead": "A", "applied": "Aa", "screening": "Aaa"}, "apsioc"),
        ({"lead": "日本", "offer": "★"}, "日asioc"),
    ],
)
def test_each_has_a_letter_of_its_own_to_be_chosen_by(names: dict[str, str], letters: str) -> None:
    assert "".join(read_stages({"names": names}).letters().values()) == letters
