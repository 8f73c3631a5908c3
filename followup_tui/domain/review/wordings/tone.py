"""Wordings of pressure, reproach and begging."""

from followup_tui.domain.review.phrases import Phrases

PUSHY = Phrases(
    r"i (?:must |really |hereby )?(?:demand|insist)",
    r"i (?:do |really |fully |would |shall |will )?expect (?:an?|your|some|to hear|to receive|to be|you to|better|"
    r"more from) <3>(?:answers?|reply|response|call|decision|explanation|from you|told|treated|courtesy|respect|"
    r"today|tomorrow|now|by|"
    r"respond|reply|answer|get back|hire)",
    r"(?:please|kindly|must|must|need you to|ask you to|urge you to|expect you to|you to|you should|"
    r"you had better|and|so|just|^)(?: please)? ?(?:respond|reply|answer me|answer this|call me|write back|"
    r"contact me|let me know|get back to me|decide|tell me|confirm)(?: [\w'-]+){0,4} (?:immediately|at once|"
    r"right away|right now|today|straight away|without (?:further )?delay|"
    r"or else|by (?:tomorrow|tonight|the end of (?:today|the day|business)|end of (?:day|business)|"
    r"close of business|noon|cob|eod)|within (?:24|48|twenty-four|the next) hours?)",
    r"(?:an?|your|the) (?:immediate|urgent|prompt) (?:reply|response|answer|decision|attention)",
    r"(?:this is|it is|most|very|quite|extremely) urgent|urgently (?:need|require|want|await|expect)|"
    r"urgent (?:reply|response|answer|matter)",
    r"(?:need|want|require|expect|must have|waiting for|give me|get me|send me) <4>(?:an answer|your answer|"
    r"a reply|your reply|a response|your response|a decision|your decision|to know) <3>(?:now|today|tomorrow|"
    r"immediately|straight away|urgently|"
    r"at once|tonight|this week|by (?:monday|tuesday|wednesday|thursday|friday|tomorrow|tonight|today|noon|"
    r"the end of (?:the )?(?:day|week)))(?: at the latest)?",
    r"(?:final|last) (?:notice|warning|reminder|chance|time i)|last chance|(?:do not|"
    r"please do not) (?:keep me waiting|waste|ignore)|stop (?:ignoring|wasting|stalling)",
    r"(?:hurry up|get a move on|make up your mind|make your mind up|what is the hold ?-?up|"
    r"what is taking (?:you )?so long|sort (?:this|it) out|get your act)",
    r"(?:i will|i shall|i am going to|i have to) (?:keep|not stop|continue) (?:calling|writing|emailing|until|"
    r"ringing|asking)",
    r"(?:or|otherwise|unless)(?:,)? i (?:will|shall|am going to) (?:<2>)(?:assume|complain|report|tell|post|"
    r"write to your|take it|contact your|go to|escalate)",
    r"you (?:must|have to|need to|had better|ought to) (?:<1>)(?:reply|answer|respond|hire|call|decide|tell|"
    r"let me know|give me|get back|understand that i)",
    r"(?:you will|you would) (?:regret|be sorry|be making a (?:<1>)mistake|not find (?:anyone|anybody|a) better)|"
    r"your loss",
)
REPROACH = Phrases(
    r"(?:still|again|yet) (?:<2>)(?:not|no|never|nothing|waiting|without) <3>(?:heard|hear|received?|reply|"
    r"replied|answer|answered|response|responded|call|word|got|had|been told|for (?:you|your|an|a) (?:reply|"
    r"answer|response|call)|back from you|to hear (?:back )?from you)",
    r"(?:have|has|had) (?:still|yet) (?:to|not) (?:hear|heard|receive|get|be|reply|respond|"
    r"answer)(?: [\w'-]+){0,3} (?:from you|back|your|reply|answer|response|anything)",
    r"(?:still|yet) (?:waiting|await(?:ing)?)(?: for| on| to hear)?(?: back)?(?: from)? (?:your|you|a reply|"
    r"an answer|a response|any)",
    r"(?:as )?per my (?:<1>)(?:last|previous|earlier|prior|first|other)? ?(?:emails?|messages?|notes?|letters?|"
    r"voicemails?|mails?)",
    r"as (?:i )?(?:already |previously |clearly |repeatedly )?(?:said|stated|mentioned|wrote|written|explained|"
    r"noted|asked|requested|indicated|told you) (?:already |before |previously |clearly |repeatedly |"
    r"twice )?(?:in|by) (?:my|the|several|two|three) <1>(?:last|previous|earlier|first|prior|emails?|messages?)",
    r"(?:why|how come) <1>(?:have|has|did|do|does|are|is|would|can|could) ?<1>(?:you|nobody|no one|no-one|"
    r"not anyone|anyone) <2>(?:not|never|ignored?|ignoring|failed|stopped|taking|take|replied|answered|"
    r"respond(?:ed)?|bothered|written|called|even)",
    r"why (?:have|did|do|are|is|has|would|can|could) not (?:you|anyone|anybody|your)|why (?:is it|is this|are you|"
    r"does it) (?:<1>)(?:taking|take) (?:so|this|that) long|how (?:long|hard|difficult) (?:does|can|will|must|"
    r"could) it (?:take|be) to",
    r"how many (?:times|more times|emails|messages) (?:do|must|have|will) i|(?:second|third|fourth|fifth|"
    r"umpteenth|sixth) (?:time|email|message|reminder) (?:i|that i|with no|without)",
    r"(?:been|being|feel|felt|i am) (?:<2>)(?:ignored|ghosted)|(?:you|been|being|feel|felt|am) (?:<2>)(?:ghosted|"
    r"ghosting|ignored me|ignored my (?:<1>)(?:emails?|messages?|calls?|letters?)|ignoring (?:me|my|us|every|all)|"
    r"strung along|stringing me|fobbed off|messed about|left hanging|led on|taken for a ride|snubbed|"
    r"forgotten about me)",
    r"(?:ghosted|ignored|snubbed) (?:me|my (?:emails?|messages?|calls?|letters?|application|requests?|questions?|"
    r"last|previous|notes?))|(?:led|leading|strung|stringing) me (?:on|along)|left (?:me )?hanging|"
    r"left me (?:in the dark|waiting|dangling)|(?:kept|keep|keeping) me (?:waiting|dangling|hanging|in the dark)",
    r"(?:wast(?:ed?|ing)|waste of) <5>time(?! (?:for the|in the|between))(?=.{0,40})",
    r"(?:should|ought to|must) be (?:<1>)(?:ashamed|embarrassed)|shame on|(?:a|an|such a|it is a|what a|complete|"
    r"utter|absolute) (?:disgrace|insult|joke|farce|sham|scandal|outrage)(?= ?[,.;!]| (?:how|that|to|and|after|"
    r"from))",
    r"(?:disgusted|appalled|outraged|insulted|offended|contempt) (?:by|at|with|that|for) (?:<2>)(?:you|your|how|"
    r"the way|this|treatment|silence|process|firm|company)",
    r"(?:this|that|it|which|you|silence|treatment|behavio(?:u)?r|process|conduct|company|firm|manner|delay|delays|"
    r"way <6>) (?:<2>)(?:is|was|are|were|has been|feels?|seems?|be) <2>(?:unacceptable|unprofessional|"
    r"disrespectful|disgraceful|outrageous|ridiculous|appalling|rude|insulting|inexcusable|shameful|pathetic|"
    r"discourteous|shabby|disgusting|unforgivable|laughable)",
    r"(?:find|found) (?:it|this|that|your <2>) (?:<2>)(?:unacceptable|unprofessional|disrespectful|disgraceful|"
    r"outrageous|ridiculous|appalling|rude|insulting|inexcusable|shameful|pathetic|discourteous|shabby|offensive)",
    r"(?:no|hardly|not) (?:a |the |any )?way to treat|can not believe (?:that |how |what )?(?:<1>)you|(?:times|"
    r"emails|messages|calls|weeks|days|months|letters) (?:<3>)without (?:an?|any|a single|"
    r"so much as) <2>(?:answer|reply|response|word|line|call)|ignored (?:all|every|each|both) (?:<2>)my",
    r"(?:unprofessional|discourteous|bad manners|rude|rudeness|lack of (?:respect|courtesy|professionalism|"
    r"manners|communication|decency)|common (?:courtesy|decency)|basic (?:courtesy|decency|manners)|"
    r"the (?:decency|courtesy|manners|grace) to)",
    r"(?:can not|could not|cannot|not) (?:<1>)be (?:bothered|arsed)|(?:not|never) (?:even )?(?:bother|"
    r"bothered) (?:to|with|replying|answering)|the least you (?:can|could|should)|you (?:never|did not|do not|"
    r"have not) (?:<1>)(?:bother|bothered|even|care|cared|reply|replied|answered|answer|responded|had the)",
    r"you (?:promised|said|told me|swore|assured me)(?: [\w'-]+){1,14} (?:but|and|yet|"
    r"and yet)(?:,)? (?:<2>)(?:nothing|silence|never|not|no one|nobody|still|you (?:have|did|"
    r"never))(?=.{0,60}(?:heard|replied|called|happened|since|word|did|done|came|answer|silence|nothing|written|"
    r"$))",
    r"(?:fed up|sick (?:and tired )?of|tired of waiting|tired of (?:being|chasing)|lost patience|losing patience|"
    r"losing (?:my )?patience|running out of patience|patience (?:is|has) (?:<1>)(?:thin|wearing|run|running|"
    r"limits?|end)|had enough of|run out of patience)",
    r"(?:how (?:dare|could) you|who do you think|what (?:kind|sort) of (?:company|people|person|employer|outfit|"
    r"place|manager)|is (?:that|this) how you treat|was i not worth|do you (?:even|ever) (?:read|care|bother)|"
    r"have you (?:even|any idea)|did you (?:even|ever) (?:read|look|bother))",
    r"(?:will not|would not|never|not) (?:be )?(?:<1>)recommend(?:ing)? (?:you|your)|(?:tell|warn|make sure|"
    r"let) <2>(?:everyone|everybody|people|others|the world|friends|my network|the internet) <3>(?:about|know|how|"
    r"avoid|what)|glassdoor|leave (?:a|you) <1>review",
    r"(?:more|some|better|a little) respect than|(?:treat|treated|treats|treating) (?:people|me|us|candidates|"
    r"applicants|others|everybody|everyone) (?:like|this way|that way|so (?:badly|poorly)|better than|"
    r"with (?:more|such|so little|a bit)|worse|as if|as though)|how you treat",
    r"you (?:people|lot)|you (?:clearly|obviously|evidently|apparently) <2>(?:not|never|do|did|have|prefer|think|"
    r"care|can|could|are|were)|you (?:hire|hired|chose|picked|took) (?:the boss|somebody's|someone's|a friend|"
    r"some)|nepotism|rigged|stitch-up|fix was in",
    r"(?:silence|lack of (?:a )?(?:reply|response|answer|news|communication|feedback)) (?:<2>)(?:speaks|says|is|"
    r"has been|was|tells) (?:<3>)(?:volumes|deafening|rude|unacceptable|disappointing|frustrating|lot|everything|"
    r"all|telling)|deafening silence|radio silence",
    r"(?:very|extremely|deeply|most|so|bitterly|quite|really|rather|more than a little|beyond) (?:disappointed|"
    r"frustrated|annoyed|angry|upset|irritated|offended|displeased|dismayed) (?:<1>)(?:in|with|by|at|that|"
    r"how) (?:<1>)(?:you|your|the way|no one|nobody|nothing|i have|how|this treatment|not)",
    r"(?:it is|that is|this is) (?:<2>)(?:unfair|a pity you|your fault|not (?:fair|good enough|acceptable|right|"
    r"how))|you (?:owe|owed) me|i deserve(?:d)? (?:<1>)(?:better|this|an|a|the|more|to)|your mistake|"
    r"you made a (?:<1>)mistake",
    r"(?:do not|never) (?:ever )?(?:contact|write to|call|email) me (?:again|any more|anymore|ever)|do not bother|"
    r"take your (?:job|offer) and|to be (?:brutally )?honest, you",
)
BEGGING = Phrases(
    r"(?:i am |am |is |getting |feeling |so |really |very |truly |pretty |absolutely )+desperate(?! (?:measures|"
    r"to (?:see|read|visit|try|taste)))|desperate (?:for (?:<1>)(?:job|work|chance|answer|role|position|income|"
    r"money|reply|opportunity)|need|to (?:get|have|work|find|hear))",
    r"desperately (?:<1>)(?:need|want|hope|hoping|looking|seeking|waiting|require|trying)",
    r"(?:i |i am |am |we )(?:<2>)(?:beg|begging|implore|imploring|plead|pleading|beseech)(?! (?:your pardon|"
    r"to differ|off))|on my knees|for the love of god|for pity's sake|pretty please|have mercy|take pity|have pity",
    r"please,? (?:please|pretty please)",
    r"i (?:<2>)need (?:this|the|a|your|any) (?:<1>)(?:job|work|position|role|income|chance|break)|(?:give|"
    r"just give|only give) me (?:a|one|this|just one|another|the) (?:<1>)(?:chance|shot|break)|"
    r"i will do (?:anything|whatever)|i would do anything(?! (?:for you|to help))|"
    r"(?:anything|whatever) (?:it takes|you (?:want|ask|say)) to (?:get|have)|work for (?:free|nothing)|"
    r"you are my (?:last|only) (?:hope|chance)|my (?:last|only) (?:hope|chance)(?! to)",
    r"(?:so|really|very|terribly|awfully|truly|deeply|extremely|genuinely|incredibly|am) sorry (?:<1>)(?:to|for|"
    r"about|if) (?:<2>)(?:bother|bothering|bother you|annoy|annoying|pester|pestering|disturb|disturbing|nag|"
    r"nagging|be a (?:pain|nuisance|bother|pest)|being a (?:pain|nuisance|bother|pest)|"
    r"chase|chasing|hassle|hassling|trouble|troubling|keep|take up|taking up|wast(?:e|"
    r"ing))(?: [\w'-]+){0,5} (?:again|once more|yet again|another time|for the|so (?:much|often)|like this|"
    r"all the time|your (?:<1>)time)",
    r"(?:so|really|very|terribly|awfully|truly|deeply|extremely|incredibly) sorry (?:<1>)(?:to|for|about|"
    r"if) (?:<3>)(?:bother|bothering|annoy|annoying|pester|pestering|disturb|disturbing|nag|nagging|pain|nuisance|"
    r"hassle|hassling)",
    r"sorry (?:to|for) (?:<2>)(?:pester|pestering|nag|nagging|keep (?:bothering|writing|asking|emailing|pestering|"
    r"chasing)|be (?:such )?a (?:pain|nuisance|pest)|being (?:such )?a (?:pain|nuisance|pest)|bother you (?:again|"
    r"yet again|once more|so)|bothering you (?:again|yet again|once more|so))",
    r"(?:forgive|excuse|pardon) (?:me|my) (?:<1>)(?:for )?(?:<1>)(?:bothering|pestering|being (?:such )?a|nagging|"
    r"persistence|pestering|begging|desperation)|i know (?:that )?i am (?:being )?(?:a (?:pain|nuisance|pest|"
    r"bother)|annoying|not (?:good|worth|the best|qualified))|i hate to (?:beg|pester|nag|be a (?:pain|nuisance))",
    r"i am (?:probably |surely |likely )?not (?:worthy|good enough|worth your)|(?:rent|bills|"
    r"mortgage) (?:<2>)(?:due|to pay|behind|overdue|waiting)|(?:feed|support) my (?:family|children|kids)|"
    r"lose (?:my|the|our) (?:home|house|flat|apartment)|at my wits'? end|end of my (?:rope|tether|savings)",
)
SOON = Phrases(r"(?:as soon as (?:humanly )?possible|a ?\.?s ?\.?a ?\.?p)")
DEMAND_IN_IT = Phrases(
    r"(?:i|we) (?:<2>)(?:need|want|expect|require|must|would (?:<1>)(?:like|appreciate) (?:an?|your|some|if|"
    r"to (?:hear|know|have|get|receive|be told)))|get back to me|let me know|(?:hear|answer|reply|response|decision|"
    r"word|news|update) (?:<2>)from you|your (?:<1>)(?:reply|answer|response|decision)"
)
