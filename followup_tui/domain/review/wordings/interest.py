"""Wordings of interest in a position, and the courtesies that show none."""

from followup_tui.domain.review.phrases import Phrases

# What else belongs to a courtesy, up to where the sentence turns to something new.
_REST = r"(?: (?!and |but |because |since |though |although |so )[\w'-]+){0,12}"
# What is said to everybody, and tells nothing of wanting the position.
COURTESIES = Phrases(
    r"(?:i |we )?(?:really |very much |so |do |also |am |shall |will |would )*(?:look(?:ing)?|"
    r"looked) forward to <2>(?:hear|hearing|your <1>(?:reply|answer|response|call|decision|news|email|message|"
    r"feedback|thoughts)|(?:a|an|the|any) <1>(?:reply|answer|response|call|decision|news|outcome|result|update)|"
    r"(?:learning|knowing|finding out|receiving|getting|reading|seeing you|speaking|talking|meeting|discussing|"
    r"the (?:outcome|result|decision|"
    r"news)))" + _REST,
    r"(?:would |should |will |shall )?(?:be |am |is |remain |feel )?<2>(?:love|like|happy|glad|pleased|delighted|"
    r"grateful|keen|eager|interested|curious|willing|ready|welcome|hope|hoping|want|wish|excited|wanted|anxious|"
    r"thrilled|appreciate) (?:very much )?(?:to )?(?:hear|hearing|know|knowing|ask|answer|receive|get (?:an|a|your|"
    r"any|some|back)|provide|supply|send|forward|share|discuss (?:any|it|this further|further|anything)|talk|chat|"
    r"speak|call (?:you|back|again|on|in|for|if|when|at|to)|phone|clarify|confirm|follow|check|inquire|enquire|"
    r"see whether|see if|find out|say|tell (?:you|him|her|them)|mention|add|"
    r"thank|express|explain|plan|organi[sz]e|book|settle|prepare|decide|"
    r"give notice|(?:stay|keep) in (?:touch|contact|your)|be in touch|meet (?:again|you|up|for)|visit|be contacted|"
    r"apologi[sz]e|"
    r"learn (?:more|how|when|whether|what|where|if|about)|learning (?:more|how|when|about)|come (?:in|back|by|"
    r"again)(?! your <1>(?:team|firm|company|group|crew|family|house)\b)|arrange|set up|schedule|connect|update|"
    r"let you|offer|show (?:you|anyone|them)|point|elaborate|expand)"
    r"(?! <6>(?:interest|enthusiasm|eagerness|desire|keenness|commitment|excitement))" + _REST,
    r"(?:thank you|thanks|grateful|appreciate) <4>(?:interest|enthusiasm|consideration|considering (?:me|"
    r"my \w+)(?: for <6>)?)(?: in (?:me|my \w+))?",
    r"your <1>(?:interest|enthusiasm|excitement|passion|keenness)(?: in (?:me|my \w+))?",
    r"welcome (?:a|an|any|the) <2>(?:call|conversation|chat|update|news|word|reply|answer|response|meeting|talk|"
    r"chance to (?:talk|speak|discuss|meet)|opportunity to (?:talk|speak|discuss|meet))" + _REST,
    r"(?:no longer|not|never|hardly|(?<!no )(?<!any )less|not <2>) (?:interested|keen|excited|eager|"
    r"enthusiastic|drawn|tempted)",
    # Doubt is no interest.
    r"not <3>(?:sure|certain|convinced|clear) (?:that|if|whether|about|the|this|it|i)" + _REST,
    r"(?:not|hardly) <1>(?:the )?(?:right|best|ideal) <2>(?:for me|fit|match|place|time)",
    r"(?:best|mutual|public|common|conflict of|of|compound|rate of|special|customer|customers|student|"
    r"student's) interests?(?! (?:in (?:the|this|your|joining)))",
    r"(?:i |we )?hope (?:that )?(?:you|this|all|everything|the \w+|your \w+|it|they|these|things|to hear|to get|"
    r"our paths|we (?:can|will|shall|may) (?:talk|speak|meet|stay))(?! (?:choose|will (?:choose|pick|have|take|"
    r"consider|keep)|pick|have me|take me|consider|can (?:use|see|picture|imagine)|keep me|might (?:choose|have|"
    r"take)|want|think i|would (?:have|let)|agree|decide on|are still considering|becomes?|works? out))",
    r"(?:pleasure|great|good|nice|lovely|happy|glad|delighted|pleased|wonderful|delight|joy|"
    r"honou?r) to (?:have )?(?:meet|met|speak|spoken|talk|talked|hear|heard|see|seen|"
    r"learn|learned|chat|connect|be interviewed|visit|come in|interview)" + _REST,
    r"(?:enjoyed|(?<!have )(?<!always )(?:loved|liked))" + _REST,
    r"(?:happy|good|glad|delighted|interested|excited|fascinated) (?:to (?:see|learn|read|discover|find) (?:that |"
    r"how |about |of ))" + _REST,
    r"(?:at|to) your <1>disposal (?:for|to|if|should|when)" + _REST,
    r"wish(?:ing)? (?:you|your|him|her|them|the|everyone|everybody|all)(?! (?:would|chose|choose|had|picked))" + _REST,
    r"keen (?:eye|gardener|cyclist|runner|reader|photographer|cook|sailor|angler|sense|ear|amateur|competition)",
    r"(?:questions?|anything) <4>(?:interest|interested)",
)
# The writer wants something …
_WISH = (
    r"(?:interest(?:ed)?|keen|eager|enthusias\w+|excite[dm]\w*|thrilled|passionate|fascinat\w+|hungry|raring|"
    r"(?:would|should|shall|will|could|do|dearly|really|gladly|still|very much|just|nothing|certainly|"
    r"always) <3>(?:love|like|enjoy|welcome|relish|prefer|want|accept|jump)|i (?:still |really |"
    r"very much |do |truly |so |badly |always )*(?:want|wish|hope|dream|long|intend|aim|aspire|am <2>(?:happy|glad|"
    r"proud|hoping|ready|sold|certain|convinced|sure))|gladly|love to|proud|honou?r(?:ed)?|privilege|delight(?:ed)?|"
    r"over the moon|happy|glad|my <1>(?:hope|wish|dream|desire|ambition|aim|heart|enthusiasm|preference|eagerness|"
    r"keenness|commitment|motivation)|hope (?:very much |dearly |still )?(?:to|that i|i|for the chance)|hoping (?:to|"
    r"that i|for|you)|hoped|what i (?:want|am looking|am after|have been)|i have <3>(?:wanted|hoped|dreamed|dreamt|"
    r"longed|looked)|give (?:a lot|a great deal|anything|much|my)|would mean|thought of little|can not stop thinking|"
    r"can not wait|could not wait|tempt\w*|attract\w*|appeal\w*|draw[ns]?|drew|excites|pull|fits?|suits?|perfect|"
    r"ideal|right|dream|best|wonderful|exciting|fascinating|thrilling|look(?:ing)? forward|see myself|picture myself|"
    r"imagine myself|at home|belong|committed|determined|set on|serious)"
)
# … and what it wants is the work: the position, the place, or doing it with them.
_WORK = (
    r"(?:jobs?|roles?|positions?|posts?|vacanc(?:y|ies)|openings?|opportunit(?:y|ies)|placement|traineeship|"
    r"apprenticeship|internship|fellowship|contract|seat|chair|bench|desk|(?:be |become |being |"
    r"becoming )?(?:a )?part of|join(?:ing)?|work(?:ing)? <4>(?:with|for|at|on|in|alongside|under|there|here|"
    r"together)|(?:do|doing|make|making|build|building|run|running|start|starting|teach|teaching|come|coming|bring|"
    r"bringing|be|fly|cook|write|grow|help|serve|lead|learn|contribute|contributing|care|throw|bake|draw|take|taking|"
    r"have|try|spend|keep|tackle|get|stay|put) <8>(?:with you|for you|at your|your <1>(?:team|crew|kitchen|workshop|"
    r"school|ward|studio|staff)|to you|from you|beside you|under you|with your|for your|to your|on board|aboard|"
    r"on your|in your|there|here|it|that|this)|contribut\w+|(?:your|the|this|that) <2>(?:team|crew|company|firm|"
    r"organi[sz]ation|project|programme|program|work|place|workshop|school|ward|practice|department|mission|kitchen|"
    r"studio|lab)|work(?:ing)? (?:here|there|together)|the work|place|your list|for me)"
)
# A few words among which no clause ends and none begins.
_NO_VERB = r"(?:(?!(?:is|are|was|were|has|have|had|who|which|when|where|before|after|while) )[\w'-]+ ){0,6}"
PLAIN_INTEREST = Phrases(
    r"(?:my|of|top|own|clear|very|definite|still|firm|number one|only|the) (?:first|top|preferred|number one|"
    r"number-one) choice",
    r"(?:top|head) of (?:my|the) list",
    # "The job is the one I want", but not "they are done before the bell rings, which I like".
    r"(?:is|are|be|being|sounds?|seems?|looks?|feels?|was) <2>(?:just|exactly|precisely|the (?:very |kind |sort |"
    rf"one )?){_NO_VERB}(?:i (?:am|have been|was(?! (?:taught|told|given|shown|sent|(?!trained)\w+ed)\b)|would|want|"
    r"wanted|have <1>(?:hoped|wanted|dreamed|looked|been))|what i)",
    # "Is the post, which I would love to have, still open?"
    r"(?:job|role|position|post|vacancy|opening|place|seat|traineeship|apprenticeship|internship)(?:,? (?:which|that|"
    r"one (?:that )?))? i (?:still |really |very much |do |badly |dearly |so )*(?:want(?! to (?:withdraw|know|ask))|"
    r"(?:would|should) (?:still |really |very much |dearly |so )*(?:love|jump|relish|give|be (?:glad|happy|proud|"
    r"delighted|thrilled) to (?:have|fill|take|get)|like (?:to (?:have|fill|get|take|hold|do)|very much)))",
    r"(?:exactly|precisely|just|everything|all|the (?:kind|sort|very|one)|what) <6>i (?:am|have been|had been|was|"
    r"have long been|hoped|have) <1>(?:looking|hoping|searching|waiting|after|hoped|wanted|wishing|seeking|dreaming|"
    r"dreamed|dreamt)(?: for| of)?",
    r"i (?:really |still |do |very much |truly |just |so |badly )*want (?:very much |badly )?(?:this|it|that|in|"
    r"the (?:job|role|position|post|place))",
    r"(?:the (?:job|role|position|post|team|place|one|school|company)|yours|"
    r"what) (?:is (?:the one )?)?(?:that )?i <1>want",
    r"interesting in (?:this|the|your|working|joining|it)|i am <1>wanting (?:the|this|to (?:work|join|come))|(?:the|"
    r"that) same (?:wish|hope|dream|interest|enthusiasm|desire)|like (?:very much )?to come (?:in|into|to|"
    r"on) your <1>(?:team|firm|company|group|crew|family|house)",
    r"(?:hyped|pumped|stoked|psyched|gassed|jazzed|amped|buzzing|chuffed) (?:about|for|to|at)|(?:so|totally|still|"
    r"super|very much) down (?:for|with|to)",
    r"dream (?:job|role|position|post|place|team|come true)",
    r"(?<!, )(?:nothing|not anything|little|few things|not much) <3>(?:please|make|delight|suit|sounds?|better|more|"
    r"rather)",
    r"(?:should|would|could) (?:like|want|ask for|wish for|enjoy|love) nothing (?:better|more)",
    r"nowhere <3>(?:rather|else|better)|no place <3>rather",
    r"say the word|count me in|sign me up|(?:put|mark|write) me down (?:for (?:it|this|"
    r"the (?:job|role|position|post|place))|as an? <2>(?:yes|definite|certain|keen|willing))\b|"
    r"i am (?:all |so |very much |definitely )?in(?= [.!]|[.!,]|$)|"
    r"in a heartbeat|like a shot|(?:with|without) (?:a|any) (?:second|moment's) (?:thought|hesitation)",
    r"(?:well|really|so|very|totally|dead|proper|right|dead set|absolutely|mad|properly) (?:up for|keen|interested|"
    r"excited|eager|chuffed)",
    r"(?:still |very |more |as |so |most |just as |really |remain |dearly |deeply |extremely |highly |genuinely |"
    r"truly |keenly |hugely |greatly |particularly |especially |even |all the )(?:more )?(?:interested|keen|eager|"
    r"enthusiastic|excited|committed|enthused)",
    r"(?:interested|interest|keenness|enthusiasm) <1>(?:in|for|about) (?:it|this|that|the|your|joining|working|being|"
    r"becoming|taking|what|all)",
    r"(?:my|the|our|an|of|strong|continued|continuing|keen|great|sincere|genuine) <2>(?:interest|enthusiasm|"
    r"eagerness|keenness|excitement)(?! rates?)",
    r"(?:keen|eager|impatient|hungry|raring|itching|longing|yearning|dying|burning) (?:to|on|for|about)",
    r"(?:excited|enthusiastic|enthused|thrilled|passionate) (?:by|about|at|for|to|over)",
    r"(?:appeals?|appealed|attracts?|attracted|draws?|drew|tempts?|speaks|spoke|calls) (?:strongly |greatly |"
    r"very much |deeply |enormously )?(?:to )?(?:me|my)",
    r"(?:suits?|fits?|would suit|would fit|interests) me",
    r"(?:hope|hoping|trust) <1>(?:that )?(?:you|i) (?:will |shall |might |may |can |could |would |"
    r"do )*(?:still )?(?:choose|chosen|pick|picked|have me|take me|let me (?:join|in|be|have|work|try|do)|give me|"
    r"consider me|keep me in|be (?:chosen|the one|picked|considered|selected|part|one of|able to (?:join|work))|"
    r"become|join|work|get (?:to|the)|do (?:so|it|this|that) with|be (?:somewhere )?(?:near|at|high|among))",
    r"hope (?:very much |still |dearly )?to (?:join|work|become|be (?:part|one|your|chosen|selected|considered|"
    r"able to (?:join|work))|get|win|earn|contribute|bring|start|help|do)",
    r"do (?:hope|wish|want) <3>(?:have|choose|pick|take|let) me",
    r"(?:(?:see|picture|imagine|imagined|pictured|saw|seeing|picturing|imagining) myself|(?:picture|imagine|(?:can|"
    r"could) see) me) <4>(?:here|there|at|in|"
    r"with|on|working|doing|among|part|joining|for|behind|staying|fitting)",
    r"(?:where|a place|somewhere|the place|the room|the team) <3>i <1>(?:would|want|belong|could see|can see|hope|"
    r"am meant)",
    r"(?:love|like|happy|glad|proud|honou?red|delighted|thrilled|pleased|privileged|excited|over the moon|keen|eager|"
    r"ready|chuffed|tickled) (?:very much )?to (?:join|work|be (?:part|your|the|one|a|on|in|at)|become|come (?:and|"
    r"to|over|aboard|work)|do (?:it|this|that|so|the)|take (?:it|this|that|on|the|up)|have (?:this|the|a|it)|bring|"
    r"contribute|help|start|run|lead|learn|teach|build|make (?:it|this|that|them|your)|grow|keep (?:working|doing|"
    r"building|going)|spend|fly|throw|cook|write|sing|play|bake|serve|accept|get (?:started|stuck|going|to work|"
    r"my hands|the|this)|lend|tackle|try|put|care|give|carry|move|use)",
    r"(?:would|should|will|could|shall) <3>(?:gladly|happily|dearly|willingly|readily) (?!hear|answer|send|provide|"
    r"talk|speak|discuss|show|tell|share|explain|supply)\w+",
    r"i (?:come|work|start|begin|join|take|accept|stay|learn) <3>(?:gladly|happily|with (?:great )?(?:pleasure|joy))",
    r"(?:take|accept|have|do) (?:it|this|that|the (?:job|post|role|position|place)) <1>(?:gladly|happily|like a shot|"
    r"tomorrow|today|with both hands|at once|in a heartbeat)",
    r"(?:glad|happy|pleased|proud) of (?:the|this|a) (?:job|chance|post|role|position|place|work|opportunity)",
    r"(?:welcome|relish|love|like|jump at|enjoy|value|appreciate|want|cherish|seize|leap at|"
    r"grab) (?:very much )?(?:the|a|this|that|any|another|such a) <1>(?:chance|opportunity|challenge|chair|seat|desk|"
    r"place|job|role|post|position|work|shot|go)(?! to (?:discuss|speak|talk|meet|interview|hear|learn|ask|clarify|"
    r"explain))",
    r"rather (?:work|be|come|join|stay|spend) <1>(?:with|for|at|there|here|to)",
    r"(?:would|should) <1>(?:choose|prefer|pick|take) (?:you|yours|your|this|it)",
    r"(?:more|even|all the|only|just) <1>(?:convinced|certain|sure|determined|sold) <1>(?:that|than|of|on|this)",
    r"(?:confirmed|cemented|strengthened|deepened|renewed|sharpened|reinforced|doubled|heightened|increased|fuelled|"
    r"fueled|whetted|only made me) <3>(?:wish|desire|interest|enthusiasm|want|appetite|hope|sense|feeling|that this|"
    r"that i)",
    r"(?:wish|desire|ambition|hope|dream|longing)(?: ?[,:])? (?:to|of) (?!hear|know|learn|receiv|get|see|meet|"
    r"speak|talk|thank|appreciate|withdraw|cancel|inform|bother|trouble|disturb|return)\w+",
    r"(?:wish|desire|ambition|hope|dream|longing) for <3>(?:position|post|role|job|place)",
    r"(?:hoping|wishing|wanting|longing|hoped|wanted|dreaming) (?:to|of) (?!hear|know|learn|receiv|get (?:an|a|some|"
    r"any|your)|see|meet|speak|talk|thank|find out|plan|ask|check)\w+",
    r"(?:set|sets) (?:my|your) heart on|heart (?:is )?set on|(?:thought|think|thinking) (?:about|of) little else|"
    r"(?:can|could) (?:not|hardly|barely) (?:stop|think of anything|wait to (?:start|join|get|begin|work))",
    r"(?:fell|fallen|falling|fall) (?:a (?:little|bit) )?(?:in love|for) (?:with )?(?:the|your|this|it)",
    r"(?:an|great|real|such an|huge|the|my) (?:honou?r|privilege|joy|pleasure|thrill|delight) (?:to|of) <1>(?:join|"
    r"work|be (?:part|your|the|on|in)|become|care|serve|teach|contribute|do|lead|run|take|help|working|joining|"
    r"serving|being (?:part|on|in|your)|doing|making|looking after|look after)",
    r"(?:would|could|might) <1>be <4>(?:great|wonderful|perfect|ideal|exciting|marvellous|splendid|natural|fantastic|"
    r"terrific|dream|logical|good) <1>(?:next step|opportunity|job|role|step|move|place|home|fit for (?:me|both)|"
    r"match for me|chance|challenge|for me)",
    r"give (?:a lot|a great deal|a good deal|anything|much|my (?:right|left|eye)\w*|a kidney) (?:to|for|if)",
    r"(?:happiest|lucky|luckiest|fortunate) (?:to|if|person|\w+ alive)",
    r"mean <3>(?:a (?:lot|great deal)|much|the world|everything) (?:to me )?to (?:join|work|be|get|do|have)",
    r"i <1>(?:am|was|remain|stay) <2>(?:hooked|sold|smitten|captivated|enchanted|won over|on board|drawn to|yours if)",
    r"if (?:you (?:want|will have|would have|choose|take|need|can use)) me",
    r"(?:if|should) (?:there is|you find|you have) (?:a |any |still a )?(?:place|room|seat|job|corner|"
    r"space)(?: \w+)? for me",
    r"(?:will|would|can) you have me|have me on (?:board|your)|make room for me|(?:me|mine) be the one|be the (?:one|"
    r"person) (?:to|who|that)",
    r"in with a chance|i <1>hoped? so|i (?:ought|should|am meant|was meant|am supposed) (?:to )?be "
    r"(?:working|doing|standing|sitting|helping|one of|with you|there)",
)
WISH_FOR_WORK = Phrases(
    _WISH + r"(?:[^\w\n]+\w+){0,16}?[^\w\n]+" + _WORK,
    _WORK
    + r"(?:[^\w\n]+\w+){0,10}?[^\w\n]+"
    + r"(?:appeals?|attracts?|draws?|tempts?|suits? me|fits? me|excites?|interests? me|fascinat\w+|"
    r"sounds? <2>(?:wonderful|great|perfect|ideal|exciting|fascinating|like)|is <3>(?:perfect|ideal|wonderful|"
    r"exciting|fascinating)|(?:is|are) (?:all|everything|what|exactly|just))",
)
# Broader signs that stand for a wish even where the position is not named. Courtesies are gone by then.
LOOSE_INTEREST = Phrases(
    # Idioms of wanting.
    r"(?:snap|bite|take) your (?:<1>)(?:hand|arm) off|(?:chomping|champing) at the bit|pinch (?:myself|me)|"
    r"(?:ticks?|ticked) <2>box(?:es)?|(?:right )?up my (?:street|alley)|down to the ground|like a glove|my cup of tea|"
    r"music to my ears|heart (?:<2>)(?:beats?|faster|sings?|sing|sang|race|raced|leap)|counting the (?:days|hours)|"
    r"(?:lost|have|stole|won) (?:<1>)(?:my|me) (?:<1>)(?:heart|over)|put down roots|grow old|"
    r"first in (?:line|the queue)|"
    r"ready when(?:ever)? you|(?:whenever|wherever|if) you (?:<1>)(?:want|need|will have) me|"
    r"look no further|(?:give|gave|put) (?:<1>)(?:it |this |you |everything )*(?:my all|my best|everything i|"
    r"everything)|bags (?:<1>)packed|day-?dream\w*|dream(?:s|ing|ed|t)? (?:of|about)|crave|craving|"
    r"(?:would|do|really|quite) fancy|kill for|walk over|more than ever|where i (?:<2>)(?:want|belong|would be|"
    r"am meant|hope)|(?:made|makes|make|left|leaves|has me|have me) (?:me )?(?:<1>)(?:want(?:ing)?|wish(?:ing)?|"
    r"long(?:ing)?|eager|keen|hungry|determined|hoping)|sold me|convinced me|persuaded me",
    r"the more <8>the (?:more|better|keener|surer)|(?:not|nothing|no) <6>(?:puts?|scares?|frightens?|deters?|"
    r"daunts?) <1>me",
    r"(?:been|is|are) my <1>(?:life|passion|world|love)|for (?:the|a) chance (?:of|at) (?:it|this|yours)",
    r"(?:not|never|hardly|barely|can not) <3>(?:stop|stopped|ceased|quit) <1>(?:think\w*|dream\w*|day-?dream\w*|"
    r"talk\w*|smil\w*|imagin\w*|pictur\w*)",
    r"(?:is|are|remains) (?:still |also )?the (?:only )?one (?:that )?i|"
    r"need this (?:job|work|position|post|role)|my idea of|yours (?:is|would be) (?:the|a|where|what)",
    r"(?:decid\w+ on|settl\w+ on|gambl\w+ on|bet(?:ting)? on|count on|counting on|a (?:chance|risk|punt) on|think of|"
    r"thinking of|go(?:ing)? (?:with|for)|choos\w+|chose|picks?|hir(?:e|es|ing)|consider(?:ing)?|"
    r"send(?:ing)? for|have room for) me",
    r"i (?:would|could|will|shall) <2>be (?:there|with you|in (?:for|your)|on (?:your|my way)|at (?:your|the))",
    r"(?:good|great|right|best|better|rare|special|wonderful|fine|happy|lovely|exciting|kind|sort|lucky) <2>(?:place|"
    r"home|team|crew|shop|house|company|firm|kitchen|school|studio|workshop|people|ship|office) (?:to|for|where|i|"
    r"that i|in which i)",
    r"(?:would|should|could|will|shall) (?:<2>)be <2>(?:proud|glad|happy|happiest|delighted|thrilled|honou?red|"
    r"made up|over the moon|lucky|chuffed|tickled|overjoyed|mine|at home|pleased|excited|a joy|an honou?r|"
    r"a privilege|a dream|a pleasure|wonderful|marvellous|perfect|ideal|me|the making of|in my element|in heaven|fun)",
    r"(?:pick|choose|hire|want|wanted|take|have|consider|considering|keep|employ|give|try|trust|call|let) me (?:and|"
    r"on|in|aboard|for|a (?:chance|try|go|shot|trial)|this|the|as|with|join|start|loose|at|if)|(?:have|want|hire|"
    r"choose|pick) me(?=[ .,;!?]|$)|take me(?= ?[.,;!?]|$)",
    r"be me|(?:am|be) (?:still )?(?:your|the right|the) (?:man|woman|person|girl|guy|one|candidate|match|fit)|"
    r"(?:right|perfect|ideal|natural) (?:home|place|next|step|fit|match|job|role|move) (?:<1>)for me|the (?:right|"
    r"perfect|ideal) (?:home|place|job|role|move)",
    r"keen|eager|raring|enthused|enthusiastic|enthusiasm|excited|excitement|thrilled|interested|interest|passionate|"
    r"passion|on board|determined|committed|hooked|smitten|sold on|up for|game for|itching|hungry|fired up|"
    r"energi[sz]ed",
    r"my (?:<1>)(?:mind|heart|wish|hope|desire|dream|ambition|resolve|appetite|aim|goal|first|hat|"
    r"name) (?:<1>)(?:has not|is|remains|was|to|still|lies|lay|sank|leapt|soared|choice|in (?:the|your)|stays?|"
    r"stands?)",
    r"(?:hate|sorry|sad|pity|shame) (?:<1>)to (?:<1>)(?:miss|lose|pass)|miss out|would mean|mean (?:a lot|"
    r"a great deal|the world|so much) to (?:me to|work|join|be)",
    r"(?:all|everything|exactly what|just what|what|where|the (?:one|only) (?:job|thing|place)) i (?:have |had |"
    r"was )?(?:<2>)(?:wanted|wished|hoped|dreamed|dreamt|longed|made for|born (?:for|to)|put on|meant (?:for|to)|"
    r"looking for|after|set out)|i was (?:made|born|meant) (?:for|to)",
    r"(?:fulfil?ment|answer to|dream come)|feels? (?:like|right|as if|as though)|felt (?:at home|like home|right|"
    r"as if|as though)|home from home|drawn to|cannot imagine|can not imagine|(?:can|could) (?:already |easily |"
    r"clearly |well )*(?:see|picture|imagine|hear) (?:myself|me)",
    r"still <1>(?:in|here|yours|on your|at the top|for it|game|available and)|(?:very much|firmly|certainly|definitely|"
    r"absolutely) <1>(?:in|yours|for it|game)|count me|throw my hat|hat (?:is|still|firmly) <2>in",
    r"(?:so|very|quite|much|more) taken (?:with|by)|fingers <1>crossed|hold(?:ing)? out for|to my (?:<1>)taste|"
    r"(?:as |so |very |most |more |really )attractive|(?:top|first|main|number one) priority|(?:my|a|the) future|"
    r"this is (?:<1>)the (?:one|place|job|right)|thrills?|want(?:s|ed)? (?:it|this|that|the (?:job|role|post|"
    r"position|place|work)) <1>(?:more|most|badly|so|very|dearly|too)|really (?:want|wants|wanted)|like the (?:idea|"
    r"thought|look|sound|prospect|feel)|(?:will|would|want to|care to|can) (?:take|have|use|employ|hire|give) me|"
    r"(?:sit|sat) up|speaks? to|(?:rest of|all) my (?:<1>)life|for ever|forever|(?:best|finest|most interesting|"
    r"first) (?:job|post|advert|advertisement|position|role|vacancy|opening|offer|opportunity) (?:<1>)(?:i|in|that)|"
    r"home to me|(?:so much|so|very) (?:<1>)like home|a joy|(?:cross|move|travel|walk|cycle|swim|relocate|give up|"
    r"leave|drop) (?:<3>)(?:for (?:it|this|that|you|the)|tomorrow|everything|to (?:be|do|work|join))|heaven|bliss|"
    r"magnet|magic|calling|vocation",
)
