"""Short forms of first names, as people use them in greetings. Both directions count: David is Dave, and Dave David."""

from functools import cache

# A full name, and after the colon what its bearers are called. Folded: lower case, no accents.
_TABLE = """
abigail: abby abbie gail
abraham: abe bram
adelaide: addie heidi
adrian: ade
agnieszka: aga agi
albert: al bert bertie albie
alejandro: ale alex jandro
aleksander aleksandr alexander: alex al xander sandy sasha alec sander lex
aleksandra alexandra: alex sandra sasha alexa lexi ali ola sandy
alexis: alex lexi
alfred: fred freddie alf alfie
alison allison: ali allie ally
amanda: mandy manda
amelia: amy millie mia
anastasia: nastya stacy ana
andrea: andie andy
andreas: andi andy dre
andrew: andy drew andi
angela: angie ange
angelina: angie lina
anna anne ann: annie nan nancy ania anya anni
annabel annabelle: anna bella belle annie
anneliese: anne liese lisa anni
anthony antony: tony ant
antoinette: toni nettie
antonio: toni tony toño
antonia: toni tonia
archibald: archie
arthur: art artie
augustus augustine: gus augie
barbara: barb barbie babs bobbie
barnaby: barney
bartholomew: bart barty
beatrice beatrix beatriz: bea trixie bee bia
benedict: ben benny
benjamin: ben benny benji benjy
bernadette: bernie detta
bernard: bernie
bethany: beth
bradley: brad
bridget brigid: bridie biddy
bronwen: bron
calvin: cal
cameron: cam
candice candace: candy
carmen: carmie
carolina caroline: caro carrie carol lina caz
catherine katherine kathryn catharine katharine: cath cathy kate katie kathy kath kat kit kitty cat katy katya
kathleen katarina caterina: cath cathy kate katie kathy kath kat kit kitty cat katy katya
cecilia: ceci cece celia
charles: charlie chuck chas chaz
charlotte: charlie lottie lotte char
chiara: kiki
christian: chris
christina christine kristina kristine cristina: chris chrissie chrissy tina kris christie christy kirsty cris
christopher: chris kit topher
clarence: clary
clifford: cliff
clinton: clint
constance: connie
cornelius: neil con corny
cynthia: cindy
daniel: dan danny
daniela danielle: dani danny
david: dave davey davy dai
deborah debra: deb debbie debs
deirdre: dee
dennis: den denny
derek: del
desmond: des
diana diane: di
dolores: lola dolly lolita
dominic dominik dominique: dom nick
donald: don donnie
donovan: don
dorothy: dot dottie dolly
douglas: doug dougie
duncan: dunc
dwayne: dj
edmund: ed eddie ned ted
eduardo: edu lalo
edward: ed eddie ted teddy ned
edwin: ed eddie win
eleanor elinor: ellie nell nora ella nellie lena
elena: lena ellie
elizabeth elisabeth: liz lizzie beth betty eliza lisa libby liza betsy bess elsie lisbeth liesl
emily: em emmy millie
emma: em emmy
ernest: ernie
eugene: gene
evangeline: eva evie
evelyn: evie eve
ezekiel: zeke
fernando: fer nando
fiona: fi
florence: flo florrie flossie
frances francesca francisca: fran frannie francie cesca
francis: frank fran
francisco: paco pancho fran
franklin: frank
frederick frederik friedrich: fred freddie freddy fritz
gabriel: gabe gab
gabriela gabriella gabrielle: gabby gabi ella
gareth: gary gaz
geoffrey: geoff
jeffrey: jeff
george: georgie
georgia georgina: georgie gina
gerald gerard: gerry jerry ged
gertrude: trudy gert
gilbert: gil bert
gillian jillian: gill jill jilly
giovanni: gianni
giuseppe: beppe peppe
gordon: gord gordy
graham graeme: gray
gregory: greg
guillermo: memo guille
gwendolyn gweneth gwyneth: gwen
hannah: han
harold: harry hal
harriet: harry hattie
heather: heath
helen helena: nell nellie lena
henrietta: etta hettie hattie
henry: harry hank hal
herbert: herb bert
howard: howie
hubert: bert hugh
humphrey: hum
ignacio: nacho
imogen: immy
ines: inesita
irene: rene
isabel isabella isabelle: izzy bella belle issy isa
isaac: zac ike
jackson: jack
jacob jakob: jake jay
jacqueline: jackie jacqui
james: jim jimmy jamie jem jimbo
jane: janey janie
janet: jan
janice: jan
jason: jay
jasmine: jas jazz
jean: jeannie
jeanette: jean netta
jemima: jem mima
jennifer: jen jenny jenn
jeremy: jerry jem jez
jerome: jerry
jessica: jess jessie
joanna joanne: jo joey joannie
joao: joca
johannes: hans jo hannes
john: jack johnny
jonathan: jon jonny nathan johnny
jordan: jordy jay
jose: pepe
joseph: joe joey jo
josephine: jo josie
joshua: josh
juan: juanito
judith: judy jude
julia julie: jules
julian: jules
juliet juliette: jules
karen: kaz
kenneth: ken kenny
kevin: kev
kimberly kimberley: kim kimmy
kirsten: kirsty
konrad: kurt
lachlan: lachie lockie
laura: laurie lolly
lauren: laurie loz
laurence lawrence: larry laurie lawrie
leonard: len lenny leo
leonardo: leo
leonor leonora: nora leo
leopold: leo
leslie lesley: les
lewis louis luis: lou louie lew
lillian lilian: lily lil
linda: lindy lyn
louisa louise: lou lulu
luca lukas lucas: luke
lucinda: lucy cindy
lucy: lu luce
lydia: lyd
madeleine madeline: maddy maddie
magdalena: magda lena
malcolm: mal malc
manuel: manu manolo
marcus: marc
margaret: maggie meg peggy marge madge greta mags margie daisy rita
margarita: rita marga
maria: mia
marilyn: mari
marjorie: marge margie jorie
mark: markie
martha: marty mattie
martin: marty
martina: tina
mary: molly polly
mateo matthew matthias mathias: matt matty mat
maurice: moe mo
maxim maximilian maxwell: max
megan: meg
melanie: mel
melinda: mindy mel
melissa: mel missy lissa
michael: mike mick mickey mikey micky misha
michaela: mic
michele michelle: shelly chelle mich
miguel: mike migue
mildred: millie
minerva: minnie
miranda: randy mandy
miriam: mim miri
mitchell: mitch
mohammed muhammad mohamed mohammad: mo
monica: mon
montgomery: monty
morgan: mo
nancy: nan
natalia natalie: nat tally
natasha: tasha nat
nathan nathaniel nathanael: nate nat nathan
nicholas nicolas nikolas: nick nicky nico klaus niko
nicola nicole: nicky nikki nic
nigel: nige
nikolai: kolya nik
norman: norm
octavia: tavi
oliver: ollie oli olly
olivia: liv ollie livvy
oscar: ozzie
pamela: pam
patricia: pat trish tricia patty patsy trisha paddy
patrick: pat paddy rick
paul: pauly
paula pauline: polly
penelope: penny pen
percival: percy
peter: pete
petra: pet
philip phillip philippe: phil pip
philippa: pippa pip
pilar: pili
priscilla: cilla prissy
priyanka: priya
prudence: pru
rachel: rach rae
rafael raphael: rafa raf rafi
ramon: moncho
randall randolph: randy
raymond: ray
rebecca rebekah: becky becca bex beck
reginald: reg reggie
rhiannon: rhi
ricardo: rico ricky
richard: rick dick rich richie ricky dickie
robert roberto: bob rob bobby robbie bert rab beto
roberta: bobbie
roderick: rod roddy
rodney: rod
rodrigo: rod
roger: rog
roland: roly
ronald: ron ronnie
rosalind rosalie rosemary rosamund: rose ros roz rosie
rosa: rosie rosita
rowena: ro
rudolf rudolph: rudi rudy
rupert: ru
russell: russ rusty
salvador: salva
salvatore: sal toto
samantha: sam sammy
samuel: sam sammy
sandra: sandy
sarah sara: sally sadie
saoirse: seersh
sebastian: seb bas basti sebas
sebastien: seb
siobhan: shiv
sophia sofia sophie: sophie soph fia
stanley: stan
stefan: steff
stefanie stephanie: steph steffi stevie
stella: stell
stephen steven: steve stevie ste
stuart stewart: stu stew
susan susanna susannah suzanne: sue susie suzie suzy sukie
sylvia: syl sylvie
tabitha: tabby
tamara: tam tammy
tatiana: tanya tati
terence terrence: terry tel
teresa theresa therese: terry tess tessa tere tracy
thandiwe: thandi
theodora: theo dora thea
theodore: theo ted teddy
thomas: tom tommy thom
tiffany: tiff
tiago: ti
timothy: tim timmy
tobias: toby tobi
tomasz: tom tomek
trevor: trev
ursula: ursa uschi
valentina: val vale tina
valerie: val
vanessa: nessa ness
veronica: ronnie vera ronni
victor viktor: vic vik
victoria: vicky vicki tori vic
vincent: vince vinny vin
viola violet: vi
virginia: ginny ginger
vivian vivienne: viv
vladimir: vlad volodya
walter: walt wally
wendy: wen
wilfred: wilf fred
wilhelm: willi
wilhelmina: mina billie willa
william: will bill billy willie liam wills
winifred: winnie fred freda
winston: win
xavier: xavi zav
yolanda: yoli
yvonne: von
zachary: zach zack zac
"""


@cache
def _by_full() -> dict[str, frozenset[str]]:
    table: dict[str, frozenset[str]] = {}
    for line in _TABLE.strip().splitlines():
        full_names, _, short = line.partition(":")
        for full in full_names.split():
            table[full] = table.get(full, frozenset()) | frozenset(short.split())
    return table


def is_full_name(folded: str) -> bool:
    """Whether the table knows `folded` as a name in full, which then is nobody's short form by mere likeness."""
    return folded in _by_full()


def is_nickname(called: str, name: str) -> bool:
    """Whether a person whose (folded) first name is `name` may well be called `called`, or the reverse."""
    table = _by_full()
    return called in table.get(name, ()) or name in table.get(called, ())
