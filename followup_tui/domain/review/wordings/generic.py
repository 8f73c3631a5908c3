"""Words that could stand in a note after any interview. They are compared by their stems."""

GENERIC = """
four five seven eight nine eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty
forty fifty sixty seventy eighty ninety hundred dozen loved moved moving
accountability accurate adding aforementioned ahead along amount anticipate appears arise arrangement aside assignment
await awaiting aware awareness backbone basic basics beneficial breadth broad broader calibre caliber capacity careful
carefully central chosen collective combine commit complete completely complex complexity concept concerns concrete
connection consideration core count create creating creative creativity daily day-to-day decide decision decisions
deeply deliver delivering demanding demonstrate depth determination difference difficult discover discovering
dynamics ease effect efficiency efficient efforts embrace emphasis enable engagement enriching ensure entail entails
enjoyment equally essence eventual everyday evident evolve evolving exceed exciting existing exposure face faced faces
facing faith fast-paced final finally finding focused foster fostering foundation framework fruitful fulfilling
function general getting given greater hands hands-on happen heart held helping hold holds honestly hopes ideally
importance importantly impressive individual individually influence inner inspiration instance intention internal
introduction journey kindest landscape largely lasting lie lies life-long lines lively main manner matters milestone
model motivate motivation nature necessary needed norm notable note obvious occasion ongoing operate operation
operations organisation organisational organization organizational organized orientation outcome outcomes outlook
overall overview pace path pay personality phase pivotal plenty possibility possibilities potential presence
presented principal productivity profession prospect prospective prospects purpose quest range reach reality recognised
recognized reinforced relation relations relationship relationships relevance reminded renewed rich rigorous
satisfaction scope sector self seriously setup shape shaped shaping similarly situation situations smooth smoothly
solely stages stakeholders state steady straightforward strategic strategies stress striking structured
successfully suitable suited surrounding sustainable teamwork thrive today's together touch trait traits transparent
transparency trends typical ultimate undertake unity upcoming valuable vital wealth welcomed well-being wellbeing
wider wisdom workflow workings worthy
agency attached branch charity clinic college council enclosed factory farm firm garage highlight home hospital hotel
liked list museum nursery office plant practice references restaurant school shop store studio surgery university ward
warehouse workshop
a ability able about above absolutely accomplish according achieve achievement across actually adaptable add added
addition admin administrative admire advance advantage after afterwards again align aligned all allow allowed almost
along already also although always am amazing ambition ambitious among an and another any anybody anyone anything
apart appealing applicant application apply appreciate appreciated appreciation approach aptitude are around as asked
aspect aspects aspire asset assist assure at atmosphere attention attitude availability available away back background
based be because become been before begin behind being belief believe below benefit best better between beyond big bit
both brief bright bring building business busy but by call came can candidate capabilities capable career caring case
certain certainly certainty challenge challenges challenging chance character chat cheerful choose chosen clear
clearly client clients close collaborate collaboration collaborative colleague colleagues come coming commitment
committed communicate communication community companies company competence comprehensive conclude conclusion conduct
confidence confident confirm connect consider consideration considering contact continue contribute contribution
conversation convey conviction convince convinced cooperative cordial corporate could course courteous courtesy
culture current customer customers cv day days deal dedicated dedication deeper delight delighted department
dependable describe described description desire detail detailed details determined develop development devoted did
different direction discuss discussed discussing discussion distinguished diverse do does doing done down dream drive
driven during duties duty dynamic each eager early easy-going effective effort either else email employee employees
employer employment encourage encouraged encouraging energy engage engaging enhance enjoy enjoyable enjoyed enough
enthusiasm enthusiastic entire environment especially essential established ethic ethical even evening eventually ever
every everybody everyone everything exactly example excel excellence excellent exceptional exchange excited exciting
expand expect expectation expectations experience experienced experiences expert expertise explain explained express
expressed extensive extra extremely fabulous facilities facility fact familiar fantastic far fascinating fast feel
felt few field find fine firm first fit five flexible focus follow following for forefront forward four friday
friendly from full fully further future gain gave genuine genuinely get getting give given giving glad go goal goals
goes going gone good got gracious grateful gratifying gratitude great greatly greatness ground group grow growing
growth guidance habit had half happy hard hardly hardworking has have having he hear heard hearing help helped helpful
her here hesitate high highly him hire hiring his hit honest honor honour hope hopefully hospitality hour hours how
however i idea ideal ideas if immediate immediately immensely impact important impress impressed impression impressive
improve in include inclusive increase increased incredible incredibly indeed industry inform information informative
initiative innovation innovative inquire inquiry inside insight insights inspire inspired inspiring instantly instead
integrity intend interest interested interesting interview interviewed interviewer interviewing into invaluable invest
involve involved is it its itself job join joining just keen keep kind kindly kindness know knowledge known laboratory
language large last lastly late later lead leader leaders leadership leading learn learned learning learnt least leave
leaving left less let letting level life like likely little local long look looked looking lot love lovely made main
maintain make makes making manage management manager many market match matter may maybe me mean meaningful meant meet
meeting member members memorable met methods might mindset minute minutes mission moment monday month months more
moreover morning most motivated much must mutual my myself name naturally near need needs never new next nice no
nobody none nor not notch note nothing now numerous objective objectives obvious obviously of off offer offering
office often old on once one ones only open operation operations opinion opportunities opportunity or order
organisation organised organization organized other others ought our out over overall overview own paced paperwork
part participate particular particularly passion passionate patience patient people perfect perfectly perform
performance perhaps person personal personally perspective phase place plan plans pleasant please pleased pleasure
point polite politeness position positive possible post potential practice practices praise precise premises prepare
prepared present pressure pretty previous previously principle principles priorities priority probably procedure
procedures process processes product products professional professionalism proficient program progress project
projects prompt promptly proper properly proud proven provide punctual punctuality pursue put qualification
qualifications qualified quality question questions quick quickly quite rapport rate rather read readily ready real
realise realize really reason receive recently recognise recognize recruit recruiter recruitment regard regarding
reinforce reiterate relevant reliable remain remarkable renowned reply reputation require required requirement
requirements research resource respect respected responsibilities responsibility responsible result results resume
reward rewarding right role roles running said same saturday saw say schedule see seeing seek seeking seem seems seen
selection send senior sense sent serve service services setting several shall share shared sharing she short should
show showed showing shown side significant similar simple simply since sincere sincerely six skill skills small smart
so sociable solidify solution solutions some somebody someone something sometimes somewhere soon soonest sort sound
speak speaking special spend spent spirit spoke staff stage standard standards start starting state status stellar
step steps still stimulating stop story strategy strength strengthen strengthened strengthens strengths strive strong
strongly structure style succeed success successful such suit suitable sunday superb supervisor support supportive
sure surely surroundings swift take taken taking talent talented talk talked talking task tasks team teams technology
tell telling ten terms terrific than thank thankful thanks that the their them then there therefore these they thing
things think thinking third this thorough thoroughly those though thought thoughtful three thrilled through thursday
time timeline times to today together told tomorrow too took top topic topics touch tour toward towards training
tremendous true truly trust try tuesday turn two ultimately under understand understanding undoubtedly unique until up
upcoming upon us use used useful usual usually utmost vacancy valuable value valued values variety various vast
versatile very vibrant view vision visit want wanted warm warmth was way ways we wednesday week weeks welcome
welcoming well went were what whatever when whenever where wherever whether which while who whole whom whose why will
willing willingness wish with within without wonder wonderful word work worked worker workforce working workplace
works world worth worthwhile would write writing wrote year years yes yesterday yet you your yourself
acclaimed accommodating ace acquaint advancing aims ambience analytical anxious articulate attentive awesome blessed
brilliant built bustling candidacy candor candour cherish cherished chuffed clarify clarity commendable competence
competency competent conscientious considerate contagious decent definitely delve devotion dialogue diligence diligent
directors ecstatic educational elated eminent energetic energizing enlightening enormously enviable esteemed exemplary
explore fab firsthand flawless fortnight fortunate generosity gorgeous headquarters heartening heartfelt honorable
honourable hugely humbled humility illustrious indebted infectious interpersonal inviting literally loyal loyalty
lucky magnificent marvellous marvelous massively mega meticulous multitasking obliged onsite optimistic outstanding
overjoyed paramount phenomenal pleasantries precious prestige prestigious privilege proactive profound promising
psyched pumped reaffirm reassuring recall refreshing remember resilience resilient robust satisfied seamless sought
splendid stoked stunning super technical tenacious tenacity tickled totally tried trustworthy trying unforgettable
unmatched unparalleled unrivalled unwavering upbeat uplifting utterly vibe viewpoint weekend workspace
"""

# Verbs and nouns of the references themselves, which alone tell nothing, and the names of days.
OPENINGS = """
advice afternoon answer answers april asked call candor chat coffee comments conversation delightful described
discussion enjoyable exchange explained fascinated fascinating february frankness friday gave generous grateful head
honesty hospitality hour ideas impressed informative insightful inspired interview intrigued introduce january july
june kindness lunch march may meeting mentioned mind monday openness patience pleasant pointed points productive
questions raised remarks resonated said saturday session shared showed spoke stayed story struck suggested sunday talk
talked tea thank thinking thought thursday told tour tuesday visit walk walked warm wednesday welcome wondering
"""
