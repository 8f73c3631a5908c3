"""`placeholder`: what is left to fill, and what only looks like it."""

from collections.abc import Callable

import pytest

from followup_tui.domain.review import Finding

LEFT_TO_FILL = [
    "I met {{contact.first_name}} there.",
    "I met {{ company }} there.",
    "Thank you for [Name] and the tea.",
    "I applied for [position title] in May.",
    "Thank you, [[FIRST NAME]], for that.",
    "I like <company> a lot.",
    "I worked on <insert show title> then.",
    "We spoke about <topic of interview> at length.",
    "I enjoyed hearing about {topic} today.",
    "See you on %DATE% at nine.",
    "See you on %VISIT_DATE% at nine.",
    "I have met XXX before.",
    "It costs £XX,000 a year.",
    "I am free on XX November.",
    "TODO say something of the boat.",
    "The date is TBD so far.",
    "I applied for ____ in May.",
    "My name is ________ and I bake.",
    "Hello ${first_name}, good day.",
    "Dear «First_Name», good day.",
    "I like (insert company name) a lot.",
    "I like (company name) a lot.",
    "Thank you for YOUR NAME HERE.",
    "We met at ??? on Monday.",
    "The work at <<company>> suits me.",
    "Half open {{name is a slip.",
    "I loved hearing about [...] today.",
    "Lorem ipsum dolor sit amet.",
    "We talked to HIRING_MANAGER about it.",
    "I have XX years behind the stove.",
    "I led a team of X people there.",
    "We grew sales by X% in a year.",
    "I have [X] years behind me.",
    "I applied for the #ROLE# vacancy.",
    "Hello *|FNAME|*, good day.",
    "I like what @Company does.",
    "I will call on dd/mm/yyyy at noon.",
    "The visit on [ ] went well.",
    "I met (Name of Hiring Manager) there.",
    "I liked the work at Company Name.",
    "Insert your closing here.",
    "I can be there by ??:?? on Friday.",
]
FINISHED = [
    "There is a paper on that [1] and another [2, 3].",
    "See note [12].",
    "Write to Jana Horáková <jana.horakova@stats.example> about it.",
    "It is at <https://papers.example/shadows?id=4> now.",
    "It is at https://x.example/?q=1&id={id} now.",
    "The text is [here](https://x.example/a) for you.",
    "I <3 bread, and 4 < 5 > 2.",
    "The first one -> the second one.",
    "We cut waste by 50% and costs by 20% in one year.",
    "He said “the [old] boat must go” and laughed.",
    "She wrote 'definitively [sic]' on the door.",
    "I wrote a vector<int> by hand and called f{x}.",
    "Use the <b>bold</b> one.",
    "Is it true? Really? I think so.",
    "It rained... and then it stopped.",
    "My name_of_file.txt is long.",
    "[x] done, [ ] not done.",
    "Is that so (the date is in May)?",
    "XX chromosomes are what I wrote about.",
    "Chapter XX is long.",
    "I saw #OpenToWork and #OPEN #JOBS there.",
    "I follow @CompanyLtd on the web.",
    "There are ~20 boats, or ~30.",
    "The man (name withheld) rang.",
    "My TODO list is empty at last.",
]


@pytest.mark.parametrize("text", LEFT_TO_FILL)
def test_what_is_left_to_fill_is_an_error(text: str, fires: Callable[..., bool]) -> None:
    assert fires("placeholder", text)


@pytest.mark.parametrize("text", FINISHED)
def test_what_only_looks_like_it_is_none(text: str, fires: Callable[..., bool]) -> None:
    assert not fires("placeholder", text)


@pytest.mark.parametrize(
    "greeting",
    ["Dear [Hiring Manager],", "Dear {{name}},", "Hi <first name>,", "Dear XXXX,", "Dear Mr/Ms Surname,", "Dear null,"],
)
def test_one_place_gets_one_finding(greeting: str, read: Callable[..., list[Finding]]) -> None:
    found = read(f"{greeting}\n\nI shall come on Tuesday, as you asked me to.\n\nKind regards,\nBo Lind\n")
    assert [finding.check for finding in found if finding.level != "hint"] == ["placeholder"]


@pytest.mark.parametrize(
    "text", ["I came for %VISIT_DATE% early.", "<insert SHOW TITLE> was fun.", "TODO ask Ben first."]
)
def test_a_placeholder_is_neither_a_typo_nor_shouting(text: str, read: Callable[..., list[Finding]]) -> None:
    assert {finding.check for finding in read(f"Dear Ana,\n\n{text}\n\nBest,\nBo Lind") if finding.level != "hint"} == {
        "placeholder"
    }


def test_its_span_counts_code_points(read: Callable[..., list[Finding]]) -> None:
    body = "Dear Ana,\n\nA 😀 for [name] and you.\n\nBest,\nBo Lind"
    (found,) = [finding for finding in read(body) if finding.check == "placeholder"]
    assert found.span is not None
    assert body[slice(*found.span)] == "[name]"
