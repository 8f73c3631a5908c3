"""People as they are named in a line: `Ana Ruiz and Ben Cho <ben@x.com>`, `Maya Lindgren (hiring manager)`."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from followup_tui.domain.ordinary import is_ordinary

_AND = re.compile(r"\s+(?:and|&)\s+(?![^(]*\))", re.IGNORECASE)
_COMMA = re.compile(r",\s+(?![^(]*\))")
_BRACKETED = re.compile(r"\(([^()]*)\)|<([^<>]*)>")
_EMAIL = re.compile(r"(?:mailto:)?([^\s@<>()]+@[^\s@<>()]+\.[^\s@<>().]+)", re.IGNORECASE)
_NAME_WORD = re.compile(r"(?:[^\W\d_]['’ʼ.\-]?)+")
_PARTICLE = """al af av bin da das de degli dei del della den der des di do dos du e el i ibn la las le los st te ten
    ter ui van vom von y zu zum zur"""
_PARTICLES = frozenset(_PARTICLE.split())
# Months before a family name are forenames: "may chen".
_FORENAMES_OF_MONTHS = frozenset(["april", "august", "june", "may"])
# Capitalised words that name a post and nobody: "Contact Centre Agent", "Hiring Team", and "TBD" while nobody has it.
_POST = """administrator adviser advisor agent analyst assistant centre center clerk consultant coordinator department
    developer director engineer engineering executive handler head hr lead manager officer operator panel representative
    specialist supervisor tba tbc tbd team technician tracer trainer worker"""
_POSTS = frozenset(_POST.split())
_ROLES = {
    "recruiter": "recruiter",
    "coordinator": "coordinator",
    "hiring manager": "hiring_manager",
    "interviewer": "interviewer",
    "referrer": "referrer",
    "other": "other",
}
_FEWEST_OF_A_FULL_NAME, _MOST_OF_A_FULL_NAME, _LONGEST_NAME = 2, 4, 7
_SHORTEST_SMALL_NAME = 2
_OTHER, _INTERVIEWER = "other", "interviewer"


class Person(NamedTuple):
    """Someone named in the line. `remark`: what stood in brackets and is no role and no address."""

    name: str
    email: str | None
    role: str
    remark: str | None = None


def read_people(text: str, role: str) -> list[Person] | None:
    """The people that the whole of `text` names, with `role` unless one of their own is said; None if it names none."""
    people = [_person(part, role) for part in _AND.split(text)]
    named = [person for person in people if person is not None]
    return named if len(named) == len(people) else None


def read_listed_people(text: str, role: str) -> list[Person] | None:
    """The same with commas between full names: `Ana Ruiz, Ben Cho and Iria`."""
    listed = [read_people(part, role) for part in _COMMA.split(text)]
    if not all(listed) or (len(listed) > 1 and not all(map(_begins_in_full, listed))):
        return None
    return [person for people in listed for person in people or ()]


def read_more_people(text: str, role: str) -> list[Person] | None:
    """The people of a piece that follows people: a full name first, because a single word could be anything.

    After an `and` ("…, and Maya", "…, Ben Cho and Maya") the list is plain, and a first name does.
    """
    first, _, rest = text.partition(" ")
    if rest and first.lower() in ("and", "&"):
        return read_people(rest, role)
    people = read_people(text, role)
    return people if _begins_in_full(people) else None


def _begins_in_full(people: list[Person] | None) -> bool:
    return people is not None and is_full_name(people[0].name)


def is_address(text: str) -> bool:
    """Whether `text` is an e-mail address and nothing else."""
    return _EMAIL.fullmatch(text) is not None


def is_full_name(name: str) -> bool:
    """Whether `name` has two to four capitalised words; `de la` and their like make it no longer.

    With a capital they may be all of a family's name: "Sam Das", "Omar Ben".
    """
    words = name.split()
    if not _are_capitalised(words) or len(_counted(words)) > _MOST_OF_A_FULL_NAME:
        return False
    return sum(map(_is_capitalised, words)) >= _FEWEST_OF_A_FULL_NAME


def merged(people: Iterable[Person]) -> tuple[Person, ...]:
    """Each person once: the same name or the same address, whatever case, is the same person.

    A role that was said beats that of an interviewer, and any beats `other`.
    """
    found: list[Person] = []
    for person in people:
        for place, known in enumerate(found):
            if _is_same(known, person):
                role = max(known.role, person.role, key=_weight)
                found[place] = known._replace(role=role, email=known.email or person.email)
                break
        else:
            found.append(person)
    return tuple(found)


def _is_same(one: Person, other: Person) -> bool:
    if one.email and other.email:
        return one.email.casefold() == other.email.casefold()
    return one.name.casefold() == other.name.casefold()


def _weight(role: str) -> int:
    return {_OTHER: 0, _INTERVIEWER: 1}.get(role, 2)


def _person(text: str, role: str) -> Person | None:
    """The one person `text` names; None if it names none."""
    name, email, remark = text, None, None
    for match in _BRACKETED.finditer(text):
        inside = (match[1] if match[1] is not None else match[2]).strip()
        name = name.replace(match[0], " ", 1)
        if address := _EMAIL.fullmatch(inside):
            email = address[1]
        elif said := _ROLES.get(inside.lower()):
            role = said
        else:
            remark = inside
    words = name.split()
    if email is None and words and (address := _EMAIL.fullmatch(words[-1])):
        email = address[1]
        words = words[:-1]
    return Person(" ".join(words), email, role, remark) if _is_name(words) else None


def _is_name(words: list[str]) -> bool:
    """Whether `words` could be a person's name, and name no post."""
    if not 0 < len(words) <= _LONGEST_NAME or any(word.lower() in _POSTS for word in words):
        return False
    return all(_NAME_WORD.fullmatch(word) for word in words) and (_are_capitalised(words) or _are_small(words))


def _are_capitalised(words: list[str]) -> bool:
    """Whether each word is, but for `de la` and their like."""
    return bool(words) and any(map(_is_capitalised, words)) and all(map(_is_capitalised, _counted(words)))


def _is_capitalised(word: str) -> bool:
    # Scripts without capitals have no lower case either; `d'Angelo` has its capital inside.
    return word != word.lower() or not word[0].islower()


def _are_small(words: list[str]) -> bool:
    """Whether they are a name typed in lower case, `lena gross`: none of them is an ordinary word."""
    counted = _counted(words)
    if not 0 < len(counted) <= _MOST_OF_A_FULL_NAME or len(counted[0]) < _SHORTEST_SMALL_NAME:
        return False
    is_month = len(counted) >= _FEWEST_OF_A_FULL_NAME and counted[0] in _FORENAMES_OF_MONTHS
    return not any(
        is_ordinary(word, after_a_name=place > 0)
        for place, word in enumerate(counted)
        if not (_is_capitalised(word) or (is_month and place == 0))
    )


def _counted(words: list[str]) -> list[str]:
    """The words of a name without `de la` and their like."""
    return [word for word in words if word.lower() not in _PARTICLES]
