"""Finding the greeting of a message, and the name that it greets."""

import re
from itertools import takewhile
from typing import NamedTuple

from followup_tui.domain.review import names
from followup_tui.domain.review.phrases import word_set

# Words that open a greeting whatever follows.
_SURE = re.compile(
    r"(?:my )?(?:dear(?:est)?|hi+(?:ya+)?|hello+|hullo+|hey+(?:a|-ya)?|yo+(?=,? (?-i:[A-Z]))|howdy|greetings|"
    r"salutations|g'day|ahoy|aloha|namaste|respected|kia ora|good (?:morning|afternoon|evening|day)|to whom(?:soever)?|"
    r"shalom|salaam|salam|merhaba|moin(?: moin)?|servus|hallo|grüezi|grüß (?:gott|dich|sie)|guten (?:tag|morgen|abend)|"
    r"(?:sehr )?(?:geehrte[rs]?|verehrte[rs]?)|liebe[rs]?|werte[rs]?|"
    r"(?:muy )?(?:estimad[oa]s?|querid[oa]s?|apreciad[oa]s?|distinguid[oa]s?)|muy señor(?:es)?(?: míos?)?|hola|"
    r"buen(?:os|as) (?:días|tardes|noches)|buen día|"
    r"(?:ma |mon |mes )?(?:cher|chère|chers|chères)|bonjour|bonsoir|salut|"
    r"(?:muito )?(?:car[oa]s?|prezad[oa]s?|exm[oaªº]s?\.?|ilustríssim[oa]s?)|olá|oi|bom dia|boa (?:tarde|noite)|"
    r"beste|geachte|ciao|gentile|egregi[oa]|hej|hei|cześć)(?!\w)",
    re.IGNORECASE,
)
# Words that open a greeting only if little follows: "Morning Ana," but not "Morning is the best time to bake."
_UNSURE = re.compile(
    r"(?:morning|afternoon|evening|yo|sirs?|madam|ladies|gentlemen|attn:?|attention:?|team|all|"
    r"monsieur|madame|mesdames|messieurs|senhora?|señora?|herr|frau)(?!\w)",
    re.IGNORECASE,
)
# … unless a name and a mark follow, however the line goes on: "Morning Ana, any news?", "Afternoon, Ms Ruiz."
_HOUR = re.compile(
    r"(?:g')?(?:morning|mornin'?|afternoon|evening)(?=,? (?-i:[A-Z][\w'-]*\.?(?: [A-Z][\w'-]*\.?){0,2})"
    r"(?:[,!:.]|\s?[–—]|\s-|$))(?!\w)",
    re.IGNORECASE,
)
# A cry before the name: "OMG Ravi!", "Oh Ravi, what a day".
_CRY = re.compile(
    r"(?:omg|oh+|wow+|ah+|aw+|ooh+|well|so|ok|okay|yay+|yess*|hurrah|hooray|gosh|goodness|"
    r"good lord)[,!.]* (?=(?-i:[A-Z]))",
    re.IGNORECASE,
)
# What is said on the telephone before the name: "Hello, is that Mr. Adeyemi?", "Hi, it's Jo. Could I speak to Ana?"
_ASKS_FOR = re.compile(
    r"[\s,.!–—-]*(?:(?:it's|it is|this is|my name is|i'm|i am) (?-i:[A-Z][\w'-]*[ ,.]{1,2}){1,3}"
    r"(?:here|speaking|calling|ringing|phoning)?[\s,.]*(?:and )?)?"
    r"(?:is (?:that|this)|(?:am i|i am|i'm) (?:speaking|talking|through) (?:to|with)|"
    r"(?:could|can|may|might) i (?:please |just )?(?:speak|talk) (?:to|with)|"
    r"(?:i'm |i am )?(?:calling|ringing|phoning|looking|asking) for|"
    r"is (?!\w+day\b)(?=(?-i:(?:[A-Z][\w.'-]* ){1,3})(?:there|in|about|available|at home)\b))\s*(?=(?-i:[A-Z]))",
    re.IGNORECASE,
)
_QUESTION = re.compile(r"[^.!?]*\?")
_LINE = re.compile(r"[^\n]+")
_STOP = re.compile(r"[,:;!?]|\s[-–—]|[–—]|\.(?=\s|$)|$")
_FILLER = re.compile(
    r"[\s,]*(?:again|once more|there|to you(?: all)?|and (?:welcome|greetings|good \w+)|from \w+|"
    r"(?:and )?(?:dear|hello|hi|good (?:morning|afternoon|evening|day)))(?!\w)[\s]*",
    re.IGNORECASE,
)
_TOKEN = re.compile(r"[^\s,:;!?()]+")
# Words with which a sentence goes on after a bare "Hello".
_STARTERS = word_set(
    "i i'm i've i'd it it's its thank thanks this that these my me we we're you your a an the just hope hoping as "
    "when since after before if in on at for great good nice lovely many so what would could can may might is are "
    "was were do did have has here following further sorry apologies quick please let with regarding really very to "
    "there's not no and but while although yes further pleased glad happy congratulations wishing writing"
)
_MAX_BLOCK_LINES = 14
_MAX_BLOCK_WORDS = 8
_MAX_UNSURE_WORDS = 6
_MAX_NAME_TOKENS = 6
_MAX_PLAIN_NAMES = 3
_MAX_AFTER_COMMA = 3


class Greeting(NamedTuple):
    """Where the greeting stands, and the words with which it names somebody, as written (maybe none)."""

    start: int
    end: int
    addressed: tuple[str, ...]


def find(text: str, contact: str) -> Greeting | None:
    """The greeting of `text`: the first line, after a date or address block, that opens like one."""
    by_name: Greeting | None = None
    lines = (match for match in _LINE.finditer(text) if match.group().strip())
    for count, match in enumerate(lines):
        start = match.start() + len(match.group()) - len(match.group().lstrip())
        line = match.group().strip()
        greeting = _with_greeting_word(line, start)
        if greeting is not None:
            return greeting
        by_name = by_name or _with_contact_name(line, start, contact)
        if count >= _MAX_BLOCK_LINES or not _may_stand_above(line):
            break
    return by_name


def _with_greeting_word(line: str, start: int) -> Greeting | None:
    opening = _SURE.match(line) or _HOUR.match(line)
    if opening is None:
        opening = _UNSURE.match(line)
        if opening is None or len(line.split()) > _MAX_UNSURE_WORDS or line[-1] not in ",:!.–—-":
            return None
        if opening.group().lower() not in {
            "morning",
            "afternoon",
            "evening",
            "yo",
            "attn",
            "attention",
            "attn:",
            "attention:",
        }:
            return _complete(line, 0, start)
    if opening.group().lower().startswith("to whom"):
        return Greeting(start, start + len(line), ("to", "whom"))
    return _complete(line, opening.end(), start)


def _complete(line: str, after: int, start: int) -> Greeting:
    """The greeting from the end of its greeting word on."""
    position = after
    while (filler := _FILLER.match(line, position)) and filler.end() > position:
        position = filler.end()
    asks = _ASKS_FOR.match(line, position)
    if asks is not None:
        return _asking_for(line, position, asks.end(), start)
    gap = len(line[position:]) - len(line[position:].lstrip(" ,"))
    comma = "," in line[after : position + gap]
    addressed, end = _addressed(line, position + gap, after_comma=comma)
    if all(map(str.islower, addressed)) and line[end : end + 1] == "," and not any(map(names.is_impersonal, addressed)):
        # "Good day po, Ma'am Cristina,": what is no name may stand before the one that is.
        called, last = _addressed(line, end + 2, after_comma=True)
        if called and last < len(line) and all(map(_looks_named, called)):
            addressed, end = called, last
    if not addressed:
        end = max(after, position)
    return Greeting(start, start + _with_mark(line, end), addressed)


def _asking_for(line: str, before: int, position: int, start: int) -> Greeting:
    """The greeting of a call, with the name from `position` on. The question whether it is they belongs to it."""
    stop = _name_end(line, position)
    named = tuple(takewhile(_may_name, (token.group() for token in _TOKEN.finditer(line, position, stop))))
    question = _QUESTION.match(line, stop)
    return Greeting(start, start + _with_mark(line, question.end() if question else before), named)


def _may_name(word: str) -> bool:
    return _looks_named(word) or names.is_title(word) or names.is_particle(word)


def _addressed(line: str, position: int, *, after_comma: bool) -> tuple[tuple[str, ...], int]:
    """The words that name somebody from `position` on, and where they end."""
    stop = _name_end(line, position)
    tokens = list(_TOKEN.finditer(line, position, stop))
    # "Hello, it was nice to see you": only names may follow the comma up to the line's end.
    only_names = all(_looks_named(token.group()) and token.group().lower() not in _STARTERS for token in tokens)
    if after_comma and (len(tokens) > _MAX_AFTER_COMMA or (stop == len(line) and not only_names)):
        return ((), position)
    taken = []
    for token in tokens:
        word = token.group()
        if not (_may_name(word) or names.is_joiner(word)):
            break
        if word.lower().strip(".") in _STARTERS and not names.is_joiner(word):
            break
        taken.append(token)
    plain_names = len(tokens) <= _MAX_PLAIN_NAMES and not any(
        t.group().lower() in _STARTERS and not names.is_joiner(t.group()) for t in tokens
    )
    if len(taken) < len(tokens) and (
        plain_names or (len(tokens) <= _MAX_NAME_TOKENS and _is_impersonal_phrase(tokens))
    ):
        taken = tokens
    while taken and names.is_joiner(taken[-1].group()):
        taken.pop()
    if not taken:
        return ((), position)
    return (tuple(token.group() for token in taken), taken[-1].end())


def _is_impersonal_phrase(tokens: list[re.Match[str]]) -> bool:
    return any(names.is_impersonal(token.group()) for token in tokens)


def _name_end(line: str, position: int) -> int:
    """Where the phrase that names somebody ends at the latest. The point of "Dr." ends nothing."""
    for match in _STOP.finditer(line, position):
        before = line[position : match.start()].rsplit(" ", 1)[-1]
        if match.group() == "." and (names.is_title(before) or len(before) == 1):
            continue
        if match.group() == "," and _goes_on_naming(line, match.end()):
            continue
        return match.start()
    return len(line)


def _goes_on_naming(line: str, position: int) -> bool:
    """Whether after a comma comes the next of several people: "Dear Ana, Ben and Carla,"."""
    rest = line[position:].strip()
    head, comma, _ = rest.partition(",")
    words = head.split()
    return bool(comma and " and " in f" {head} ") and len(words) <= _MAX_AFTER_COMMA and words[0][:1].isupper()


def _looks_named(word: str) -> bool:
    return word[:1].isupper() or word[:1] in "'(\"&" or not word[:1].isascii() or word[:2].lower() == "d'"


def _with_contact_name(line: str, start: int, contact: str) -> Greeting | None:
    """The greeting in a line that opens with the contact's own name and a mark: "Bartholomew, your remark …".

    Or in a short one that ends with the name and a mark.
    """
    if not contact:
        return None
    cry = _CRY.match(line)
    begin = cry.end() if cry else 0
    stop = _name_end(line, begin)
    words = tuple(_TOKEN.findall(line[begin:stop]))
    if not words or len(words) > _MAX_NAME_TOKENS:
        return None
    if names.compare(words, contact) is names.Match.OTHER:
        # A greeting of the writer's own making still ends with the name: "Top of the morning, Ana!"
        words = tuple(_TOKEN.findall(line))[-_MAX_NAME_TOKENS:]
        stop = len(line)
        if line[-1] not in ",:!" or len(line.split()) > _MAX_UNSURE_WORDS or not words:
            return None
        while words and names.compare(words, contact) is names.Match.OTHER:
            words = words[1:]
    return Greeting(start, start + _with_mark(line, stop), words) if words else None


def _with_mark(line: str, end: int) -> int:
    while end < len(line) and line[end] in " ,:;!.–—-":
        end += 1
    return end


def _may_stand_above(line: str) -> bool:
    """Whether `line` may belong to a date or address block, or be a subject line, above the greeting."""
    return len(line.split()) <= _MAX_BLOCK_WORDS and not line.endswith(("?", "!", ",,")) and not _reads_as_prose(line)


def _reads_as_prose(line: str) -> bool:
    first = line.split(maxsplit=1)[0].lower().strip(",.")
    return first in _STARTERS or (line.endswith(".") and len(line.split()) >= _MAX_BLOCK_WORDS - 2)
