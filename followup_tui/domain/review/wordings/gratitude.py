"""Wordings of thanks, and what only looks like them."""

from followup_tui.domain.review.phrases import Phrases

# Words that look like thanks and are none. They are taken out before thanks are looked for.
NO_THANKS = Phrases(
    r"no,? (?:thanks|thank you)(?! (?:is|are|can|could|will|would) )(?: to)?",
    r"(?<!my )(?<!many )(?<!our )(?<!warm )(?<!special )(?<!big )(?<!huge )(?<!sincere )(?<!more )(?<!best "
    r")thanks(?: in (?:large |no small )?part)? to(?! you(?:r|rs)?\b)(?! (?:everyone|everybody|all|both|"
    r"the (?:whole |entire )?team) <6>for)",
    r"(?:thanks|thank you|thank(?:ing)? you|grateful|thankful|appreciated?)(?: very much| so much)? in advance",
    r"(?:thanks|thank you) (?:so much |very much |a lot )?for (?:nothing|absolutely nothing|wasting|ignoring|ghosting|"
    r"leading me on|stringing|the (?:silence|runaround|cold shoulder)|your silence|not (?:calling|answering|replying|"
    r"writing|bothering|even))",
    r"(?:thank|thanks) (?:goodness|god|heavens?|christ|the lord)",
    r"thank[- ]you[- ](?:cards?|notes?|letters?|emails?|gifts?|speech(?:es)?|presents?)(?! (?:to|for) you)",
    r"(?:please|kindly|do) thank (?!you)<2>[\w'-]+|(?:(?<!i )(?<!to )says?|said|saying|heard|hear|hears) "
    r"(?:a |his |her |their )?(?:thank you|thanks)(?! (?:for|to you))",
    # A wish for something to come, however politely put.
    r"(?:would|should|could|will|shall(?! always| ever| forever)|might) <3>(?:appreciate|be <3>(?:grateful|obliged|"
    r"thankful|appreciated|appreciative|indebted))(?! how| that you (?:took|gave|made))",
    r"(?:be|is|are) <1>appreciated",
    # To rise in price.
    r"(?:prices?|values?|shares?|property|houses?|assets?|currency|pound|euro|dollar) <3>appreciated?|"
    r"appreciated? (?:by <2>(?:per cent|percent|%|\d+)|in value|against)",
    r"appreciate (?:it (?:if|when)|hearing|knowing|any|some|an answer|a (?:quick |short |brief |prompt |swift |"
    r"speedy )?(?:reply|response|answer|word|update|line|call|decision))",
    r"(?:grateful|obliged|thankful) (?:if|to (?:hear|know|learn|receive|have (?:a|an|any|your)|get))",
    # To understand, or to learn to value.
    r"(?:can|could|do|fully|quite|of course|certainly) appreciate (?:that|how|why|what|the (?:difficulty|pressure|"
    r"delay))(?! you (?:took|gave|made|were|have been|spent|let|put|shared|kept))(?! <3>you (?:took|gave|made|"
    r"were so))",
    r"appreciate (?:that |how )?(?:you (?:are|must|may|might|get|have (?:a lot|many|other|plenty))|these|this (?:is|"
    r"takes|may|must)|it|there|things|times|how (?:busy|hard|difficult|long|many)|the (?:process|decision|selection|"
    r"hiring))",
    r"(?:come|came|comes|learn(?:ed|t)?|taught <3>) to appreciate",
    r"(?:not|never|hardly|scarcely|barely|nor|neither|without) <3>(?:grateful|thankful|gratitude|appreciate(?:d|s)?|"
    r"appreciation|obliged)(?! enough| more)|not thank you|without <1>thanks",
    r"not say (?:that )?i am <1>(?:grateful|thankful)|please and thank you",
    r"obliged to (?!you)",
    r"thank (?:my|our|the|his|her|their) <1>stars?|(?:whom?|reason|nobody|no one|nothing|little|hardly|cause|what) to "
    r"thank(?: you)?|(?:should|ought to|could|might) thank you,? (?:but|if)",
    # What the reader values.
    r"(?<!that )you (?:will |would |can |clearly |do |also |all |might |may |must |surely )*appreciate",
    r"(?:customers?|clients?|guests?|patients?|families|parents|people|they|he|she|who|users?|pupils|students|"
    r"readers|owners?) <3>(?:appreciates?d?|(?:was|were|are|is) <2>(?:grateful|thankful|appreciative)|thank(?:s|ed)?)",
    r"(?:the|a|my|our|her|his|some|many|most|all) [\w'-]+ (?:was|were|is|are|seemed|looked) <2>(?:grateful|thankful|"
    r"appreciative)",
    r"(?:art|wine|music|beer|whisky|food|film|nature) appreciation",
)
# Thanks that a negation only makes stronger: "I can not thank you enough", "I could not be more grateful".
STRONG_THANKS = Phrases(
    r"not <3>thank <4>enough",
    r"not <3>(?:be |feel |have been )?more (?:grateful|thankful|appreciative|obliged)",
    r"not <6>how (?:very |deeply |truly |much )?(?:grateful|thankful|obliged|i appreciate|much (?:i appreciate|"
    r"it meant|your|that|this))",
    r"not <4>(?:express|describe|find (?:the )?words|put into words) <4>(?:thanks|gratitude|appreciation|grateful|"
    r"thankful)",
    r"no,? but thank you",
    r"not <3>without <3>(?:thanking|saying thank|a <1>thank)",
    r"never <3>thank <4>enough",
)
THANKS = Phrases(
    r"thanks?(?: you)?",
    r"thank(?:ing|ful|fully yours)(?! (?:clients|customers|people))",
    r"thank-you",
    r"(?:grateful|gratefully|gratitude|indebted|appreciative|appreciation|appreciate|appreciated)",
    r"(?:much|most|very much|deeply|greatly|sincerely|so|ever so|truly|really) (?:obliged|indebted|beholden)|"
    r"obliged to you",
    r"in your debt|i owe you|owe you (?:one|a|my)",
    r"(?:kind|good|generous|thoughtful|decent|sweet|gracious|nice|brave|big|lovely|considerate) <1>of (?:you|your|"
    r"the team|everyone|everybody)|you (?:have been|were|are) <2>(?:kind|good|generous|thoughtful|decent|sweet|"
    r"gracious|nice|brave|lovely|considerate) <1>to (?!work|talk|speak)",
    r"what a <1>(?:kind|generous|warm|thoughtful|gracious) <1>(?:welcome|offer|letter|gesture|invitation|note)",
    r"how (?:very |truly |extremely )?(?:kind|generous|thoughtful|gracious)",
    r"(?:your|such|much|so much|the) (?:great |extraordinary |unfailing )?(?:kindness|generosity)",
    r"you (?:have been|were|are|all were|could not have been) <2>(?:kind|kinder|generous|gracious|kindness|"
    r"patient with)",
    r"(?:means?|meant) <2>(?:a (?:lot|great deal)|the world|so much|much|more than|everything)(?: \w+){0,4}",
    r"(?:i |we |truly |really |deeply |greatly )(?:value|valued|treasure|treasured) (?:your|the (?:time|care|trouble|"
    r"chance)|every|our|that you|both|how)",
    r"touched (?:by|that)|moved by your|honou?red (?:by|that you)",
    r"(?:made|make) (?:my|our) (?:<1>)(?:day|week|month|year|morning|afternoon|evening|weekend)|(?:will|shall|"
    r"would) not (?:<1>)forget (?:your|how|that you|what you|the (?:kindness|way you|welcome|warmth|trouble|care|"
    r"time))|generous|generously|generosity",
    r"ta(?: very much| ever so| muchly)?(?= for|[,!. ]|$)",
    r"(?:hats off|bravo|kudos|cheers|bless you|props) (?:to you|for)|(?:i )?(?:doff|tip|raise) my (?:hat|cap|glass)",
    r"(?:gracias|merci|grazie|danke|obrigad[oa]|ngā mihi nui|diolch|takk|tack|go raibh maith agat)",
)
