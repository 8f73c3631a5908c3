"""`specific`: something in a thank-you note must come from this one conversation (G1–G4 personalise)."""

import re
from collections.abc import Iterator
from functools import cache

from followup_tui.domain.review.model import Finding
from followup_tui.domain.review.phrases import Phrases
from followup_tui.domain.review.reading import Reading
from followup_tui.domain.review.stems import stem, stems_of, words_of

_ONESELF = re.compile(r"\b(?:i|my|myself|mine)\b")
_RARE = 20_000
_ENOUGH_SHARED = 2
_SHORT_POINT = 2

# Words that could stand in a note after any interview. Compared by their stems.
_GENERIC = """
a about above according across actually add added after afterwards again all almost along already also although always am
among an and another any anybody anyone anything apart are around as asked at available away back based be because become
been before behind being below best better between beyond big bit both brief bring but by call came can case certain
certainly chance clear clearly close come coming could course day days deal did different do does doing done down during
each early either else email enjoy enjoyed enough especially even evening ever every everybody everyone everything exactly
example excellent expect explain explained extra fact far feel felt few find fine first five follow following for forward
four friday from full fully further gave get getting give given giving glad go goes going gone good got great greatly had
half happy hard has have having he hear heard hearing help helped helpful her here high highly him his hope hopefully hour
hours how however i if important in indeed insight insights inside instead interesting into is it its itself job just keen
keep kind know known large last late later least leave left less let letting life like likely little long look looked
looking lot love lovely made main make makes making many matter may maybe me mean meant meet meeting met might minute
minutes moment monday month months more morning most much must my myself near need needs never new next nice no nobody
none nor not note nothing now of off offer often old on once one ones only open or order other others our out over own
part particular particularly people perhaps person personal personally place plan plans please pleased pleasure point
possible present pretty probably put quick quickly quite rather read ready real really reason receive regard regarding
remain reply right said same saturday saw say see seeing seem seems seen send sent several shall share shared sharing she
short should show showed showing shown side simply since six small so some somebody someone something sometimes somewhere
soon sort speak speaking spend spent spoke still stop such sunday sure take taken taking talk talked talking tell telling
ten than thank thanks that the their them then there these they thing things think thinking third this those though
thought three through thursday time times to today together told tomorrow too took top touch toward towards true try
tuesday turn two under understand understanding until up upon us use used useful usual usually very want wanted was way
ways we wednesday week weeks welcome well went were what when where whether which while who whole whom whose why will wish
with within without word work worked working works world would write writing wrote year years yes yesterday yet you your
yourself whenever wherever whatever start starting begin choose chosen soonest hardworking worker availability rate
ability able accomplish achieve achievement addition admire advance advantage align aligned amazing ambition ambitious
applicant application apply approach aspect aspects aspire asset assist atmosphere attitude attention background benefit
bright business busy candidate capabilities capable career challenge challenges challenging character chat client clients
colleague colleagues collaborate collaboration collaborative committed communicate communication community companies
company competence conduct confident confirm connect consider consideration considering contact continue contribute
contribution conversation corporate culture current customer customers dedicated dedication deeper delight delighted
department describe described description desire detail details develop development direction discuss discussed discussing
discussion diverse driven duties duty dynamic eager effective effort employee employees employer employment energy engage
engaging enthusiasm enthusiastic environment established excel excellence excited exciting expand expectation
expectations experience experienced experiences expert expertise express expressed fantastic fast field firm fit focus
forward friendly future gain goal goals grateful gratitude group grow growing growth hardworking hesitate high hire hiring
honest honor honour idea ideal ideas impact impress impressed impression impressive improve include inform informative
information initiative innovation innovative inquire inspire inspired inspiring integrity interest interested interview
interviewed interviewing interviewer invest involve involved join joining knowledge lead leader leaders leadership
leading learn learned learning learnt level local manage management manager market match member members mission
motivated name needs office operation operations opportunities opportunity organisation organization overall overview
paced participate passion passionate people perfect perform performance perspective phase position positive post
potential practice practices pressure process processes product products professional professionalism program project
projects proud provide punctual qualification qualifications qualified quality question questions recruit recruiter
recruitment reinforce reliable relevant requirement requirements research resource respect responsibilities
responsibility responsible result results role roles seek senior service services skill skills smart solution solutions
special staff stage standard standards status step steps strategy strength strengths strong structure succeed success
successful suit suitable superb support task tasks team teams technology thorough thoughtful thrilled timeline topic
topics training trust unique vacancy
appreciate appreciated appreciation left leave leaving require required confident hit ground running day
absolutely admin administrative adaptable allow allowed appealing aptitude assure belief believe building caring
certainty cheerful commitment comprehensive conclude conclusion confidence convey convince convinced conviction
cooperative cordial courteous courtesy dependable detailed determined devoted distinguished dream drive easy-going
encourage encouraged encouraging enhance enjoyable entire essential ethic ethical eventually exceptional exchange
exciting extensive extremely facility facilities fabulous familiar fascinating flexible forefront genuine genuinely
gracious gratifying greatness guidance habit hardly highly hospitality immediate immediately immensely incredible
incredibly inclusive increase increased industry inquiry instantly intend invaluable kindly kindness laboratory language
lastly maintain meaningful memorable methods mindset moreover mutual naturally notch numerous objective objectives
obvious obviously offering opinion organised organized ought paperwork patience patient perfectly pleasant politeness
polite praise precise premises prepare prepared previous previously principle principles priority priorities procedure
procedures proficient progress prompt promptly proper properly proven punctuality pursue rapport readily realise realize
recently recognise recognize reiterate remarkable renowned reputation respected resume cv reward rewarding schedule seeking
selection sense serve setting significant similar simple sincere sincerely sociable solidify sound spirit state stellar
stimulating story strengthen strengthened strengthens strive strongly style suitable supervisor supportive surely
surroundings swift talent talented talking terms terrific thankful therefore thoroughly tour tremendous truly ultimately
undoubtedly upcoming utmost valued variety various vast versatile vibrant view visit warmth welcoming willing
willingness wonder workforce workplace worth worthwhile yesterday valuable value values vision warm wonderful worker workplace
"""

# The writer talks of later, or offers to: nothing that was said.
_LATER = Phrases(
    r"(?:would|will|shall|can|could|may|might|like|love|happy|glad|pleased|delighted|hope|want|wish|eager|keen|ready|excited|forward) "
    r"(?:to |be <3>)(?:<1>)(?:discuss|discussing|talk|talking|hear|hearing|learn|learning|show|tell|speak|speaking|explain|see|seeing|meet|meeting|share|ask)(?: [\w'-]+){0,14}",
    r"(?:if|should|whether) you (?:have|need|would|want|wish)(?: [\w'-]+){0,8}",
    r"(?:happy|glad|here|available) to answer(?: [\w'-]+){0,6}",
)
# What opens a reference to something they said or did; what follows it must then be more than generic.
_THEY_SAID = Phrases(
    r"you (?:had |have |also |just |so |kindly |first |then |once |both |all |even |rightly |first )*(?:said|say|mentioned|told|tell|asked|ask|showed|shown|described|explained|pointed|raised|suggested|recommended|"
    r"talked|spoke|shared|warned|walked|took|gave|laughed|admitted|called|compared|outlined|sketched|demonstrated|introduced|let|made|played|put|brought|quoted|stressed|named|promised|wondered|"
    r"taught|poured|offered|drew|read|spent|handed|opened|cooked|ran|explain|spelled|spelt|set|kept|answered|joked|hinted|touched|confessed|worried|hoped|recounted|listed|feared|complained|emphasi[sz]ed|noted|remarked|observed|doubted|challenged|pressed|pushed|invited|treated|fought|saved|stopped|stood|caught|started|were (?:right|honest|frank|candid|open|worried|clear))",
    r"(?:as|what|how|why|everything|something|way|ways) you (?!need|want|wish|would|will|like|prefer|choose|decide|think|please|may|might|can|could|know|see|requested)<2>[\w'-]+",
    r"your (?:<2>)(?:points?|remarks?|questions?|stor(?:y|ies)|ideas?|advice|comments?|description|account|explanation|examples?|doubts?|tips?|candou?r|honesty|frankness|openness|views?|thoughts?|words?|plans?|"
    r"vision|jokes?|worr(?:y|ies)|concerns?|answers?|approach|suggestions?|insights?|picture|tales?|observations?|warning|enthusiasm|passion|take|phrase|line|sketch|analogy|challenge|problem|dilemma|puzzle|experience|philosophy|way|method|feedback|pitch|drawing|notes?|love|pride|memor(?:y|ies)|opinion|image|anecdotes?|recollections?|report|rule|trick|habit|tour|tea|coffee|welcome)",
)
# What opens a reference to the occasion. What the writer goes on to say of themselves is none.
_OCCASION = Phrases(
    r"(?:enjoyed|enjoy|loved|liked|thank you|thanks|grateful|appreciate|appreciated|pleasure|great|good|lovely|nice|interesting|fascinating|glad|fun|treat|joy|interested|inspiring|helpful|useful|wonderful|delight|delighted|obliged|touched|privilege|happy|fascinated|eye-opening|refreshing|intriguing|exciting|thrilled) "
    r"<8>(?:hear|hearing|heard|learn|learning|talk|talking|talks|speak|speaking|discuss|discussing|discussion|conversation|chat|chatting|see|seeing|watch|watching|visit|visiting|tour|walk|walking|show|showing|question|questions|meet|meeting|ride|riding|"
    r"lunch|trial|demo|demonstration|exercise|test|session|explanation|taste|tasting|look|looking|insight|insights|overview|interview|letting|opening|playing|taking|walkthrough|talk-through|coffee|tea|bringing|handing|answer|answers|answering|story|stories|exchange|debate|swapping|comparing|hour|afternoon|morning|time|minutes|welcome|spending|being|reading|trying|sharing|telling|giving|introducing|explaining|describing|inviting|going|playing|pouring|putting|asking|having|debating)",
    r"(?:seeing|hearing|watching|meeting|talking|speaking|learning|tasting|walking|standing|sitting|listening|holding|trying) (?:<8>)(?:was|made|reminded|has|will|is|gave|told|taught|convinced|worth)",
    r"we (?:<2>)(?:talked|spoke|discussed|agreed|laughed|looked|stood|walked|tasted|compared|touched|covered|went|saw|met|chatted|explored|debated|argued|swapped|drew|sat|watched|got|had|ended|found|sketched|spent|ran|solved|worked|tried|both|shared|exchanged)",
    r"(?:our|the) (?:<3>)(?:conversation|talk|chat|discussion|exchange|debate|argument|walk|tour|visit|tasting|demo|exercise|whiteboard|lunch|interview|meeting|call|trial|ride|hour|session)",
    r"(?:struck|impressed|fascinated|intrigued|moved|surprised|amused|inspired|heartened|delighted|charmed|won over|encouraged|touched|cheered|taken|captivated|stunned|relieved|reassured) (?:<1>)(?:by|that|at|with|to|when|how)",
    r"(?:stays?|stayed|stick|sticks|stuck|rings?|resonated|resonates|lingers?|lingered|remained|chimed?) (?:in|with|true) <2>(?:me|mind|head|true)?",
    r"(?:keep|kept|still|been|was|am|not|never) (?:<2>)(?:thinking|thought|turning|wondering|considered|wondered|laughing|smiling|picturing|chewing|seen|realised|realized|noticed|known|tasted|heard)",
    r"i (?:<2>)(?:laughed|loved|liked|enjoyed|noticed|admired|agree|came away|left|went home|walked out|understand now|see now|see why|now see|now understand|remember|recall|learned|learnt|saw|heard|felt at home|valued|appreciated|watched|tasted)",
    r"(?:letting|let|lets) me (?:<1>)\w+",
    r"(?:on|about|as for|regarding|back to|to return to) (?:the|your|that|those|our) (?=[\w' -]{3,40}[:,])",
    r"(?:answer|question|problem|challenge|task|puzzle|trouble|project|story|picture|idea|fact|thought|notion|thing|plan|decision|habit|rule|custom|trick) (?:of|about|that|with|is|to|behind|for)",
)


@cache
def _generic_stems() -> frozenset[str]:
    return frozenset(stem(word) for word in words_of(_GENERIC))


def specific(reading: Reading) -> Iterator[Finding]:
    """Nothing comes from this conversation: no talking point, and no reference to what was said, asked or shown."""
    if reading.kind != "thank_you":
        return
    if not (_uses_talking_point(reading) or _refers_back(reading)):
        message = "Mention something from the conversation itself: this could have been sent after any interview."
        yield Finding("specific", "warning", message)


def _common_ground(reading: Reading) -> set[str]:
    """Stems that prove nothing: generic ones, and those of the position, the company and the names."""
    context = reading.context
    own = (context.role, context.company, context.user_name, *context.contact, *context.strengths)
    return _generic_stems() | {each for text in own for each in stems_of(text)}


def _uses_talking_point(reading: Reading) -> bool:
    ground = _common_ground(reading)
    body = {stem(word): word for text in reading.texts for word in words_of(text)}
    return any(_matches(stems_of(point) - ground, body, reading) for point in reading.context.talking_points)


def _matches(point: set[str], body: dict[str, str], reading: Reading) -> bool:
    """Whether enough of a talking point's own words stand in the body: two, or one that can hardly be chance."""
    shared = point & body.keys()
    if len(shared) >= _ENOUGH_SHARED or (shared and len(point) <= _SHORT_POINT):
        return True
    dictionary = reading.dictionary
    return any(dictionary is None or dictionary.frequency(body[each]) < _RARE for each in shared)


def _refers_back(reading: Reading) -> bool:
    """Whether a phrase points at the conversation and then names something that not every conversation has."""
    proves_nothing = _common_ground(reading) | _opening_stems()
    for text in map(_LATER.remove, reading.texts):
        # What is telling may stand in the phrase itself, as in "our talk about looms".
        said = (text[match.start() :] for match in _THEY_SAID.finditer(text))
        occasions = (_before_oneself(text, match) for match in _OCCASION.finditer(text))
        if any(stems_of(words) - proves_nothing for words in (*said, *occasions)):
            return True
    return False


def _before_oneself(text: str, match: re.Match[str]) -> str:
    """What is said from the match on, up to where the writer comes in."""
    oneself = _ONESELF.search(text, match.end())
    return text[match.start() : oneself.start() if oneself else len(text)]


@cache
def _opening_stems() -> frozenset[str]:
    """Verbs and nouns of the references themselves, which alone tell nothing."""
    return frozenset(stem(word) for word in words_of(_OPENINGS))


_OPENINGS = """
said mentioned told asked showed described explained pointed raised suggested talked spoke shared walked gave points
remarks questions story ideas advice comments answer answers conversation chat discussion talk exchange tour visit walk
hour session interview meeting call impressed struck fascinated intrigued inspired resonated stayed mind head thinking
thought wondering kindness generous hospitality patience candor openness frankness honesty afternoon coffee tea lunch
pleasant fascinating informative productive thank grateful introduce welcome warm enjoyable insightful delightful
""" + " monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december"
