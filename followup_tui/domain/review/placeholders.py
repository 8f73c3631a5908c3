"""Something left to fill: what templates, other programs and people in a hurry leave behind."""

import re
from collections.abc import Iterator

from followup_tui.domain.review.phrases import word_set

_WORD = r"[^\W\d_]"
_FIELD = r"name|date|title|company|role|position|topic"
_WHOSE = r"first|last|full|contact|company|job|hiring|their|recruiter"
_MARK = r"#{1,3}|~{1,2}|\$\$?|\|{1,2}|\*\||\^|%%"
_UNIT = r"years?|months?|weeks?|hours?|minutes|percent|per cent"
_PEOPLE = r"people|staff|children|men|women|employees"
_FORM = r"Company|Position|Recruiter|Interviewer|Hiring Manager|Your|First|Last|Employer"
_TITLE = r"(?:Mr|Ms|Mrs|Miss|Mx|Dr)\.?"
_GREETED = r"(?:(?<=Dear )|(?<=Hi )|(?<=Hello )|(?<=Hey )|(?<=Mr )|(?<=Ms )|(?<=Mrs )|(?<=Mr\. )|(?<=Ms\. ))"
_NO_PLURAL = r"(?:chromosomes|is|was|has|as|this|us|its|does|his|plus|versus|thus|always|perhaps|ss)\b"
_MONTH = r"January|February|March|April|May|June|July|August|September|October|November|December"
_PATTERN = re.compile(
    "|".join(
        (
            r"\{\{[^{}\n]{0,80}\}{0,2}|\}\}",
            r"\$\{[^{}\n]{0,60}\}",
            r"\{%[^{}%\n]{1,60}%\}|<%=?[^<>%\n]{1,60}%>",
            r"(?<!\w)\{\s?" + _WORD + r"[^{}\n]{0,60}\}",
            r"(?<![\w)\]])\[\[?(?P<square>[^\[\]\n]{1,80})\]\]?(?!\()",
            r"(?<!\w)<<?\s?(?P<angle>[^\W\d_][^<>\n]{0,80})>>?",
            r"«\s?(?P<guillemets>[^«»\n]{1,60})»",
            r"(?<![\w%])%[^\W\d][\w.]{1,40}%",
            r"(?<!\w)%\([^\W\d]\w{0,40}\)s",
            r"(?<!\w)@@?[A-Z][A-Z_]{2,40}@@?(?!\w)",
            r"(?<!\w)\$[A-Z][A-Z_]{2,40}(?!\w)",
            # A field between two marks of any sort: "#ROLE#", "~Company~", "*|FNAME|*", "$first_name$", "%%NAME%%".
            rf"(?<![\w#])(?P<mark>{_MARK})[A-Z][A-Z_]*(?:[ .:][A-Z_]+){{0,3}}(?:(?P=mark)|\|\*)(?!\w)",
            rf"(?<!\w)(?P<field>[#~$|%]{{1,2}})(?i:(?:[a-z]{{2,12}}[_.]?)?(?:{_FIELD}))(?P=field)(?!\w)",
            # A field behind a mark, as it stands in no account's name: "@Company", "$first_name".
            rf"(?<![\w/.])[@$](?i:(?:{_WHOSE})_?(?:{_FIELD}|manager)|company|role|position|jobtitle)(?!\w|[.]\w)",
            r"(?<!\w)X{3,}(?!\w)|(?<!\w)(?<![.!?,] )x{3,}(?= \w)(?!\w)",
            rf"(?<!\w)[£$€]?XX(?:[,.]XX+)?(?=[%k]|,\d|(?:st|nd|rd|th)\b|/| (?:{_MONTH})\b)",
            # Where a number stands: before a plural, before a unit, behind a currency; the letters of a date.
            rf"(?<!\w)(?P<count>(?:XX|X)(?=\+? (?:{_UNIT}|{_PEOPLE})\b| ?%)|XX(?=\+? (?!{_NO_PLURAL})[a-z]{{2,}}s\b))",
            rf"(?<=\w )(?:[\[(<](?:X{{1,3}}|N|#)[\])>]|xx)(?=\+? (?:{_UNIT}|{_PEOPLE}|{_MONTH})\b)|[£$€] ?X+(?!\w)",
            r"(?:(?<= on )|(?<= at )|(?<= by )|(?<= until )|(?<= for ))XX(?=[ ,.!?]|$)|(?<!\w)(?:19|20)(?:xx|XX)(?!\w)",
            r"(?<!\w)(?i:dd?[/.-]mm?(?:[/.-]yy(?:yy)?)?)(?!\w| (?:format|dates?\b))|(?<=\s)[.…_-]{2,}/[.…_-]{2,}",
            r"(?<=\w )(?:\[ {0,6}\]|\( {0,6}\)|\{\d\}|%s|_{2})(?=[\s,.;!?]|$)",
            rf"(?<!\w){_TITLE}(?:/{_TITLE}){{1,3}} (?:Surname|Name|Last ?[Nn]ame)(?!\w)",
            rf"{_GREETED}(?:Surname|Firstname|Lastname|Name)(?=[,!:]|\n|$)",
            # What a program puts where it knows nothing.
            rf"{_GREETED}(?:null|NULL|undefined|None|NaN|nan|N/A)(?!\w)",
            r"(?<!\w)(?:TODO(?! (?:lists?|app)\b)|FIXME|TBD|TKTK)(?!\w)",
            r"(?<!\w)(?:INSERT|YOUR|ENTER|ADD|FILL)(?: [A-Z]{2,20}){1,4}(?!\w)",
            r"(?<!\w)(?:COMPANY|FIRST|LAST|CONTACT|JOB|MANAGER|RECRUITER|INTERVIEWER|POSITION)[ _]?(?:NAME|TITLE)\b",
            rf"(?<!\w)(?:{_FORM}) ?(?:Name|Title)(?!\w| (?:field|column|property|box))",
            r"(?<!\w)XYZ (?:Company|Corp|Corporation|Inc|Ltd|LLC)(?!\w)",
            r"(?m:^|(?<=[.!?] ))(?:Insert|Fill in|Enter|Type) (?:your |the |an? |my )?[\w' ]{1,40} here(?!\w)",
            r"(?<!\w)(?:NAME|DATE|TITLE|COMPANY|ROLE) HERE(?!\w)",
            rf"\((?:insert|your|enter|add|fill in|name of|{_FIELD})(?: [\w' ]{{0,40}})?(?:here|{_FIELD})\)",
            r"\((?:insert|fill in|enter) [^()\n]{1,60}\)|\((?:specific|relevant|particular) [a-z' ]{3,60}\)",
            rf"(?<=\w )\((?i:(?:(?:{_WHOSE}|manager's|interviewer's|recruiter's) )?(?:{_FIELD})|hiring manager)\)",
            r"(?<=\w )\((?i:name of [\w' ]{3,40}|(?:previous|current|former|last) (?:employer|company|role|job))\)",
            r"(?<!\w)(?:[A-Z]{2,20}_){1,3}(?:NAME|DATE|TITLE|COMPANY|ROLE|MANAGER|POSITION|TOPIC|DAY|TIME|PLACE)(?!\w)",
            r"_{3,}",
            r"(?<=\s)\?{1,2}[:/.]\?{1,2}(?:[/.]\?{1,4})?|(?<=\s)\?{2,}(?=[\s,.;)]|$)",
            r"(?<=\w )\.{5,}|…{2,}",
            r"(?i:lorem ipsum)",
        )
    )
)
_PREFILTER = re.compile(
    r"[\[\]{}<>«»%@$#_?…~|^]|X|xxx|TODO|FIXME|TBD|TKTK|HERE|NAME|[Nn]ame|TITLE|Title|INSERT|YOUR|ENTER|ADD|FILL|\.{2}|"
    r"\(| here|xx|--/|[dD][dD]?[/.-][mM]|null|NULL|undefined|None|[nN]a[nN]|N/A|(?i:lorem)"
)
# A reference number, as in "[BM-2026-14]".
_REFERENCE = re.compile(r"[a-z]{1,6}(?:[-/][a-z]{1,6})?[-/]?\d{2,}(?:[-/.]?\w{1,8}){0,4}")
_RULE_LENGTH = 10
_QUOTE_REACH = 120
_LINK_REACH = 200
_NAME_REACH = 30
_RULE = re.compile(r"(?m)^[ \t]*_{3,}[ \t]*$")
_HTML = word_set(
    "b i u br p div span a strong em button input form img table html body script style li ul ol h1 h2 h3 h4 tr td "
    "th nav main section article footer aside label select option canvas svg video audio pre code iframe dialog int "
    "string str t k v"
)
_EDITORIAL = frozenset(("sic", "…", "...", "laughs", "laughter", "pause", "emphasis mine", "my emphasis"))
_STANDS_FOR_A_NUMBER = frozenset(("x", "n", "#"))
_COUNTED = re.compile(rf"\+? (?:{_UNIT}|{_PEOPLE}|(?!{_NO_PLURAL})[a-z]{{2,}}s)\b")
# "Chapter XX", "Pius XX": a Roman number, unless a small word goes before it.
_NAME_BEFORE = re.compile(
    r"\b(?!(?:Over|With|In|For|After|About|Nearly|Almost|Some|My|The|Of|Past|And|Have) )[A-Z][\w'-]* $"
)


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
    if match["count"] is not None:
        return not _NAME_BEFORE.search(body, max(0, match.start() - _NAME_REACH), match.start())
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
    if not text or text in _STANDS_FOR_A_NUMBER:
        return _is_within_words(match, body)
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


def _is_within_words(match: re.Match[str], body: str) -> bool:
    """Whether an empty or single-letter bracket stands where a word does: no tick box, which opens what it ticks."""
    before, after = body[max(0, match.start() - 2) : match.start()], body[match.end() : match.end() + _NAME_REACH]
    if not (before[:1].isalnum() and before[1:] == " "):
        return False
    return _COUNTED.match(after) is not None if match["square"].strip() else after[:1] in " ,.;!?" or not after


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
