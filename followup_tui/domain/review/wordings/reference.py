"""Wordings that refer back to a conversation."""

from followup_tui.domain.review.phrases import Phrases

# The writer talks of later, or offers to: nothing that was said.
LATER = Phrases(
    r"(?:would|will|shall|can|could|may|might|like|love|happy|glad|pleased|delighted|hope|want|wish|eager|keen|"
    r"ready|excited|forward) "
    r"(?:to |be <3>)(?:<1>)(?:discuss|discussing|talk|talking|hear|hearing|learn|learning|show|tell|speak|"
    r"speaking|explain|see|seeing|meet|meeting|share|ask)(?: [\w'-]+){0,14}",
    r"(?:if|should|whether) you (?:have|need|would|want|wish)(?: [\w'-]+){0,8}",
    r"(?:happy|glad|here|available) to answer(?: [\w'-]+){0,6}",
)
# What opens a reference to something they said or did; what follows it must then be more than generic.
THEY_SAID = Phrases(
    r"you (?:had |have |also |just |so |kindly |first |then |once |both |all |even |rightly |first )*(?:said|say|"
    r"mentioned|told|tell|asked|ask|showed|shown|described|explained|pointed|raised|suggested|recommended|"
    r"talked|spoke|shared|warned|walked|took|gave|laughed|admitted|called|compared|outlined|sketched|demonstrated|"
    r"introduced|let|made|played|put|brought|quoted|stressed|named|promised|wondered|"
    r"taught|poured|offered|drew|read|spent|handed|opened|cooked|ran|explain|spelled|spelt|set|kept|answered|"
    r"joked|hinted|touched|confessed|worried|hoped|recounted|listed|feared|complained|emphasi[sz]ed|noted|"
    r"remarked|observed|doubted|challenged|pressed|pushed|invited|treated|fought|saved|stopped|stood|caught|"
    r"started|were (?:right|honest|frank|candid|open|worried|clear))",
    r"(?:as|what|how|why|everything|something|way|ways) you (?!need|want|wish|would|will|like|prefer|choose|"
    r"decide|think|please|may|might|can|could|know|see|requested)<2>[\w'-]+",
    r"your (?:<2>)(?:points?|remarks?|questions?|stor(?:y|ies)|ideas?|advice|comments?|description|account|"
    r"explanation|examples?|doubts?|tips?|candou?r|honesty|frankness|openness|views?|thoughts?|words?|plans?|"
    r"vision|jokes?|worr(?:y|ies)|concerns?|answers?|approach|suggestions?|insights?|picture|tales?|observations?|"
    r"warning|enthusiasm|passion|take|phrase|line|sketch|analogy|challenge|problem|dilemma|puzzle|experience|"
    r"philosophy|way|method|feedback|pitch|drawing|notes?|love|pride|memor(?:y|ies)|opinion|image|anecdotes?|"
    r"recollections?|report|rule|trick|habit|tour|tea|coffee|welcome)",
)
# What opens a reference to the occasion. What the writer goes on to say of themselves is none.
OCCASION = Phrases(
    r"(?:enjoyed|enjoy|loved|liked|thank you|thanks|grateful|appreciate|appreciated|pleasure|great|good|lovely|"
    r"nice|interesting|fascinating|glad|fun|treat|joy|interested|inspiring|helpful|useful|wonderful|delight|"
    r"delighted|obliged|touched|privilege|happy|fascinated|eye-opening|refreshing|intriguing|exciting|thrilled) "
    r"<8>(?:hear|hearing|heard|learn|learning|talk|talking|talks|speak|speaking|discuss|discussing|discussion|"
    r"conversation|chat|chatting|see|seeing|watch|watching|visit|visiting|tour|walk|walking|show|showing|question|"
    r"questions|meet|meeting|ride|riding|"
    r"lunch|trial|demo|demonstration|exercise|test|session|explanation|taste|tasting|look|looking|insight|"
    r"insights|overview|interview|letting|opening|playing|taking|walkthrough|talk-through|coffee|tea|bringing|"
    r"handing|answer|answers|answering|story|stories|exchange|debate|swapping|comparing|hour|afternoon|morning|"
    r"time|minutes|welcome|spending|being|reading|trying|sharing|telling|giving|introducing|explaining|describing|"
    r"inviting|going|playing|pouring|putting|asking|having|debating)",
    r"(?:seeing|hearing|watching|meeting|talking|speaking|learning|tasting|walking|standing|sitting|listening|"
    r"holding|trying) (?:<8>)(?:was|made|reminded|has|will|is|gave|told|taught|convinced|worth)",
    r"we (?:<2>)(?:talked|spoke|discussed|agreed|laughed|looked|stood|walked|tasted|compared|touched|covered|went|"
    r"saw|met|chatted|explored|debated|argued|swapped|drew|sat|watched|got|had|ended|found|sketched|spent|ran|"
    r"solved|worked|tried|both|shared|exchanged)",
    r"(?:our|the) (?:<3>)(?:conversation|talk|chat|discussion|exchange|debate|argument|walk|tour|visit|tasting|"
    r"demo|exercise|whiteboard|lunch|interview|meeting|call|trial|ride|hour|session)",
    r"(?:struck|impressed|fascinated|intrigued|moved|surprised|amused|inspired|heartened|delighted|charmed|"
    r"won over|encouraged|touched|cheered|taken|captivated|stunned|relieved|reassured) (?:<1>)(?:by|that|at|with|"
    r"to|when|how)",
    r"(?:stays?|stayed|stick|sticks|stuck|rings?|resonated|resonates|lingers?|lingered|remained|chimed?) (?:in|"
    r"with|true) <2>(?:me|mind|head|true)?",
    r"(?:keep|kept|still|been|was|am|not|never) (?:<2>)(?:thinking|thought|turning|wondering|considered|wondered|"
    r"laughing|smiling|picturing|chewing|seen|realised|realized|noticed|known|tasted|heard)",
    r"i (?:<2>)(?:laughed|loved|liked|enjoyed|noticed|admired|agree|came away|left|went home|walked out|"
    r"understand now|see now|see why|now see|now understand|remember|recall|learned|learnt|saw|heard|felt at home|"
    r"valued|appreciated|watched|tasted)",
    r"(?:letting|let|lets) me (?:<1>)\w+",
    r"(?:on|about|as for|regarding|back to|to return to) (?:the|your|that|those|our) (?=[\w' -]{3,40}[:,])",
    r"(?:answer|question|problem|challenge|task|puzzle|trouble|project|story|picture|idea|fact|thought|notion|"
    r"thing|plan|decision|habit|rule|custom|trick) (?:of|about|that|with|is|to|behind|for)",
)
