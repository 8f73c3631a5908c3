"""What kind of conversation an invitation is for: what it calls itself, where it is, and what links it has."""

import re
from typing import Final

from followup_tui.domain.records import InterviewFormat

_VIDEO_HOSTS: Final = (
    r"(?:[\w-]+\.)?zoom(?:gov)?\.us/|zoom\.com/|meet\.google\.com|teams\.(?:microsoft|live)\.com|[\w-]+\.webex\.com"
    r"|whereby\.com/|meet\.goto\.com|gotomeet|join\.skype\.com|meet\.lync\.com|chime\.aws|bluejeans\.com|meet\.jit\.si"
    r"|around\.co/|facetime\.apple\.com|hackerrank\.com|coderpad\.io|karat\.io|hirevue\.com|sparkhire\.com"
    r"|discord\.gg|vc\.wechat|dialpad\.com/|ringcentral\.com|livestorm\.co|riverside\.fm|gather\.town|tuple\.app"
)
_VIDEO_LINK: Final = re.compile(_VIDEO_HOSTS, re.IGNORECASE)
_VIDEO_WORDS: Final = re.compile(
    r"\b(?:zoom|google meet|hangouts?|microsoft teams|ms teams|teams[- ]meeting|teams|webex|skype|facetime|video|online"
    r"|virtual|remote|videocall|videollamada|videokonferenz|visio(?:conf[ée]rence)?|web conference)\b",
    re.IGNORECASE,
)
_PANEL: Final = re.compile(r"\bpanel\b", re.IGNORECASE)
_ONSITE: Final = re.compile(
    r"\bon[- ]?site\b|\bin[- ]person\b|\bat our office\b|\boffice visit\b|\bface[- ]to[- ]face\b|\bvor ort\b"
    r"|\bpresencial\b",
    re.IGNORECASE,
)
_PHONE: Final = re.compile(
    r"\bphone\b|\btelephone\b|\btelephonic\b|\btelefon\w*|\btel[ée]phon\w*|\btel[ée]f[óo]nic\w*|\bllamada\b|\bappel\b",
    re.IGNORECASE,
)
_TASK: Final = re.compile(
    r"\btake[- ]?home\b|\bcoding (?:challenge|test|task)\b|\bassessment\b|\bhackerrank test\b", re.IGNORECASE
)
_CALL: Final = re.compile(r"\b(?:call|recruiter screen|screening call)\b", re.IGNORECASE)
_NUMBER: Final = re.compile(r"(?:tel:)?[+(]?\d[\d\s().-]{6,}(?:\s*(?:x|ext\.?)\s*\d+)?[\s\w]{0,12}", re.IGNORECASE)
_NOWHERE: Final = re.compile(r"(?:tb[acd]|to be .*|n/?a|none|see .*|-+|anywhere)\.?", re.IGNORECASE)
_LINK: Final = re.compile(r"https?://\S+", re.IGNORECASE)
_LONGEST = 2_000
# What mail programs put before a title when an invitation is sent on, changed or called off.
_PREFIX: Final = re.compile(
    r"(?:(?:updated? invitation|invitation|cancell?ed(?: event)?|accepted|tentative|updated|fwd?|fw|re|wg|aw|einladung"
    r"|abgesagt|cancelado|invitaci[óo]n|annul[ée]e?)\s*:\s*)+",
    re.IGNORECASE,
)


def guessed_format(summary: str, location: str, details: str) -> InterviewFormat:
    """What a conversation is: `details` is whatever else stands in the invitation, its links above all."""
    summary, location, details = summary[:_LONGEST], location[:_LONGEST].strip(), details[: 8 * _LONGEST]
    named = _named(summary)
    if named is not None and not (named == "onsite" and _is_remote(summary, location, details)):
        return named
    if _NUMBER.fullmatch(location) or _PHONE.search(location):
        return "phone"
    if _is_place(location):
        return "onsite"
    if not _has_video(location, details) and not _VIDEO_WORDS.search(summary):
        if _CALL.search(summary) or _PHONE.search(details[:_LONGEST]):
            return "phone"
        if _ONSITE.search(details[:_LONGEST]):
            return "onsite"
    return "video"


def _named(summary: str) -> InterviewFormat | None:
    """What the title says it is."""
    named: tuple[tuple[re.Pattern[str], InterviewFormat], ...] = (
        (_PANEL, "panel"),
        (_TASK, "task"),
        (_ONSITE, "onsite"),
        (_PHONE, "phone"),
    )
    return next((kind for pattern, kind in named if pattern.search(summary)), None)


def _is_remote(summary: str, location: str, details: str) -> bool:
    """Whether an "onsite" is one on the screen, as many have been."""
    return not _is_place(location) and (bool(_VIDEO_WORDS.search(summary)) or _has_video(location, details))


def _has_video(location: str, details: str) -> bool:
    return bool(_VIDEO_LINK.search(location) or _VIDEO_LINK.search(details) or _VIDEO_WORDS.search(location))


def _is_place(location: str) -> bool:
    """Whether a location is somewhere to go to: not a link, not a program, not still to be said."""
    rest = _LINK.sub("", location).strip(" ;,|\n-")
    return bool(rest) and not _VIDEO_WORDS.search(rest) and not _NOWHERE.fullmatch(rest) and not _PHONE.search(rest)


def bare_title(title: str) -> str:
    """The title of a meeting in one line, without what mail programs put before it."""
    return " ".join(_PREFIX.sub("", title, count=1).split())
