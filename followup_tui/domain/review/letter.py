"""A message taken apart: its greeting, its sentences, its sign-off, and what in it is not the writer's own prose.

Only the first `READ_LIMIT` code points are read for wording; a longer text is too long for anything else to matter,
and the review stays quick however much was pasted.
"""

import re
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from followup_tui.domain.review import greetings
from followup_tui.domain.review.names import is_particle
from followup_tui.domain.review.plain import Plain, plain, straight

READ_LIMIT = 20_000
SENTENCE_LIMIT = 1_500

_LINK = re.compile(r"(?:https?://|www\.)\S+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
_QUOTED_LINE = re.compile(r"(?m)^[ \t]{0,8}[>|].*$")
_QUOTATION = re.compile(r"\"[^\"\n]{2,300}\"|“[^”\n]{2,300}”|«[^»\n]{2,300}»")
_LINE = re.compile(r"[^\n]+")
_SENTENCE_END = re.compile(r"[.!?…]+[\"'”’)\]]*(?=\s|$)|\n[ \t\r]*\n|\n(?=[ \t]*(?:[-*•–]|\d{1,2}[.)])[ \t])")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(])(?:mr|mrs|ms|mx|dr|prof|rev|st|sr|sra|jr|no|vs|e\.g|i\.e|cf|ca|approx|dept|inc|ltd|co|tel|ext|"
    r"jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|wed|thurs?|fri|sat|sun|[a-z])\.$",
    re.IGNORECASE,
)
_ABBREVIATION_REACH = 8
# "am 3. Februar": the point of a German ordinal ends no sentence.
_DAY_OF_MONTH = re.compile(
    r"(?<=\d\.)\s{1,3}(?:Januar|Jänner|Februar|Feber|März|April|Mai|Juni|Juli|August|September|Oktober|November|"
    r"Dezember)\b"
)
_CLOSING = re.compile(
    r"(?:(?:with|in) )?(?:(?:my|our|very|all|most|many|the|kind|kindest|warm|warmest|best|good|sincere|again|friendly|"
    r"and|of|heartfelt|big|huge) ){0,4}"
    r"(?:regards?|wishes|greetings|thanks(?: again| a lot| so much| very much)?|thank you(?: again| so much|"
    r" very much)?|"
    r"best|sincerely(?: yours)?|cordially|respectfully(?: yours)?|faithfully|truly|warmly|fondly|gratefully|cheers|"
    r"yours(?: \w+)?|cordialement|gratitude|appreciation|take care|ciao|love|kindly|onwards?|bye(?: for now)?|"
    r"talk soon|speak soon|see you soon|until then|so long|slán|salut|regards and thanks|"
    r"(?:mit )?(?:freundlichen|besten|herzlichen|vielen|lieben|viele|liebe|beste|schöne) (?:grüßen?|dank)|"
    r"(?:un )?(?:cordial |atento )?saludos?(?: cordial(?:es)?)?|atentamente|bien cordialement|bien à vous|à bientôt|"
    r"(?:com os )?(?:melhores )?cumprimentos|atenciosamente|abraços?|amitiés)"
    r"(?: to (?:you(?: all)?|all)| from \w+)?",
    re.IGNORECASE,
)
_INLINE_CLOSING = re.compile(r"(?<=[.!?…])[ \t]+(?=[^.!?\n]{1,80}$)")
_MAX_CLOSING_WORDS = 12
_MAX_CLOSING_LINES = 6
_NAME_PART = re.compile(r"[^\W_]+(?:['.-][^\W_]+)*")
_MAX_ADDED_TO_NAME = 4
_ENDS = ("?", "!", ".")


class Sentence(NamedTuple):
    """One sentence of the prose: where it stands in the body, and its plain text."""

    start: int
    end: int
    plain: Plain

    @property
    def text(self) -> str:
        """The plain text."""
        return self.plain.text


class Letter:
    """`body`, read once for all checks. `contact` is the name of the addressee, as far as it is known."""

    def __init__(self, body: str, contact: str = "", user: str = "") -> None:
        self.body = body
        self._contact = contact
        self._user = user

    @cached_property
    def masked(self) -> str:
        """The body as far as it is read, links, addresses and quoted lines blanked out; places stay what they are."""
        head = straight(self.body[:READ_LIMIT])
        return _LINK.sub(_blank, _QUOTED_LINE.sub(_blank, head))

    @cached_property
    def greeting(self) -> "greetings.Greeting | None":
        """The greeting, or None."""
        return greetings.find(self.masked, self._contact)

    @cached_property
    def prose_start(self) -> int:
        """Where the text proper begins: after the greeting, or at 0."""
        return self.greeting.end if self.greeting else 0

    @cached_property
    def sign_off(self) -> tuple[int, int] | None:
        """The closing words with the name below or behind them, as a span, or None."""
        return self._closing_lines() or self._closing_on_one_line()

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of the prose, in order; greeting and sign-off are not among them."""
        if self.sign_off is None:
            ranges = [(self.prose_start, len(self.masked))]
        else:
            ranges = [(self.prose_start, self.sign_off[0]), (self.sign_off[1], len(self.masked))]
        return tuple(
            Sentence(start, end, plain(self.masked[start : min(end, start + SENTENCE_LIMIT)], start))
            for begin, finish in ranges
            for start, end in _cut(self.masked, begin, finish)
        )

    @cached_property
    def closing(self) -> Plain:
        """The sign-off as plain text, empty if there is none."""
        start, end = self.sign_off or (0, 0)
        return plain(self.masked[start:end], start)

    @cached_property
    def parting(self) -> Sentence | None:
        """The first line of the sign-off, which may say something: "Still hoping for news of the post,"."""
        if self.sign_off is None:
            return None
        start, end = self.sign_off
        line = self.masked[start:end].partition("\n")[0].rstrip()
        return None if self._is_own_name(line) else Sentence(start, start + len(line), plain(line, start))

    @cached_property
    def spoken(self) -> tuple[Sentence, ...]:
        """All in which the writer says something: the sentences, and the parting."""
        return (*self.sentences, *([self.parting] if self.parting else []))

    @cached_property
    def text(self) -> str:
        """All sentences as one plain text, one a line."""
        return "\n".join(sentence.text for sentence in self.sentences)

    @cached_property
    def quotations(self) -> tuple[tuple[int, int], ...]:
        """Where somebody's words stand in quotation marks: the writer repeats them, and does not say them."""
        return tuple(match.span() for match in _QUOTATION.finditer(self.masked))

    def is_quoted(self, start: int, end: int) -> bool:
        """Whether the place lies in a quotation."""
        return any(left <= start and end <= right for left, right in self.quotations)

    def own_words(self) -> int:
        """How many words the whole body has, greeting, sign-off and quoted lines not counted."""
        prose = self.body[self.prose_start :]
        if self.sign_off is not None:
            prose = self.body[self.prose_start : self.sign_off[0]] + " " + self.body[self.sign_off[1] :]
        return count_words(_QUOTED_LINE.sub(" ", prose) if ">" in prose or "|" in prose else prose)

    def _lines(self) -> list[tuple[int, int, str]]:
        """The last lines with text, the very last first."""
        found = [
            (match.start(), match.end(), match.group().strip())
            for match in _LINE.finditer(self.masked, self.prose_start)
            if match.group().strip()
        ]
        return found[::-1]

    def _closing_lines(self) -> tuple[int, int] | None:
        """Closing words on a line of their own, with whatever short lines follow them; else a name alone."""
        lines = self._lines()
        if self.masked[READ_LIMIT - 1 :]:
            return None
        for index, (start, _, text) in enumerate(lines):
            if _is_closing(text):
                return (start, self._end_of_signature(lines[:index][::-1], start))
            if index >= _MAX_CLOSING_LINES and len(text.split()) > _MAX_CLOSING_WORDS:
                break
        if not lines or not self._is_own_name(lines[0][2]):
            return None
        above = lines[1] if len(lines) > 1 else lines[0]
        # "With good wishes for the season," above the name is a closing, in whatever words.
        closes = above[2].endswith(",") and len(above[2].split()) <= _MAX_CLOSING_WORDS
        return (above[0] if closes or self._stands_apart(above) else lines[0][0], lines[0][1])

    def _stands_apart(self, line: tuple[int, int, str]) -> bool:
        """Whether a few words without a mark behind them stand after an empty line: "Med vennlig hilsen"."""
        start, _, text = line
        few = len(text.split()) <= _MAX_CLOSING_WORDS // 2 and text[-1].isalpha() and text[0].isupper()
        return few and re.search(r"\n[ \t\r]*\n[ \t]*$", self.masked[self.prose_start : start]) is not None

    def _end_of_signature(self, after: list[tuple[int, int, str]], start: int) -> int:
        """Where the lines of a signature end: at the first one that reads like prose, a postscript above all."""
        end = self.masked.find("\n", start)
        end = len(self.masked) if end < 0 else end
        for _, line_end, text in after[:_MAX_CLOSING_LINES]:
            if len(text.split()) > _MAX_CLOSING_WORDS or text.lower().startswith(("ps", "p.s", "[")):
                break
            end = line_end
        return end

    def _closing_on_one_line(self) -> tuple[int, int] | None:
        """Closing words and a name, or the name alone, behind the last sentence: "… in touch. Best, Sanne"."""
        lines = self._lines()
        if not lines:
            return None
        start, end, _ = lines[0]
        line = self.masked[start:end].rstrip()
        for match in _INLINE_CLOSING.finditer(line):
            rest = line[match.end() :]
            if self._is_own_name(rest) or _is_closing(rest.partition(",")[0]):
                return (start + match.end(), start + len(line))
        return None

    @cached_property
    def closing_line(self) -> tuple[int, int]:
        """The first line of the sign-off, as a span; empty if there is none."""
        start, end = self.sign_off or (0, 0)
        line = _LINE.match(self.masked, start, end)
        return line.span() if line else (start, start)

    @cached_property
    def signed(self) -> tuple[tuple[int, int], ...]:
        """The lines of the sign-off that are the writer's name, as spans."""
        start, end = self.sign_off or (0, 0)
        return tuple(match.span() for match in _LINE.finditer(self.masked, start, end) if self._is_own_name(match[0]))

    def _is_own_name(self, text: str) -> bool:
        """Whether `text` is the writer's name, be it with what people add: "Jo (Joan P. Reed), RGN", "Ana xx"."""
        parts = [part.casefold() for part in _NAME_PART.findall(self._user)]
        words = _NAME_PART.findall(text)
        others = [word for word in words if word.casefold() not in parts]
        if len(words) == len(others) or len(others) > _MAX_ADDED_TO_NAME or (others and text.rstrip().endswith(_ENDS)):
            return False
        return all(word[0].isupper() or is_particle(word) or not word.strip("xX") for word in others)


def count_words(text: str) -> int:
    """How many words `text` has: runs between spaces with a letter or digit in them."""
    return sum(1 for word in text.split() if any(map(str.isalnum, word)))


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def _is_closing(text: str) -> bool:
    words = text.split()
    if not words or len(words) > _MAX_CLOSING_WORDS:
        return False
    match = _CLOSING.match(text)
    if match is None:
        return False
    rest = text[match.end() :].lstrip()
    # "Best of all was the tea" opens like a closing; only a mark, or nothing, may follow one.
    return not rest or (rest[0] in ",.!-–—" and len(rest.split()) <= _MAX_CLOSING_WORDS // 2)


def _ends_nothing(text: str, begin: int, end: int) -> bool:
    """Whether the point before `end` belongs to an abbreviation or to the day of a date."""
    abbreviation = _ABBREVIATION.search(text, max(begin, end - _ABBREVIATION_REACH), end)
    return abbreviation is not None or _DAY_OF_MONTH.match(text, end) is not None


def _cut(text: str, begin: int, finish: int) -> list[tuple[int, int]]:
    """The sentences between two places, without the space around them."""
    cuts = [begin]
    for match in _SENTENCE_END.finditer(text, begin, finish):
        if match.group()[0] == "." and _ends_nothing(text, begin, match.end()):
            continue
        cuts.append(match.end())
    cuts.append(finish)
    spans = []
    for start, end in pairwise(cuts):
        piece = text[start:end]
        if any(map(str.isalnum, piece)):
            left = start + len(piece) - len(piece.lstrip())
            spans.append((left, left + len(piece.strip())))
    return spans
