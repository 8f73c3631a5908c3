"""Wordings with which people ask, after a refusal, how they did."""

from followup_tui.domain.review.phrases import Phrases

FEEDBACK = Phrases(
    r"feedback|feed back|pointers?|criticisms?|critique|constructive|advice|advise|tips?|suggestions?|guidance|steer",
    r"(?:thoughts?|impressions?|opinion|view|views|assessment|honest \w+|insights?|comments?|remarks|observations?|"
    r"reflections) <3>(?:on|of|about|into|regarding|as to|how|where|why|for|would)",
    r"(?:tell|show|say|write|explain)(?: to)? (?:me )?(?:where|what|why|how|which) <3>(?:i|my)|astray|amiss",
    r"(?:understand|to know|learn|hear|see) (?:what|where|why) <8>(?:i|looking for)",
    r"(?:any|some|a few|honest|frank|candid|further) <2>(?:thoughts?|impressions?|views?|insights?|comments?|remarks|"
    r"observations?|reflections)",
    r"(?:what|where|how|anything|something|one thing|which|areas?|things?|ways?|whether|if) <8>(?:better|improve|"
    r"improved|differently|strengthen|stronger|fell short|fall short|fallen short|falls short|lacked|lacking|lacks|"
    r"lack|missing|missed|short|weak|weaker|weakest|weakness|weaknesses|wrong|let me down|let down|worked on|work on|"
    r"develop|brush up|polish|sharpen|prepare|change|changed|learn|grow|tipped|tip|decided|decisive|swung|turned|"
    r"counted|cost me|against me|stood out|set <1>apart|made the difference|could have|might have|should have|"
    r"held me back|the other candidate|the other|they had|he had|she had|convinced|unconvinced|persuade|persuaded|"
    r"underwhelmed|gap|gaps|mark|held against|fix|mend|practise|practice)",
    r"(?:why|what) (?:<2>)(?:not|was not|were not|did not|i was|you chose|you decided|you went|tipped|tip|decided it|"
    r"swung it|settled it|made (?:up )?your)",
    r"(?:room for|areas? (?:for|of|to|where)|scope for|space for) (?:<1>)(?:improve|improvement|growth|development|"
    r"work)",
    r"(?:line|word|note|words|sentence|hint|idea|inkling|sense) <1>(?:on|about|as to|of) <1>(?:why|how|what|where)|"
    r"(?:flaws?|faults?|failings?|defects?|deficienc(?:y|ies)|drawbacks?|limits|limitations)",
    r"(?:know|learn|hear|tell|understand|say|give|share|write|explain)(?: me)? <2>reasons?",
    r"(?:lessons?|learn from (?:this|it|my)|weak (?:points?|spots?)|shortcomings?|blind spots?|mistakes?|"
    r"how i (?:came across|did|fared|performed|could|might|can))",
)
FEEDBACK_REQUEST = Phrases(
    r"(?:could|would|can|may|might|will) (?:you|i|we|someone)",
    r"(?:please|kindly|do) <2>(?:let|tell|advise|share|say|write|inform|explain|send|give|drop|point|feel|be)",
    r"feel free|do not <1>(?:spare|hold back)|be <1>(?:blunt|frank|honest|brutal|candid|straight)|"
    r"(?:let|tell|telling|share|sharing|spare|give|giving|offer|point|send|drop) (?:me|with me|us|a|any|some|your)",
    r"(?:would|should|could|will) <4>(?:appreciate|welcome|value|love|like|be|help|treasure|cherish|mean|prefer|"
    r"sooner|take|do)",
    r"(?:appreciate|welcome|welcomed|value|love|treasure|glad|grateful|gratefully|happy|thankful|open to|keen|eager|"
    r"hope|hoping|ask|asking|wonder|wondering|wondered|curious|like|request|seek|interested|want|wish|obliged|"
    r"all ears|help me|helpful|useful|invaluable|anything|any|if you (?:have|can|could|would|are|were|had|ever|saw|"
    r"noticed)|should you|if there (?:is|was|were)|is there|was there|were there|do you have|did i)",
)
GIVEN = Phrases(
    r"(?:thank you|thanks|grateful(?: to you)?|appreciate|appreciated|thankful|enjoyed|valued) (?:<3>)(?:for |of |"
    r"the |your |such |so |all )*(?:<5>)(?:feedback|advice|pointers|tips|suggestions|comments|criticism|critique|"
    r"guidance|insights?|thoughts|views?)(?! (?:you (?:can|could|may|might|would|are able)|that you (?:can|could|may|"
    r"might)))",
    r"(?:your|the) (?:<2>)(?:feedback|advice|comments|pointers|criticism|tips|suggestions|guidance) (?:<6>)(?:was|"
    r"were|is|has|have|helped|stung|hit|gave|made|meant|from|on my|you (?:gave|sent|shared|offered|already))",
)
# What one may ask after a refusal that is no question about how one did.
OTHER_QUESTION = Phrases(
    r"(?:keep|stay|be|remain) in (?:<1>)(?:touch|contact|mind)|on file|(?:keep|hold|bear|have|consider|think of|"
    r"remember|call|contact|ring) (?:on )?(?:me|my|us)|connect|linkedin|(?:write|wrote|apply|applied|call|called|"
    r"come|came|try|tried|visit|talk|speak|reach(?:ed)? out|get in touch|got in touch) <4>(?:again|back|another|"
    r"next (?:year|time|season|spring|summer|autumn)|in (?:the )?(?:spring|summer|autumn|winter|year|future))",
    r"(?:other|another|further|future|similar|new|more|any) <1>(?:roles?|posts?|positions?|openings?|vacanc(?:y|ies)|"
    r"places?|jobs?|opportunit(?:y|ies)|projects?|teams?|departments?|firms?|compan(?:y|ies)|employers?|schools?|"
    r"places|people|shops?|houses?)|final|reconsider|change your mind|(?:expenses|"
    r"reimburse|refund|portfolio back|return my|send (?:me )?back)|reapply",
    r"(?:next|new) (?:<1>)(?:round|intake|course|season|opening|audition|class|campaign)|when <5>(?:opens?|hiring|hire|"
    r"recruit\w*|advertis\w*|(?:taking|take) (?:people )?on)",
    r"pass (?:on )?my (?:<1>)(?:name|details|cv|number|regards|thanks|application)|(?:know|hear|heard|think) of (?:any|"
    r"anyone|anybody|someone|somebody|another|a|other)|(?:recommend|introduce|refer) (?:me|someone|anyone|anybody)|"
    r"put in a (?:good )?word",
    # What is to be done with the writer's things, and what is owed.
    r"(?:delete|erase|remove|destroy|shred|return|forward|release|give (?:me )?back|hand back|post back|pay(?! grade)|"
    r"paid|reimbursed?|compensated?|owed?) <3>(?:me|my|mine|back|for|by|the|us)",
    r"(?:who|whom) (?:<2>)(?:got|did you|have you|was|chosen|hired)|is (?:that|this|it) (?:<1>)(?:all|it|how|what|"
    r"your|a joke|the thanks)|(?:do|did|are|have|would|could) you (?:<2>)(?:even|ever|really|honestly|think|expect|"
    r"believe|sure|know (?:how|what it))",
)
# A reproachful question that is after the reasons all the same: "Why didn't you choose me?"
ABOUT_THE_CHOICE = Phrases(
    r"(?:pick|picked|choose|chose|chosen|take|hire|hired|want|appoint|appointed|select|selected|shortlist|shortlisted|"
    r"consider|think|find|prefer|preferred|reject|rejected|refuse|refused|turn|turned) <1>(?:me|i|down)",
    r"(?:was|were|am) (?:not )?i|i (?:was|were|am) (?:not )?(?:chosen|picked|taken|selected|hired|shortlisted|"
    r"appointed|rejected|refused|turned down)",
)
LISTENS = Phrases(
    r"(?:all ears|open to (?:hearing|any|your|every|all)|(?:take|taking|take it) (?:<2>)(?:to heart|on the chin|"
    r"on board)|not (?:take offen[cs]e|mind hearing)|be (?:as )?(?:frank|blunt|honest|candid|brutal) (?:with|as))",
    r"(?:if|whatever|anything) you (?:<2>)(?:noticed|noted|saw|think|thought|felt|spotted|observed|can (?:tell|share|"
    r"say|offer|pass on)|could (?:tell|share|say|offer|pass on)|have (?:noticed|for me|to say)|care to|"
    r"are (?:willing|able|free|allowed) to (?:say|tell|share))",
)
WOULD_WELCOME = Phrases(
    r"(?:would|should|could|will|might) <3>(?:appreciate|be <2>(?:grateful|thankful|glad|happy|obliged)|value|"
    r"welcome|love|like)"
)
