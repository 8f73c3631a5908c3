"""People's names: what in a greeting is a name, and whether it is the contact's."""

import re
from collections.abc import Iterable, Sequence
from enum import Enum, auto
from functools import lru_cache

from followup_tui.domain.ordinary import is_ordinary
from followup_tui.domain.review.nicknames import is_full_name, is_nickname
from followup_tui.domain.review.phrases import word_set
from followup_tui.domain.review.plain import straight
from followup_tui.domain.text import fold

_TITLES = word_set(
    "mr mrs ms miss mx mister missus missis miz ma'am maam mam dr drs doctor prof professor sir dame lord lady rev "
    "reverend father fr sister brother rabbi imam judge justice chief chef captain capt major colonel col lieutenant "
    "lt sergeant sgt general commander officer coach principal headmaster headmistress dean director president "
    "chairman chairwoman chair councillor mayor senator ambassador nurse matron hon pastor deacon provost maestro "
    "maestra master madam madame messrs inspector constable superintendent canon archdeacon bishop archbishop "
    "cardinal monsignor msgr abbot abbess prior vicar rector curate chaplain minister cantor presbyter subdean "
    "verger maulana mullah swami pandit marshal ensign midshipman bombardier cadet detective countess duchess "
    "baroness viscount viscountess advocate barrister solicitor attorney barr engr arch shri shrimati smt ustad "
    "janab alhaji alhaja hajia malam mallam otunba datuk datin puan encik cik bapak matua whaea teacher headteacher "
    "sheikh admiral commodore brigadier corporal chancellor registrar alderman sheriff magistrate commissioner "
    "secretary governor warden skipper sensei herr frau herrn fräulein señor señora señorita sr sra srta don doña "
    "monsieur mademoiselle mme mlle m maître senhor senhora dom dona dottore dottoressa dott signor signora doutor "
    "doutora engenheiro engenheira eng dra ingeniero ingeniera ing lic profesor profesora professeur docteur mag "
    "mijnheer meneer mevrouw doktor direktor rektor professorin pfarrer magister kapitän paní frk fröken frøken "
    "rouva domnul doamna dhr mevr sig sigra fru pani kyrie kyria gospodin gospođa avv aunt auntie aunty uncle shree "
    "kumari haji hajji hajja mzee bwana mwalimu oga ustaz khun pak bu ibu dato atty pharm surv adv cllr councilor "
    "councilman councilwoman alderwoman congressman congresswoman representative det deputy ranger trooper bailiff "
    "bosun purser supervisor foreman forewoman conductor pte cpl"
    " cdr cmdr lcdr cdre flt sqn ldr wg gp maj brig gen adm lcpl ssgt msgt pvt tpr gnr spr ens supt insp revd ven"
)
# Forms of address that follow the name: "Tanaka-san", "Sharma ji".
_AFTER_THE_NAME = word_set(
    "san sama sensei senpai kun chan shi ji jee sahib saheb saab sahab sab sir sirji madam madamji ma'am maam mam bhai "
    "bhaiya ben behn didi dada akka amma appa garu gaaru avargal bey hanım hanim abi abla nim ssi laoshi xiansheng "
    "nushi aunty auntie uncle"
)
_PARTICLES = word_set(
    "van von der den de del della di da do dos das du la le les lo los el al bin bint ibn ben abu ter ten te zu zum "
    "zur af av y e ap ab mac mc nic ní ni ó o st san santa the 't d'"
)
# Titles that anybody has; alone they name nobody.
_CIVIL = word_set("mr mrs ms miss mx mister missus missis miz")
_JOINERS = word_set("and & y und et e en i or oder ou")
_IMPERSONAL = word_set(
    "sir sirs madam madame ma'am maam mam whom hiring manager managers management team teams recruiter recruiters "
    "recruitment recruiting committee panel department dept hr human resources all everyone everybody folks folk "
    "colleague colleagues friend friends guys there both candidate employer employers staff office board company "
    "people gentlemen ladies ladys talent acquisition admissions search selection personnel interviewer interviewers "
    "person charge contact contacts applicant applicants customer customers client service services support admin "
    "admins administration administrator operator leader leaders leadership executive executives payroll whoever "
    "whomever official officials authority authorities responsible responsibles concerned secretariat direction "
    "directorate institution "
    "anyone anybody someone somebody y'all ya'll member members culture esteemed respected "
    "reader crew gang lot mate you concern group owner stranger lovely damen herren zusammen team alle miteinander "
    "señores señoras señor equipo todos departamento amigo amiga amigos messieurs mesdames monsieur équipe tous "
    "senhores senhoras senhor equipa equipe gente pessoal"
)
_SUFFIXES = word_set("jr sr ii iii iv phd md mba ma msc bsc esq dds rn cpa pmp mbe obe cbe")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "ß": "ss"})
_PART = re.compile(r"[^\s,;:!?()\"“”/&]+")
_SHORTENED_BY = 3
_SHORTEST_CLIPPING = 3


class Match(Enum):
    """How the words of a greeting fit a contact's name."""

    SAME = auto()
    ACCENT = auto()
    NICKNAME = auto()
    OTHER = auto()


def is_title(word: str) -> bool:
    """Whether `word` is a form of address: `Ms`, `Dr.`, `Chef`."""
    return word.lower().strip(".") in _TITLES


def is_civil_title(word: str) -> bool:
    """Whether `word` is a title that anybody has: `Ms`, `Mr.`; a `Doctor` or a `Chef` may be greeted by it alone."""
    return word.lower().strip(".") in _CIVIL


def is_particle(word: str) -> bool:
    """Whether `word` is a small word inside names: `van`, `de`."""
    return word.lower().strip(".") in _PARTICLES


def is_joiner(word: str) -> bool:
    """Whether `word` joins the names of several people."""
    return word.lower() in _JOINERS


def is_impersonal(word: str) -> bool:
    """Whether `word` addresses an office or anybody: `Hiring`, `Manager`, `all`, `Sir/Madam`."""
    return all(part in _IMPERSONAL for part in re.split(r"[/-]", word.lower().strip(".'()")) if part)


def parts(name: str) -> list[str]:
    """The parts of a person's name, titles and degrees left out: `Dr Aoife Ní Bhriain, PhD` has three."""
    words = [word.strip(".'") for word in _PART.findall(straight(name))]
    kept = [word for word in words if word and word.lower().replace(".", "") not in _SUFFIXES]
    while len(kept) > 1 and is_title(kept[0]):
        kept.pop(0)
    return kept


def compare(addressed: Sequence[str], name: str) -> Match:
    """How a greeting's words fit `name`: any sequence of its parts is right, whatever titles stand before them.

    Where several people are greeted, it is enough that one of them is the contact.
    """
    if _fit(addressed, name) is Match.SAME:
        return Match.SAME
    return min((_fit(group, name) for group in groups(addressed)), key=lambda match: match.value, default=Match.OTHER)


def groups(addressed: Sequence[str]) -> list[list[str]]:
    """The people among the words of a greeting, each with the words that name them."""
    found: list[list[str]] = [[]]
    for word in addressed:
        if is_joiner(word) and found[-1]:
            found.append([])
        else:
            found[-1].append(word)
    # "Ana, Ben and Carla": without a joiner each name may also stand for itself.
    several = len(found) > 1
    return [group for group in found if group] + ([[word] for group in found for word in group] if several else [])


def _fit(addressed: Sequence[str], name: str) -> Match:
    theirs = parts(name)
    words = [word for word in (token.strip(".'\"") for token in _PART.findall(straight(" ".join(addressed)))) if word]
    titled = False
    while words and is_title(words[0]) and not _is_part(words[0], theirs):
        words.pop(0)
        titled = True
    words = _without_rank(words, theirs)
    words = _without_honorific(words, theirs)
    if not words:
        return Match.OTHER
    if _joined(words) in _joined_runs(theirs):
        return Match.SAME
    pieces = [piece for word in words for piece in word.split("-") if piece]
    fits = (_best(piece, theirs, titled=titled) for piece in pieces)
    return max(fits, key=lambda match: match.value, default=Match.OTHER)


def _without_rank(words: list[str], theirs: Sequence[str]) -> list[str]:
    """The words without a rank or an office before a part of the name: "Air Marshal Rao", "Ward Manager Lucy"."""
    first = next((place for place, word in enumerate(words) if _is_part(word, theirs)), 0)
    *qualifying, office = words[:first] or [""]
    # What stands before an office belongs to it, be it a word that is somebody's name as well.
    qualified = (
        is_title(office) or is_impersonal(office) or all(map(is_ordinary, map(str.lower, (*qualifying, office))))
    )
    return words[first:] if qualified else words


def _without_honorific(words: list[str], theirs: Sequence[str]) -> list[str]:
    """The words without a form of address behind them, whether joined by a hyphen or not."""
    *before, last = words or [""]
    name, hyphen, form = last.rpartition("-")
    if form.lower() not in _AFTER_THE_NAME or _is_part(form, theirs):
        return words
    return ([*before, name] if hyphen else before) or words


def _is_part(word: str, theirs: Sequence[str]) -> bool:
    return word.casefold() in {part.casefold() for part in theirs}


def _joined(words: Iterable[str]) -> str:
    return "".join(words).casefold().replace("-", "").replace("'", "").replace(".", "")


def _joined_runs(theirs: Sequence[str]) -> set[str]:
    """Each run of parts, and each part, as one word: `Jean-Luc` is `Jean Luc` is `Jeanluc`."""
    count = len(theirs)
    return {_joined(theirs[i:j]) for i in range(count) for j in range(i + 1, count + 1)}


def _best(piece: str, theirs: Sequence[str], *, titled: bool) -> Match:
    # "Dear Mr Hollis" is not Janet Hollister: behind a title stands a surname, and nobody shortens surnames.
    surname = theirs[-1] if titled and len(theirs) > 1 else ""
    candidates = [part for whole in theirs for part in (whole, *whole.split("-")) if part]
    fits = [_one(piece, part, shortened=part != surname) for part in candidates]
    if _is_initials(piece, theirs):
        fits.append(Match.SAME if len(piece) == 1 else Match.NICKNAME)
    return min(fits, key=lambda match: match.value, default=Match.OTHER)


def _is_initials(piece: str, theirs: Sequence[str]) -> bool:
    initials = "".join(part[0] for whole in theirs for part in whole.split("-") if part).casefold()
    letters = piece.replace(".", "").casefold()
    return bool(letters) and piece.isupper() and letters in initials


@lru_cache(maxsize=1024)
def _one(called: str, part: str, *, shortened: bool) -> Match:
    called, part = called.casefold().replace("'", ""), part.casefold().replace("'", "")
    if called == part:
        return Match.SAME
    if fold(called) == fold(part) or fold(called.translate(_UMLAUTS)) == fold(part.translate(_UMLAUTS)):
        return Match.ACCENT
    plain_called, plain_part = fold(called), fold(part)
    if is_nickname(plain_called, plain_part) or (shortened and _is_clipped(plain_called, plain_part)):
        return Match.NICKNAME
    return Match.OTHER


def _is_clipped(called: str, name: str) -> bool:
    """A beginning of the name that nobody would take for a misspelling of it: `Thandi`, but not `Paul` for Pauline.

    Or an end of it that can stand alone, as `Lupe` does for Guadalupe and `Trude` for Gertrude.
    """
    stem = called.removesuffix("ie").removesuffix("y").removesuffix("i")
    if is_full_name(called) or len(stem) < _SHORTEST_CLIPPING:
        return False
    if name.endswith(called) and len(called) > _SHORTEST_CLIPPING and len(name) - len(called) >= _SHORTENED_BY:
        return called[0] not in "aeiou"
    return (name.startswith(called) and len(name) - len(called) >= _SHORTENED_BY) or (
        stem != called and name.startswith(stem) and len(name) - len(stem) >= _SHORTENED_BY - 1
    )
