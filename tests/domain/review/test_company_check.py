"""The company half of `wrong_name`: another opportunity's company where this one should stand."""

from collections.abc import Callable
from typing import Any

import pytest

OTHERS = ["Magnolia Catering", "Target", "Block", "Wayfarer Holidays Ltd", "Castle Mutual", "Cartage", "Palletline"]
OTHERS += ["Cooper & Sons", "J.P. Morris", "Ørsted"]
WRONG = [
    "I am very interested in the position at Magnolia Catering.",
    "Everyone I met at Wayfarer Holidays was lovely.",
    "I would love to join Target in May.",
    "It would be a joy to bake at Block.",
    "Working for Cartage is all I want.",
    "Thank you for the offer to join Castle Mutual.",
    "Palletline is my first choice.",
    "I look forward to your answer about the job at Magnolia Catering.",
    "I liked hearing what Palletline does.",
    "Thank you for the time at Target yesterday.",
    "I'd love to bake for Cooper and Sons.",
    "I want to work for JP Morris.",
    "I want to work for Orsted.",
    "I want a career at Target.",
    "I know that Cartage needs bakers.",
]
RIGHT = [
    "I hit the target, and lived a block away.",
    "Target practice was fun.",
    "Castle Mutual has made me an offer.",
    "I have an offer from Magnolia Catering until Friday.",
    "I am also interviewing at Cartage.",
    "I have accepted a post at Wayfarer Holidays.",
    "In the end I have said yes to Castle Mutual.",
    "I'm in the final round at Cartage.",
    "Cartage needs my answer by Friday.",
    "I worked at Target for six years.",
    "My former employer, Cartage, taught me that.",
    "I would rather work at Dupree Florists than at Magnolia Catering.",
    "Dupree and Cartage share a roof.",
    "I turned down Magnolia Catering for you.",
    "A recruiter from Block rang me, and I told her that I was waiting for you.",
    "My brother works at Palletline.",
    "I've decided to go with Cartage, and won't be accepting your offer.",
    "Cartagena is where I was born.",
    "At Cartage we baked at night.",
    "Cartage, my last employer, will give a reference.",
    "You told me that Cartage buys your flour.",
    "I know your ovens from my days at Cartage.",
]


def around(own: str = "Dupree Florists", others: list[str] = OTHERS) -> dict[str, Any]:
    return {"opportunity": {"company": own}, "other_companies": others}


@pytest.mark.parametrize("text", WRONG)
def test_another_company_named_instead_of_this_one_is_an_error(text: str, fires: Callable[..., bool]) -> None:
    assert fires("wrong_name", text, **around())


@pytest.mark.parametrize("text", RIGHT)
def test_an_ordinary_word_another_process_and_the_past_are_none(text: str, fires: Callable[..., bool]) -> None:
    assert not fires("wrong_name", text, **around())


@pytest.mark.parametrize(
    "body",
    [
        "Dear Ana,\n\nIt was good to see you.\n\nBest wishes to everyone at Cartage,\nBo Lind\n",
        "Re: the post at Cartage\n\nDear Ana,\n\nIt was good to see you.\n\nBest wishes,\nBo Lind\n",
    ],
)
def test_a_parting_and_a_line_above_the_greeting_name_companies_too(body: str, fires: Callable[..., bool]) -> None:
    assert fires("wrong_name", body, **around())


def test_it_is_right_where_this_company_is_named_too(fires: Callable[..., bool]) -> None:
    text = "I saw Dupree Florists first. I had no idea that you knew the people at Magnolia Catering."
    assert not fires("wrong_name", text, **around())


def test_an_own_company_that_is_an_ordinary_word_counts_as_named(fires: Callable[..., bool]) -> None:
    assert not fires(
        "wrong_name", "Target is a joy. I met the people of Cartage there.", **around("Target", ["Cartage"])
    )


def test_a_company_that_contains_this_ones_name_is_no_mention_of_this_one(fires: Callable[..., bool]) -> None:
    assert fires("wrong_name", "I want to work at Hansa Logistik soon.", **around("Hansa Kontor", ["Hansa Logistik"]))
