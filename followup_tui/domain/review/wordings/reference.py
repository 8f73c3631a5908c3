"""Wordings that refer back to a conversation."""

from followup_tui.domain.review.phrases import Phrases

# The writer talks of later, or offers to: nothing that was said.
LATER = Phrases(
    r"(?<!was )(?<!was so )(?<!was very )(?:would|will|shall|can|could|may|might|like|love|happy|glad|pleased|"
    r"delighted|hope|want|wish|eager|keen|ready|excited|forward) (?:to |be <3>)(?:<1>)(?:discuss|discussing|talk|"
    r"talking|hear|hearing|learn|learning|show|tell|speak|speaking|explain|see|seeing|meet|meeting|share|"
    r"ask)(?: [\w'-]+){0,14}",
    r"(?:if|should|whether) you (?:have|need|would|want|wish)(?: [\w'-]+){0,8}",
    r"(?:happy|glad|here|available) to answer(?: [\w'-]+){0,6}",
)
# The writer tells of an earlier working life, in which nobody of this conversation was.
OWN_PAST = Phrases(
    r"my (?:<2>)(?:employers?|jobs?|career|apprenticeship|training|degree|studies|thesis|internship|placement|school|"
    r"university|college|boss|resume|résumé|cv|working life)|my (?:last|previous|former|old|current|present|first|"
    r"second) <1>(?:posts?|positions?|roles?|place|company|firm|team|shop|kitchen|ward|ship|farm|workshop|garage|"
    r"office)",
    r"(?:for|over|than|spent|with|during|have|the (?:last|past)|those|these|of my|my) (?:<3>)(?:years|months|decades|"
    r"seasons|summers|winters)",
    r"(?:during|at|in|over) (?:that|those) (?:time|period|years|months|days|post|role|job|position)",
    r"(?:worked|work|working|trained|served|studied|graduated|qualified|employed|promoted|volunteered|apprenticed|"
    r"began|started) (?:<1>)(?:as|at|for|in|with|under|from)|since (?:19|20)\d\d|(?:when|while|"
    r"before) i was (?:<1>)(?:at|in|with|an?|the|working|training|studying)",
)
# … unless the reader or the occasion comes into the sentence.
SHARED = Phrases(
    r"you|yours?|yourself|we|us|ours?|yesterday|today|this (?:morning|afternoon|week)|last (?:week|night)|on (?:monday|"
    r"tuesday|wednesday|thursday|friday|saturday|sunday)|conversation|talk|chat|discussion|interview|visit|tour|"
    r"meeting|that one|like that"
)
# What every place is said to have before it, and every newcomer to do: pictures that show nothing.
SET_PHRASES = Phrases(
    r"(?:thanks|thank you|cheers) (?:so |ever )?(?:a|an awful|one) (?:million|billion|bunch|heap|ton|lot|great deal)|"
    r"(?:came away|left|went home|walked out|walked away|am|was|feel|felt|still) <1>(?:buzzing|beaming|glowing|"
    r"energi[sz]ed|smiling|floating|tingling|giddy|walking on air)",
    r"(?:heaps|loads|tons|bags|oodles|lots|piles|a (?:million|thousand|hundred|heap|ton)) (?:of )?thanks|thanks "
    r"(?:heaps|loads|tons|lots|ever so)",
    r"(?:[\w-]+ )?(?:road|path|way|journey|times?|days|chapters?|years|road ?map|challenges|future|horizons?) (?:that "
    r"(?:lies?|lay) |which (?:lies?|lay) )?ahead(?: of (?:you|it|them|us))?",
    r"(?:next|new|exciting|another) <1>(?:chapters?|frontiers?|horizons?|heights)|(?:bright|new|wide|broad|broader|"
    r"wider) horizons?|(?:big|bigger|bright|brighter) (?:picture|future|things|tomorrow)|from (?:day one|"
    r"the ground up|strength to strength|the get-go|the outset)|hit(?:ting)? the ground running|(?:bring|"
    r"bringing) to the table|second to none|(?:go|goes|going) the extra mile|wear(?:s|ing)? (?:many|several) hats|"
    r"cutting edge|cutting-edge|(?:leading|bleeding) edge|down to earth|down-to-earth|open doors?|open-door|"
    r"family feel(?:ing)?|like a family|(?:big|great|large|one) family|game changers?|game-changing|sky is the limit|"
    r"(?:raise|raising|set|setting) the bar|roadmap|road map|core values|ethos|dna|vibes?|ecosystem|trajectory|"
    r"footprint|heritage|pipeline of opportunities|exciting (?:things|plans|projects|times)",
)
# What opens a reference to something they said or did; what follows it must then be more than generic.
THEY_SAID = Phrases(
    r"you (?:had |have |also |just |so |kindly |first |then |once |both |all |even |rightly |first )*(?:said|say|"
    r"mentioned|told|tell|asked|ask|showed|shown|described|explained|pointed|raised|suggested|recommended|talked|"
    r"spoke|shared|warned|walked|took|gave|laughed|admitted|called|compared|outlined|sketched|demonstrated|"
    r"introduced|let|made|played|put|brought|quoted|stressed|named|promised|wondered|taught|poured|offered|drew|read|"
    r"spent|handed|opened|cooked|ran|explain|spelled|spelt|set|kept|answered|joked|hinted|touched|confessed|worried|"
    r"hoped|recounted|listed|feared|complained|emphasi[sz]ed|noted|remarked|observed|doubted|challenged|pressed|"
    r"pushed|invited|treated|fought|saved|stopped|stood|caught|started|were (?:right|honest|frank|candid|open|"
    r"worried|clear))",
    r"(?:as|what|how|why|everything|something|way|ways) you (?!need|want|wish|would|will|like|prefer|choose|decide|"
    r"think|please|may|might|can|could|know|see|requested)<2>[\w'-]+",
    r"your (?:<2>)(?:points?|remarks?|questions?|stor(?:y|ies)|ideas?|advice|comments?|description|account|"
    r"explanation|examples?|doubts?|tips?|candou?r|honesty|frankness|openness|views?|thoughts?|words?|plans?|vision|"
    r"jokes?|worr(?:y|ies)|concerns?|answers?|approach|suggestions?|insights?|picture|tales?|observations?|warning|"
    r"enthusiasm|passion|take|phrase|line|sketch|analogy|challenge|problem|dilemma|puzzle|experience|philosophy|way|"
    r"method|feedback|pitch|drawing|notes?|love|pride|memor(?:y|ies)|opinion|image|anecdotes?|recollections?|report|"
    r"rule|trick|habit|tour|tea|coffee|welcome)",
)
# What opens a reference to the occasion. What the writer goes on to say of themselves is none.
OCCASION = Phrases(
    r"(?:enjoyed|enjoy|loved|liked|thank you|thanks|grateful|appreciate|appreciated|pleasure|great|good|lovely|nice|"
    r"interesting|fascinating|glad|fun|treat|joy|interested|inspiring|helpful|useful|wonderful|delight|delighted|"
    r"obliged|touched|privilege|happy|fascinated|eye-opening|refreshing|intriguing|exciting|thrilled) <8>(?:hear|"
    r"hearing|heard|learn|learning|talk|talking|talks|speak|speaking|discuss|discussing|discussion|conversation|chat|"
    r"chatting|see|seeing|watch|watching|visit|visiting|tour|walk|walking|show|showing|question|questions|meet|"
    r"meeting|ride|riding|lunch|trial|demo|demonstration|exercise|test|session|explanation|taste|tasting|look|"
    r"looking|insight|insights|overview|interview|letting|opening|playing|taking|walkthrough|talk-through|coffee|tea|"
    r"bringing|handing|answer|answers|answering|story|stories|exchange|debate|swapping|comparing|hour|afternoon|"
    r"morning|time|minutes|welcome|spending|being|reading|trying|sharing|telling|giving|introducing|explaining|"
    r"describing|inviting|going|playing|pouring|putting|asking|having|debating)",
    r"(?:seeing|hearing|watching|meeting|talking|speaking|learning|tasting|walking|standing|sitting|listening|"
    r"holding|trying) (?:<8>)(?:was|made|reminded|has|will|is|gave|told|taught|convinced|worth)",
    r"we (?:<2>)(?:talked|spoke|discussed|agreed|laughed|looked|stood|walked|tasted|compared|touched|covered|went|"
    r"saw|met|chatted|explored|debated|argued|swapped|drew|sat|watched|got|had|ended|found|sketched|spent|ran|solved|"
    r"worked|tried|both|shared|exchanged)",
    r"(?:our|the) (?:<3>)(?:conversation|talk|chat|discussion|exchange|debate|argument|walk|tour|visit|tasting|demo|"
    r"exercise|whiteboard|lunch|interview|meeting|call|trial|ride|hour|session)",
    r"(?:struck|impressed|fascinated|intrigued|moved|surprised|amused|inspired|heartened|delighted|charmed|won over|"
    r"encouraged|touched|cheered|taken|captivated|stunned|relieved|reassured) (?:<1>)(?:by|that|at|with|to|when|how)",
    r"(?:stays?|stayed|stick|sticks|stuck|rings?|resonated|resonates|lingers?|lingered|remained|chimed?) (?:in|with|"
    r"true) <2>(?:me|mind|head|true)?",
    r"(?:keep|kept|still|been|was|am|not|never) (?:<2>)(?:thinking|thought|turning|wondering|considered|wondered|"
    r"laughing|smiling|picturing|chewing|seen|realised|realized|noticed|known|tasted|heard)",
    r"(?:the|your|that|those) <6>(?:followed|follows|haunts?|haunted|kept) me <1>(?:home|awake|since|all|into|ever)|"
    r"(?:before|in front of) my eyes",
    r"i (?:<2>)(?:laughed|loved|liked|enjoyed|noticed|admired|agree|came away|left|went home|walked out|"
    r"understand now|see now|see why|now see|now understand|remember|recall|learned|learnt|saw|heard|felt at home|"
    r"valued|appreciated|watched|tasted)",
    r"(?:did not know|had no idea|never knew|would (?:not|never) have (?:guessed|thought)|had <1>(?:not|never) "
    r"(?:realised|realized|known|imagined|heard)) <1>(?:that|how|what|why|of|about|anybody|anyone|one)",
    r"the (?:way|moment|sight|sound|smell|taste) (?=[\w'-])|(?:telling|told|tell) (?:everyone|everybody|people|my) "
    r"<2>about",
    r"(?:letting|let|lets) me (?:<1>)\w+",
    r"(?:^(?:and |but )?(?:on|about|as for|regarding)|back to|to return to) (?:the|your|that|those|our) "
    r"(?=[\w' -]{3,40}[:,])",
    r"(?:answer|question|problem|challenge|task|puzzle|riddle|tale|joke|anecdote|exercise|remark|comment|description|"
    r"account|sketch|drawing|photo|photograph|demonstration|example|lesson|trouble|project|story|picture|idea|fact|"
    r"thought|notion|thing|plan|decision|habit|rule|custom|trick) (?:of|about|that|with|is|behind|for)",
)
