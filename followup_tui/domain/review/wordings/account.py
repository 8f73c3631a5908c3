"""What a letter is made of that shows no interest: reports, thanks, requests, and the writer's particulars.

Interest can be told in any words; these few things cannot. They are written for one clause in plain text.
"""

from followup_tui.domain.review.phrases import Phrases, word_set

MODALS = word_set("would should will shall might could may")
# What may stand between the subject and its verb.
BETWEEN = word_set(
    "also just still already really very much so now then only not never always once since even ever do did simply "
    "therefore currently indeed both all quite"
)
# Adverbs end in -ly; these do not become adverbs by it.
VERBS_IN_LY = word_set("apply reply supply fly rely comply multiply friendly lively orderly")
# Irregular past forms and participles; the regular ones end in -ed.
PAST = word_set(
    "was were had did said told went came saw met sent gave took made found spoke ran knew thought spent left put got "
    "showed held brought wrote read heard felt let kept taught learnt sat stood built sold grew won lost began became "
    "chose drew drove fell flew forgot rode rose sang slept swam threw wore cut hit set hurt shut cost dealt dug fed "
    "fought hung laid led lay lit meant paid rang sought shook shot slid spun stuck struck swung understood woke "
    "bought caught bent broke done been gone seen taken given written spoken known driven grown worn woken risen "
    "stolen frozen forgotten sworn torn hidden fallen flown eaten drunk sung begun chosen thrown ridden come become "
    "run"
)
# Past forms that are also the bare verb: "I'd put it there" is no "I had put it there".
BARE = word_set("let put cut set read hit shut cost hurt found felt come become run")
# What a writer does at the time of writing, or for a living: facts, opinions and errands.
DOING = word_set(
    "know hold live speak work write ask understand believe suppose enclose attach see agree recall remember own run "
    "teach use keep make think guess trust reckon gather suspect doubt fear assume say tell mention pass mean need "
    "must appreciate send copy notice wonder apply refer note realise realize admit confess promise look sympathise "
    "sympathize have sign start finish add state report answer travel commute study read count check get take put "
    "come deal handle manage lead supervise serve sell buy drive ride sail walk fly weld polish cut repair mend fix "
    "paint plaster sew knit draw design print bind carve plant prune graft brew roast cook bake clean wash nurse "
    "treat train coach tutor mentor play sing dance edit type code test translate interpret practise practice "
    "volunteer specialise specialize"
)
# "I am …": where, when, what, how old, and what the letter is about.
BEING = Phrases(
    r"^(?!<1>(?:hoping|longing|looking|counting|dreaming|wishing|aching|dying|aiming|on board|at home|glad (?:of|for)|"
    r"happy (?:with|for)|in$)\b)(?:in|on|available|free|away|late|early|slow|idle|lazy|shy|ill|sick|abroad|around|"
    r"certified|licen[sc]ed|qualified|registered|used to|of (?:good|sound|sober|strong)|based|at|from|out|off|back|"
    r"an?|the|\w+ing|\d+|\w+teen|(?:twen|thir|for|fif|six)ty\S*|sure|aware|afraid|sorry|well|able|told|trained|asked|"
    r"due|glad|happy|pleased|fluent|familiar|comfortable|good|quick|fast|handy|patient|reliable|punctual|tidy|strong|"
    r"curious <4>(?:outcome|result|decision|progress|news|status|next|when|how|whether|what|where)|"
    r"fit|insured|proficient|experienced|responsible|busy|new|local|self-employed)"
)
# What one is by nature, and by trade: honest, punctual, well-organised. Hope and longing have such endings, too.
DISPOSITION = Phrases(
    r"^(?:(?:an?|very|rather|fairly|always|never|both|by nature) )*(?:honest|talented|gifted|clean|calm|neat|kind|"
    r"tall|young|old|healthy|sober|loyal|polite|cheerful|friendly|discreet|hard[- ]?working|organi[sz]ed|motivated|"
    r"disciplined|skilled|hardy|tough|sturdy|steady|modest|sociable|practical|thorough|numerate|(?:\w+ )?literate|"
    r"\w+worthy|bilingual|multilingual|mobile|married|single|retired|unemployed|employed|right-handed|left-handed|"
    r"(?!enthusi|adam|desir|envi|jeal|cov|hope|wist|ecst|confid|optimis|anxi|content|prepar|grat|thank|curio|conscious|"
    r"serious|fortun|delir|prou)[a-z]{2,}(?:able|ible|ous|ful|ive|ient|ent|ant|ic|ical|some|ile)|"
    r"[a-z]+-(?:\w+ed|\w+ing|going|minded|hearted|headed|fingered|natured|spoken|trained))(?= ?[,.;]|$| (?:and|but|or|"
    r"with|in|at|by|on|under|when|enough|even|person|worker|man|woman|sort|kind|colleague|"
    r"(?:to|about|of) (?!you|this|that|it|the (?:job|post|place|role|position|work)))\b)"
)
# The ways in which one works. Done for the reader, they are an offer.
WAYS = word_set(
    "possess bring learn listen adapt excel thrive multitask arrive pride lift carry operate maintain oversee organise "
    "organize juggle master respect follow tidy miss smoke drink swear mind adjust prepare solve complain tolerate "
    "hold meet pay wear measure weigh consider show lose forget shirk"
)
# "I keep …ing" tells what will not leave the writer's mind.
BROODING = Phrases(r"^keep <1>\w+ing")
# "I can …" tells an ability, but not these.
IMAGINING = Phrases(r"^<2>(?:see|picture|imagine|think|promise|wait|stop|hear)")
# "I would …", "I will …": errands, courtesies, and advice.
ERRANDS = Phrases(
    r"^(?:much )?(?:and|or|to|have|appreciate|remember|forget|bring|send|call|ring|try|write|wait|let you|get back|"
    r"think|check|suggest|say|bet|mention|warn|explain|need|expect|add|ask|know|put|look|replace|argue|"
    r"(?:start|begin) (?:with|at|by))",
    r"^like (?:an?|any|some|your|more|the) <2>(?:updates?|news|word|answer|reply|response|decision|information|"
    r"feedback|clarity|confirmation|idea|indication|timeline|line)",
    r"^be <1>(?:obliged|away|free|available|travell?ing|reachable|out|back|quoting|grateful(?! (?:for|of) the)|"
    r"(?:at|in|on)(?! your| the (?:team|crew|job|staff|list|ward|floor|next|first)))",
    r"^(?:be <1>(?:glad|happy)|like) to (?:know|ask|check|thank|hear|say|add|mention|confirm|follow|find|inquire|"
    r"enquire)",
)
# "I hope …" of other people's things: of the weather, a colleague's leg.
HOPING_FOR_OTHERS = Phrases(
    r"^hope (?:that )?(?!(?:it|this|that|things|to|for|i|you|we|there|against|very)\b)\w+(?!.*\b(?:i|me|my|you)\b)"
)
# What one wants of the conversation, and not of the work.
WANTING_NO_WORK = Phrases(
    r"^(?:want|wish|hope) (?:only |just |simply )?to (?:withdraw|cancel|decline|pull out|step (?:back|down|aside)|know|"
    r"ask|hear|tell|inform|say|thank|mention|add|check|find out|apologi[sz]e|update|confirm|follow|understand|clarify|"
    r"send|share|let you know|point|be (?:clear|honest|frank|told|open|sure|certain))"
)
# Verbs that tell a wish even where they stand alone or without their subject.
WANTING = word_set("want hope dream wish love fancy")
# What people and papers of the writer's will do: vouch for them, follow by post, run out.
OF_ITSELF = Phrases(
    r"(?:will|would|shall|can|could|may|might) <1>(?:confirm|vouch|tell|say|show|speak|testify|attest|"
    r"bear (?:me|this|it) out|agree|follow|arrive|come|reach|end|expire|finish|run out|send|call|ring|contact|answer)"
)
# What is asked of the reader, and what is offered should they ask; and what only goes on thanking.
REQUESTS = Phrases(
    r"let me (?:know|have)|(?:tell|inform|send|call|ring|reach|contact|email|phone|write to|text|advise|update|"
    r"give) me|(?:please(?! me\b)|kindly|(?:could|would|can|will) you) (?!let me)|possible|whether|help me (?:to )?"
    r"(?:know|plan|decide|choose)|if you (?:need|have|want|would|could|can|know)|should you|"
    r"^(?:and )?for (?:your|the|\w+ing)|(?:attached|enclosed)"
)
# Of the writer's own things, those that only say how to reach them, who they are, and what they have done.
PARTICULARS = Phrases(
    r"my <1>(?:number|phone|telephone|mobile|address|email|notice|references?|referees?|availability|application|cv|"
    r"resume|certificates?|details|documents?|papers?|landlord|landlady|lease|employer|wife|husband|partner|mother|"
    r"father|uncle|aunt|niece|nephew|sister|brother|daughter|son|grandmother|grandfather|colleagues?|contract|"
    r"(?:other )?offers?|deadlines?|childcare|car|van|bike|train|bus|dog|cat|child|children|kids|exams?|course|studies|"
    r"thesis|holidays?|flight|schedule|week|month|calendar|diary|timetable|plans|situation|circumstances|rent|loan|"
    r"portfolio|letter|interview|visa|licen[cs]e|store|shop|last|old|former|previous|current|present|first|own|"
    r"apprenticeship|diploma|degree|experience|background|training|skills?|qualifications?|knowledge|strengths?|"
    r"career|boots|tools|view|opinion|mind|guess|hands?|eyes?|eyesight|health|back|english|german|spanish|french|"
    r"italian|polish|handwriting|attendance|record|typing|driving|maths|personality|manners?|attitude|nature|"
    r"character|temper|friends|bosses|teachers|pupils|customers|weakness(?:es)?|hobbies|work|languages?)",
    # "my CPAT is from last fall": papers of whatever name, and the state they are in.
    r"my <3>(?:is|are|runs?|expires?) (?:also |still |now )*(?:current|valid|clean|up to date|in date|in order|on file|"
    r"complete|due|good (?:through|until|till|for)|from|dated|through|until|till|below|above|in (?:\w+ )?\d+)",
)
