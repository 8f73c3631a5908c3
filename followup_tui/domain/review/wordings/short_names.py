"""Short forms of first names: a full name, or several that share them, and after the colon what its bearers are called.

Folded: lower case, no accents. What is plainly a beginning or an end of the name need not stand here (see `names.py`).
"""

SHORT_NAMES = """
abigail: abby abbie gail
abraham: abe bram
adelaide: addie heidi
adrian: ade
agnieszka: aga agi
albert: al bert bertie albie
alberto: beto tito berto
alejandro: ale alex jandro
aleksander aleksandr alexander: alex al xander sandy sasha alec sander lex alexr
aleksandra alexandra: alex sandra sasha alexa lexi ali ola sandy
alexis: alex lexi
alfonso alphonse: poncho fonso al
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
antonia: toni tonia
antonio: toni tony tono
archibald: archie
arthur: art artie
augustus augustine: gus augie
barbara: barb barbie babs bobbie
barnaby: barney
bartholomew: bart barty
beatrice beatrix beatriz: bea trixie bee bia
belinda: linda bel bella
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
carlos carlo: charlie carlitos litos
carmen: carmie
carolina caroline: caro carrie carol lina caz
catherine katherine kathryn catharine katharine: cath cathy kate katie kathy kath kat kit kitty cat katy katya
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
concepcion: concha conchita conchi
constance: connie
consuelo: chelo
cornelius: neil con corny
cynthia: cindy
daniel: dan danny danl
daniela danielle: dani danny
david: dave davey davy dai
deborah debra: deb debbie debs
deirdre: dee
dennis: den denny
derek: del
desmond: des
diana diane: di
dmitri dmitry: dima mitya
dolores: lola dolly lolita
domenico domingo: mimmo mingo nico
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
enrico: rico
enrique: quique kike rique
ernest: ernie
ernesto: neto
eugene: gene
evangeline: eva evie
evelyn: evie eve
evgeny yevgeny: zhenya
ezekiel: zeke
fernando: fer nando
filippo: pippo
fiona: fi
florence: flo florrie flossie
frances francesca francisca: fran frannie francie cesca
francesco: checco franco
francis: frank fran
francisco: paco pancho fran
franklin: frank
frederick frederik friedrich: fred freddie freddy fritz
gabriel: gabe gab
gabriela gabriella gabrielle: gabby gabi ella
gareth: gary gaz
geoffrey: geoff
george: georgie geo
georgia georgina: georgie gina
gerald gerard: gerry jerry ged
gertrude: trudy gert
gilbert: gil bert
gillian jillian: gill jill jilly
giovanni: gianni
giuseppe: beppe peppe
gordon: gord gordy
graciela: chela grace
graham graeme: gray
gregory: greg
grzegorz: grzes grzesiek
guadalupe: lupe lupita
guillermo: memo guille
gwendolyn gweneth gwyneth: gwen
hannah: han
harold: harry hal
harriet: harry hattie
heather: heath
heinrich: heinz heiner
helen helena: nell nellie lena
henrietta: etta hettie hattie
henry: harry hank hal
herbert: herb bert
howard: howie
hubert: bert hugh
humberto: beto
humphrey: hum
ignacio: nacho
imogen: immy
ines: inesita
inmaculada: inma
irene: rene
isaac: zac ike
isabel isabella isabelle: izzy bella belle issy isa
ivan: vanya
jackson: jack
jacob jakob: jake jay
jacqueline: jackie jacqui
jadwiga: jadzia
james: jim jimmy jamie jem jimbo jas
jane: janey janie
janet: jan
janice: jan
jasmine: jas jazz
jason: jay
javier: javi
jean: jeannie
jeanette: jean netta
jeffrey: jeff
jemima: jem mima
jennifer: jen jenny jenn
jeremy: jerry jem jez
jerome: jerry
jessica: jess jessie
jesus: chuy chucho
joanna joanne: jo joey joannie
joao: joca
johannes: hans jo hannes
john: jack johnny jno
jonathan: jon jonny nathan johnny
jordan: jordy jay
jorge: coque koke
jose: pepe
josef jozef: sepp pepi jozek
joseph: joe joey jo jos
josephine: jo josie
joshua: josh
juan: juanito
judith: judy jude
julia julie: jules
julian: jules
juliet juliette: jules
karen: kaz
katarzyna: kasia
kathleen katarina caterina: cath cathy kate katie kathy kath kat kit kitty cat katy katya
kenneth: ken kenny
kevin: kev
kimberly kimberley: kim kimmy
kirsten: kirsty
konrad: kurt
krzysztof: krzysiek krzys
lachlan: lachie lockie
laura: laurie lolly
lauren: laurie loz
laurence lawrence: larry laurie lawrie
leonard: len lenny leo
leonardo: leo
leonor leonora: nora leo
leopold: leo
leslie lesley: les
leticia: lety
lewis louis luis: lou louie lew
lillian lilian: lily lil
linda: lindy lyn
louisa louise: lou lulu
luca lukas lucas: luke
lucinda: lucy cindy
lucy: lu luce
ludmila lyudmila: lida mila lyuda
luigi: gigi gino
lydia: lyd
madeleine madeline: maddy maddie
magdalena: magda lena
malcolm: mal malc
malgorzata: gosia malgosia
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
mercedes: merche meche mercy
michael: mike mick mickey mikey micky misha
michaela: mic
michele michelle: shelly chelle mich
miguel: mike migue
mikhail mihail: misha
mildred: millie
minerva: minnie
miranda: randy mandy
miriam: mim miri
mitchell: mitch
mohammed muhammad mohamed mohammad: mo
monica: mon
montgomery: monty
morgan: mo
nadezhda: nadia nadya
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
olga: olya
oliver: ollie oli olly
olivia: liv ollie livvy
oscar: ozzie
pamela: pam
patricia: pat trish tricia patty patsy trisha paddy
patrick: pat paddy rick
paul: pauly
paula pauline: polly
pavel: pasha
penelope: penny pen
percival: percy
peter: pete
petra: pet
philip phillip philippe: phil pip
philippa: pippa pip
pilar: pili
piotr: piotrek
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
robert roberto: bob rob bobby robbie bert rab beto robt
roberta: bobbie
roderick: rod roddy
rodney: rod
rodrigo: rod
roger: rog
roland: roly
ronald: ron ronnie
rosa: rosie rosita
rosalind rosalie rosemary rosamund: rose ros roz rosie
rosario: charo chayo
rowena: ro
rudolf rudolph: rudi rudy
rupert: ru
russell: russ rusty
salvador: salva
salvatore: sal toto
samantha: sam sammy
samuel: sam sammy saml
sandra: sandy
santiago: santi chago yago
saoirse: seersh
sarah sara: sally sadie
sebastian: seb bas basti sebas
sebastien: seb
sergei sergey: seryozha
siobhan: shiv
socorro: coco soco
sophia sofia sophie: sophie soph fia
stanislaw: staszek stas
stanley: stan
stefan: steff
stefanie stephanie: steph steffi stevie
stella: stell
stephen steven: steve stevie ste
stuart stewart: stu stew
susan susanna susannah suzanne: sue susie suzie suzy sukie
svetlana: sveta lana
sylvia: syl sylvie
tabitha: tabby
tamara: tam tammy
tatiana: tanya tati
terence terrence: terry tel
teresa theresa therese: terry tess tessa tere tracy
thandiwe: thandi
theodora: theo dora thea
theodore: theo ted teddy
thomas: tom tommy thom thos
tiago: ti
tiffany: tiff
timothy: tim timmy
tobias: toby tobi
tomasz: tom tomek
trevor: trev
ursula: ursa uschi
valentina: val vale tina
valerie: val
vanessa: nessa ness
veronica: ronnie vera ronni
vicente: chente
victor viktor: vic vik
victoria: vicky vicki tori vic
vincent: vince vinny vin
vincenzo: enzo
viola violet: vi
virginia: ginny ginger
vivian vivienne: viv
vladimir: vlad volodya
walter: walt wally
wendy: wen
wilfred: wilf fred
wilhelm: willi
wilhelmina: mina billie willa
william: will bill billy willie liam wills wm
winifred: winnie fred freda
winston: win
wojciech: wojtek
xavier: xavi zav
yekaterina ekaterina: katya
yolanda: yoli
yuri: yura
yvonne: von
zachary: zach zack zac
zofia zsofia: zosia zsofi
"""
