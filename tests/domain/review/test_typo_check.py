"""`typo`: misspelt and doubled words, and what is none."""

from collections.abc import Callable

import pytest

from followup_tui.domain.review import Dictionary, Finding
from followup_tui.domain.review.slips import is_slip

MISSPELT = {
    "accomodate": "accommodate",
    "acheive": "achieve",
    "adress": "address",
    "apparantly": "apparently",
    "availible": "available",
    "beleive": "believe",
    "collegue": "colleague",
    "comming": "coming",
    "committment": "commitment",
    "conferance": "conference",
    "definately": "definitely",
    "dissapointed": "disappointed",
    "embarassed": "embarrassed",
    "enviroment": "environment",
    "experiance": "experience",
    "frustating": "frustrating",
    "goverment": "government",
    "grateful": "",
    "greatful": "grateful",
    "immediatly": "immediately",
    "intrested": "interested",
    "knowlege": "knowledge",
    "managment": "management",
    "neccessary": "necessary",
    "occured": "occurred",
    "oppurtunity": "opportunity",
    "posession": "possession",
    "recieve": "receive",
    "refered": "referred",
    "refrence": "reference",
    "responsability": "responsibility",
    "seperate": "separate",
    "succesful": "successful",
    "teh": "the",
    "thankyou": "thank you",
    "tommorow": "tomorrow",
    "truely": "truly",
    "untill": "until",
    "wich": "which",
    "dont": "don't",
}
RIGHT = """
colour color organise organize realise realize centre center travelling traveling labour labor programme catalogue
paediatric pediatric cheque aluminium fulfil fulfill jewellery theatre licence judgement ageing learnt whilst grey
manoeuvre neighbour behaviour defence practise sceptical enrol skilful
onboarding backend roadmap workflow kanban microservice barista sourdough webinar podcast upskill rota smartphone
idempotent proscenium bronchiolitis reskilling wellbeing hackathon kombucha
unvented earlies dedupe tandoor whitebait regassed busbars doula's
"""


@pytest.mark.parametrize(("wrong", "meant"), [(wrong, meant) for wrong, meant in MISSPELT.items() if meant])
def test_a_misspelt_word_is_found_and_mended(wrong: str, meant: str, read: Callable[..., list[Finding]]) -> None:
    found = [f for f in read(f"Dear Ana,\n\nI think of {wrong} here.\n\nBest,\nBo Lind") if f.check == "typo"]
    assert [finding.level for finding in found] == ["warning"]
    assert meant in found[0].suggestions
    assert len(found[0].suggestions) <= 3


@pytest.mark.parametrize("word", RIGHT.split())
def test_british_american_and_new_words_are_right(word: str, dictionary: Dictionary) -> None:
    assert dictionary.knows(word)


@pytest.mark.parametrize(
    "text",
    [
        "I took the train from Hebden to Erlangen with Ngaio and Thandiwe.",
        "Write to tom.oyelaran@unii.example or look at www.exampel.example/refrence.",
        "I had had tea before I knew that that was yours.",
        "We use kubectl, HACCP, iPhones and the CamelCase style in v2.0b.",
        "Ms Tregear and Mr Penhaligon of Porthcurno send their best.",
        "The café’s naïve façade was Zoë’s idea, and the résumé mine.",
        "My name is Bo, and I'd've come; it's the rock 'n' roll of '98.",
        "It is a well-thought-out, go-around-free, half-timbered thing.",
        "He said 'tis the season to tell 'em.",
        "Wagga Wagga and Duran Duran are fine.",
        "I gave her her coat.",
        "I can name two of them.\n\nCarys Bowen\nSeren Rhys",
        "It rained. Sanne told me of it, and Pilar and Heike showed me the mill. Silke and I went up.",
        "Deepa was there. I owe Deepa a lunch.",
        "I ran it at 95 amp for 12 hrs, ext 204, or tel: +44 20 7946 0321.",
        'The word “prout patet” is in the roll, and you said "saudade".',
        "They taught us to say: dank je wel, dear friends.",
        "I shall bring it on Monday.\n\nSharp sharp,\nBo Lind",
        "I was cc'ing the comms lead, who then OK'ed it; its Monday-ish air attaches to everything.",
        "We cook udon, ube and pho in the carb-free kitchen.",
        "I shall bring it on Monday.\n\nMed vennlig hilsen\nBo Lind",
        "I shall bring it on Monday.\n\nSee you,\nBobbo (Bo Lind)",
    ],
)
def test_names_addresses_and_codes_are_no_typos(text: str, fires: Callable[..., bool]) -> None:
    assert not fires("typo", text)


@pytest.mark.parametrize("text", ["I went to the the mill.", "I went to to\nthe mill.", "It is is a a mill."])
def test_a_doubled_word_is_found(text: str, fires: Callable[..., bool]) -> None:
    assert fires("typo", f"Dear Ana,\n\n{text}\n\nBest,\nBo Lind")


def test_words_of_the_book_and_of_the_users_list_are_right(fires: Callable[..., bool]) -> None:
    text = "The refrence is an affineurr of ours."
    assert fires("typo", text)
    book = {"words": ["refrence"], "interview": {"talking_points": ["the affineurr"]}}
    assert not fires("typo", text, **book)


@pytest.mark.parametrize(
    "text",
    ["Befor Christmas I was there.", "Wokring Sundays is fine.", "Thnak Mr Smith for it.", "Everyon told me of it."],
)
def test_a_slip_at_the_start_is_no_name_for_the_capital_or_the_deed_behind_it(
    text: str, fires: Callable[..., bool]
) -> None:
    assert fires("typo", text)


@pytest.mark.parametrize("text", ["We met for teh 3 days.", 'You said: "I shall recieve you at the door."'])
def test_a_number_or_a_quotation_beside_it_excuses_no_slip(text: str, fires: Callable[..., bool]) -> None:
    assert fires("typo", text)


@pytest.mark.parametrize("closing", ["Sincerly,", "Sincerly yours,", "With kind regrads,"])
def test_a_slip_in_a_closing_is_found(closing: str, fires: Callable[..., bool]) -> None:
    assert fires("typo", f"Dear Ana,\n\nI shall bring it on Monday.\n\n{closing}\nBo Lind\n")


@pytest.mark.parametrize(
    ("written", "meant", "slipped"),
    [
        ("hav", "have", True),
        ("fro", "for", True),
        ("thise", "this", True),
        ("skool", "school", True),
        ("bery", "very", True),
        ("ajob", "a job", True),
        ("udon", "upon", False),
        ("carb", "card", False),
        ("ube", "be", False),
        ("rrom", "room", True),
    ],
)
def test_a_short_word_is_a_slip_only_of_what_hand_or_ear_mixes_up_with_it(
    *, written: str, meant: str, slipped: bool
) -> None:
    assert is_slip(written, meant) is slipped


def test_an_uncommon_word_is_right_but_never_suggested(dictionary: Dictionary) -> None:
    assert dictionary.knows("zorilla")
    assert dictionary.knows("zorillas")
    assert not dictionary.knows("zorilka")
    assert "zorilla" not in dictionary.corrections("zorilka")


@pytest.mark.parametrize(
    "text", ["I came on Tuseday for it.", "I came on Wensday.", "I am a Managr there.", "I met him in Febuary then."]
)
def test_a_capital_inside_a_sentence_is_a_slip_only_near_a_word_that_has_one(
    text: str, fires: Callable[..., bool]
) -> None:
    assert fires("typo", text)


def test_a_sentence_that_begins_small_is_a_hint(read: Callable[..., list[Finding]]) -> None:
    found = [f for f in read("Dear Ana,\n\nthanks for it. it was good.\n\nBest,\nBo Lind") if f.check == "typo"]
    assert [(finding.level, finding.suggestions) for finding in found] == [("hint", ("Thanks",)), ("hint", ("It",))]


def test_a_sentence_that_goes_on_from_the_greeting_may_begin_small(read: Callable[..., list[Finding]]) -> None:
    assert not [f for f in read("Hi Ana, thanks for all of it. Best, Bo Lind") if f.check == "typo"]


def test_without_a_dictionary_spelling_is_not_looked_at() -> None:
    from followup_tui.domain.review import Context, Draft, review

    body = "Dear Ana,\n\nI recieve the the mail.\n\nBest,\nBo"
    assert [f.message for f in review(Draft("other", body), Context()) if f.check == "typo"] == ["“the” stands twice."]
