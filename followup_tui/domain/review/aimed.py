"""Whether words of silence and of haste are aimed at the reader: only then are they a reproach, or pressure.

"I still haven't heard from the embassy" tells the reader something; "who needs an ambulance as soon as possible" urges
nobody. All of it works on plain text (see `plain.py`).
"""

import re
from collections.abc import Collection

from followup_tui.domain.review.phrases import Phrases
from followup_tui.domain.review.stems import words_of
from followup_tui.domain.review.wordings.tone import DEMAND_IN_IT, NEWS

# The reader, and who can be meant instead: "you", "anybody", "the hiring team".
_READER = re.compile(
    r"(?:any|some)(?:one|body)\b|either\b|any of\b|one of (?:you|the)\b|an? (?:single |living )*(?:soul|person|"
    r"human)\b|hr\b|human resources\b|my (?:recruiter|contact|interviewers?)\b|"
    r"(?:the |this |that )?(?:whole |entire |hiring |interview(?:ing)? |selection |search |recruitment |recruiting |"
    r"appointments? |human resources |hr |main |head )*(?:company|firm|team|panel|committee|board|recruiters?|"
    r"managers?|department|office|organi[sz]ation|people)\b"
)
_YOU = re.compile(r"\byours?\b|\byou\b")
_WRITERS_OWN = re.compile(r"(?:my|our|his|her|their) ")
_FROM = re.compile(r"[\w' -]{0,60}?\bfrom (?P<who>[\w'-]+(?: (?!about|whether|as |and |on |since|for )[\w'-]+){0,5})")
_SUBJECT = re.compile(
    r"(?:^|[,;:(–—] ?|\b(?:and|but|because|as|since|although|though|that|while|if|so) )"
    r"(?P<who>(?:my|our|his|her|their|the|an?|one of|two of|both|neither) [\w' -]{1,50}?)"
    r"(?: (?:is|are|was|were|has|have|had))? ?$"
)
# What the writer waits for from elsewhere: "still haven't heard about my visa".
_OWN_AFFAIRS = re.compile(
    r" ?(?:anything |back |yet |a word )*(?:about|whether|if|on|of) (?:my|our|the|his|her) (?:[\w'-]+ )?"
    r"(?:visa|permit|passport|licen[cs]e|flat|house|lease|mortgage|loan|exams?|results|transcript|degree|grant|"
    r"scholarship|tenancy|insurance|pension|registration|mother|father|son|daughter|wife|husband|partner)\b"
)


def is_about_others(text: str, start: int, end: int, known: Collection[str]) -> bool:
    """Whether the silence at a place in the plain sentence `text` is somebody else's than the reader's.

    `known` are the folded words of the reader's name and company.
    """
    source = _FROM.match(text, start)
    if source is not None:
        return not _is_reader(source["who"], known)
    if _OWN_AFFAIRS.match(text, end):
        return True
    subject = _SUBJECT.search(text[:start])
    return subject is not None and not _is_reader(subject["who"], known)


def _is_reader(who: str, known: Collection[str]) -> bool:
    if _YOU.search(who) or _READER.match(who):
        return True
    return not _WRITERS_OWN.match(who) and any(word in known for word in words_of(who))


# Where a clause begins that has a subject of its own.
_CLAUSE_START = re.compile(
    r"[;:.!?()–—]|\b(?:who|whom|which|that|where|when|whether|because|but|since|so|while|how|"
    r"you (?:also )?(?:said|told me|mentioned|explained|stressed|thought|felt))\b"
)
# The reader or the reader's answer, without which nobody is urged.
_TO_READER = re.compile(
    rf"\b(?:you|yours?|me|us|please|kindly|hear|hearing|know|knowing|(?:be|been|being|am|get) told|this|matter|issue|"
    rf"resol\w+|settled?|sorted|decided?|contact|urgent(?:ly)?|{NEWS})\b"
)
_BIDS = re.compile(
    r"(?:and |then |just |do )*(?:call|ring|reply|respond|e?mail|write|send|get|tell|phone|answer|contact|advise|"
    r"confirm|text|hurry|decide|act|sort|pay|return)\b"
)
_AFTERTHOUGHT = re.compile(r"\b(?:please|kindly|let me know|your)\b")
# What the reader or somebody else wants done, and what the reader will be given, by whomsoever.
_OTHERS_HASTE = re.compile(
    r"\byou (?:also |still |all |both )?(?:need|needed|want|wanted|hope|hoped|are looking|were looking) "
    r"(?!to (?:reply|decide|answer|tell|let|call|respond|get back|confirm|send|write|know|give|make|pay)\b)|"
    r"\byou (?:will|shall|should|can) (?:\w+ )?(?:have|get|receive|find|see|hear (?:from me|more))\b|"
    r"\byou (?:had |have )?(?:asked|requested|advised|urged)\b|"
    r"\b(?:told|asked|urged|advised|wanted|warned|ordered|taught|begged|sent|got|helped) (?:me|us|him|her|them|"
    r"(?:every|some)(?:one|body)|(?:my|our|his|her|their|an?|the|one|two|those) (?!(?:\w+ )?(?:team|panel|committee|"
    r"board|company|firm|office|department|manager|recruiter)\b)[\w'-]+(?: [\w'-]+)?) to\b|"
    r"(?<!\bi )(?<!\bwe )(?:needs?|wants?|expects?|asks?|requires?|needed|wanted|asked) (?:for )?"
    r"(?:my |me to\b|(?:[\w'-]+ ){1,3}from me\b)"
)
_PROMISED = re.compile(r"\b(?:i|we) (?:\w+ )?(?:will|shall|promise(?:d)? to|am going to|are going to|undertake to)\b")
_WILL_BE_DONE = re.compile(
    r"(?<!\byou )\b(?:will|shall|is going to|are going to|has promised to|have promised to) (?!you\b)"
)
# "I have read the offer and will reply by Tuesday": what the writer, or a third person, has to do.
_OWN_DEED = re.compile(
    r"\b(?:told|asked|urged|advised|wanted|instructed|invited|meant) (?:me |us |him |her |them )?to $|"
    r"\b(?:i|we|he|she|they|who)\b(?: (?!(?:you|some|any|every|please|kindly|someone|somebody|anyone|anybody)\b)"
    r"[\w\[\]'-]+,?){0,12}? (?:will|shall|would|can|could|may|might|must|to|always|usually|did|do)"
    r"(?: (?:\w+ly|then|also|of course|all|both))? $"
)


def is_own_deed(text: str, start: int) -> bool:
    """Whether the verb at a place in the plain sentence `text` is what the writer says they will do, and no bidding."""
    return _OWN_DEED.search(text[:start]) is not None


# "Please don't feel that you have to answer right away": what need not be done.
_SPARED = re.compile(r"\b(?:do not|need not|no need|not (?:have|need)|never)(?: [\w'-]+){0,6} ?$")
# "Hurry up and slow down, my gran used to say": somebody else's words, without marks around them.
_AS_SAID = re.compile(
    r", (?P<who>(?:my|our|his|her|their|the|an?) [\w'-]+(?: [\w'-]+)?|he|she|they) (?:always |often )?(?:said|says?|"
    r"used to say|would say|shouted|told (?:me|us)|kept saying)(?= ?[.,!?]|$)"
)
_OTHERS_FEELING = re.compile(
    r"\b(?:he|she|they) (?:(?:is|was|were|are|had been|has been|have been|got|gets|grew|felt|had|has|"
    r"have) )?(?:[\w'-]+ )?$"
)


def is_somebody_elses(text: str, start: int) -> bool:
    """Whether the words at a place in the plain sentence `text` are said or felt by somebody else than the writer."""
    said = _AS_SAID.search(text)
    if said is not None and not _is_reader(said["who"], ()):
        return True
    return _OTHERS_FEELING.search(text[:start]) is not None


def is_spared(text: str, start: int) -> bool:
    """Whether what is asked for at a place in the plain sentence `text` is what the reader need not do."""
    return _SPARED.search(text[:start]) is not None


_ANSWER = Phrases(NEWS, r"please|kindly")
_SHORT = 2


def urges(text: str, start: int, end: int) -> bool:
    """Whether "as soon as possible" at a place in the plain sentence `text` urges the reader."""
    if _AFTERTHOUGHT.search(text, end):
        return True
    begin = max((match.end() for match in _CLAUSE_START.finditer(text, 0, start)), default=0)
    clause = text[begin:start].strip(" ,") or text[end:].strip(" ,.!")
    if clause in DEMAND_IN_IT:
        return True
    if _OTHERS_HASTE.search(clause) or _PROMISED.search(clause):
        return False
    if _WILL_BE_DONE.search(clause) and clause not in _ANSWER:
        return False
    if len(clause.split()) < _SHORT or (begin == 0 and _BIDS.match(clause)):
        return True
    return _TO_READER.search(clause) is not None
