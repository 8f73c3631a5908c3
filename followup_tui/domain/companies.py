"""Companies as they are named in passing: in the title of an invitation, in the host of an address."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final, NamedTuple

from followup_tui.domain.text import fold


def _listed(words: str) -> frozenset[str]:
    return frozenset(map(fold, words.split()))


_LEGAL: Final = frozenset(
    {"inc", "llc", "ltd", "limited", "corp", "corporation", "co", "company", "plc", "gmbh", "ag", "se", "sa", "sl"}
    | {
        "slu",
        "sarl",
        "sas",
        "srl",
        "spa",
        "bv",
        "nv",
        "oy",
        "ab",
        "as",
        "aps",
        "kg",
        "ug",
        "pty",
        "pvt",
        "group",
        "holding",
    }
)
_WORD: Final = re.compile(r"[^\W_]+")
_SECOND_LEVEL: Final = frozenset({"co", "com", "ac", "org", "gov", "net", "edu", "ltd", "or", "ne", "go"})
_COUNTRY_LETTERS = 2
_SHORTEST = 2
_TELLING = 4

# Words that every invitation has, and that name nobody.
_COMMON: Final = _listed(
    "1 1st 2 2nd 3 3rd 4 4th 30 45 60 a all an and behavioral behavioural call candidate case catch chat coding "
    "conversation culture debrief day discussion dive deep entrevista exploratory face final first follow following "
    "fit for fourth from gespräch google hangout hire hiring hr in informal initial interview interviews intro "
    "introduction introductory invitation invite job loop manager meet meeting min mins minute minutes my of offer on "
    "online onsite our panel part person phone position pre prep presentation recruiter recruiting recruitment remote "
    "review role round rounds schedule scheduled screen screening second session site skype slot stage study sync "
    "system design take team teams tech technical telefoninterview the third time to up update video videocall virtual "
    "visit vorstellungsgespräch w webex with your zoom interviewing process application microsoft cv resume "
    "confirmed confirmation tentative cancelled canceled rescheduled new updated re fwd office home task assessment "
    "between und mit von con de para le la llamada entretien avec appel telefonat kennenlernen"
)
_SEPARATORS: Final = re.compile(
    r"(?P<at>\s@\s|\s+(?:at|with|bei|mit|con|chez|avec|en)\s+)|\s+[-–—|·•/x×]\s+|\s*[:;,|()\[\]•]\s*|\s*<>\s*"
    r"|\s+(?:and|und|y|et|&|for|for the)\s+",
    re.IGNORECASE,
)


class Title(NamedTuple):
    """What the title of an invitation names, beside people: a company and a role, each empty if it names none."""

    company: str = ""
    role: str = ""


@lru_cache(maxsize=4096)
def name_words(company: str) -> tuple[str, ...]:
    """The words of a company's name as they are compared, without what lawyers add to it."""
    words = _WORD.findall(fold(company))
    while len(words) > 1 and words[-1] in _LEGAL:
        words.pop()
    return tuple(words)


def is_named(company: str, text: str) -> bool:
    """Whether a text names a company, by its whole words."""
    words, said = name_words(company), said_words(text)
    if not words or len("".join(words)) < _SHORTEST:
        return False
    return any(said[start : start + len(words)] == words for start in range(len(said) - len(words) + 1))


@lru_cache(maxsize=64)
def said_words(text: str) -> tuple[str, ...]:
    """The words of a text as they are compared, of as much of it as names anybody."""
    return tuple(_WORD.findall(fold(text[:2_000])))


def label_of(host: str) -> str:
    """What a company calls itself in its host: `globex` for `mail.globex.co.uk`."""
    labels = host.casefold().strip(".").split(".")
    if len(labels) < _SHORTEST:
        return labels[0]
    labels.pop()
    if len(labels) > 1 and labels[-1] in _SECOND_LEVEL:
        labels.pop()
    return labels[-1]


def is_host_of(company: str, host: str) -> bool:
    """Whether a host is likely a company's: `acme-robotics.io`, `acme.com`, `getacmerobotics.com` for Acme Robotics."""
    label = "".join(_WORD.findall(fold(label_of(host))))
    words = name_words(company)
    whole = "".join(words)
    if len(label) < _SHORTEST or not words:
        return False
    grown = len(whole) >= _TELLING and (label.startswith(whole) or label.endswith(whole))
    return label == whole or grown or (label == words[0] and len(label) >= _TELLING and label not in _COMMON)


def company_of_host(host: str, text: str = "") -> str:
    """A company by its host, written as a text writes it if that names it: `acmerobotics.io` is Acme Robotics."""
    label = label_of(host)
    compact = "".join(_WORD.findall(fold(label)))
    words = [(found.start(), found.end()) for found in _WORD.finditer(text[:2_000])]
    for start, (begin, _) in enumerate(words):
        for _, end in words[start : start + 4]:
            if "".join(_WORD.findall(fold(text[begin:end]))) == compact:
                return text[begin:end]
    return " ".join(word[:1].upper() + word[1:] for word in re.split(r"[-_]+", label) if word)


def read_title(title: str, people: Iterable[str] = (), company: str = "") -> Title:
    """What a title names, `people` aside: `Interview: Staff SRE @ Globex`, `Globex - Phone screen`.

    `company` is the one that is known already; then only the role is looked for.
    """
    names = {fold(name) for name in people} | {fold(name).split(" ")[0] for name in people if name}
    after_at: list[str] = []
    others: list[str] = []
    start, is_after_at = 0, False
    for found in [*_SEPARATORS.finditer(title[:500]), None]:
        piece = _trimmed(title[start : found.start()] if found else title[start:500])
        piece = _without(company, piece)
        if piece and fold(piece) not in names:
            (after_at if is_after_at else others).append(piece)
        if found is not None:
            start, is_after_at = found.end(), found["at"] is not None
    role = next((piece for piece in others if _is_role(piece)), "")
    return Title(company or next((piece for piece in [*after_at, *others] if piece != role), ""), role)


def _is_role(piece: str) -> bool:
    """Whether something is what people do for a living."""
    return any(word in _TRADES or word.endswith(_TRADE_ENDINGS) for word in _WORD.findall(fold(piece)))


def _trimmed(piece: str) -> str:
    """A piece of a title without the common words at its ends; empty if it has no others."""
    words = piece.split()
    while words and _is_common(words[0]):
        words.pop(0)
    while words and _is_common(words[-1]):
        words.pop()
    return " ".join(words).strip(" -–—:.,!'\"")


def _without(company: str, piece: str) -> str:
    """A piece without the company's name before it."""
    words = piece.split()
    beginning = name_words(company) if company else ()
    if beginning and said_words(piece)[: len(beginning)] == beginning:
        return _trimmed(" ".join(words[len(beginning) :]))
    return piece


def _is_common(word: str) -> bool:
    parts = _WORD.findall(fold(word))
    return all(part in _COMMON or part.isdigit() for part in parts)


_TRADES: Final = _listed(
    "administrator advisor analyst architect artist assistant associate barista chef clerk consultant cook coordinator "
    "counsel dev devops director driver editor electrician head ingeniero intern lead manager mechanic nurse officer "
    "operator owner paramedic partner pharmacist physician pm principal producer qa representative sdet secretary "
    "specialist sre staff strategist supervisor surveyor swe teacher technician therapist trainee vp welder "
    "writer"
)
_TRADE_ENDINGS: Final = (
    "engineer",
    "developer",
    "designer",
    "scientist",
    "entwickler",
    "ingenieur",
    "keeper",
    "worker",
)
