"""People as an address names them: whose it is, what name it gives, and whether a person reads what goes there."""

import re
from email.utils import parseaddr
from typing import Final

from followup_tui.domain.text import clean, fold
from followup_tui.exchange.found import Person, Reading


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_LONGEST = 320
_ADDRESS: Final = re.compile(r"[^\s<>,;:\"()\[\]\\]+@[^\s<>,;:\"()\[\]\\@]+")
_GMAIL: Final = frozenset({"gmail.com", "googlemail.com"})
_SEPARATORS: Final = re.compile(r"[._\-+\d]+")
_SURNAME_FIRST: Final = re.compile(r"([^,]+), ([^,]+)")
_SUFFIXES: Final = _words("inc llc ltd gmbh jr sr phd ii iii md mba esq cpa pmp")
_ADDED: Final = re.compile(r"\s*(?:\([^()]*\)|\[[^\[\]]*\]|\bvia\s.*|\|.*)\s*$", re.IGNORECASE)
_QUOTES: Final = "\"'‘’“” "
_MOST_WORDS = 4

# Whoever has such an address is a program: nobody reads what is sent there.
_MACHINE: Final = re.compile(
    r"""(?:.*[-._+])?(?:no[-._]?reply|do[-._]?not[-._]?reply|dont[-._]?reply|mailer[-._]daemon|postmaster|bounces?
    |notifications?|notify|auto[-._]?(?:confirm|reply|mated|mailer)|unattended|unknownorganizer|calendar-notification
    |invitations?|jobalerts?|alerts?)(?:[-._+\d].*)?""",
    re.VERBOSE,
)
_MACHINE_HOSTS: Final = (
    "resource.calendar.google.com",
    "group.calendar.google.com",
    "group.v.calendar.google.com",
    "import.calendar.google.com",
    "imip.me.com",
    "reply.github.com",
)
# Hosts of programs that write in somebody's name: what they say of whom it comes from is true, not the host.
SERVICES: Final = _words(
    "ashbyhq.com bamboohr.com breezy.hr calendly.com cal.com cronofy.com doodle.com eightfold.ai gem.com goodtime.io "
    "google.com greenhouse.io greenhouse-mail.io hire.lever.co icims.com indeed.com indeedemail.com jobvite.com "
    "lever.co linkedin.com microsoft.com myworkday.com myworkdayjobs.com personio.de personio.com recruitee.com "
    "rippling.com savvycal.com smartrecruiters.com successfactors.com taleo.net teamtailor.com teamtailor-mail.com "
    "workable.com workablemail.com workday.com xing.com zoom.us zoom.com"
)
# Mail for everybody: such a host says nothing of where somebody works.
FREE: Final = _words(
    "126.com 163.com aol.com att.net bigpond.com bluewin.ch bt.com btinternet.com comcast.net duck.com example.invalid "
    "fastmail.com fastmail.fm free.fr freenet.de gmail.com gmx.at gmx.ch gmx.com gmx.de gmx.net googlemail.com hey.com "
    "hotmail.co.uk hotmail.com hotmail.de hotmail.es hotmail.fr hotmail.it icloud.com inbox.com laposte.net libero.it "
    "live.com live.co.uk live.fr live.nl mac.com mail.com mail.de mail.ru me.com mailbox.org msn.com naver.com "
    "orange.fr outlook.com outlook.de outlook.es outlook.fr pm.me posteo.de proton.me protonmail.com qq.com "
    "rediffmail.com rocketmail.com sfr.fr sky.com t-online.de telefonica.net terra.es tutanota.com tuta.io "
    "verizon.net virgilio.it virginmedia.com wanadoo.fr web.de wp.pl yahoo.ca yahoo.co.in yahoo.co.uk yahoo.com "
    "yahoo.com.br yahoo.de yahoo.es yahoo.fr yahoo.it yandex.com yandex.ru ymail.com zoho.com"
)


def address_in(text: str) -> str | None:
    """The first e-mail address that a text holds, its host in small letters; None if it holds none."""
    found = _ADDRESS.search(text[: 4 * _LONGEST])
    if found is None or len(found[0]) > _LONGEST:
        return None
    local, _, host = found[0].rpartition("@")
    local = local.rpartition("@")[2] if "@" in local else local
    host = host.strip(".").lower()
    return f"{local.strip(chr(39))}@{host.strip(chr(39))}" if local.strip("'.") and host.strip("'.") else None


def host_of(address: str) -> str:
    """The host of an address, in small letters."""
    return address.rpartition("@")[2].casefold()


def is_of(host: str, hosts: frozenset[str] | tuple[str, ...]) -> bool:
    """Whether a host is one of `hosts` or stands below one."""
    labels = host.split(".")
    return any(".".join(labels[start:]) in hosts for start in range(len(labels)))


def is_machine(address: str) -> bool:
    """Whether an address is a program's: `no-reply@…`, a room's calendar."""
    local, _, host = address.casefold().rpartition("@")
    return _MACHINE.fullmatch(local) is not None or is_of(host, _MACHINE_HOSTS)


def is_address_of_user(address: str, reading: Reading) -> bool:
    """Whether an address is the user's, `+` and what follows aside."""
    return _mailbox(address) in {_mailbox(own) for own in reading.user_emails}


def is_user(person: Person, reading: Reading) -> bool:
    """Whether somebody is the user: by an address of theirs, else by their whole name."""
    if any(is_address_of_user(address, reading) for address in person.emails):
        return True
    return bool(reading.user_name) and fold(person.name) == fold(reading.user_name)


def _mailbox(address: str) -> str:
    """An address as its host reads it: what follows a `+` is the owner's own affair; so are Google's dots."""
    local, _, host = address.strip().casefold().rpartition("@")
    local = local.partition("+")[0]
    return f"{local.replace('.', '') if host in _GMAIL else local}@{host}"


def person_of(name: str, address: str | None, **fields: str) -> Person:
    """Somebody as a header or an invitation names them; without a name they are called as the address says."""
    return Person(name=name_for(name, address), emails=(address,) if address else (), **fields)  # type: ignore[arg-type]  # texts only


def name_for(name: str, address: str | None) -> str:
    """A name as a person would write it: `Ruiz, Ana (Globex)` is Ana Ruiz; what is an address is read as one."""
    name = " ".join(clean(name[:_LONGEST]).split()).strip(_QUOTES)
    shorter = _ADDED.sub("", name).strip(_QUOTES)
    name = shorter or name
    found = _SURNAME_FIRST.fullmatch(name)
    if found and len(name.split()) <= _MOST_WORDS and found[2].casefold().strip(". ") not in _SUFFIXES:
        name = f"{found[2]} {found[1]}"
    if name and "@" not in name:
        return name
    return _of_address(address or parseaddr(name)[1] or name)


def _of_address(address: str) -> str:
    """The name in an address: `ana.ruiz@globex.com` is Ana Ruiz."""
    local = address.rpartition("@")[0].partition("+")[0] or address
    words = [word for word in _SEPARATORS.split(local) if word]
    return " ".join(word[:1].upper() + word[1:] for word in words) or address
