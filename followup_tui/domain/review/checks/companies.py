"""The second half of `wrong_name`: the body names the company of another opportunity instead of this one's."""

import re
from collections.abc import Iterator

from followup_tui.domain.review.letter import Sentence
from followup_tui.domain.review.model import Finding
from followup_tui.domain.review.phrases import Phrases, word_set
from followup_tui.domain.review.plain import plain
from followup_tui.domain.review.reading import Reading
from followup_tui.domain.review.stems import words_of
from followup_tui.domain.text import fold

_FORMS = word_set(
    "ltd limited inc incorporated llc llp plc gmbh ag kg se sa sas sarl srl spa bv nv ab as oy co company corp "
    "corporation group holding holdings the and of"
)
# What stands before a company: "at Block", "join Target", "what Stripe does".
_BEFORE = re.compile(
    r"(?<!\w)(?:at|with|for|from|join|joining|joined|to|of|by|in|into|inside|within|about|across|via|like|leave|"
    r"leaving|"
    r"choose|chose|represent|serve|serving|help|helping|and|or|how|what|why|that|when|where|than|bei|von|für|zu|en|"
    r"de|con|"
    r"para|por|a|chez|pour|avec|à|na|no|da|do|com|pela|pelo|em)[ \t\n]+(?:the[ \t]+|dem[ \t]+|der[ \t]+|la[ \t]+|"
    r"el[ \t]+)?$",
    re.IGNORECASE,
)
_AFTER_GOES_ON = re.compile(r"[ \t][A-Z][a-z]|-\w|[ \t]\d")
_REACH = 40
_SHORTEST_ALONE = 4
_SHORTEST_OWN = 3
# The sentence speaks of another offer or process, not of this one.
_ELSEWHERE = Phrases(
    r"(?:an|another) <1>offer",
    r"(?:other|second|competing|rival|further|different|parallel) <2>"
    r"(?:offers?|process(?:es)?|opportunit(?:y|ies)|compan(?:y|ies)|firms?|employers?|searches)",
    r"offers? (?:from|by|at|with|of (?:a|the) <2>(?:at|with|from))",
    r"offered me",
    r"(?:accept(?:ed|ing)?|taken|taking|took|declined|turned down) (?:a|an|another|the) <3>(?:job|post|position|role|"
    r"place|contract),? "
    r"<3>(?:at|with|from|by|in|for)",
    r"(?:said|saying|say) (?:yes|no) to",
    r"(?:signed?|signing|go|going|gone|went) with",
    r"(?:process|processes|talks|conversations|negotiations|discussions) (?:with|at)",
    r"(?:also|currently|meanwhile|in parallel) <3>(?:interview(?:ing|ed)?|talking|speaking|considering|in)",
    r"(?:interviewing|interviewed|applied) <4>(?:too|elsewhere|as well)",
    r"(?:other|final|last|second|next|first) (?:round|stage|interview)s? <2>(?:with|at)",
    r"elsewhere",
    r"deadline",
    r"owe",
    r"(?:my|an|their) <1>(?:answer|reply|decision|response) (?:by|before|until|from|within)",
)
# Just before the name: a place that the writer works at, or worked at, or compares with.
_OTHERWISE_BEFORE = re.compile(
    r"(?:years?|months?|(?<!the )(?<!your )time|works|worked|spent .{1,40}|employed|"
    r"(?:my|his|her|whole|entire|early|long) (?:\w+ )?career|used to (?:be|work|bake|run|teach|sail|drive|sing|play)|"
    r"my (?:\w+ )?(?:days|course|talk|lecture|degree|thesis|studies|placement|stint|spell|shift|tenure|notice|contract|"
    r"mentor|teacher|work)|started|was|internship|"
    r"apprenticeship|trained|training|"
    r"left|leaving|leave|joined|(?:former|previous|current|present|last|old|new|first) (?:\w+ )?(?:employer|company|"
    r"firm|job|role|"
    r"post|position|team|colleagues?|boss|manager))[ \n]*(?:at|with|for|in|of|from|,)?[ \n]*$|"
    r"(?:turn(?:ed|ing) down|declin(?:ed|ing)|refused|rejected|withdr[ae]wn?(?: from)?|"
    r"(?:recruiter|headhunter|somebody|someone|friend|brother|sister|colleague|man|woman) (?:from|at|of))[ \n]*$|"
    r"(?:rather than|instead of|unlike|compared (?:to|with)|than|(?:competitors?|customers?|clients?|suppliers?)"
    r"(?: such as| like|,)?)(?: at| with| for| from)?[ \n]*$",
    re.IGNORECASE,
)
# Just behind it: what somebody else did, who also looks for people.
_OTHERWISE_AFTER = re.compile(
    r"\s+(?:(?:has|have|had|also|already|now|just|since|kindly|is|are|would) ){0,3}(?:offer(?:ed|s)|ask(?:ed|s|ing)|"
    r"invited|given|made|(?:wants?|needs?) (?:me|my|to know|to hear|an? (?:\w+ )?(?:answer|reply|decision|yes))|hired|"
    r"called|rang|phoned|gave|expects?|like (?:an|my)|waiting|pressing|come back|came back|got in touch|"
    r"reached out|decided|chosen|picked)\b|"
    # What the writer did there, and what that company is to the reader or the writer.
    r",? we (?!talked|spoke|discussed|met|agreed|walked|looked|chatted|sat|toured)(?:(?:all|always|never|once|often|"
    r"only|just) )?(?:\w+ed|had|did|made|built|ran|kept|sold|grew|cut|won|lost|bought|taught|drove|wrote)\b|"
    r",\s+(?:(?:my|our|your) (?:\w+ )?(?:last|former|previous|present|current|old|first|employer|rivals?|competitors?|"
    r"customers?|clients?|suppliers?|neighbou?rs?)|where i (?:work|train|learn|stud|spent|was|am|bak|taught))|"
    r"\s+(?:(?:is|was|are) (?:your|our|the) (?:\w+ )?(?:rival|competitor|customer|client|supplier|neighbou?r|landlord|"
    r"owner|partner|parent)|(?:buys?|sells?|sold|suppl(?:ies|ied)|rents?|owns?|owned|leases?) (?:you|your|us)\b)",
    re.IGNORECASE,
)
_DECLINED = Phrases(
    r"(?:not|never|declin\w+|turn(?:ing|ed)? down|refus\w+|withdraw\w*|instead of|rather than) <4>(?:your|the|this) <1>"
    r"offer"
)
_THIS_OFFER = Phrases(r"your <1>offer", r"(?:thank you|thanks|grateful|delighted|pleased|happy) <4>(?:the|this) offer")


# "I follow Halcyon's news": what has a capital inside a sentence and owns something is no ordinary word.
_OWNS = re.compile(r"['’]s [a-z]")


def wrong_company(reading: Reading) -> Iterator[Finding]:
    """Another opportunity's company is named while this one's is not."""
    own = _own_names(reading)
    found = [place for other in _others(reading) for place in _places(other, reading)]
    if not found or not own:
        return
    rest = _without(reading.letter.masked, found)
    if any(_names_own(name, rest) for name in own):
        return
    for start, end in sorted(found):
        sentence = _sentence_at(start, reading)
        if sentence is None or reading.is_placeholder(start, end) or _speaks_of_another(sentence, start, end, reading):
            continue
        message = f"“{reading.body[start:end]}” is another opportunity's company: this one is {own[0]}."
        yield Finding("wrong_name", "error", message, (start, end), (own[0],))


def _sentence_at(place: int, reading: Reading) -> Sentence | None:
    """What is said at the place: a sentence, the parting, or a line above the greeting, as an address or a subject."""
    letter = reading.letter
    if letter.greeting is None or place >= letter.greeting.start:
        return next((sentence for sentence in letter.spoken if sentence.start <= place < sentence.end), None)
    start = letter.masked.rfind("\n", 0, place) + 1
    end = letter.masked.find("\n", place)
    return Sentence(start, end, plain(letter.masked[start:end], start))


def _own_names(reading: Reading) -> list[str]:
    """This opportunity's company, else the contact's."""
    context = reading.context
    return [name.strip() for name in (context.company, context.contact.company) if name.strip()]


def _others(reading: Reading) -> list[str]:
    """The other companies' names, the longest first so that a part of a name is not taken for another."""
    own = {fold(name) for name in _own_names(reading)}
    names = {name.strip() for name in reading.context.other_companies if name.strip()}
    return sorted((name for name in names if fold(name) not in own), key=len, reverse=True)


def _places(name: str, reading: Reading) -> list[tuple[int, int]]:
    """Where the body names the company `name`."""
    own = " ".join(_own_names(reading))
    forms = [name, *([_core(name)] if _core(name) != name else [])]
    short = _short(name, reading)
    if short is not None:
        forms.append(short)
    spans: list[tuple[int, int]] = []
    for form in forms:
        if re.search(rf"(?<!\w){re.escape(form)}(?!\w)", own):
            continue
        weak = len(form.split()) == 1 and _is_ordinary(form, reading)
        for match in _exactly(form).finditer(reading.letter.masked):
            clash = any(match.start() < end and start < match.end() for start, end in spans)
            if not clash and (not weak or _can_be_company(match, reading)):
                spans.append(match.span())
    return spans


def _exactly(form: str) -> re.Pattern[str]:
    """`form` with its capitals, whatever space is between its words, and with what people change in writing a name.

    `Cooper & Sons` is Cooper and Sons, `J.P. Morris` is JP Morris, `Ørsted` is Orsted, and two words may be shouted.
    """
    spelt = {form, _unaccented(form), *([form.upper()] if len(form.split()) > 1 else [])}
    return re.compile(r"(?<![\w-])(?:" + "|".join(map(_loosely, sorted(spelt))) + r")(?![\w])")


def _loosely(form: str) -> str:
    words = ["(?:&|and|AND|\\+)" if word in {"&", "and", "+"} else _without_stops(word) for word in form.split()]
    return r"[\s-]+".join(words)


def _without_stops(word: str) -> str:
    """A pattern for `J.P.` and `St.` that JP and St fit as well."""
    return "".join(re.escape(letter) + ("?" if letter == "." else "") for letter in word)


def _unaccented(form: str) -> str:
    return " ".join(word if word.isascii() else fold(word).capitalize() for word in form.split())


def _core(name: str) -> str:
    """The name without `Ltd` and the like."""
    words = name.split()
    while len(words) > 1 and words[-1].lower().strip(".,") in _FORMS:
        words.pop()
    while len(words) > 1 and words[0].lower() == "the":
        words.pop(0)
    return " ".join(words)


def _short(name: str, reading: Reading) -> str | None:
    """The first word of a longer name, if that alone names the company: `Wayfarer` for Wayfarer Holidays."""
    words = _core(name).split()
    first = words[0]
    if len(words) == 1 or len(first) < _SHORTEST_ALONE or not first[0].isupper() or _is_ordinary(first, reading):
        return None
    context = reading.context
    people = {
        fold(word)
        for text in (context.user_name, *context.contact, context.company, context.role)
        for word in text.split()
    }
    people |= {word for other in context.others for word in words_of(other.contact)}
    return None if fold(first) in people or fold(first) in words_of(" ".join(context.talking_points)) else first


def _is_ordinary(word: str, reading: Reading) -> bool:
    """Whether `word` is also a word in use: `Northwind` is none. Without a dictionary any word may be."""
    dictionary = reading.dictionary
    return dictionary is None or (dictionary.knows(word) and dictionary.frequency(word) > 0)


def _can_be_company(match: re.Match[str], reading: Reading) -> bool:
    """Whether an ordinary word stands where a company can: after "at" or "join", and not as a part of a longer name."""
    text = reading.letter.masked
    before = text[max(0, match.start() - _REACH) : match.start()]
    after = text[match.end() : match.end() + 3]
    if not match.group()[0].isupper() and match.group().islower():
        return False
    if _OWNS.match(text, match.end()) and before.rstrip()[-1:] not in (*".!?:", "") and "\n\n" not in before[-2:]:
        return True
    return _BEFORE.search(before) is not None and not _AFTER_GOES_ON.match(after)


def _without(text: str, spans: list[tuple[int, int]]) -> str:
    for start, end in spans:
        text = text[:start] + "\0" * (end - start) + text[end:]
    return text


def _names_own(name: str, text: str) -> bool:
    """Whether `text` names the company `name`, in full or by its first telling word."""
    folded = fold(text)
    core = _core(name)
    if re.search(rf"(?<!\w){re.escape(fold(core))}(?!\w)", folded):
        return True
    first = core.split()[0]
    return len(first) >= _SHORTEST_OWN and re.search(rf"(?<!\w){re.escape(first)}(?!\w)", text) is not None


def _speaks_of_another(sentence: Sentence, start: int, end: int, reading: Reading) -> bool:
    """Whether what is said of the company at the place belongs to another process, or to the writer's past."""
    body = reading.letter.masked
    before, after = body[max(sentence.start, start - _REACH) : start], body[end : min(sentence.end, end + _REACH)]
    if _OTHERWISE_BEFORE.search(before) or _OTHERWISE_AFTER.match(after):
        return True
    return sentence.text in _ELSEWHERE and (sentence.text in _DECLINED or sentence.text not in _THIS_OFFER)
