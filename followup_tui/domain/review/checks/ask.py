"""`ask`: a question the reader can answer, and not too many of them (G3, G4)."""

from collections.abc import Iterator

from followup_tui.domain.review.model import Finding
from followup_tui.domain.review.phrases import Phrases
from followup_tui.domain.review.reading import Reading

_STATUS_KINDS = frozenset(("status_check", "application_check"))
_MOST_QUESTIONS = 2

# Something is asked or requested.
_REQUEST = Phrases(
    r"(?:could|would|can|may|might|will) (?:you|i|we|someone|anyone|somebody)",
    r"(?:please|kindly|do) <2>(?:let|tell|advise|inform|confirm|share|say|update|send|give|drop|keep|write|call|bear|point)",
    r"let me (?:know|have)",
    r"keep me (?:posted|updated|informed|in the loop)",
    r"(?:wonder|wondering|wondered|curious|inquire|enquire|inquiring|enquiring|ask|asking|inquiry|enquiry|query|check|checking|see|know|find out|learn|hear|understand|following up|follow up|touch base|touching base) <3>"
    r"(?:if|whether|when|how|where|what|about|on|after|as to|regarding|for|which|who|of|anything|something|more|any|the|from|by|back|soon|again|at|with)",
    r"(?:glad|grateful|happy|pleased|delighted|obliged|thankful|good|helpful|great|kind|lovely|like|love|appreciate|welcome|hope|hoping|keen|eager|interested|want|wanted|help me) <4>"
    r"(?:hear|know|learn|hearing|knowing|learning|told|update|updates|news|word|idea|line|sense|indication|information|timeline|timescale|timeframe|answer|status|find out|understand|informed|see)",
    r"(?:any|some) <2>(?:news|update|updates|word|idea|progress|movement|decision|developments?|chance|thoughts?|light|indication|information|feedback)",
    r"look(?:ing)? forward to <2>(?:hearing|learning|knowing|receiving|getting) <3>(?:about|on|how|when|what|whether|regarding|of your|an update|the (?:outcome|result|decision|next))",
    r"(?:a|one|short|quick|brief|word|line|note|update|hint) <3>(?:would|will) (?:<1>)(?:be|help|do|mean|suffice)",
)
# What a status check asks about.
_STATUS = Phrases(
    r"status|stand|stands|standing|timeline|timelines|timetable|timescales?|timeframes?|time frame|schedule|calendar",
    r"next (?:<1>)(?:steps?|stage|stages|round|rounds|phase)|(?:happens|comes|follows|come|happen) (?:next|now|after)|what (?:is|comes|happens) next|second (?:round|stage|interviews?)",
    r"(?:decision|decisions|decide|decides|decided|deciding|choose|chosen|choosing|choice|conclusion|selection|selected|verdict|outcome|result|results|pick|picked|make up your mind|made up your mind)",
    r"(?:news|update|updates|word|progress|progressing|progressed|movement|developments?|latest|any idea)",
    r"(?:process|search|recruitment|hiring|round|shortlist|shortlisting|short list|short-list|shortlisted|longlist|first cut|sift|interviews|competition|panel|committee|board|trustees|hunt|applications?|application|cv|resume|résumé|candidacy|paperwork)",
    r"(?:still|yet|already) <4>(?:open|available|vacant|filled|taken|looking|considering|considered|interviewing|running|going|free|in (?:the|with)|on (?:the )?(?:cards|list|track|course)|plan|planned|gone)",
    r"(?:been|be|is|are|was|get|got) (?:<1>)(?:filled|filling|taken|settled|sorted|moving|moved|reached|made|read|reading|received|arrived|reviewed|considered|hiring|taking on|interviewing|seeing|starting|going ahead|drawn up|in the running)",
    r"(?:when|how soon|how long|by when|what date|which week|what day|whether) <6>(?:hear|know|expect|begin|start|be in touch|decide|decides|meet|meets|sits?|likely|hope|move|filled|plan|call|might|return|be)",
    r"(?:how|where) (?:<4>)(?:is|are|was|going|goes|getting|coming|far|along|things|matters|it|stand|you|we|land|landed|got)",
    r"(?:moving|move|moved|going|go|take|taking) (?:<2>)(?:forward|ahead|further|on)|(?:in|out of) the running|(?:with|in|have|got|stand) (?:<1>)(?:with )?a chance|made (?:it|the cut)|hear back|heard back|be hearing|(?:am|was) i (?:<2>)(?:in|on|out|through)",
    r"(?:arrive|arrived|reach|reached|receive|received|come through|got there|safely)",
    r"(?:who|whom|someone|anybody|anyone|somebody) (?:<5>)(?:taking on|hired|hire|hiring|chosen|appointed|appoint|found|offered|got it|going with)|filled|fill (?:it|the|this)",
    r"(?:land|landed|leaning|leanings|lie of the land|state of play|how things are|the wind)",
)
# Offers of help that look like requests.
_NO_STATUS = Phrases(
    r"(?:let me know|tell me|say|ask|write|call|get in touch|contact me|please do|just say) <2>(?:(?:if|whether|should) <1>(?:you (?!have (?:made|reached|come|decided|chosen|filled|had|any (?:news|update|word))|made|reached|decided|expect|hope|"
    r"plan|intend|will|might|are (?:still|likely|planning|hoping|moving|able to)|would like to (?:move|see me)|still)|there (?:is|are) (?!any (?:news|update|word|progress|movement)|still|a decision|news)|i can|i could|i may|"
    r"any (?!news|update|word|progress|decision)|anything|further|more|additional|other|it would|that would)|what (?:else|other|more|further|additional))"
    r"(?: [\w'-]+){0,16}",
    r"(?:hope|hoping|trust) (?:that )?(?:you|this|all|everything|the \w+) (?:<1>)(?:is|are|finds?|has|have|had|went|goes)(?: [\w'-]+){0,10}",
    r"look(?:ing)? forward to (?:hearing|your (?:<1>)(?:reply|response|answer|call|news|decision))(?: (?:from|back from) you)?(?: [\w'-]+){0,2}",
    r"thank you for (?:<2>)(?:considering|consideration|reading|your time|looking)(?: [\w'-]+){0,6}",
    r"(?:would|will|can|could|to) (?:be )?(?:<2>)(?:help|assist|useful|of use|support|aid|inform|speed|ease) (?:<2>)(?:your|the|you|with your|with the|in your) (?:<1>)(?:decision|process|choice|deliberations?|selection)",
)
_STANDALONE = Phrases(
    r"(?:any|some) <2>(?:news|update|updates|word|progress|movement|developments)",
    r"where (?:did|do|does|have|are) (?:you|we|i|things|it|matters) (?:<1>)(?:land|landed|stand|at|got to|got)",
    r"when (?:will|would|do|does|can|could|might|may|should|are) (?:<3>)(?:hear|know|decide|expect|be in touch|be deciding|choose|choosing|deciding|meet)",
    r"(?:how|where) (?:are|is|do) (?:things|it|that|matters|the \w+|my \w+) (?:<1>)(?:going|looking|stand|progressing|coming|getting|at)",
    r"what (?:is|are|happens|comes|will|would|should) (?:<2>)(?:next|the (?:next|status|latest|timeline|plan|timetable|state))",
    r"(?:has|have) (?:<4>)(?:decided|met|chosen|filled|picked|settled|made|been (?:filled|made|taken|settled|reached))",
    r"(?:is|am|are) (?:<4>)(?:still )?(?:open|available|in the running|being considered|under consideration|on track|up for grabs|free|vacant|going)",
)


def ask(reading: Reading) -> Iterator[Finding]:
    """Nothing is asked that should be, or more is asked than anybody answers."""
    if reading.kind in _STATUS_KINDS and not any(_asks_for_status(text) for text in reading.texts):
        message = "Ask what you want to know: how it stands, when they decide, or what comes next."
        yield Finding("ask", "warning", message)
    elif reading.kind == "rejection_reply" and not any(_asks_for_feedback(text) for text in reading.texts):
        yield Finding("ask", "warning", "Ask for feedback: what could you do better another time?")
    elif reading.letter.masked.count("?") > _MOST_QUESTIONS:
        place = _last_question(reading)
        yield Finding("ask", "warning", f"Ask at most {_MOST_QUESTIONS} questions: more are seldom answered.", place)


def _last_question(reading: Reading) -> tuple[int, int]:
    place = reading.letter.masked.rindex("?")
    return (place, place + 1)


# Questions that want nothing from the process: pleasantries, and offers of more.
_ASIDE = Phrases(
    r"how (?:are|were|was|is) (?:<1>)(?:you|your (?:<1>)(?:week|weekend|holidays?|trip|summer|winter|christmas|easter|day|family|team)|everyone|everybody|life|the (?:weekend|weather|family|trip|holiday))",
    r"(?:did|have|had) (?:you|your team) (?:<2>)(?:a (?:good|nice|lovely|great|pleasant)|enjoy|get away|survive)|(?:good|nice|lovely) (?:weekend|holiday|week|trip)",
    r"(?:is|was|are) there (?:anything|something|any (?:other|further|more|additional)) <4>(?:i can|i could|you need|you require|i should|from me|from my|missing|else|documents?|information|materials?)",
    r"(?:would|could|do|should|shall|can|may|might) (?:you|i|it) <2>(?:need|require|like me to|want me to|like (?:any|more|another|further|a copy|to see (?:more|my|some|the))|send|bring|provide|supply|help if|be (?:useful|helpful) if|forward|drop off|add|share|offer|come (?:in|by|and))",
)
_HINTS_AT_STATUS = Phrases(
    r"(?:wonder|wondering|wondered|curious|asking myself) <2>(?:if|whether|when|how|where|what|who)",
    r"(?:an?|any|some|whatever) <2>(?:update|news|word|idea|inkling|indication|sense|timeline|time frame|timeframe|timescale) <9>(?:would|glad|welcome|welcomed|grateful|appreciate|appreciated|please|happy|delighted|help|kind|hear)",
    r"(?:glad|grateful|happy|delighted|love|like|appreciate|welcome|hoping for|hope for|eager for|keen for) <4>(?:update|news|word|idea|inkling|indication|sense of|timeline|time frame|timeframe|timescale)",
    r"(?:put|keep) me (?:out of|in the (?:loop|picture))|(?:in|into) the (?:loop|picture)|(?:give|send|drop|write|spare) me <3>(?:idea|line|word|sense|nod|hint|shout|note|clue|indication|ring|call|buzz)",
    r"(?:please|kindly) (?:respond|reply|get back|confirm|advise|update|come back to me)|(?:need|want|require|expect|await|awaiting) <2>(?:decision|answer|reply|response|update|confirmation)",
    r"(?:keep|keeping) me (?:posted|updated|informed|abreast)|(?:tell|let) me (?:know )?(?:<1>)(?:where|how|when|whether|if (?:i|the|there|you have|my|it)|who|what)",
    r"(?:checking|check|following|follow|touching|inquiring|enquiring|inquire|enquire|asking|ask) <1>(?:in|up|base|about|after|on|as to|regarding)(?! (?:me|with you about my own))",
    r"(?:look(?:ing)? forward to|await|awaiting|hope(?: to)?|hoping(?: to)?) <3>(?:learn|learning|hear|hearing|news|word) <4>(?:what|when|whether|how|next|decision|timeline|stage|step|steps|status)",
)


def _asks_for_status(text: str) -> bool:
    """Whether the sentence asks how things stand. Of the questions, only the plainest asides do not."""
    asked = _NO_STATUS.remove(text)
    if "?" in text and asked.strip(" ?.!") and (asked not in _ASIDE or asked in _STANDALONE or _ASIDE.remove(asked) in _STATUS):
        return True
    return (asked in _REQUEST and asked in _STATUS) or asked in _HINTS_AT_STATUS


_FEEDBACK = Phrases(
    r"feedback|feed back|pointers?|criticisms?|critique|constructive|advice|advise|tips?|suggestions?|guidance|steer",
    r"(?:thoughts?|impressions?|opinion|view|views|assessment|honest \w+|insights?|comments?|remarks|observations?|reflections) <3>(?:on|of|about|into|regarding|as to|how|where|why|for|would)",
    r"(?:what|where|how|anything|something|one thing|which|areas?|things?|ways?|whether|if) <8>(?:better|improve|improved|differently|strengthen|stronger|fell short|fall short|fallen short|falls short|lacked|lacking|lacks|lack|missing|missed|"
    r"short|weak|weaker|weakest|weakness|weaknesses|wrong|let me down|let down|worked on|work on|develop|brush up|polish|sharpen|prepare|change|changed|learn|grow|tipped|tip|decided|decisive|swung|turned|counted|cost me|against me|stood out|set <1>apart|made the difference|"
    r"could have|might have|should have|held me back|the other candidate|the other|they had|he had|she had|convinced|unconvinced|persuade|persuaded|underwhelmed|gap|gaps|mark|held against|fix|mend|practise|practice)",
    r"(?:why|what) (?:<2>)(?:not|was not|were not|did not|i was|you chose|you decided|you went|tipped|tip|decided it|swung it|settled it|made (?:up )?your)",
    r"(?:room for|areas? (?:for|of|to|where)|scope for|space for) (?:<1>)(?:improve|improvement|growth|development|work)",
    r"(?:lessons?|learn from (?:this|it|my)|weak (?:points?|spots?)|shortcomings?|blind spots?|mistakes?|how i (?:came across|did|fared|performed|could|might|can))",
)
_FEEDBACK_REQUEST = Phrases(
    r"(?:could|would|can|may|might|will) (?:you|i|we|someone)",
    r"(?:please|kindly|do) <2>(?:let|tell|advise|share|say|send|give|drop|point|feel|be)",
    r"(?:let|tell|telling|share|sharing|spare|give|giving|offer|point|send|drop) (?:me|with me|us|a|any|some|your)",
    r"(?:would|should|could|will) <4>(?:appreciate|welcome|value|love|like|be|help|treasure|cherish|mean|prefer|sooner|take|do)",
    r"(?:appreciate|welcome|welcomed|value|love|treasure|glad|grateful|gratefully|happy|thankful|open to|keen|eager|hope|hoping|ask|asking|wonder|wondering|wondered|curious|like|request|seek|interested|want|wish|obliged|all ears|help me|helpful|useful|invaluable|anything|any|if you (?:have|can|could|would|are|were|had|ever|saw|noticed)|should you|if there (?:is|was|were)|is there|was there|were there|do you have|did i)",
)
_GIVEN = Phrases(
    r"(?:thank you|thanks|grateful(?: to you)?|appreciate|appreciated|thankful|enjoyed|valued) (?:<3>)(?:for |of |the |your |such |so |all )*(?:<5>)(?:feedback|advice|pointers|tips|suggestions|comments|criticism|critique|guidance|insights?|thoughts|views?)(?! (?:you (?:can|could|may|might|would|are able)|that you (?:can|could|may|might)))",
    r"(?:your|the) (?:<2>)(?:feedback|advice|comments|pointers|criticism|tips|suggestions|guidance) (?:<1>)(?:was|were|is|has|have|helped|stung|hit|gave|made|meant|from|on my|you (?:gave|sent|shared|offered|already))",
)


# What one may ask after a refusal that is no question about how one did.
_OTHER_QUESTION = Phrases(
    r"(?:keep|stay|be|remain) in (?:<1>)(?:touch|contact|mind)|on file|(?:keep|hold|bear|have|consider|think of|remember|call|contact|ring) (?:on )?(?:me|my|us)|connect|linkedin|(?:write|wrote|apply|applied|call|called|come|came|try|tried|visit|talk|speak|reach(?:ed)? out|get in touch|got in touch) <4>(?:again|back|another|next (?:year|time|season|spring|summer|autumn)|in (?:the )?(?:spring|summer|autumn|winter|year|future))",
    r"(?:other|another|further|future|similar|new|more|any) <1>(?:roles?|posts?|positions?|openings?|vacanc(?:y|ies)|places?|jobs?|opportunit(?:y|ies)|projects?|teams?|departments?)|final|reconsider|change your mind|(?:expenses|reimburse|refund|portfolio back|return my|send (?:me )?back)|reapply",
    r"(?:who|whom) (?:<2>)(?:got|did you|have you|was|chosen|hired)|is (?:that|this|it) (?:<1>)(?:all|it|how|what|your|a joke|the thanks)|(?:do|did|are|have|would|could) you (?:<2>)(?:even|ever|really|honestly|think|expect|believe|sure|know (?:how|what it))",
)
_LISTENS = Phrases(
    r"(?:all ears|open to (?:hearing|any|your|every|all)|(?:take|taking|take it) (?:<2>)(?:to heart|on the chin|on board)|not (?:take offen[cs]e|mind hearing)|be (?:as )?(?:frank|blunt|honest|candid|brutal) (?:with|as))",
    r"(?:if|whatever|anything) you (?:<2>)(?:noticed|noted|saw|think|thought|felt|spotted|observed|can (?:tell|share|say|offer|pass on)|could (?:tell|share|say|offer|pass on)|have (?:noticed|for me|to say)|care to|are (?:willing|able|free|allowed) to (?:say|tell|share))",
)
_WOULD_WELCOME = Phrases(r"(?:would|should|could|will|might) <3>(?:appreciate|be <2>(?:grateful|thankful|glad|happy|obliged)|value|welcome|love|like)")


def _asks_for_feedback(text: str) -> bool:
    asked = text if text in _WOULD_WELCOME else _GIVEN.remove(text)
    if "?" in asked and asked not in _ASIDE and asked not in _OTHER_QUESTION:
        return True
    return (asked in _FEEDBACK and ("?" in asked or asked in _FEEDBACK_REQUEST)) or asked in _LISTENS
