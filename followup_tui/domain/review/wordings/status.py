"""Wordings with which people ask how an application stands."""

from followup_tui.domain.review.phrases import Phrases

# Something is asked or requested.
REQUEST = Phrases(
    r"(?:could|would|can|may|might|will) (?:you|i|we|someone|anyone|somebody)",
    r"(?:please|kindly|do) <2>(?:let|tell|advise|inform|confirm|share|say|update|send|give|drop|keep|write|call|bear|"
    r"point)",
    r"let me (?:know|have)",
    r"keep me (?:posted|updated|informed|in the loop)",
    r"(?:wonder|wondering|wondered|curious|inquire|enquire|inquiring|enquiring|ask|asking|inquiry|enquiry|query|"
    r"check|checking|see|know|find out|learn|hear|following up|follow up|touch base|touching base) <3>(?:if|whether|"
    r"when|how|where|what|about|on|after|as to|regarding|for|which|who|of|anything|something|more|any)",
    r"(?:glad|grateful|happy|pleased|delighted|obliged|thankful|good|helpful|great|kind|lovely|like|love|appreciate|"
    r"welcome|hope|hoping|keen|eager|interested|want|wanted|help me) <4>(?:hear|know|learn|hearing|knowing|learning|"
    r"told|update|updates|news|word|idea|line|sense|indication|information|timeline|timescale|timeframe|answer|"
    r"status|find out|understand|informed|see|confirmation|confirm|receipt)",
    r"(?:(?:make|making|be) (?:quite |really )?(?:sure|certain)|check|checking) <1>(?:my|the|it|everything|all)",
    r"(?:hoping|hoped|wish) (?:that )?(?:someone|somebody|anyone|anybody|you|one of you|the \w+) (?:might|may|could|"
    r"would|has|have|had)",
    r"(?:any|some) <2>(?:news|update|updates|word|idea|progress|movement|decision|developments?|chance|thoughts?|"
    r"light|indication|information|feedback)",
    r"(?:request|beg|pray|ask) you to <1>(?:tell|say|inform|write|let|give)|(?:ask|know|hear|learn) (?:for |"
    r"about )?the (?:results?|decision|outcome|status|answer)|waiting to (?:know|hear|learn)|^(?:how|what|when|"
    r"where) (?:is|about|are)",
    r"(?:you )?(?:must|have to|should|need to) <1>(?:tell|say(?: to)?|let|inform|write)(?: to)? me",
    r"look(?:ing)? forward to <2>(?:hearing|learning|knowing|receiving|getting) <3>(?:about|on|how|when|what|whether|"
    r"regarding|of your|an update|the (?:outcome|result|decision|next))",
    r"(?:request|requesting|requests?|seek|seeking|after) <2>(?:updates?|news|word|information|status|response|answer)|"
    r"(?:would|is) it <1>(?:be )?(?:possible|all right|ok|okay|too early|too soon) <2>to (?:know|hear|learn|have|get|"
    r"find|ask|be)",
    r"(?:respond|reply|revert|write back|get back|come back)(?: to me)? <2>(?:about|on|regarding|concerning|as to)",
    r"(?:a|one|short|quick|brief|word|line|note|update|hint|pointer|clue) <8>(?:would|will) <1>(?:be|help|do|mean|"
    r"suffice|make (?:my|me|all|it)|"
    r"set|put|save|ease)",
)
# What a status check asks about.
STATUS = Phrases(
    r"(?:state|stage|point) (?:of|at|in|has|the)|procedures?",
    r"status|stand|stands|standing|timeline|timelines|timetable|timescales?|timeframes?|time frame|schedule|calendar",
    r"next (?:<1>)(?:steps?|stage|stages|round|rounds|phase)|(?:happens|comes|follows|come|happen) (?:next|now|"
    r"after)|what (?:is|comes|happens) next|second (?:round|stage|interviews?)",
    r"(?:decision|decisions|decide|decides|decided|deciding|choose|chosen|choosing|choice|conclusion|selection|"
    r"selected|verdict|outcome|result|results|pick|picked|(?:make|made) up your minds?)",
    r"(?:news|update|updates|word|progress|progressing|progressed|movement|developments?|latest|any idea)",
    r"(?:process|search|recruitment|hiring|round|shortlist|shortlisting|short list|short-list|shortlisted|longlist|"
    r"first cut|sift|interviews|competition|panel|committee|board|trustees|hunt|applications?|application|cv|resume|"
    r"résumé|candidacy|paperwork)",
    r"(?:still|yet|already) <4>(?:open|available|vacant|filled|taken|looking|considering|considered|interviewing|"
    r"running|going|free|in (?:the|with)|on (?:the )?(?:cards|list|track|course)|plan|planned|gone)",
    r"(?:been|be|is|are|was|get|got) (?:<1>)(?:filled|filling|taken|settled|sorted|moving|moved|reached|made|read|"
    r"reading|received|arrived|reviewed|considered|hiring|taking on|interviewing|seeing|starting|going ahead|"
    r"drawn up|in the running)",
    r"(?:when|how soon|how long|by when|what date|which week|what day|whether) <6>(?:hear|know|expect|begin|start|"
    r"be in touch|decide|decides|meet|meets|sits?|likely|hope|move|filled|plan|call|might|return|be)",
    r"(?:how|where) (?:<4>)(?:is|are|was|going|goes|getting|coming|far|along|things|matters|it|stand|you|we|land|"
    r"landed|got)",
    r"(?:moving|move|moved|going|go|take|taking) (?:<2>)(?:forward|ahead|further|on)|(?:in|out of) the running|"
    r"(?:with|in|have|got|stand) (?:<1>)(?:with )?a chance|made (?:it|the cut)|hear back|heard back|be hearing|(?:am|"
    r"was) i (?:<2>)(?:in|on|out|through)",
    # "whether the merit list has been finalised": whatever it is, it is how things are there.
    r"whether (?:the|there|this|that|it|my|any|your|an?|they|he|she|you (?:have|had|are|were|still|will|now)) <8>"
    r"(?:has|have|had|is|are|was|were|will|still|been|remains?|holds?)",
    # In the English of those whose first language is another one.
    r"(?:have|has|had|got|be|is|came|come) <2>(?:answers?|replies|reply|responses?|results?)(?! to\b)|"
    r"yes or (?:a )?no|what is (?:now|new)(?= ?[.,;?!]|$)|(?:what|how) (?:is|will be|goes|it goes) <1>(?:with|about|"
    r"of) (?:my|the|me\b)|(?:how|where) (?:it|this|that|things?) (?:is|are|stays?|stands?|looks?|goes)|(?:my|"
    r"the) situation|about the (?:job|place|post|work)",
    r"(?:day|date|week|time) <1>(?:by|on|in) (?:which|when)|by which|(?:whether|if) i <1>(?:have|got|get) the",
    r"(?:confirmation|receipt|arrive|arrived|reach|reached|receive|received|come through|got there|safely)",
    r"(?:who|whom|someone|anybody|anyone|somebody) (?:<5>)(?:taking on|hired|hire|hiring|chosen|appointed|appoint|"
    r"found|offered|got it|going with)|filled|fill (?:it|the|this)",
    r"had (?:a|the|any|some|enough|your) <1>(?:chance|time|moment|opportunity|minute|leisure) (?:yet )?to|"
    r"had time (?:yet )?to|(?:has|have|had|been) <2>(?:looked|look|read|seen|gone|got|gotten|glanced|leafed|"
    r"opened) <1>(?:at|into|over|through|round to|around to|as far as|it|them|my|mine)|(?:reached|crossed|come across|"
    r"landed on|got to) <1>(?:the|your|anybody's|anyone's|somebody's|someone's) <1>(?:desk|table|hands?|inbox|pile)",
    r"(?:land|landed|leaning|leanings|lie of the land|state of play|how things are|the wind)",
)
# Offers of help that look like requests.
NO_STATUS = Phrases(
    # What the writer would have done is asked of nobody: "I keep asking myself how I would have wired the dome".
    r"(?:ask|asked|asking|wonder|wondering|wondered)(?: myself)? <1>(?:how|what|whether|if|where|why|which <1>) i "
    r"(?:would|could|should|might) have (?!heard|had|received|been|got|gotten|missed|overlooked|misread|misunderstood|"
    r"an?|any|some|the|to|news)(?: [\w'-]+){0,16}",
    r"(?:ask|asked|asking)(?: myself) <1>(?:how|what|where|why|which <1>) i (?:would|could|should|might|can|want|will) "
    r"(?!hear|know|learn|expect|find out|stand|do next)(?:[\w'-]+ ?){1,16}",
    r"(?:let me know|tell me|say|(?<!to )ask|write|call|get in touch|contact me|please do|just say) <2>(?:(?:if|"
    r"whether|should) <1>(?:you (?!already|have (?:an? (?:answer|result)|made|reached|come|decided|chosen|filled|had|"
    r"any (?:news|update|word))|made|reached|decided|expect|hope|plan|intend|will|might|are (?:still|likely|planning|"
    r"hoping|moving|able to)|would like to (?:move|see me)|still)|there (?:is|are) (?!any (?:news|update|word|"
    r"progress|movement)|still|a decision|news)|i can|i could|i may|any (?!news|update|word|progress|decision)|"
    r"anything|further|more|additional|other|it would|that would)|what (?:else|other|more|further|"
    r"additional))(?: [\w'-]+){0,16}",
    r"(?:hope|hoping|trust) (?:that )?(?:you|this|all|everything|the \w+) (?:<1>)(?:is|are|finds?|has|have|had|went|"
    r"goes)(?: [\w'-]+){0,10}",
    r"look(?:ing)? forward to (?:hearing|your (?:<1>)(?:reply|response|answer|call|news|decision))(?: (?:from|"
    r"back from) you)?(?: [\w'-]+){0,2}",
    r"thank you for (?:<2>)(?:considering|consideration|reading|your time|looking)(?: [\w'-]+){0,6}",
    r"(?:would|will|can|could|to) (?:be )?(?:<2>)(?:help|assist|useful|of use|support|aid|inform|speed|"
    r"ease) (?:<2>)(?:your|the|you|with your|with the|in your) (?:<1>)(?:decision|process|choice|deliberations?|"
    r"selection)",
)
STANDALONE = Phrases(
    r"(?:any|some) <2>(?:news|update|updates|word|progress|movement|developments)",
    r"where (?:did|do|does|have|are) (?:you|we|i|things|it|matters) (?:<1>)(?:land|landed|stand|at|got to|got)",
    r"when (?:will|would|do|does|can|could|might|may|should|are) (?:<3>)(?:hear|know|decide|expect|be in touch|"
    r"be deciding|choose|choosing|deciding|meet)",
    r"(?:how|where) (?:are|is|do) (?:things|it|that|matters|the \w+|my \w+) (?:<1>)(?:going|looking|stand|"
    r"progressing|coming|getting|at)",
    r"what (?:is|are|happens|comes|will|would|should) (?:<2>)(?:next|the (?:next|status|latest|timeline|plan|"
    r"timetable|state))",
    r"(?:has|have) (?:<4>)(?:decided|met|chosen|filled|picked|settled|made|been (?:filled|made|taken|settled|"
    r"reached))",
    r"(?:is|am|are) (?:<4>)(?:still )?(?:open|available|in the running|being considered|under consideration|on track|"
    r"up for grabs|free|vacant|going)",
)
# Questions that want nothing from the process: pleasantries, and offers of more.
ASIDE = Phrases(
    r"how (?:are|were|was|is) (?:<1>)(?:you|your (?:<1>)(?:week|weekend|holidays?|trip|summer|winter|christmas|"
    r"easter|day|family|team)|everyone|everybody|life|the (?:weekend|weather|family|trip|holiday))",
    r"(?:did|have|had) (?:you|your team) (?:<2>)(?:a (?:good|nice|lovely|great|pleasant)|enjoy|get away|survive)|"
    r"(?:good|nice|lovely) (?:weekend|holiday|week|trip)",
    r"(?:is|was|are) there (?:anything|something|any (?:other|further|more|additional)) <4>(?:i can|i could|you need|"
    r"you require|i should|from me|from my|missing|else|documents?|information|materials?)",
    r"(?:would|could|do|should|shall|can|may|might) (?:you|i|it) <2>(?:need|require|like me to|want me to|"
    r"like (?:any|more|another|further|a copy|to see (?:more|my|some|the))|send|bring|provide|supply|help if|"
    r"be (?:useful|helpful) if|forward|drop off|add|share|offer|come (?:in|by|and))",
)
HINTS_AT_STATUS = Phrases(
    r"if there (?:is|are|has been|should be) (?:any |some |already )*(?:news|word|update|updates|movement|progress)",
    r"(?:if|should|once|when|whenever|as soon as) you (?:happen to |already |do |should |can )?(?:know|hear|learn|"
    r"have heard) <1>(?:more|anything|something)",
    r"(?:if|should|once|when|whenever|as soon as) you <4>(?:say|tell me|tell us|give me|let me know|share|indicate|"
    r"advise|confirm|put a date|shed),? <4>(?:when|whether|how|where|what|who|anything|something|any|an?|roughly|"
    r"more|by when|which|light|on)",
    r"(?:wonder|wondering|wondered|curious|asking myself) <2>(?:if|whether|when|how|where|what|who)",
    r"(?:an?|any|some|whatever) <2>(?:update|news|word|idea|inkling|indication|sense|timeline|time frame|timeframe|"
    r"timescale) <9>(?:would|glad|welcome|welcomed|grateful|appreciate|appreciated|please|happy|delighted|help|kind|"
    r"hear)",
    r"(?:glad|grateful|happy|delighted|love|like|appreciate|welcome|hoping for|hope for|eager for|"
    r"keen for) <4>(?:update|news|word|idea|inkling|indication|sense of|timeline|time frame|timeframe|timescale)",
    r"(?:put|keep) me (?:out of|in the (?:loop|picture))|(?:in|into) the (?:loop|picture)|(?:give|send|drop|write|"
    r"spare) me <3>(?:idea|line|word|sense|nod|hint|shout|note|clue|indication|ring|call|buzz)",
    r"(?:please|kindly) (?:respond|reply|get back|confirm|advise|update|come back to me)|(?:need|want|require|expect|"
    r"await|awaiting) <2>(?:decision|answer|reply|response|update|confirmation)",
    r"(?:keep|keeping) me (?:posted|updated|informed|abreast)|(?:tell|let) me (?:know )?(?:<1>)(?:where|how|when|"
    r"whether|if (?:i|the|there|you have|my|it)|who|what)",
    r"(?:checking|check|touching|inquiring|enquiring|inquire|enquire|asking|ask) <1>(?:in|up|base|"
    r"about|after|on|as to|regarding)(?! (?:me|with you about my own))",
    r"(?:look(?:ing)? forward to|await|awaiting|hope(?: to)?|hoping(?: to)?) <3>(?:learn|learning|hear|hearing|news|"
    r"word) <4>(?:what|when|whether|how|next|decision|timeline|stage|step|steps|status)",
)
