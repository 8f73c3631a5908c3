"""People as they are named in a line: `Ana Ruiz and Ben Cho <ben@x.com>`, `Maya Lindgren (hiring manager)`."""

import re
from collections.abc import Iterable
from typing import NamedTuple

_AND = re.compile(r"\s+(?:and|&)\s+(?![^(]*\))", re.IGNORECASE)
_BRACKETED = re.compile(r"\(([^()]*)\)|<([^<>]*)>")
_EMAIL = re.compile(r"(?:mailto:)?([^\s@<>()]+@[^\s@<>()]+\.[^\s@<>().]+)", re.IGNORECASE)
_NAME_WORD = re.compile(r"(?:[^\W\d_]['’ʼ.\-]?)+")
_PARTICLE = """al af av bin da das de degli dei del della den der des di do dos du e el i ibn la las le los st te ten
    ter ui van vom von y zu zum zur"""
_PARTICLES = frozenset(_PARTICLE.split())
# Two capitalised words that name a post and nobody: "Contact Centre Agent", "Hiring Team".
_POST = """administrator adviser advisor agent analyst assistant centre center clerk consultant coordinator department
    developer director engineer engineering executive handler head hr lead manager officer operator panel representative
    specialist supervisor team technician tracer trainer worker"""
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


def read_more_people(text: str, role: str) -> list[Person] | None:
    """The people of a piece that follows people: full names only, because a single word could be anything.

    After an `and` of its own ("…, and Maya") the list is plain, and a first name does.
    """
    first, _, rest = text.partition(" ")
    if rest and first.lower() in ("and", "&"):
        return read_people(rest, role)
    people = read_people(text, role)
    return people if people and all(is_full_name(person.name) for person in people) else None


def is_full_name(name: str) -> bool:
    """Whether `name` has two to four capitalised words; `de la` and their like are not counted."""
    capitalised = [word for word in name.split() if word.lower() not in _PARTICLES]
    return _FEWEST_OF_A_FULL_NAME <= len(capitalised) <= _MOST_OF_A_FULL_NAME


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
    """Whether `words` could be a person's name: capitalised, but for `de la` and their like, and naming no post."""
    if not 0 < len(words) <= _LONGEST_NAME or any(word.lower() in _POSTS for word in words):
        return False
    return all(_NAME_WORD.fullmatch(word) for word in words) and _are_capitalised(words)


def _are_capitalised(words: list[str]) -> bool:
    # Scripts without capitals have no lower case either; `d'Angelo` has its capital inside.
    capitalised = [word for word in words if word != word.lower() or not word[0].islower()]
    return bool(capitalised) and all(word in capitalised or word.lower() in _PARTICLES for word in words)
