"""Wordings that say that something is attached or enclosed, in English and in a few other languages."""

from followup_tui.domain.review.phrases import Phrases

_DOCUMENT = (
    r"(?:cv|c\.v\.|résumés?|resumes?|curriculum vitae|references?|lists?|portfolios?|reports?|certificates?|files?|"
    r"cop(?:y|ies)|documents?|drawings?|photos?|photographs?|pictures?|images?|scans?|letters?|pdfs?|slides?|decks?|"
    r"samples?|transcripts?|plans?|spreadsheets?|sheets?|notes?|designs?|sketch(?:es)?|diagrams?|articles?|papers?|"
    r"work|proofs?|forms?|contract|presentations?|summar(?:y|ies)|overview|outline|brief|essay|proposal|estimate|"
    r"menu|cards?|tables?|charts?|maps?|figures?|schedule|schedules|timetable|details|information|writing|"
    r"translation|recordings?|clips?|pages?|chapter|poster|brochure|leaflet|study|analysis|results|budget|quote|"
    r"invoice|licen[cs]e|passport|visa|diploma|degree|testimonials?|recommendations?|pieces?|screenshots?|mock-?ups?|"
    r"wireframes?|prototype|code|data|dataset|recipe|recipes|questionnaire|availability|version|draft|script|"
    r"thesis|dissertation|manual|memo|guide|agenda|"
    r"everything|them|it|one|two|three|both)"
)
SAYS_SO = Phrases(
    r"(?:i|we) (?:<2>)(?:attach|enclose|include here)(?! (?:great|much|more|less|little|importance|a lot of|value|"
    r"weight|it to the form|importance))",
    r"(?:i|we) (?:have|had) (?:<2>)(?:attached|enclosed)",
    r"(?:i|we) am (?:<1>)(?:attaching|enclosing)|(?:am|are) (?:<1>)(?:attaching|enclosing)|"
    r"(?<!without )(?<!than )(?:attaching|enclosing) (?:<2>)" + _DOCUMENT,
    r"(?:please|kindly|you will|you can|you|to) (?:<1>)(?:find|see|note|review|consult|open|look at) <3>(?:attached|"
    r"enclosed|attachments?|enclosures?)",
    r"^(?:please |kindly )?(?:see|find|open) (?:attached|enclosed)",
    r"(?:attached|enclosed)(?: here| herewith| below| hereto)? (?:is|are|you will|please|you find|find|with this|"
    r"to this|to the present|herewith|hereto|for your|as (?:promised|requested|discussed|agreed|a|one|two|three))",
    r"(?:the|an|as a|my|see|in|this|these|three|two|both) (?:<2>attachments?|(?:two |three )?enclosures?"
    r"(?= ?[.,;:!?)]|$| (?:is|are|has|have|shows?|with|below|you|i|and|gives?|contains?|lists?)))"
    r"(?! (?:style|theory|points?|(?:for|of|on) (?:the|an?|our|their) (?!details|list|full|rest|figures|"
    r"prices|plan|results|dates)|to (?:the (?:place|city|town|region|area|company)|this (?:place|city|town|area|"
    r"company)|my|home)|disorder|parenting|therap\w+|officers?|issues?|figures? of|bond|arm|bolt|plate|screws?))",
    r"(?:the|my|an?|in the|see the|this|these|with the) (?:attached|enclosed) (?:<2>)" + _DOCUMENT,
    _DOCUMENT + r" (?:<6>)(?:is|are|comes?|being) (?:<1>)(?:attached|enclosed)"
    r"(?! to (?:the|a|an|my|his|her|their|its|your (?:wall|house)))",
    _DOCUMENT
    + r"(?: [\w'-]+){0,3},? (?:also )?(?:attached|enclosed)(?= ?[.,;:)!]|$| (?:shows?|gives?|has|have|explains?|"
    r"covers?|lists?|tells?|contains?|describes?))",
    r"(?:attached|enclosed)[:,;.]|(?:attached|enclosed) (?=the|my|a|an|two|three|some|our)|(?:encl|enc|encs|"
    r"encls)[.:]",
    r"(?:with|in|to) (?:this|the present) (?:email|letter|message|note|mail) (?:<2>)(?:is|are|comes?|you will find|"
    r"you find|find|i (?:attach|enclose|send|include|add))",
    r"(?:is|are|comes|come|goes|sent|send|sending|include|including|included) (?:<4>)(?:with|in|"
    r"along with) this (?:email|letter|message|note|mail)",
    # Whatever is done with it, in all the words for putting: it goes with this letter.
    r"(?:i|we) (?:<3>)(?:pop|popped|popping|put|putting|stick|stuck|slip|slipped|slipping|tuck|tucked|tucking|add|"
    r"added|adding|drop|dropped|dropping|throw|threw|thrown|bundle|bundled|fold|folded|clip|clipped|pin|pinned|"
    r"staple|stapled|upload|uploaded|append|appended|appending|join|"
    r"joined) (?:<4>)(?!work\b)" + _DOCUMENT + r" <3>(?:in|in with|along with|together with|with|to|on to|onto|into|"
    r"inside|on) this (?:email|letter|message|note|mail|one|envelope)",
    r"in annexe?(?= ?[.,;!]|$| (?:you|is|are|find))|in the annexe? (?:of|to) this <1>(?:email|letter|message|mail)|"
    r"(?:is|are) joined (?:to|with) this|(?:i|we) <1>annex <2>" + _DOCUMENT,
    r"(?<=[,(] )att(?:d|chd)?(?= ?[.)]|$)|(?:find|see) (?:[\w'-]+ ){1,8}att(?:d|chd)?(?= ?[.,;)]|$)",
    r"(?:send|sending|sent) <5>(?:with|under) this(?= ?[.,;!]|$)|" + _DOCUMENT + r" <3>accompan(?:y|"
    r"ies) this(?= ?[.,;!]|$| (?:email|letter|message|note|mail))|accompanying this <1>(?:email|letter|message|note|"
    r"mail)?,? ?(?:is|are|you)",
    r"(?:i|we) <2>(?:include|including|included) (?:<3>)" + _DOCUMENT + r" <3>(?:here(?= ?[.,;!]|$)|for you|for your|"
    r"with this|in this (?:email|message|mail))|herewith <3>" + _DOCUMENT + r"|" + _DOCUMENT + r" <6>herewith",
    r"(?:see|cf|find) <1>(?:attached|enclosed|attachments?|enclosures?)(?= ?[).,;!]|$)|(?:attached|enclosed)(?=\))|"
    r"^(?:attachments?|enclosures?) ?[:(]|(?:send|sending) <2>(?:attached|enclosed) (?:the|my|an?|our|you)",
    r"(?:let me|(?:allow|permit) me to|(?:decided|chosen|preferred) to|thought it <2>to|i thought i would|(?:took|take|"
    r"taken|taking) the liberty (?:of|to)) <1>(?:attach|enclose)(?:ing)?",
    r"(?:i|we) (?:<2>)(?:append|appended|appending) (?:<3>)" + _DOCUMENT + r"|^(?:please )?appended (?:is|are)|pfa|"
    r"pls? (?:find|see) (?:attached|enclosed|attachments?)|(?:is|are) appended(?= ?[.,;:)!]|$)",
    r"(?:here (?:it is|they are|is|are)),? (?:<3>)(?:attached|enclosed)|(?:is|are) (?:both |all |now )?(?:attached|"
    r"enclosed)(?= ?[.,;:)!]|$)",
)
_DAY = r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|the spring|the summer|"
    r"the autumn|the fall|the winter|the new year)"
)
# A time that has been. "With last year's prices" names none, nor does "from last year".
_TIME = (
    rf"(?:(?<!from )(?<!of )(?<!for )last (?:week|month|year|time|night|spring|summer|autumn|fall|winter|{_DAY})(?!')|"
    rf"in {_MONTH}|yesterday(?!')|earlier|previously|before|already|ago|back then|at the time|"
    rf"on (?:{_DAY}|(?:the )?\d\w*))"
)
_EARLIER_MESSAGE = r"<1>(?:application|last|previous|earlier|first|original|(?:letter|e?mail|note) (?:of|from|dated))"
_NOT_NOW = r"(?:(?!have |am |is |are |find |please |will |now |here )[\w'-]+,? ){0,8}"
# When something was agreed on or asked for says nothing of when it is attached.
AGREED = Phrases(
    r"(?:promised|agreed|discussed|mentioned|said|requested|asked(?: me)?(?: for| about| to send)?|spoke|talked|"
    r"told (?:you|me)|wanted|met|saw)(?: (?:to )?(?:you|me|it|them))?(?: (?:about|of|at|over)(?: [\w'-]+){0,4})?,? "
    rf"{_TIME}(?:,? \d\w* [a-z]+| \d\w*| (?:morning|afternoon|evening))?",
)
# What was attached to something earlier, may be attached later, is not attached, or is attached in another sense.
EARLIER = Phrases(
    r"(?:to|with|in) which <3>(?:attached|enclosed)(?: [\w'-]+){0,6}",
    r"(?:attach|enclose)(?:d|ed|ing)? (?:nothing|no|none)",
    r"(?:attached|enclosed|attachments?|enclosures?|attach|enclose) (?:<6>)(?:to|with|in|of|from) (?:my|the|that|our|"
    r"your|his|her|their|an?) (?:<3>)(?:application|last|previous|earlier|first|original|cover letter|"
    r"covering letter|email (?:of|on|from|last)|message (?:of|on|from|last)|letter (?:of|on|from|last)|mail (?:of|on|"
    r"from|last)|note (?:of|on|from|last)|submission|request|thank-you|thank you|invitation|next|job (?:ad|advert|"
    r"description|posting)|advert|posting|form|online|portal|offer|contract)",
    # "It is attached", "you will find it attached" and "attached are" speak of now, whatever time comes after them.
    rf"(?<!is )(?<!are )(?<!(?:see|her) )(?<!(?:find|here) )(?<!(?:it|am) )(?<!(?:them|have|"
    rf"just) )(?<!have also )(?<!now )(?:attached|enclosed) (?!is |are |please |you )(?:(?!last|(?:from|of|for|"
    rf"about) {_TIME})[\w'-]+ ){{0,6}}{_TIME}",
    rf"{_TIME},? {_NOT_NOW}(?:attached|enclosed|attachment|enclosure)",
    rf"(?:(?:with|in|to) my {_EARLIER_MESSAGE}|my <1>(?:application|letter|email|mail|message|note) (?:of|from|dated)) "
    rf"{_NOT_NOW}(?:attached|enclosed|attachment|enclosure)",
    # The present perfect has no date: what follows is the document's.
    r"have (?:attached|enclosed) (?:[\w'-]+ ){0,6}(?:already|earlier|previously|before)",
    r"(?:sent|wrote|posted|mailed|emailed|applied|submitted|handed) (?:(?!now |"
    r"here )[\w'-]+,? ){0,12}(?:with (?:[\w'-]+ ){0,4}(?:attached|enclosed)|enclosing|attaching)",
    r"(?:forgot|forgotten|omitted|missed) (?:the|my|an) <1>(?:attachments?|enclosures?)",
    r"(?:attached|enclosed) <6>when (?:i|we) (?:<1>)(?:applied|wrote|sent|first)",
    r"(?:nothing|none|not|no [\w'-]+|neither) <5>(?:comes?|goes|go|sent|send|sending|include|including|included|"
    r"attached|enclosed) <4>(?:with|in|along with) this (?:email|letter|message|note|mail)",
    r"(?<!send )(?<!sending )(?:you|they|he|she|who|your (?:<2>)) (?:had |have |has |kindly |"
    r"very kindly )*(?:attached|enclosed|attach|enclose|sent (?:me )?(?:<3>)attached)",
    r"(?:your|his|her|their) (?:<2>)(?:attachments?|enclosures?|attached|enclosed)",
    r"(?:not|never|without|rather than|instead of|nothing|too (?:big|large|long|heavy) to|no|forgot to|forgotten to|"
    r"failed to|neglected to|unable to) (?:<3>)(?:attach|attached|attaching|attachments?|enclose|enclosed|enclosing|"
    r"enclosures?)",
    r"(?:can|could|will|(?<!thought i )would|shall|may|might|(?<!allow me )(?<!permit me )(?<!liberty )(?<!decided )"
    r"(?<!chosen )(?<!preferred )(?<!best )(?<!right )(?<!useful )(?<!helpful )(?<!wise )(?<!wiser )(?<!better )to|"
    r"if|should) (?:<3>)(?:attach|enclose)",
)
OTHER_SENSE = Phrases(
    r"(?:very|so|deeply|much|quite|too|rather|fiercely|strongly|hopelessly|emotionally|become|became|grown|grew|been|"
    r"get|got|feel|felt|i am|am|was|were|long|still|more|less|sentimentally|dearly|particularly|firmly|"
    r"closely) attached(?: to)?",
    r"(?:no|few|any|some|with|many) (?:<1>)(?:strings|conditions) (?:<1>)attached|(?:strings|conditions|stigma|"
    r"importance|value|blame|significance|meaning|labels?) (?:<1>)attached",
    r"(?:is|are|was|were|be|being|gets?|got|which|that|still|permanently|directly|loosely|half) (?:<2>)(?:attached|"
    r"enclosed) (?:to|by|with|in|within) (?:the|a|an|its|it|each|one|two|my|his|her|their|your|every|walls?|glass|"
    r"brick|stone)",
    r"(?:attached|enclosed) (?:to|by|within|in) (?:the|a|an|its|it|each|my|his|her|their|your|those|these|that|one|"
    r"every|walls?|glass|this) (?!email|message|letter|mail|note)",
    r"(?:enclosed|attached) (?:yard|garden|space|spaces|court|courtyard|room|area|dock|porch|harbour|harbor|bay|cab|"
    r"track|garage|house|houses|home|homes|cottage|kitchen|bathroom|barn|workshop|flat|school|nursery|unit|bus|"
    r"vehicle|arena|stadium|pool|water)",
    r"attach(?:es|ed|ing)? (?:great |much |more |little |a lot of |some |any )?(?:importance|value|weight|"
    r"significance|blame)",
    r"(?:attach|attached|attaching|enclose|enclosed|enclosing) (?:the|a|an|each|every) <2>(?:sensor|bracket|panel|"
    r"cable|handle|lead|hose|rope|clamp|pump|motor|hinge|wire|arm|harness|belt|strap|neck|keel|sail|rail|beam|"
    r"monitor|drip|line|electrodes?|trailer|plough|strings?|gussets?|sleeves?|hooks?|leash)",
    # What somebody else attached to things, and what was fenced in.
    r"(?:our|their|his|her|the|every|each|your|another) [\w'-]+ (?:always |often |had )?(?:attached|enclosed) (?:an?|"
    r"the|each|every|it|them|his|her|their) (?=\w)|attach(?:ed|ing)? (?:[\w'-]+ ){1,4}to (?:each|every|both|all)|"
    r"enclos(?:ed|ing|e) (?:the|a|an|our|my) <1>(?:yard|garden|field|paddock|courtyard|porch|run|pond|pen)"
    r"(?= (?:with|by|in|for|so|to)\b| ?[.,;!]|$)",
    r"(?:military|naval|cultural|press|commercial|air) attach",
)
FOREIGN = Phrases(
    # Spanish
    r"(?:le|les|te|os|se|lo|la) adjunt(?:o|amos|a)|adjunt(?:o|amos|as|a) (?:le|les|te|mi|mis|el|la|los|las|un|una|"
    r"a (?:este|esta|la presente)|encontrará|también|copia)|(?:archivos?|ficheros?|documentos?|currículum|cv|copia|"
    r"fotos?|certificados?) (?:\w+ )?adjunt[oa]s?|(?:va|van|envío|mando|remito) (?:<3>)adjunt[oa]s?|he adjuntado|"
    r"(?:en|como) (?:el |un )?(?:archivo |documento )?adjunto",
    # German
    r"anbei|(?:im|in dem|als) anhang|in der anlage|als anlage|(?:hänge|füge|lege) (?:ich )?(?:<6>)(?:an|bei)|(?:habe|"
    r"haben|ist|sind|wurde|wurden) (?:<8>)(?:angehängt|beigefügt|beigelegt|angefügt)|(?:beigefügt|angehängt|"
    r"beiliegend|anliegend|angefügt)(?:e[nrms]?)?|(?:liegt|liegen) (?:<3>)bei",
    # French
    r"ci-joint(?:e?s?)?|ci joint(?:e?s?)?|(?:en|dans la|les|une?) pi[eè]ces? jointes?|(?:je|nous) (?:vous |"
    r"te )?joi(?:ns|gnons)(?! (?:à vous|à votre|à ton|à toi))|(?:trouverez|trouveras) (?:<2>)(?:joint|annexe|"
    r"attaché)|(?:en|ci-) ?annexe|pj",
    # Portuguese
    r"(?:em|no|segue em|seguem em) anexo|(?:segue|seguem|vai|vão|envio|mando) (?:<3>)(?:anex[oa]s?|junto)|anex(?:ei|"
    r"o|amos|ámos) (?:o|a|os|as|meu|minha|também|aqui|um|uma)|(?:ficheiros?|arquivos?|documentos?|currículo|"
    r"fotos?) (?:<1>)(?:anex[oa]s?|em anexo)|junto (?:envio|segue|remeto)",
)
FOREIGN_EARLIER = Phrases(
    r"(?:to|with|in) which <3>(?:attached|enclosed)(?: [\w'-]+){0,6}",
    r"(?:director|directora|profesor|profesora|jefe|jefa|editor|editora|secretario|secretaria|alcalde|"
    r"fiscal) adjunt[oa]",
    r"(?:an|zu|in|mit|bei)? ?(?:meiner|meinen|meinem|der|den|dem|ihrer|ihrem) (?:letzten|früheren|vorigen|ersten|"
    r"vorherigen|bewerbung|anschreiben)(?: \w+){0,8}",
    r"(?:anhang|anlage) (?:<1>)(?:meiner|ihrer|zu meiner|zur|der) (?:<2>)(?:bewerbung|letzten|mail|nachricht|anzeige)",
    r"(?:je me|me|nous) joi(?:ns|gnons)(?: à)?",
    r"(?:que|qui) (?:j'ai|j'avais|je vous ai|vous (?:avez|aviez)) (?:<2>)joint",
    r"(?:que|el|la) (?:le |les )?(?:adjunté|adjuntaba|había adjuntado)",
    r"(?:que|o) (?:já )?(?:anexei|tinha anexado) (?:à|na|no|em) (?:minha|meu|última)",
    # What lay, or had been laid, beside an earlier letter.
    r"(?:lag|lagen|war|waren|wurde|wurden|hatte|hatten|fügte|legte|hängte|schickte|sandte|übersandte|sendete) "
    r"(?:[\wäöüß.-]+,? ){0,12}(?:bei|an|anlage|anhang|anbei|beiliegend|beigefügt\w*|beigelegt|angehängt|angefügt)",
    r"(?:am \d+\. ?\w+|im (?:januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|"
    r"frühjahr|sommer|herbst|winter)|letzte[nrms]? \w+|vorige[nrms]? \w+|vor \w+ (?:tagen|wochen|monaten)|gestern|"
    r"damals|seinerzeit|bereits|schon)(?: (?!\w*sprochen|vereinbart|gewünscht|erbeten|angekündigt|gebeten|finden|anbei|"
    r"sende|schicke)[\wäöüß.-]+,?){0,12} (?:anlage|anhang|anbei|beigefügt|beigelegt|angehängt|"
    r"angefügt)",
    r"(?:étai(?:t|ent)|avai[st]|avions|j'avais|avaient) (?:[\w'-]+,? ){0,8}(?:ci-)?(?:joint|annex)\w*(?: à)?",
    r"(?:ci-)?joint(?:e?s?) à (?:ma|mon|notre|la|le) <2>(?:candidature|courrier|lettre|message|mail|courriel|"
    r"demande|dossier)",
    r"(?:iba|iban|estaba|estaban|adjunté|había adjuntado|adjuntaba) (?:[\w'-]+ ){0,8}(?:adjunt[oa]s?|(?:a|en|con) mi)",
    r"adjunt[oa]s? (?:a|en|con) mi <2>(?:solicitud|carta|correo|candidatura|mensaje)",
    r"(?:seguia|seguiam|ia|iam|estava|estavam|tinha|enviei|mandei) (?:[\w'-]+ ){0,8}(?:em anexo|anex\w+)",
    r"(?:nicht|kein|keinen|pas|sin|sem|sans) (?:<2>)(?:angehängt|anhang|anbei|joint|jointe|adjunto|adjuntar|anexo)",
)
