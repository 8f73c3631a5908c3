"""The pictures of the README are what the window shows, and small."""

from pathlib import Path

import pytest

from tests.screenshots.__main__ import FOLDER, take, take_tour
from tests.screenshots.shown import PLACES, TOUR, Shown

RENEW = "look at the change; `make screenshots` takes it as the new picture"


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.name)
async def test_a_place_looks_as_in_its_picture(place: Shown, tmp_path: Path) -> None:
    assert (await take(place, tmp_path)).splitlines() == _kept(place.name), RENEW


async def test_the_keys_of_the_tour_lead_where_it_says(tmp_path: Path) -> None:
    async for name, picture in take_tour(tmp_path):
        assert picture.splitlines() == _kept(name), RENEW


def _kept(name: str) -> list[str]:
    return (FOLDER / f"{name}.svg").read_text(encoding="utf-8").splitlines()


def test_there_are_no_others_and_all_are_small() -> None:
    sizes = {path.name: path.stat().st_size for path in FOLDER.iterdir()}
    assert set(sizes) == {f"{shown.name}.svg" for shown in (*PLACES, *TOUR)}
    assert max(sizes.values()) < 25_000
