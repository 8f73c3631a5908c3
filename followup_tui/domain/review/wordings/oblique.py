"""Interest told sideways, in acts and pictures instead of words of wanting; and words of wanting that mean else.

Where a wording is doubtful it stands here, and the review is silent: who hints at wanting the work need not be told.
"""

from followup_tui.domain.review.phrases import Phrases

_POSITION = r"(?:job|role|position|post|place|vacancy|opening|one|work|team|crew|firm|company|career|move|step|chance)"
_RELATIVE = r"(?:wife|husband|partner|mother|father|mum|mom|dad|family|parents|brother|sister|friends?|landlord|boss)"
_AFFECT = r"(?:keen|excited|interested|eager|enthusiastic|thrilled|passionate|fascinated|delighted|looking forward)"
# What the words of wanting stand beside when they speak of something else than the position.
ELSEWHERE = Phrases(
    r"(?:you|he|she|they|the [\w'-]+) (?:had |have |both |all |also )*(?:hoped|hope|hopes|were hoping|was hoping|are "
    r"hoping|wanted|wished|planned|meant|intended) to(?: [\w'-]+){0,8}",
    # What one does not want, unless it is to go without the work.
    r"(?:do|would|should|will|did) not (?:really |particularly |much |especially )?(?:want|wish|like|care|love|fancy) "
    r"(?!<3>(?:anything|anyone|anybody|anywhere|any other|miss|lose|let|hide|pretend|pass|leave|stop|go back|else|more|"
    r"other|wait|give up|be without|be parted))(?:[\w'-]+ ?){1,6}",
    r"(?:interest|mortgage|lending) rates?|(?:rates? of|free|compound) interest",
    rf"(?:my|our|the|your|his|her|their) (?:[\w-]+ )?(?:{_RELATIVE}|son|daughter|boys?|girls?|children|kids|child|dog|"
    r"neighbou?rs?|customers?|clients?|guests?|patients?|pupils?|students?|residents?|visitors?|readers?|owners?|"
    r"teams?|staff|"
    rf"colleagues?) (?:is|are|was|were|must|will|would|seems?|seemed|got|gets?|has|"
    rf"have) <2>{_AFFECT}(?: [\w'-]+){{0,8}}",
    rf"(?:he|she|they|you|everyone|everybody|people|nobody) (?:all )?(?:is|are|was|were|seems?|seemed|got|"
    rf"gets?) <2>{_AFFECT}"
    r"(?: [\w'-]+){0,8}",
    r"(?:very |really |so |most |quite |always )?(?:interested|keen|curious|excited|fascinated|thrilled|eager|happy|"
    r"glad|delighted|like|love|want|wanted|hope|hoping) to (?:see (?:the|your|that|how the|how you|photographs|"
    r"pictures)|read|taste|watch|look at|note|observe|listen|find that)(?! <5>(?:through|team|post|role))"
    r"(?: [\w'-]+){0,8}",
    r"(?:very |really |so |most |quite |always )?(?:interest(?:ed)?|excited|enthusiastic|fascinated|keen|passionate|"
    r"look(?:ing)? forward|enthusiasm) (?:in|by|about|with|on|to|for) (?:(?:the|your|that|those|some|this|his|her|"
    r"our|a|my) )?<3>(?:weather|match|football|cricket|weekend|holidays?|trip|wedding|concert|films?|book|article|"
    r"collection|recipes?|photographs?|photos?|pictures?|exhibition|podcast|lecture|blog|newsletter|spring|summer|"
    r"autumn|winter|christmas|easter|sun|sunshine|snow|coffee|cake|birthday|baby|puppy|dog|cat)",
    r"(?:ask|asked|asks|wonder|wondered|know|knew|told you|said|say|tell|see|saw) (?:me )?(?:what|how|where|which|"
    r"whether|if|when|why) i (?:would|could|should) (?:[\w'-]+)",
)
OBLIQUE_INTEREST = Phrases(
    # The answer is given before the question.
    r"(?:answer|reply) (?:to you |to that |to it )?(?:is|will be|would be|remains|stays|is still) <3>(?:yes|same|"
    r"ready)|"
    r"what my answer|(?:easy|firm|plain|clear|quick|resounding|big) yes|say(?:ing)? yes|yes from me|"
    r"(?:if|should|were) <4>(?:offer (?:it|me|the|this)|offered|(?:answer|verdict|news) <3>(?:yes|good))|"
    r"your (?:offer|yes)|(?:accept|agree|sign) <2>(?:on the spot|at once|then and there|there and then|today|tomorrow)",
    r"(?:would|could|should|will|happily|gladly) (?:start|begin|come|move|be there|set off) <2>(?:tomorrow|tonight|"
    r"today|at once|this (?:minute|afternoon|week|very)|on the spot|right away|straight away)",
    # A price is paid for it.
    r"(?:withdrawn|cancelled|canceled|turned down|declined|dropped|stopped|paused|refused|let go|shelved) <2>(?:my )?"
    r"(?:other|another|others|all|applying|looking|searching|two|three|one)|put <2>(?:else|other \w+) on hold|"
    r"stopped (?:looking|applying)|(?:pay|salary) cut|(?:half|less) (?:the|my) (?:pay|money|salary)|no sacrifice|"
    r"(?:relocat\w+|move house|moving house|move north|move south|move across)|"
    r"(?:look\w*|search\w*) <2>(?:at|for|up|into) <2>(?:flats?|houses?|rooms?|apartments?|trains?|bus(?:es)?|schools|"
    r"lodgings)",
    rf"(?:told|telling|tell|said to|asked|warned) (?:my|the) <1>{_RELATIVE} <4>(?:this|that|start|pack|look|move|"
    r"moving|i|we|it|not|you|where|about)",
    # The writer is there already, in thought.
    r"(?:catch|caught|find|found|keep finding) myself <1>(?:plan|wish|want|hop|imagin|think|sketch|draw|look|work|"
    r"rehears|count|check|wonder|rearrang|design|pack|talk|writ|tell|hum|go|read)\w*",
    r"i (?:am|have|have been|was|keep|kept|started|began) (?:<2>)(?:planning|planned|packing|packed|rearranging|"
    r"rearranged|furnishing|furnished|rehearsing|rehearsed|counting|reading (?:everything|up|all|whatever)|lying awake|"
    r"practising|practicing|brushing up|cancelled|canceled)|in my (?:head|mind) i|(?:my|the|our) first (?:day|week|"
    r"morning|shift|month) (?:with you|there|at your|on your)|lay awake|(?:already|half) (?:<1>)(?:there|yours|moved)",
    r"(?:out of|off|on|in) my (?:head|mind)(?: (?:since|ever|all|the whole|night|for))?(?= ?[.,;!]|$| since| ever|"
    r" all)|"
    r"under my skin|(?:close|near|dear) to (?:my heart|me)|after my own heart|matters? <2>to me|mind (?:is|"
    r"was) made up|"
    r"believe in (?:what|the|your|that|this|it)|(?:share|shared|shares) your (?:belief|view|love|passion|conviction|"
    r"faith)|(?:walk\w*|tread\w*|float\w*) on air|feet tall|spring in my step|butterflies|(?:hands?|fingers?|feet) "
    r"(?:itch|itched|are itching|were itching|have been itching)|"
    r"knots? in my stomach",
    # It is the right place, and a rare one.
    rf"{_POSITION} <2>for me|(?:place|room|future|spot|home|use|need|corner|seat) for <3>me(?= ?[.,;!?]|$| in| at| on| "
    r"with| among| there| here)|my (?:kind|sort|type|idea|line|world|element|territory|patch|people|tribe|sort) of|"
    r"my element|(?:kind|sort|type|line|branch|piece) of <2>[\w-]+ (?:that |which |where |"
    r"in which |for which |at which )?i <1>(?:love|want|enjoy|get|came|trained|became|do best|thrive|live|left|"
    r"went|always|would|could|miss|missed|believe|care)|gets? me (?:out of|up|going|started)|"
    r"(?:get|got|jump|leap) out of bed|(?:made|written|meant|cut|cut out|tailored|built|designed) for me|"
    r"name (?:is |was |written |all )*(?:on|over) it|(?:com(?:e|es|ing)|turns?|crops?|happens?) (?:along |up |by )?"
    r"<2>(?:once|twice|every day|round|often|again)|(?:once|twice) in a|(?:seldom|rarely|not often|hardly ever) <1>"
    r"(?:come|comes|find|finds|see|sees|get|gets|meet|read|felt|feel)|at home (?:among|with|there)|coming home|"
    r"this is it|is where i am "
    r"going|where i (?:should|ought|was|fit|can|could)",
    r"(?:why|reason|reasons|what|because) <2>i <1>(?:became|become|trained|went into|got into|chose|retrained|"
    r"applied|took up|came (?:to this|into|here))|(?:why|reason) <2>i <1>(?:left|moved|studied)|i (?:applied|chose|"
    r"picked|"
    r"wrote to you|came to you) <2>because|i <1>trained for(?= ?[.,;!]|$)|"
    r"(?:the|my|a) (?:very |main |chief )?reason (?:that |why )?i <1>(?:did|do|am|came|started|went|got|studied|want|"
    r"wanted|chose|took|applied|wrote)|what i (?:went to|studied|trained|learned|learnt|moved|left|saved|practised|"
    r"practiced|worked|aimed) <5>for(?= ?[.,;!]|$)",
    # A promise, a pledge, a plea.
    r"(?:will|would|shall) (?:not|never) <2>(?:let you down|regret|be sorry|be disappointed|disappoint)|"
    r"at your service|"
    r"prove (?:it|myself|that|to you)|(?:put|place|pencil|write|add|leave|keep) my name|hand in the air|"
    r"my hand (?:is )?"
    r"up|(?:bear|keep|hold|have) me (?:in|on|under|among)|(?:stay|remain|be|keep|still|kept) <3>in the (?:process|"
    r"running|race|mix|frame|hunt|hat|pool|picture|reckoning)|(?:remain|remaining|stay|still) a candidate|"
    r"available for (?:the|this|your)|(?:would|will|shall) <1>(?:get|have) my <3>(?:attention|best|years|all|heart|"
    r"word|"
    r"loyalty|energy|support|thanks)|not look (?:any )?further|wild horses|a fool to|try me|test me|"
    r"(?:give|grant|allow) me (?:a|the|one|this|that) <1>(?:chance|trial|go|week|day|month|shift|brush|needle|job|"
    r"post)|serious (?:i am|about)|am <2>serious|in earnest|i mean it|"
    r"hop(?:e|ing) (?:very much|so|still|against|dearly|all the same)|(?:much|still|always|only) hoping|i am game|"
    r"(?:make|be) (?:a |an )?<1>(?:good|great|strong|fine|happy|decent|useful|formidable|winning) (?:team|pair|match|"
    r"partnership|addition)|"
    r"(?:work|fit|get on|go|be) <1>well together|(?:make|making) (?:me|one [\w-]+|this [\w-]+|an? [\w-]+) <2>(?:happy|"
    r"happier|happiest|proud|prouder)|make my (?:year|month|life|decade)|wishing (?:i|that i)|still <2>(?:need|want|"
    r"have|choose) me|"
    r"(?:fit|fits|suit|suits) (?:me|us) <2>(?:well|down|fine|better|perfectly|to)",
    # What it would be to the writer.
    r"(?:would|could) be <1>(?:the |a )?<1>(?:best|greatest|"
    r"finest|perfect|making|step|blow|shame|pity|loss|wrench|crown)|(?:please|do) let me <1>(?:come|look after|"
    r"have (?:the|a)|join|show|prove|be|do|work|start|try|take|in)|(?:convinced|persuaded) (?:as ever|that|of|still|"
    r"this)|(?:sure|certain) (?:that )?(?:this|here|yours|it) <4>(?:is|are|would)|(?:working|coming|moving|being|"
    r"joining|life|desk|job|day|week) <1>(?:for|to|with|at|under|beside|among) (?:you|your <1>[\w-]+) <1>(?:would|is|"
    r"will|seems)|rare <2>(?:job|place|find|thing|chance)|(?:hard|dull|grey|gray|tame|flat|pale|strange) <4>(?:after|"
    r"since|beside|next to|compared)|everything else|compare (?:every|all|each)|why i do (?:this|it)|"
    r"(?:cross\w*) <2>(?:fingers|toes)|(?:fingers|everything|toes) <2>crossed|not (?:pretend|hide|deny)|no secret|"
    r"(?:a|the|your) (?:yes|no)(?= from| would| will| ?[.,;!]|$)|(?:toolbox|bags?|boots|suitcase|tools|kit|apron|"
    r"knives|"
    r"overalls) (?:is|are) <2>(?:packed|ready|polished|by the|sharpened|waiting)|good feeling|feeling (?:that )?i|"
    r"fit(?:ted)? (?:right |straight )?in|i know (?:that )?i (?:can|could|would)|ready for (?:it|this|"
    r"the <1>(?:challenge|"
    r"step|job|role|work|post|responsibility|move|change))|it is time <1>i|toward(?:s)? (?:a |this |something |just |"
    r"exactly )*(?:post|job|role|position|place|this|it|for years|all)",
    # Them and no others.
    r"colleagues? <1>(?:soon|by|before|one day|at last)|(?:be|become|being) <1>your <1>colleague|my (?:next|new|"
    r"future) <1>(?:colleagues?|boss|employer)|(?:shall|will|may|"
    r"might|could) <1>work (?:together|side by side)|from the other side|my way|(?:smiles?|look\w*|decide\w*) "
    r"(?:kindly |favou?rably )?(?:up)?on me|in my favou?r|not <2>(?:applied|applying|apply|looking elsewhere|"
    r"anywhere else)|applied <2>(?:nothing|nowhere)|no wish|no desire|(?:by|with|for) (?:anybody|anyone) else|"
    r"no other <1>[\w-]+|(?:yours|you) <2>i <1>(?:am|would|will|want|wait|have)|(?:stall|stalling|put off|keeping|"
    r"asked) (?:them|the other)|because of you|you are (?:the|my) (?:reason|number|first)|waiting for you|"
    r"before i answer|it is you(?: i|r| |$)|given the choice|my <1>choice|comes? first|number one",
)
# What is no wish by its grammar, and still longs for the work.
LONGING = Phrases(
    r"your (?!answer|reply|response|help|advice|feedback|call|email|word|news|decision|opinion|comments?|thoughts|"
    r"update|confirmation|understanding|support)(?:(?!that|who|which|what|if)[\w'-]+ ){1,6}"
    r"would (?:be|make|suit|give|let|offer|fit)",
    r"when (?:do|can|could|shall|may|might|should) i (?:start|begin|move in)|here i (?:am|stand|come)(?! to)|"
    r"(?:may|might|can|could|dare|should) i (?:still )?(?:dare )?(?:to )?(?:hope|dream)(?! (?:for an? <1>(?:answer|"
    r"reply|response|word|call|update|decision)|to hear|you are|you had|you have|this finds))|"
    r"if i (?:ended up|were (?:chosen|picked|to (?:end|be|get|join|work))|got (?:it|this|the|to)|get (?:it|this|the))|"
    r"(?:should|if|were) <1>(?:choice|answer|decision|lot) <4>(?:falls?|fell|me|yes)|prefer\w* <1>(?:option|choice|"
    r"employer|place|one)|whatever (?:you decide|happens|comes)|favou?rite <2>(?:job|role|post|position|place|option)",
    r"(?:keener|happier|prouder|hungrier|gladder)|would be <2>(?:grateful|glad|thankful) (?:of|for) (?:the|a) <1>"
    r"(?:chance|opportunity|post|job|place|role|work)(?! to (?:meet|talk|speak|discuss|interview|hear))|"
    r"not <4>(?:anything|"
    r"anyone|anybody|anywhere) else|nothing else i|nowhere else|if i may (?!ask|say|add|be so|suggest|inquire|enquire|"
    r"trouble|put|speak)\w+|waiting for your <1>(?!reply|answer|decision|response|call|email|news|letter|verdict|"
    r"word)\w+|"
    r"eye on|sights on|soft spot|hanker\w*|pining|covet\w*|envy|envious|jealous|beckon\w*|spellbound|in my belly|"
    r"(?:have|had) <2>(?:loved (?:the|your|this|that)|admired|adored|revered|coveted|envied)|in case (?:it is|i am|"
    r"you (?:want|choose|pick|"
    r"need))|aspir\w+|ambition\w*|had me at|where do i sign|tell me (?:where|when) (?:to|and)|i <1>(?:respect|admire)|"
    r"hopeful|hoping you|told (?:everyone|everybody|"
    r"all my \w+) about|few <1>(?:better|finer)|would be <6>(?:thing|joy|pleasure|treat|luck|adventure|home|life|"
    r"winter|summer) to (?!hear|know|"
    r"have (?:a|an|your)|get|meet|talk|speak|see)\w+|(?:opportunity|job|chance|position|role|post|place|it|"
    r"this) <2>means? <5>to me|(?:position|role|post|job|"
    r"work|vacancy) <2>(?:match|combin|unit|tie|bring|fit|suit)(?:e?s)|my skills and your|(?:would|will) (?:have|get|"
    r"find) <6>in me|(?:would|will) not find "
    r"<6>(?:more|better|anyone|anybody|another)|or nothing|keeps? me (?:awake|up)|rooting for|destin\w+|fate|(?:wish|"
    r"bucket) list|paradise|(?<!self-)motivat\w+",
)
