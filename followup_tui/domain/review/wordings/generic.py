"""Words that could stand in a note after any interview."""

# Words that could stand in a note after any interview. Compared by their stems.
GENERIC = """
a about above according across actually add added after afterwards again all almost along already also although always am
among an and another any anybody anyone anything apart are around as asked at available away back based be because become
been before behind being below best better between beyond big bit both brief bring but by call came can case certain
certainly chance clear clearly close come coming could course day days deal did different do does doing done down during
each early either else email enjoy enjoyed enough especially even evening ever every everybody everyone everything exactly
example excellent expect explain explained extra fact far feel felt few find fine first five follow following for forward
four friday from full fully further gave get getting give given giving glad go goes going gone good got great greatly had
half happy hard has have having he hear heard hearing help helped helpful her here high highly him his hope hopefully hour
hours how however i if important in indeed insight insights inside instead interesting into is it its itself job just keen
keep kind know known large last late later least leave left less let letting life like likely little long look looked
looking lot love lovely made main make makes making many matter may maybe me mean meant meet meeting met might minute
minutes moment monday month months more morning most much must my myself near need needs never new next nice no nobody
none nor not note nothing now of off offer often old on once one ones only open or order other others our out over own
part particular particularly people perhaps person personal personally place plan plans please pleased pleasure point
possible present pretty probably put quick quickly quite rather read ready real really reason receive regard regarding
remain reply right said same saturday saw say see seeing seem seems seen send sent several shall share shared sharing she
short should show showed showing shown side simply since six small so some somebody someone something sometimes somewhere
soon sort speak speaking spend spent spoke still stop such sunday sure take taken taking talk talked talking tell telling
ten than thank thanks that the their them then there these they thing things think thinking third this those though
thought three through thursday time times to today together told tomorrow too took top touch toward towards true try
tuesday turn two under understand understanding until up upon us use used useful usual usually very want wanted was way
ways we wednesday week weeks welcome well went were what when where whether which while who whole whom whose why will wish
with within without word work worked working works world would write writing wrote year years yes yesterday yet you your
yourself whenever wherever whatever start starting begin choose chosen soonest hardworking worker availability rate
ability able accomplish achieve achievement addition admire advance advantage align aligned amazing ambition ambitious
applicant application apply approach aspect aspects aspire asset assist atmosphere attitude attention background benefit
bright business busy candidate capabilities capable career challenge challenges challenging character chat client clients
colleague colleagues collaborate collaboration collaborative committed communicate communication community companies
company competence conduct confident confirm connect consider consideration considering contact continue contribute
contribution conversation corporate culture current customer customers dedicated dedication deeper delight delighted
department describe described description desire detail details develop development direction discuss discussed discussing
discussion diverse driven duties duty dynamic eager effective effort employee employees employer employment energy engage
engaging enthusiasm enthusiastic environment established excel excellence excited exciting expand expectation
expectations experience experienced experiences expert expertise express expressed fantastic fast field firm fit focus
forward friendly future gain goal goals grateful gratitude group grow growing growth hardworking hesitate high hire hiring
honest honor honour idea ideal ideas impact impress impressed impression impressive improve include inform informative
information initiative innovation innovative inquire inspire inspired inspiring integrity interest interested interview
interviewed interviewing interviewer invest involve involved join joining knowledge lead leader leaders leadership
leading learn learned learning learnt level local manage management manager market match member members mission
motivated name needs office operation operations opportunities opportunity organisation organization overall overview
paced participate passion passionate people perfect perform performance perspective phase position positive post
potential practice practices pressure process processes product products professional professionalism program project
projects proud provide punctual qualification qualifications qualified quality question questions recruit recruiter
recruitment reinforce reliable relevant requirement requirements research resource respect responsibilities
responsibility responsible result results role roles seek senior service services skill skills smart solution solutions
special staff stage standard standards status step steps strategy strength strengths strong structure succeed success
successful suit suitable superb support task tasks team teams technology thorough thoughtful thrilled timeline topic
topics training trust unique vacancy
appreciate appreciated appreciation left leave leaving require required confident hit ground running day
absolutely admin administrative adaptable allow allowed appealing aptitude assure belief believe building caring
certainty cheerful commitment comprehensive conclude conclusion confidence convey convince convinced conviction
cooperative cordial courteous courtesy dependable detailed determined devoted distinguished dream drive easy-going
encourage encouraged encouraging enhance enjoyable entire essential ethic ethical eventually exceptional exchange
exciting extensive extremely facility facilities fabulous familiar fascinating flexible forefront genuine genuinely
gracious gratifying greatness guidance habit hardly highly hospitality immediate immediately immensely incredible
incredibly inclusive increase increased industry inquiry instantly intend invaluable kindly kindness laboratory language
lastly maintain meaningful memorable methods mindset moreover mutual naturally notch numerous objective objectives
obvious obviously offering opinion organised organized ought paperwork patience patient perfectly pleasant politeness
polite praise precise premises prepare prepared previous previously principle principles priority priorities procedure
procedures proficient progress prompt promptly proper properly proven punctuality pursue rapport readily realise realize
recently recognise recognize reiterate remarkable renowned reputation respected resume cv reward rewarding schedule seeking
selection sense serve setting significant similar simple sincere sincerely sociable solidify sound spirit state stellar
stimulating story strengthen strengthened strengthens strive strongly style suitable supervisor supportive surely
surroundings swift talent talented talking terms terrific thankful therefore thoroughly tour tremendous truly ultimately
undoubtedly upcoming utmost valued variety various vast versatile vibrant view visit warmth welcoming willing
willingness wonder workforce workplace worth worthwhile yesterday valuable value values vision warm wonderful worker workplace
"""
OPENINGS = (
    """
said mentioned told asked showed described explained pointed raised suggested talked spoke shared walked gave points
remarks questions story ideas advice comments answer answers conversation chat discussion talk exchange tour visit walk
hour session interview meeting call impressed struck fascinated intrigued inspired resonated stayed mind head thinking
thought wondering kindness generous hospitality patience candor openness frankness honesty afternoon coffee tea lunch
pleasant fascinating informative productive thank grateful introduce welcome warm enjoyable insightful delightful
"""
    + " monday tuesday wednesday thursday friday saturday sunday january february march april may june july "
)
"august september october november december"
