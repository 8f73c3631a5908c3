"""What people write into one cell: names in two orders, several addresses, a person with all that is known of them."""

import re
from collections.abc import Iterable
from typing import Final

from followup_tui.domain.records import ContactRole
from followup_tui.domain.sameness import linkedin_key
from followup_tui.domain.text import fold
from followup_tui.exchange.found import Person

_LONGEST: Final = 2_000
"""What is longer is a text, in which nobody looks for an address."""
_EMAIL: Final = re.compile(r"[^\s<>;,:\"'()\[\]|]+@[^\s<>;,:\"'()\[\]|@]+\.[^\s<>;,:\"'()\[\]|.]+")
_PAGE: Final = re.compile(r"(?:https?://)?(?:[\w-]+\.)*linkedin\.com/[^\s<>;,\"')\]|]+", re.IGNORECASE)
_LINK: Final = re.compile(r"https?://[^\s<>\"')\]]+")
_PHONE: Final = re.compile(r"\+?\(?\d[\d\s().\-/]{5,}\d(?:\s*(?:x|ext\.?)\s*\d+)?")
# What stands before a number or an address, and is no name.
_LABEL: Final = re.compile(
    r"\b(?:tel|telefon|telephone|téléphone|teléfono|telefone|phone|mobile?|mob|handy|cell|fax|e-?mail|mail)\b\.?\s*:?",
    re.IGNORECASE,
)
_FEWEST_DIGITS: Final = 3
_BETWEEN: Final = re.compile(r"\s*(?::::|[;\n|])\s*")
_BETWEEN_PEOPLE: Final = re.compile(r"\s*(?::::|[;\n|]| / | & | and | y | und | et | e )\s*")
_IN_BRACKETS: Final = re.compile(r"[(\[]([^)\]]*)[)\]]")
_LINKED: Final = re.compile(r"\s*\(https?://[^)]*\)")
_MARKDOWN: Final = re.compile(r"\[([^\]]+)\]\((https?://[^)]+)\)")
_EDGES: Final = " \t\n,;:|-–—<>()[]\"'•*"
# Behind a name and a comma, this is no first name.
_BEHIND_NAMES: Final = frozenset(
    (
        *("phd", "ph.d.", "ph.d", "md", "m.d.", "mba", "jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "esq", "esq."),
        *("cpa", "cfa", "pmp", "msc", "bsc", "ma", "ba", "pe", "rn", "dds", "jd", "dr"),
    )
)
# What a cell for people says where somebody only ticks off that there is one.
_NOBODY: Final = frozenset(
    (
        *("yes", "no", "ja", "nein", "oui", "non", "si", "sim", "nao", "x", "y", "n", "true", "false", "done", "ok"),
        *("unknown", "unbekannt", "inconnu", "desconocido", "desconhecido", "not yet", "nobody", "niemand"),
    )
)
_ROLE_WORDS: Final[tuple[tuple[ContactRole, str], ...]] = (
    ("hiring_manager", "hiring manager"),
    ("coordinator", "coordinator"),
    ("coordinator", "scheduler"),
    ("recruiter", "recruiter"),
    ("recruiter", "recruiting"),
    ("recruiter", "recruitment"),
    ("recruiter", "talent"),
    ("recruiter", "sourcer"),
    ("recruiter", "headhunter"),
    ("recruiter", "reclutador"),
    ("recruiter", "reclutadora"),
    ("recruiter", "recruteur"),
    ("recruiter", "recruteuse"),
    ("recruiter", "recrutador"),
    ("recruiter", "recrutadora"),
    ("recruiter", "personaler"),
    ("recruiter", "hr"),
    ("interviewer", "interviewer"),
    ("interviewer", "interviewers"),
    ("interviewer", "panel"),
    ("referrer", "referrer"),
    ("referrer", "referral"),
    ("referrer", "referred"),
    ("referrer", "reference"),
)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else ""


def role_of(text: str) -> ContactRole:
    """The role that words say: "Sr. Technical Recruiter" is a recruiter; `other` if they say none."""
    words = f" {fold(text).replace('_', ' ').replace('/', ' ')} "
    return next((role for role, word in _ROLE_WORDS if f" {word} " in words), "other")


def name_of(text: str) -> str:
    """A person's name in the order in which it is said: `Ruiz, Ana` is Ana Ruiz, `Ana Ruiz, PhD` stays."""
    text = " ".join(text.split())
    last, comma, first = (part.strip() for part in text.partition(","))
    if not comma or not last or not first or "," in first or fold(first) in _BEHIND_NAMES:
        return text
    return f"{first} {last}"


def several(text: str) -> list[str]:
    """The parts of a cell that holds several values."""
    return [part for part in _BETWEEN.split(text) if part]


def emails_in(text: str) -> tuple[str, ...]:
    """The e-mail addresses in a cell, each once."""
    found = (
        address.strip(".").removeprefix("mailto:") for address in _EMAIL.findall(_short(text).replace("mailto:", ""))
    )
    return tuple(dict.fromkeys(found))


def phones_in(text: str) -> tuple[str, ...]:
    """The phone numbers in a cell, as they are written."""
    parts = (part.strip() for one in several(_short(text)) for part in re.split(r",|\s/\s", one))
    return tuple(dict.fromkeys(part for part in parts if sum(map(str.isdigit, part)) >= _FEWEST_DIGITS))


def page_in(text: str) -> str | None:
    """The first LinkedIn address of a person in a text, but in one too long for a cell."""
    pages = (found[0].rstrip(".,") for found in _PAGE.finditer(_short(text)))
    return next(filter(linkedin_key, pages), None)


def link_in(text: str) -> str | None:
    """The address of a page in a cell; what has no protocol but looks like one is one too."""
    text = _short(text)
    found = _LINK.search(text)
    if found:
        return found[0]
    return text if re.fullmatch(r"(?:[\w-]+\.)+[a-z]{2,}(?:/\S*)?", text, re.IGNORECASE) else None


def unlinked(text: str) -> str:
    """A text without the addresses that Notion and Markdown put behind it."""
    return _LINKED.sub("", _MARKDOWN.sub(r"\1", text)).strip() if len(text) <= _LONGEST else text


def people_in(text: str, role: ContactRole = "other") -> tuple[Person, ...]:
    """The people in a cell: `Ana Ruiz (recruiter) ana@x.org; Ben Cho`. `role` is theirs if none is said."""
    parts = [part for one in _BETWEEN_PEOPLE.split(_short(text)) for part in _at_commas(one)]
    return tuple(person for part in parts if (person := _person(part, role)) is not None)


def _at_commas(text: str) -> Iterable[str]:
    """`Ana Ruiz, Ben Cho` are two; `Ruiz, Ana`, `Ana Ruiz, recruiter` and `Ana Ruiz, ana@x.org` are one."""
    parts = [part.strip() for part in text.split(",")]
    bare = [_IN_BRACKETS.sub(" ", _without_numbers(_EMAIL.sub(" ", part))).strip(_EDGES) for part in parts]
    if not bare[0] or any(name and (len(name.split()) == 1 or role_of(name) != "other") for name in bare):
        return [text]
    people: list[str] = []
    for part, name in zip(parts, bare, strict=True):
        # A number or an address alone is of whoever stands before it.
        people = [*people, part] if name else [*people[:-1], f"{people[-1]} {part}"]
    return people


def _person(text: str, role: ContactRole) -> Person | None:
    emails, page = emails_in(text), page_in(text)
    rest = _LINK.sub(" ", _PAGE.sub(" ", _EMAIL.sub(" ", text.replace("mailto:", ""))))
    phones = tuple(found.strip() for found in _PHONE.findall(rest))
    rest = _PHONE.sub(" ", rest)
    if phones or emails:
        rest = _LABEL.sub(" ", rest)
    brackets = " ".join(found.strip() for found in _IN_BRACKETS.findall(rest))
    rest = _IN_BRACKETS.sub(" ", rest).strip(_EDGES)
    name, title = _name_and_title(rest)
    title = title or brackets
    said = role_of(title)
    name = name_of(name).strip(_EDGES)
    if fold(name) in _NOBODY:
        name = ""
    if not name and not emails and not page:
        return None
    return Person(
        name=name,
        emails=emails,
        phones=phones,
        linkedin=page,
        role=said if said != "other" else role,
        title=title or None,
    )


def _without_numbers(text: str) -> str:
    """A text without telephone numbers, and without the words that say what they are."""
    rest = _PHONE.sub(" ", text)
    return _LABEL.sub(" ", rest) if rest != text else rest


def _name_and_title(text: str) -> tuple[str, str]:
    """`Ana Ruiz - Head of HR` and `Ana Ruiz, recruiter` say a title behind the name."""
    for sign in (" - ", " – ", " — ", ", "):
        name, found, title = text.partition(sign)
        if found and (sign != ", " or role_of(title) != "other"):
            return name.strip(), title.strip(_EDGES)
    return text, ""
