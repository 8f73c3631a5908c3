"""Something left to fill: what templates, other programs and people in a hurry leave behind."""

import re
from collections.abc import Iterator

from followup_tui.domain.review.phrases import word_set

_WORD = r"[^\W\d_]"
_FIELD = r"name|date|title|company|role|position|topic"
_MONTH = r"January|February|March|April|May|June|July|August|September|October|November|December"
_PATTERN = re.compile(
    "|".join(
        (
            r"\{\{[^{}\n]{0,80}\}{0,2}|\}\}",
            r"\$\{[^{}\n]{0,60}\}",
            r"(?<!\w)\{\s?" + _WORD + r"[^{}\n]{0,60}\}",
            r"(?<![\w)\]])\[\[?(?P<square>[^\[\]\n]{1,80})\]\]?(?!\()",
            r"(?<!\w)<<?\s?(?P<angle>[^\W\d_][^<>\n]{0,80})>>?",
            r"«\s?(?P<guillemets>[^«»\n]{1,60})»",
            r"(?<![\w%])%[^\W\d][\w.]{1,40}%",
            r"(?<!\w)%\([^\W\d]\w{0,40}\)s",
            r"(?<!\w)@@?[A-Z][A-Z_]{2,40}@@?(?!\w)",
            r"(?<!\w)\$[A-Z][A-Z_]{2,40}(?!\w)",
            r"(?<!\w)#{2,3}[A-Z][A-Z_ ]{1,40}#{2,3}",
            r"(?<!\w)X{3,}(?!\w)|(?<!\w)(?<![.!?,] )x{3,}(?= \w)(?!\w)",
            rf"(?<!\w)[£$€]?XX(?:[,.]XX+)?(?=[%k]|,\d|(?:st|nd|rd|th)\b|/| (?:{_MONTH})\b)",
            r"(?<!\w)(?:TODO|FIXME|TBD|TKTK)(?!\w)",
            r"(?<!\w)(?:INSERT|YOUR|ENTER|ADD|FILL IN)(?: [A-Z]{2,20}){1,4}(?!\w)",
            r"(?<!\w)(?:COMPANY|FIRST|LAST|CONTACT|JOB|MANAGER|RECRUITER|INTERVIEWER|POSITION)[ _](?:NAME|TITLE)(?!\w)",
            r"(?<!\w)(?:NAME|DATE|TITLE|COMPANY|ROLE) HERE(?!\w)",
            rf"\((?:insert|your|enter|add|fill in|name of|{_FIELD})(?: [\w' ]{{0,40}})?(?:here|{_FIELD})\)",
            r"\((?:insert|fill in|enter) [^()\n]{1,60}\)",
            r"(?<!\w)(?:[A-Z]{2,20}_){1,3}(?:NAME|DATE|TITLE|COMPANY|ROLE|MANAGER|POSITION|TOPIC|DAY|TIME|PLACE)(?!\w)",
            r"_{3,}",
            r"(?<=\s)\?{2,}(?=[\s,.;)]|$)",
            r"(?<=\w )\.{5,}|…{2,}",
            r"(?i:lorem ipsum)",
        )
    )
)
_PREFILTER = re.compile(
    r"[\[\]{}<>«»%@$#_?…]|X|xxx|TODO|FIXME|TBD|TKTK|HERE|NAME|TITLE|INSERT|YOUR|ENTER|ADD|FILL|\.{5}|\(|(?i:lorem)"
)
# A reference number, as in "[BM-2026-14]".
_REFERENCE = re.compile(r"[a-z]{1,6}(?:[-/][a-z]{1,6})?[-/]?\d{2,}(?:[-/.]?\w{1,8}){0,4}")
_RULE_LENGTH = 10
_QUOTE_REACH = 120
_LINK_REACH = 200
_RULE = re.compile(r"(?m)^[ \t]*_{3,}[ \t]*$")
_HTML = word_set(
    "b i u br p div span a strong em button input form img table html body script style li ul ol h1 h2 h3 h4 tr td "
    "th nav main section article footer aside label select option canvas svg video audio pre code iframe dialog int "
    "string str t k v"
)
_EDITORIAL = frozenset(("sic", "…", "...", "laughs", "laughter", "pause", "emphasis mine", "my emphasis", "x", " "))
_CODE_BEFORE = re.compile(r"[\w)]$")


def find(body: str) -> Iterator[tuple[int, int]]:
    """The spans of all that is left to fill, in order."""
    if not _PREFILTER.search(body):
        return
    for match in _PATTERN.finditer(body):
        if _is_left_to_fill(match, body):
            yield match.span()


def _is_left_to_fill(match: re.Match[str], body: str) -> bool:
    if _is_address(body[max(0, match.start() - _LINK_REACH) : match.start()].rpartition(" ")[2].rpartition("\n")[2]):
        return False
    if match["square"] is not None:
        return _is_square(match["square"], match, body)
    if match["angle"] is not None:
        return _is_angle(match["angle"])
    if match["guillemets"] is not None:
        return _is_quoted_placeholder(match["guillemets"])
    if match.group().startswith("_"):
        return not _is_rule(match, body)
    return True


def _is_square(inside: str, match: re.Match[str], body: str) -> bool:
    """`[Name]` is left to fill; `[1]`, `[sic]`, `[4, 5]`, a ticked box and the text of a link are not."""
    text = inside.strip().lower()
    if text in _EDITORIAL:
        return text in {"…", "..."} and not _within_quotes(match, body)
    if not any(map(str.isalpha, text)) or len(text) == 1:
        return False
    if (
        _is_address(text)
        or _REFERENCE.fullmatch(text)
        or re.fullmatch(r"(?:fig|ref|note|p|pp|vol|no)\.? ?\d{1,4}|[a-z]?\d{1,4}[a-z]?", text)
    ):
        return False
    return not _within_quotes(match, body) or len(text.split()) > 1 or inside.isupper()


def _is_angle(inside: str) -> bool:
    """`<company>` is left to fill; an address, a link, a tag of HTML and `vector<int>` are not."""
    text = inside.strip().lower()
    return not _is_address(text) and text.split()[0].strip("/") not in _HTML


def _is_quoted_placeholder(inside: str) -> bool:
    """Guillemets are French quotation marks; mail merge fills `«First_Name»` and `«COMPANY»`."""
    text = inside.strip()
    return (
        "_" in text
        or (text.isupper() and len(text) > 1)
        or text.lower() in {"name", "firstname", "lastname", "company"}
    )


def _is_address(text: str) -> bool:
    return "@" in text or "://" in text or text.startswith(("www.", "mailto:", "tel:", "http"))


def _within_quotes(match: re.Match[str], body: str) -> bool:
    """Whether the sentence around opens a quotation before the place: a quoter's own insertion."""
    line = body[max(0, match.start() - _QUOTE_REACH) : match.start()].rpartition("\n")[2]
    return line.count('"') % 2 == 1 or line.count("“") > line.count("”") or line.count("‘") > line.count("’")


def _is_rule(match: re.Match[str], body: str) -> bool:
    """Whether the underscores are a line drawn across the page."""
    start = body.rfind("\n", 0, match.start()) + 1
    end = body.find("\n", match.end())
    line = body[start : len(body) if end < 0 else end]
    return len(match.group()) > 1 and _RULE.fullmatch(line) is not None and len(line.strip()) >= _RULE_LENGTH
