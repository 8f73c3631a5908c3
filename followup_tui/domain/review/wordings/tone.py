"""Wordings of pressure, reproach and begging. What could as well be said in kindness is not among them."""

from followup_tui.domain.review.phrases import Phrases

_ANSWER = r"(?:answers?|repl(?:y|ies)|responses?|decisions?|explanations?)"
NEWS = r"(?:answers?|repl(?:y|ies)|responses?|decisions?|feedback|news|word|confirmation|explanations?|calls?)"
_DAY = r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
_AT_ONCE = (
    r"(?:now|today|tonight|tomorrow|immediately|at once|right away|straight away|urgently|without (?:further )?delay)"
)
_DEADLINE = rf"(?:{_AT_ONCE}|this week|by (?:{_DAY}|tomorrow|tonight|today|noon|the end of <2>(?:day|week)))"
_CRAFT = r"(?:e-?mails?|messages?|notes?|letters?|voicemails?|calls?)"
_OWN_CRAFT = rf"(?:{_CRAFT}|applications?|questions?|requests?|enquir(?:y|ies)|inquir(?:y|ies))"
_SHAMEFUL = (
    r"(?:unacceptable|unprofessional|disrespectful|disgraceful|outrageous|ridiculous|appalling|rude|insulting|"
    r"inexcusable|shameful|pathetic|discourteous|shabby|disgusting|unforgivable|laughable|a disgrace|an insult|"
    r"a farce|(?<!it was )a joke|a sham|an outrage|not good enough|not acceptable|unfair)"
)
_NUISANCE = (
    r"(?:bother(?:ing)?|annoy(?:ing)?|pester(?:ing)?|disturb(?:ing)?|nag(?:ging)?|hassl(?:e|ing)|chas(?:e|ing)|(?:be|"
    r"being) (?:such )?a (?:pain|nuisance|bother|pest))"
)
# A demand that a writer makes of the work, or of the people at it, is none of the reader.
_THAT_EACH = r" that (?:every|each|all|no|any|they|he|she|nobody|everybody|everyone)\b"
_OF_ONESELF = (
    rf"(?! (?:<1>)(?:a lot|a (?:great|good|fair) deal|much|more|too much|as much|nothing|no less|little|the (?:best|"
    rf"most|same|utmost)|high|everything|precision|accuracy|punctuality) (?!<4>(?:of|from|than) (?:you|your|this|"
    rf"that)\b)|{_THAT_EACH}| <5>(?:of|from) (?:myself|ourselves|all of us|(?:my|our) <1>(?:students?|pupils?|"
    rf"apprentices?|trainees?|juniors?|crew|team|staff|drivers?|players?|singers?|cooks?|children|class|suppliers?))\b)"
)

PUSHY = Phrases(
    rf"i (?:must |really |hereby )?(?:demand{_OF_ONESELF}|insist(?! (?:up)?on\b|{_THAT_EACH}| (?:that )?you (?:try|"
    rf"taste|come|visit|stay|eat|keep|let me (?:pay|buy|treat)))|insist (?:up)?on (?:(?:an?|your|the|some|"
    rf"my) <2>(?:{NEWS}|apolog(?:y|ies)|reasons?|refund|meeting|rights?)|being|hear(?:ing)?|"
    r"know(?:ing)?|speak(?:ing)?|talk(?:ing)?|see(?:ing)? (?:the|your|some)))",
    rf"i (?:do |really |fully |would |shall |will )?expect (?:an?|your|some) <2>{_ANSWER}",
    r"i (?:do |really |fully |would |shall |will |now )?expect (?:an?|some) (?:proper|straight|decent|honest|written|"
    r"prompt|immediate|clear|full|definite|firm) <1>(?:slot|answer|reply|date|time|explanation|apology|offer|"
    r"treatment|response|decision|reason|word|call|plan|commitment|yes|no)",
    r"i (?:do |really |fully |would |shall |will |now )?expect (?:to hear (?:back )?from you|to be (?:told|treated|"
    r"answered)|better|you to (?:respond|reply|answer|hire|call|decide|get back|tell))",
    rf"(?:please|must|you to|you should) (?:decide|tell me|confirm)(?: [\w'-]+){{0,3}} {_AT_ONCE}",
    rf"(?:need|require|want|expect|await|awaiting|waiting for|demand|request) <2>(?:immediate|urgent|prompt|swift|"
    rf"instant) <1>{NEWS}",
    r"(?:this is|it is|matter is) (?:most |very |quite |extremely |really |rather )?urgent|"
    rf"urgently (?:need|require|want|await|expect) <3>{NEWS}",
    rf"(?:need|want|require|must have|give me|get me|send me) (?:an?|your|the|some|to) <1>(?:{_ANSWER}|"
    rf"know) <5>{_DEADLINE}",
    r"i (?:<1>)(?:need|require|must have|want) (?:an?|your) <1>(?:answer|decision|reply|response)(?= ?[.;!]|$| soon| "
    r"quickly| (?:by|before) (?:the )?(?:close|end) of )",
    r"i (?:can|could|will|shall) not (?:wait|afford to wait) <1>(?:forever|for ever|much longer|any longer|"
    r"indefinitely|another (?:day|week|month))(?! to\b)|my (?:own )?time is <1>(?:valuable|precious|money)|"
    rf"^(?:so |and |just |now )?tell me {_AT_ONCE}|^(?:so |and |just |now )?answer (?:me|my)|urge you to (?:reconsider|"
    r"decide|reply|respond|answer|hire|choose|act|hurry|think again|move|give me|call)|(?:please|kindly) (?:(?!i |we |"
    r"would |will |you |not |no |never )[\w'-]+ ){1,6}(?:immediately|at once|right away|straight away|urgently|"
    r"without (?:further )?delay)|(?:respond|reply|revert|answer|write back|get back to me|"
    r"call me)(?: [\w'-]+){0,3} at (?:the|your) (?:very )?earliest(?! (?:convenience|opportunity|moment))",
    rf"(?:you have|i am giving you|i (?:will )?give you) <1>(?:until (?:{_DAY}|tomorrow|noon|tonight|"
    rf"the end of <2>(?:day|week))|(?:\d+|two|three|four|five|six|seven|ten|twenty-four|"
    rf"forty-eight) (?:more )?(?:hours|days))(?= ?[.;!]|$| to (?:decide|answer|reply|respond|tell me|let me|call|"
    rf"get back|make up))|if i (?:do|have) not (?:hear|heard|get|got) <8>i (?:will|shall|am going to) <1>(?:(?:assume|"
    rf"take it|conclude) (?:that )?you (?:are|have|do) (?:not|no)|(?:go|look) elsewhere|complain)",
    r"^(?:please )?(?:decide|answer|choose) (?:now|today|at once)|(?:the )?clock is ticking(?= ?[.,;!]|$)|"
    r"time is running out(?! (?:for|on) (?:the|a|my|our|that))|i need you to (?:answer|reply|respond|say (?:yes|no|"
    r"something)|decide|hire|get back)|you (?:would|will) be (?:a fool|mad|crazy|silly|"
    r"foolish) (?:not )?to (?:not )?(?:hire me|choose me|pick me|pass me|turn me|miss (?:this|me)|let me)",
    r"not (?:got|have) all (?:day|week|month|year)|final (?:notice|warning|reminder)|stop (?:ignoring|wasting|"
    r"stalling)|(?:do not|never) (?:keep me waiting|make me wait|leave me (?:hanging|waiting|in the dark|guessing)|"
    r"waste my|ignore me|ignore my|ignore this)",
    r"i (?:will|shall|am going to) <6>(?:complain|escalate)|at least <2>(?:acknowledge|reply|answer|respond)|"
    r"(?:am|grow\w+|get\w+|becom\w+) <2>impatient(?! to)|"
    r"(?:not|hardly|never) <3>(?:understand|see) why <4>(?:takes?|taking|took) (?:so|this|that) long|"
    r"hurry up|get a move on|what is the hold ?-?up|what is taking (?:you )?so long|sort (?:this|it) out|"
    r"get your act together",
    r"(?:will|shall|going to|have to) (?:keep|not stop|continue) (?:calling|writing|emailing|ringing|asking|"
    r"pestering)(?! (?:the|my|our|them|him|her|it|about)\b)",
    r"(?:or|otherwise|unless <6>),? i (?:will|shall|am going to) <2>(?:complain|report|tell|post|take it|go to|"
    r"escalate|sue)",
    r"you (?:must|need to|had better|have to) <1>(?:reply|answer|respond|hire|call me|tell me|say(?: to)? me|write me|"
    r"inform me|let me know|give me|get back)",
    r"you must decide (?:now|today|soon|at once|quickly)|make up your mind(?= ?[!.]|$| (?:now|already|please|"
    r"at last))",
    r"(?:you will|you would) (?:regret|be sorry|be making a <1>mistake|not find (?:anyone|anybody|a) better)|"
    r"(?<!of )(?<!for )(?<!about )(?<!sorry )your loss(?= ?[.!]|$)",
)
# Hospitality presses, too.
WELCOMES = Phrases(
    r"you (?:must|have to|need to) <1>(?:let me know|tell me|call me|ring me) (?:when|if|whenever|the next time|"
    r"should) you"
)
# What is pressure as a bidding, and a promise where the writer says it of themselves (see `aimed.py`).
BIDDEN = Phrases(
    r"(?:respond|reply|revert|answer me|call me|write back|contact me|get back to me)(?: [\w'-]+){0,3} "
    rf"(?:{_AT_ONCE}|by (?:{_DAY}|tomorrow|tonight|today|noon|the end of <2>(?:day|week))|within <3>(?:hours?|days?))",
)
_STILL_NOT = r"(?:still|again|yet again) <2>(?:not|never)"
# Silence that is a reproach if it is the reader's (see `aimed.py`).
SILENCE = Phrases(
    rf"{_STILL_NOT} <1>heard(?= ?[.,;!?]|$| (?:back|from|anything|a thing|a word|whether|about|since|what|nothing))",
    rf"still nothing(?= ?[.,;!?]|$| (?:from|back)\b)|"
    rf"{_STILL_NOT} <1>(?:got back|come back|been in touch|rung|phoned|emailed|picked up)\b|"
    rf"{_STILL_NOT} (?:<1>)hear(?:ing)? (?:back|from|anything)|{_STILL_NOT} <1>(?:replied|answered|responded|called|"
    rf"written|told me)",
    rf"still <2>(?:not|no|without) <1>(?:received?|got|gotten|had|seen|been (?:given|sent))? ?(?:an?|any|your|the|"
    rf"so much as|a single)? ?<1>{NEWS}"
    rf"(?! (?:to (?:the|that|this|my(?! <2>{_OWN_CRAFT}))|for (?:the|that|my|myself)|in (?:the|my)))",
    rf"still (?:waiting|awaiting) <1>(?:for |on |to )?(?:hear |a |an |any |your |some )*(?:back|from you|{NEWS}|"
    rf"you to)",
    rf"not a (?:peep|word|sound|squeak|dickie ?bird|sausage|single <1>{NEWS})(?= ?[.;!]|$| (?:from|since|out of you|"
    rf"back)\b)|still waiting(?= ?[.;!?]|$)|been waiting <6>(?:for|on) (?:an?|any|your|the|some) <1>{NEWS}|"
    rf"(?:have|had) <3>waited <1>(?:\w+ ){{1,3}}(?:for|without) (?:an?|one) single <1>(?:line|word|sentence|sign)|"
    rf"have <1>waited (?:long enough|(?:[\w'-]+ ){{1,4}}(?:for|without) (?:an?|any|your|so much as an?) <1>{NEWS})|"
    rf"enough is enough",
    rf"(?:have|has) (?:still|yet) to (?:hear|receive|get) <3>(?:from you|back|{NEWS})",
)
_EVEN = r"(?:only |actually |really |ever |even )*"
_HAD_YOU_READ = (
    rf"(?:had you|if you had) {_EVEN}(?:read|opened|looked at) (?:(?:(?:any|either|one|all) of )?my <1>(?:{_OWN_CRAFT}|"
    rf"cv|resume|answers?|repl(?:y|ies)|letters?|papers)|what i)"
)
REPROACH = Phrases(
    # Silence.
    rf"(?:times|{_CRAFT}|weeks|days|months) <4>without (?:an?|any|a single|so much as) <2>{NEWS}",
    r"(?:deafening|radio|total|complete|utter) silence|silence (?:<1>)(?:speaks|says|tells|is|has been|"
    r"was) <3>(?:volumes|deafening|lot|everything|all|telling)",
    r"(?:nobody|no one) (?:has |have )?(?:even |yet |so far |ever )?(?:answered(?! the (?:door|bell|gate|knock))|"
    r"replied|got back|responded|been in touch|bothered)",
    # What was said before.
    rf"(?:as )?per my <1>(?:last|previous|earlier|prior|first|other)? ?{_CRAFT}",
    r"i (?:have )?(?:now |already )?(?:told|reminded) you (?:<1>)(?:twice|more than once|repeatedly|again and again|"
    r"over and over|time and (?:time )?again|(?:\w+|several|many|\w+ or \w+) times)(?= ?[.,;!?]|$| (?:already|now|that|"
    r"not|in|to)\b)|i have (?:now |already )?(?:asked|"
    r"written to|written|emailed|called|rung|phoned|messaged|chased|contacted|texted) you (?:<1>)(?:twice (?:now|"
    r"already)|more than once|repeatedly|again and again|over and over|time and (?:time )?again|(?:\w+|several|many|"
    r"\w+ or \w+) times)",
    r"as i (?:have )?(?:already|previously|clearly|repeatedly) (?:said|stated|mentioned|written|wrote|explained|"
    r"told you|asked)",
    rf"as (?:i )?(?:said|stated|noted|asked|requested|told you|explained) (?:<1>)in (?:my|both my|all my|several|two|"
    rf"three) <1>(?:last|previous|earlier|{_CRAFT})",
    # "You would have noticed, had you read my letter"; "I have answered that same question twice already".
    rf"(?:had|if) you (?:had |have )?{_EVEN}(?:bothered|troubled)(?= to\b| ?[.,;!]|$)|"
    rf"you (?:would|should|might) (?:already |perhaps |surely )*(?:have )?(?:know|known|notice|noticed|see|seen|"
    rf"realised?|realized?|found)(?: [\w'-]+){{0,4}},? {_HAD_YOU_READ}|"
    rf"{_HAD_YOU_READ}[^.;]{{0,80}}\byou would(?! (?:have )?(?:laugh|smil|lik|enjoy|lov))|"
    rf"i have (?:now |already )*(?:answered|explained|provided|supplied|given you|sent you|told you) (?:this|that|"
    rf"(?:all|both) of (?:this|that)|the (?:very )?same) <4>(?:twice|(?:two|three|four|five|several|many) times) "
    rf"(?:already|now|before)|^(?:so |and )?(?:for|this is) the (?:very )?last time(?= ?:| ?[.!]|, (?:please|can|could|"
    rf"will|would|what|when|where|my|i am)\b)",
    rf"how many (?:more )?(?:times|{_CRAFT}) (?:do|must|have|will|should) i|(?:second|third|fourth|fifth|umpteenth|"
    rf"sixth) (?:time i (?:have )?(?:write|written|ask|asked|wrote)|{_CRAFT} (?:with no|without))",
    r"you (?:promised|swore|assured me|said you would|told me you would)(?: [\w'-]+){1,14},? (?:but|and|and yet|"
    r"yet),? <3>(?:nothing|silence|never|not|no one|nobody|still no)",
    r"i (?:would|should) have (?:<1>)(?:expected|hoped for|appreciated) (?:at least )?(?:(?:an?|some|any|"
    r"the) <2>(?:reply|answer|response|call|word|line|email|message|notice|explanation|update|acknowledge?ment)|"
    r"better)|i (?:would|should) have thought (?:that )?<8>(?:could|would|might|can) <3>(?:answer|reply|respond|call|"
    r"write|acknowledge|manage|keep (?:its|their|your|a|to)|honou?r|spare|stick to|do better|treat|find (?:the time|"
    r"a moment|time)|have (?:answered|replied|written|called|kept|told|let|had the))",
    r"you (?:should|could|might|ought to) (?:at least )?have (?:told|called|written|replied|answered|informed|warned|"
    r"let|said)(?: to)?(?: me)?(?: know)? (?:by now|sooner|earlier|weeks ago|long ago|ages ago|before now)",
    # What was hoped of the reader, and came to nothing.
    r"(?:expected|expect|hoped for|thought) (?:so much |far |much |something |rather )?(?:better|more) (?:of|from) "
    r"(?:you|your <1>(?:company|firm|team|house)|an? (?:company|firm))\b|"
    r"i (?:had )?(?:thought|believed|hoped) (?:that )?(?:you|your <2>|"
    r"this (?:company|firm)) (?:were|was|would be) (?:better than|above) (?:this|that)(?= ?[.,;!]|$)|"
    r"i (?:would|should) have thought (?:that )?<8>(?:would|could|might) (?:have|show|know|spare|afford) <3>(?:manners|"
    r"courtesy|decency|respect|better|time to|minute to|a line)|so much for your <1>(?:word|promises?|assurances?|"
    r"deadlines?|timelines?|schedule|courtesy|manners|professionalism|values)|(?:leave|left|leaves|leaving) me "
    r"(?:with )?(?:no|little) (?:other )?(?:choice|option) but to (?:write to|go to|contact|turn to|report|complain)",
    # Reproachful questions.
    r"am i <1>(?:being )?(?:ignored|forgotten|ghosted|invisible)|(?:have|has) (?:you|everyone|everybody|somebody|"
    r"someone) <2>forgotten (?:about )?(?:me|my (?:application|existence))|^(?:hello \? )?is (?:anybody|anyone|"
    r"somebody) <1>(?:there|listening|reading|alive)|^(?:anyone|anybody) (?:there|home)(?= ?[?!.]|$)|"
    r"^how hard can it be(?= ?\?)|you have no <1>right(?= ?[.,!]|$| to\b)",
    r"(?:have|has|had) you no <1>(?:manners|shame|decency|courtesy|respect|idea how)|did it (?:not|never) (?:occur|"
    r"cross|strike)|why <1>bother(?:ed)? <1>(?:to (?:invite|interview|ask|advertise|answer)|inviting|interviewing|"
    r"asking|advertising|answering|writing|applying)|(?:could|would|should) not (?:you|someone|somebody|anyone|"
    r"anybody|one of you) <2>have",
    r"(?:why|how come) (?:have|did|do|are|can|could|would) (?:not )?(?:you|nobody|no one|anyone|anybody) <2>(?:not|"
    r"never|ignored?|ignoring|failed|stopped|taking|replied|answered|respond(?:ed)?|bother(?:ed)?|written|called|"
    r"even|got|get)",
    r"why (?:has|did|can|could|would|is) (?!<2>tell me (?:about|of|that)\b)(?:nobody|no one|it that nobody|"
    r"it that no one|not (?:anyone|anybody|somebody))|why (?:have|did|do|are|has|would|can|could) not (?:you|anyone|"
    r"anybody)",
    r"why (?:is it|is this|are you|does it) <1>(?:taking|take) (?:so|this|that) long|how (?:long|hard|"
    r"difficult) (?:does|can|will|must|could) it (?:take|be) to",
    r"how (?:dare you|could you(?! (?:possibly )?(?:tell|know|guess|see|taste|hear|make|use|find|spot|have known)\b))|"
    r"who do you think you|what (?:kind|sort) of (?:company|firm|employer|people) (?:does|do|would|treats?|leaves?|"
    r"are you|is this)|(?:is|was) (?:that|this) how you treat|was i not worth|(?:do|did|have|can|could) you even|"
    r"do you ever (?:read|bother|answer|reply)|have you any idea how (?:long|hard|much|it feels)|is it (?:so|too|"
    r"that) (?:hard|much|difficult) to",
    r"^(?:are you serious|is this (?:a|some <2>) ?joke|you can not be serious|come on|give me a break|(?:a )?(?:big|"
    r"huge|bad) mistake|hurry|chop,? chop)(?= ?[.!?]|$)|^seriously(?= ?\?)|have had it with (?:this|your|"
    r"the (?:process|whole))|beyond me why (?:nobody|no one|you|it|this)|(?:this|you|your <1>\w+) (?:is|are|has been|"
    r"have been) taking <2>(?:forever|too long|ages)(?= ?[.,!]|$)|this (?:is|has) (?:getting|becoming|become|"
    r"gone) <1>(?:ridiculous|absurd|a joke|beyond a joke|too far)|(?:somebody|someone|"
    r"your <1>\w+) owes? me an? <1>(?:answer|reply|response|explanation|apology|decision)|"
    r"i have (?:more than )?(?:earned|deserved) <2>(?:reply|answer|response|explanation|better)|least i (?:deserve|"
    r"am owed|can expect)",
    r"you (?:lied to|misled|deceived|cheated|betrayed) (?:me|us|everyone)|you (?:broke|did not keep|"
    r"failed to keep|went back on) your (?:promise|word)|(?:talking|speaking|writing) to a (?:brick )?wall|"
    r"(?:shouting|writing|speaking|talking) into (?:the|a) void|(?:will|shall|going to|choice but to) <2>(?:contact|"
    r"contacting|speak to|speaking to|write to|writing to|report <3>to) your (?:superiors?|boss|head office)|"
    r"(?:forced|obliged|compelled|choice but) to take (?:this|it) (?:further|higher)|(?:calling|emailing|ringing|"
    r"phoning|writing) (?:in |by )?every (?:single )?(?:day|hour|morning|week) until|(?:leave|post|"
    r"write) an? (?:(?:honest|bad|one-star|negative|public) )+review of (?:you|your)|(?:leave|post) an? review of "
    r"(?:you|your)",
    r"^(?:(?:but|and|yet|still|so|then),? )?you (?:did not|have not|never) (?:call|called|ring|rang|rung|write|wrote|"
    r"written|answer|reply|phone|phoned|respond|come back|came back)(?: to)?(?: me)?(?: back)?(?= ?[.;!]|$)|(?:this|"
    r"that|it) (?:is|was) (?:really |very )?not (?:very |so |at all )?(?:fair|polite|nice|professional|respectful|"
    r"serious|correct of you|right of you)(?= ?[.,;!]|$)",
    r"(?:muck|mess|jerk|string|play|push|kick|fob)(?:ed|ing)? me (?:around|about|along|off)|(?:circl\w+|check\w*|"
    r"follow\w*|writ\w+|ask\w*|email\w*|reach\w*|chas\w+|try\w*|ring\w*|call\w*|back|touch) <4>for the (?:third|"
    r"fourth|fifth|sixth|seventh|tenth|umpteenth|nth|last) time|(?:no longer|not|clearly not|"
    r"hardly) (?:exactly )?a priority(?= ?[.,;!?]|$| (?:for|to) (?:you|your|the))",
    r"(?:could|would|should|might|please|kindly|must) <4>(?:have|show|do|extend|pay)(?: me)? the (?:common |simple |"
    r"basic )?(?:courtesy|decency|grace)",
    # Sarcasm, and what is laid at the reader's door.
    r"(?:thanks|thank you) (?:so much |very much |a lot )?for (?:nothing|absolutely nothing|wasting|ignoring|ghosting|"
    r"leading me on|stringing|the (?:runaround|cold shoulder)|your silence|not (?:calling|answering|replying|writing|"
    r"bothering|even))|you (?:clearly|obviously|evidently|apparently) (?:<1>)(?:went with|chose|picked|hired|"
    r"had (?:made up|already|no|your)|do not|could not)|(?:went with|gave (?:it|the job) to) (?:the boss|somebody's|"
    r"someone's|a friend|some (?:nephew|friend|insider))|we both know (?:it|who|why)(?= ?[.,;!]|$)|you know (?:full|"
    r"perfectly|very) well why|(?:as|like) if (?:i|we) (?:do|did) not (?:matter|exist|count)|(?:nice|great|"
    r"good) to know (?:that )?<2>(?:i do not matter|where i stand)(?= ?[.!]|$)|^how (?:very )?(?:typical|"
    r"predictable)(?= ?[.!]|$)|what a (?:joke|circus|farce|shambles|waste)(?= ?[.!?,]|$)|(?:i )?(?:hope|"
    r"trust) you are (?:happy|pleased|proud|satisfied)(?= (?:now|with yours))|(?:is|was) (?:it|"
    r"that) (?:really )?(?:too|so) much to ask",
    r"i (?:think |feel |believe )?(?:i )?(?:have been|was) <1>(?:more than|very|extremely|"
    r"nothing but) patient(?= ?[.,;]|$| (?:with (?:you|your)|and|but|so far|until))|(?:tried|trying|try) to (?:be|"
    r"stay|remain) patient(?= ?[.,;!]|$| (?:but|and|so|with (?:you|your|this process)))|(?:not|hardly|"
    r"never) <3>(?:understand|see|know|imagine|fathom) why (?:it|this|that) (?:is|has been|has to be|"
    r"must be) <1>(?:so|this|that) (?:difficult|hard|complicated) to (?:get|give|send|answer|reply|write|call|tell|"
    r"say|make|decide)|(?:get|getting|give me|want|deserve) <2>straight answer",
    # Being treated badly.
    rf"i (?:have been|was|am|am being|feel|felt) <2>(?:ignored(?! by (?!you|your|hr|every|the "
    rf"<1>(?:team|company|panel|office)))|ghosted|strung along|fobbed off|messed about|led on|"
    rf"snubbed|insulted|misled|cheated|disrespected|deceived|betrayed|humiliated|belittled|let down(?! by my)|"
    rf"treated (?:badly|unfairly|shabbily|poorly))|(?:you|your <2>|have|has|be|been|being|were|was|and) <1>(?:ghosted|"
    rf"ignored|snubbed) (?:me|(?:all |every one |both )?(?:of )?my <1>(?:{_CRAFT}|"
    rf"application|requests?|questions?))",
    rf"ignoring (?:me|my <1>(?:{_CRAFT}|application|requests?))|(?:led|leading|strung|stringing) me (?:on|along)|"
    rf"left me (?:hanging|dangling|in the dark)|you (?:have |had )?(?:kept|left|keep|leave) me (?:waiting|hanging|"
    rf"in the dark)",
    r"wast(?:e|ed|ing) (?:<4>)(?:of )?(?:my|our) <1>(?:time|weeks?|days?|months?|morning|afternoon)(?! (?:and yours|"
    r"or yours|on (?!you|your)))|(?:complete|total|huge|utter|colossal) waste of <1>time",
    r"(?:should|ought to|must) be <1>(?:ashamed|embarrassed)|shame on you|(?:no|hardly|not) (?:a |the |"
    r"any )?way to treat|can not believe (?:that |how |what )?you <4>(?:not|never|would|treat|treated|"
    r"left|leave|ignored|chose|gave|hired)|you (?:should|could) have had the",
    r"(?:treat|treated|treats|treating) (?:people|me|us|candidates|applicants|others|everybody|"
    r"everyone) (?:like (?:this|that|dirt|rubbish|a number)|this way|that way|so (?:badly|poorly)|better than|"
    r"with (?:more|such|so little|a bit)|worse|as if|as though)|how you treat (?:people|me|candidates|applicants|"
    r"others)",
    rf"(?:this|that|it|which|you|(?:the|your|such|this|that) <1>(?:silence|treatment|behavio(?:u)?r|process|conduct|"
    rf"firm|manner|delays?|way <6>)) (?:is|was|are|were|has been|feels?|seems?|be) (?:simply |just |frankly |quite |"
    rf"totally |completely |absolutely |utterly |downright |really |very |so |rather |most |extremely |"
    rf"deeply )*{_SHAMEFUL}(?! (?:weather|rain|hat|jokes?|ideas?|price|prices|amount|of (?:me|myself|him|her|them|my|"
    rf"an?|(?:the|that) (?!company|firm|team|panel|people|manager|recruiter))\b))",
    rf"(?:find|found) (?:it|this|that|your) <4>{_SHAMEFUL}|(?:such|what) (?:a|an) <1>(?:disgrace|insult|farce|"
    rf"sham)|is a (?:<1>)disgrace",
    r"(?:disgusted|appalled|outraged|insulted|offended) (?:by|at|with|that) <2>(?:you|your|how|this treatment|"
    r"the way)|(?:<1>)(?:complete|total|utter|such a|a|the|your) lack of (?:respect|courtesy|professionalism|manners|"
    r"communication|decency)",
    r"(?:common|basic|some|simple|ordinary) (?:courtesy|decency|manners)|(?:not|nobody|no one|never|without|lack|"
    r"lacked|might have had|could have had|at least have|even have|even) <8>the <1>(?:decency|courtesy|manners|"
    r"grace) to|(?:might|could|should|ought to|at least|not|never|without|even|deserved?|expect(?:ed)?|owed?) <6>the "
    r"<1>(?:decency|courtesy|grace) of",
    r"(?:can not|could not|not) <1>be (?:bothered|arsed)|(?:nobody|no one|none) <6>(?:can|could) be (?:bothered|"
    r"arsed)|(?:learn|teach|wish) <4>manners|(?:not|never) (?:even )?bother(?:ed)? (?:to (?:answer|reply|"
    r"respond|read|call|write|tell|let)|replying|answering)|the least you (?:can|could|should)|you (?:never|did not|"
    r"do not|have not) (?:<1>)(?:bother|bothered|care|cared|even (?:read|reply|answer|look|call|respond)|replied|"
    r"answered|responded)",
    r"you (?:clearly|obviously|evidently|apparently) (?:<1>)(?:not|never|do not|did not|have no|have not|can not|"
    r"could not|prefer|think (?:nothing|little|you)|are (?:not|too)|were (?:not|never|too))|too (?:important|busy|"
    r"grand|proud) to (?:<1>)(?:answer|reply|return|call|write|respond|bother|be bothered)",
    r"you people(?! (?:have|are) (?:<1>)(?:kind|lovely|wonderful|great))|nepotism|stitch-up|you (?:hire|"
    r"hired|chose|picked|took) (?:the boss|somebody's|someone's|a friend|some (?:nephew|friend|insider))",
    # Anger, and threats.
    r"(?:fed up|sick and tired|sick of (?:being|waiting|this)|tired of (?:waiting|being|chasing)|(?:lost|losing|"
    r"run out of|running out of) (?:<1>)patience|patience (?:is|has) <1>(?:thin|wearing|run|running|limits?|"
    r"at an end)|had enough of (?:this|your|being|waiting))",
    r"(?:very|extremely|deeply|most|so|bitterly|really|rather|beyond|incredibly|hugely) (?:disappointed|"
    r"disappointing|frustrated|frustrating|annoyed|angry|upset|irritated|offended|displeased|dismayed) <1>(?:in|with|"
    r"by|at|that|how) <2>(?:you(?! (?:could not|can not|were not able))|your (?:<1>)(?:silence|behavio(?:u)?r|"
    r"conduct|treatment|lack|firm|company|team)|the way|no one|nobody|(?:after|i have) <4>(?:nobody|no one|nothing|"
    r"not|never)|how (?:you|i (?:was|have been))|this treatment|the lack|the silence)",
    r"(?:disappointed|let down|frustrated|annoyed|angry|angered|upset|irritated|dismayed|hurt|offended|puzzled|"
    r"baffled) (?:in|by|with|at|about) (?:you(?= ?[.,;!]|$)|all of you|your <1>(?:silence|behavio(?:u)?r|conduct|"
    r"treatment|lack|manners|firm|company)|the <1>(?:lack|absence) of (?:news|communication|response|reply|answer|"
    r"contact|feedback|updates?|courtesy|respect)|the silence)|your <1>silence (?:is|has been|was|feels|"
    r"seems) <3>(?:disappointing|frustrating|hurtful|rude|telling|strange|odd|puzzling|baffling|unacceptable|unkind|"
    r"cruel|hard)",
    r"(?:disappointing|frustrating|annoying) <2>(?:after|that|how) <5>(?:nobody|no one|you|nothing|not)",
    r"(?:will not|would not|never|can not) (?:be )?<1>recommend(?:ing)? (?:you|your)|warn (?:<1>)(?:everyone|"
    r"everybody|people|others|friends|candidates)|make sure (?:that )?<1>(?:everyone|everybody|people|"
    r"others) (?:know|knows|hear|hears)|(?:bad|negative|honest) review",
    r"you (?:still )?(?:owe|owed) me(?! <2>(?:coffee|tea|drink|pint|beer|lunch|cake|biscuit|dance|game|rematch))|"
    r"i deserve(?:d)? (?:better|an? (?:answer|reply|explanation|response|proper)|"
    r"more (?:respect|than)|to (?:be|know|hear))|your mistake|you made a <1>mistake|more respect than",
    r"(?:do not|never) (?:ever )?(?:contact|write to|call|email) me (?:again|any more|anymore|ever)|"
    r"do not bother (?:to )?(?:reply|replying|answer|answering|calling|writing)|take your (?:job|offer) and|"
    r"got the (?:hint|message),? (?:and )?i",
)
BEGGING = Phrases(
    r"i am <3>desperate(?! to (?:see|read|visit|try|taste|(?:know|hear|find out|learn) (?:how (?!i|it|you|things)|"
    r"what (?:happen|became)|who|more about)))|"
    r"desperate (?:for (?:<2>)(?:job|work|chance|answer|"
    r"role|position|income|money|reply|opportunity)|need of (?:work|a job|money)|to (?:get|have|find|hear))",
    r"desperately (?:<1>)(?:need|want|hope|hoping|looking|seeking|waiting)",
    r"i (?:am )?(?:really |just |literally )?(?:beg|begging|implore|imploring|plead|pleading|"
    r"beseech)(?! (?:your pardon|to differ|off))|on my knees (?:begging|asking)|for the love of god|for pity's sake|"
    r"pretty please|have mercy|(?:take|have) pity",
    r"please,? please|please,? pretty please|please,? i (?:[\w'-]+,? ){1,5}please(?= ?[.!]|$)",
    r"i (?:(?:really|just|badly|truly|desperately|so),? ){0,3}need this(?= ?[.,;!]|$| more than| so (?:badly|much))|"
    r"(?:nowhere|nobody|no one) (?:else |left )*to turn(?= to\b| ?[.,;!]|$)|please,? (?:please )?(?:just |"
    r"do )?(?:take|hire|choose|pick|help) me(?= ?[.,;!]|$)|"
    r"sorry,? (?:[\w'-]+,? ){0,4}sorry,? (?:[\w'-]+,? ){0,4}(?:so )?sorry|my humblest apologies|grovel\w*|"
    r"(?:apologies|apologi[sz]e|forgive me) for <2>(?:bombarding|pestering|nagging|hounding|harassing|spamming|"
    r"badgering|plaguing|flooding)|sorry (?:to|for) (?:<2>)(?:bombard|hound|harass|spam|badger|plague)(?:ing)? you",
    r"(?:would|will) break my heart (?:if you|to be (?:turned|rejected|refused|passed)|not to)|i (?:would|will|"
    r"shall) be (?:<1>)(?:devastated|heartbroken|crushed|destroyed) (?:if (?:i (?:do|did|were|am) not|you)|"
    r"not to (?:get|be))|can not <1>(?:take|bear|face|stand) (?:another|one more|any more) <1>(?:rejections?|no|"
    r"refusals?|disappointments?)|(?:take|accept|work for) any (?:pay|wages?|salary|money)(?= ?[.,;!]|$)",
    r"i (?:really |just |badly |truly |desperately |so )?need (?:this|the|a|your|any) <1>(?:job|work|position|role|"
    r"income|break)(?! (?:done|finished|to be)\b)|(?:just |only |please )give me (?:a|one|this|just one|"
    r"another) <1>(?:chance|shot|break)",
    r"i (?:will|would) do (?:anything|whatever)(?= ?[.,;!]|$| to (?!help)| it takes| for (?:this|the|a) <1>"
    r"(?:job|chance|position|role|post|place|work))|whatever it takes to (?:get|have)|"
    r"work for (?:free|nothing)|you are my (?:last|only) (?:hope|chance)|my (?:last|only) hope",
    rf"(?:so|really|very|terribly|awfully|truly|deeply|extremely|genuinely|incredibly) sorry <1>(?:to|for|about|"
    rf"if i am) <3>{_NUISANCE}",
    rf"sorry (?:to|for) (?:<2>)(?:pester(?:ing)?|nag(?:ging)?|keep(?:ing)? (?:bothering|writing|asking|emailing|"
    rf"pestering|chasing|on)|(?:be|being) (?:such )?a (?:pain|nuisance|pest)|{_NUISANCE} you (?:again|yet again|"
    rf"once more|so|like this|all the time))",
    rf"(?:forgive|excuse|pardon) (?:me|my) (?:for )?<1>(?:{_NUISANCE}|begging|desperation|pestering)|"
    rf"i know (?:that )?i am (?:being )?(?:a (?:pain|nuisance|pest|bother)|annoying|not (?:good enough|worth))|"
    rf"i hate to (?:beg|pester|nag|be a (?:pain|nuisance))",
    r"i am (?:probably |surely |likely )?not (?:worthy|good enough|worth your)|(?:rent|bills|mortgage) (?:<1>)(?:is|"
    r"are) <1>(?:due|behind|overdue|waiting)|(?:feed|support) my (?:family|children|kids)|lose (?:my|the|"
    r"our) (?:home|house|flat|apartment)|at my wits'? end|(?<!other )end of my (?:rope|tether|savings)",
)
SOON = Phrases(r"as soon as (?:humanly )?possible|a ?\.?s ?\.?a ?\.?p")
DEMAND_IN_IT = Phrases(
    r"(?:i|we) <2>(?:(?:need|want|expect|require|must)(?! (?:to )?(?:start|begin|join|come|move|leave|finish|apply|"
    r"return|repay|give you|be there)\b)|would <1>(?:like|appreciate) (?:an?|your|some|if|to (?:hear|know|"
    r"have|get|receive|be told)))",
    rf"get back to me|let me know|{NEWS} <2>from you|hear from you|your <1>{_ANSWER}",
)
