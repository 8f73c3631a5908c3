"""What trackers and people call the stages of an application, and which of ours each is."""

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from followup_tui.domain.records import Outcome, Stage
from followup_tui.exchange.column_names import folded, names_of


class Standing(NamedTuple):
    """Where an application stands: the stage, and the outcome where it is closed and that is known."""

    stage: Stage
    outcome: Outcome | None = None


LEAD: Final = Standing("lead")
APPLIED: Final = Standing("applied")
_SCREENING, _INTERVIEWING, _OFFER = Standing("screening"), Standing("interviewing"), Standing("offer")
_CLOSED: Final = Standing("closed")
_ACCEPTED, _REJECTED = Standing("closed", "accepted"), Standing("closed", "rejected")
_NO_RESPONSE, _WITHDRAWN = Standing("closed", "no_response"), Standing("closed", "withdrawn")

# English, Spanish, German, French, Portuguese. Who adds a word adds it here.
_WORDS: Final[dict[Standing, str]] = {
    LEAD: (
        "lead, wishlist, wish list, bookmarked, bookmark, saved, to apply, draft, drafting, interested, "
        "backlog, to do, todo, not applied, not applied yet, not yet applied, haven't applied, haven't applied yet, "
        "havent applied, didn't apply, didnt apply, not sent, not submitted, not started, "
        "planned, researching, research, considering, applying, "
        "prospect, idea, want to apply, preparing, ready to apply, will apply, need to apply, target, "
        "guardado, guardada, por aplicar, para aplicar, pendiente de aplicar, borrador, interesado, "
        "no aplicado, sin aplicar, sin enviar, no enviado, aún no aplicado, todavía no aplicado, "
        "nicht beworben, noch nicht beworben, noch offen, "
        "pas postulé, pas encore postulé, pas envoyé, pas encore envoyé, "
        "não candidatado, ainda não candidatado, não enviado, ainda não enviado, "
        "gemerkt, vorgemerkt, merkliste, wunschliste, geplant, entwurf, interessant, gespeichert, zu bewerben, "
        "à postuler, a postuler, liste de souhaits, lista de deseos, lista de desejos, "
        "brouillon, enregistré, enregistrée, sauvegardé, à candidater, "
        "salvo, salva, rascunho, a candidatar, para candidatar, favorito"
    ),
    APPLIED: (
        "applied, sent, submitted, application sent, application submitted, applied online, application, apply, "
        "i applied, already applied, cv sent, resume sent, awaiting response, waiting for response, "
        "waiting to hear back, waiting for reply, awaiting reply, under review, in review, application under review, "
        "application received, acknowledged, easy applied, followed up, follow up sent, "
        "enviado, enviada, aplicado, aplicada, solicitado, solicitada, postulado, postulada, inscrito, "
        "candidatura enviada, cv enviado, presentada, esperando respuesta, en revisión, "
        "beworben, gesendet, abgeschickt, bewerbung gesendet, bewerbung abgeschickt, bewerbung verschickt, "
        "eingereicht, "
        "versendet, verschickt, versandt, eingang bestätigt, eingangsbestätigung, wartet auf antwort, "
        "warte auf antwort, warten auf antwort, nachgefasst, in prüfung, "
        "postulé, postulée, envoyé, envoyée, candidature envoyée, en attente de réponse, relancé, relancée, "
        "soumis, soumise, candidaté, "
        "candidatado, candidatada, aguardando resposta, em análise, "
        "candidatei, candidatei me, submetido, submetida, inscrita"
    ),
    _SCREENING: (
        "screening, phone screen, phone screening, recruiter call, recruiter screen, recruiter screening, hr screen, "
        "hr call, screen, screen call, screening call, initial call, initial screen, intro call, phone interview, "
        "phone call, pre screen, prescreen, recruiter interview, hr interview, telephone interview, "
        "llamada, llamada telefónica, entrevista telefónica, primer contacto, preselección, "
        "telefoninterview, telefongespräch, telefonat, erstgespräch, vorauswahl, "
        "entretien téléphonique, préqualification, présélection, appel rh, "
        "triagem, entrevista telefônica, entrevista telefónica, chamada telefónica"
    ),
    _INTERVIEWING: (
        "interviewing, interview, interviews, interview scheduled, interviewed, in interviews, onsite, on site, "
        "onsite interview, on site interview, technical interview, tech interview, final interview, first interview, "
        "second interview, third interview, panel, panel interview, video interview, virtual interview, "
        "technical round, tech round, "
        "entrevista, entrevistas, en entrevistas, en entrevista, entrevistado, entrevista técnica, entrevista final, "
        "vorstellungsgespräch, vorstellungsgespräche, einladung, einladung zum gespräch, einladung zum "
        "vorstellungsgespräch, eingeladen, gespräch, gespräche, im gespräch, zweitgespräch, "
        "entretien, entretiens, en entretien, entretien technique, entretien final, "
        "em entrevista, em entrevistas, entrevista agendada, entretien planifié, vorstellungsgespräch vereinbart"
    ),
    _OFFER: (
        "offer, offered, offer received, got offer, got an offer, offer extended, offer made, negotiating, "
        "negotiation, "
        "in negotiation, offer negotiation, verbal offer, "
        "oferta, oferta recibida, negociando, negociación, en negociación, "
        "angebot, angebot erhalten, verhandlung, in verhandlung, vertragsverhandlung, "
        "offre, offre reçue, négociation, en négociation, proposition, "
        "proposta, proposta recebida, oferta recebida, negociação, em negociação"
    ),
    _CLOSED: (
        "closed, cerrado, cerrada, geschlossen, abgeschlossen, fermé, fermée, clôturé, fechado, fechada, encerrado, "
        "encerrada"
    ),
    _ACCEPTED: (
        "hired, accepted, offer accepted, accepted offer, signed, got the job, got hired, job accepted, "
        "contratado, contratada, aceptado, aceptada, oferta aceptada, "
        "eingestellt, angenommen, zusage, angebot angenommen, "
        "embauché, embauchée, accepté, acceptée, offre acceptée, recruté, recrutée, "
        "aceito, aceita, aceite, proposta aceita, proposta aceite"
    ),
    _REJECTED: (
        "rejected, not selected, rejection, rejected by company, rejection received, got rejected, was rejected, "
        "rejected by employer, denied, unsuccessful, not moving forward, no longer under consideration, "
        "no longer considered, not chosen, position filled, job filled, role filled, rejected after interview, "
        "not successful, "
        "rechazado, rechazada, descartado, descartada, no seleccionado, no seleccionada, "
        "abgelehnt, absage, absage erhalten, nicht ausgewählt, "
        "refusé, refusée, rejeté, rejetée, refus, non retenu, non retenue, candidature refusée, "
        "rejeitado, rejeitada, recusado, recusada, não selecionado, não selecionada, reprovado"
    ),
    _NO_RESPONSE: (
        "ghosted, no response, no reply, no answer, never heard back, never replied, no response received, ghost, "
        "sin respuesta, no contestan, keine antwort, keine rückmeldung, sans réponse, pas de réponse, aucune "
        "réponse, "
        "sem resposta, nenhuma resposta"
    ),
    _WITHDRAWN: (
        "withdrew, withdrawn, withdrew application, application withdrawn, i withdrew, withdrawn by me, offer "
        "declined, "
        "declined offer, offer rejected, rejected offer, turned down offer, offer turned down, "
        "retirado, retirada, me retiré, renuncié, oferta rechazada, "
        "zurückgezogen, bewerbung zurückgezogen, angebot abgelehnt, "
        "retiré, retirée, désisté, désistement, candidature retirée, offre refusée, offre déclinée, "
        "desisti, desistência, retirei, proposta recusada"
    ),
}
_BY_WORD: Final = {word: standing for standing, words in _WORDS.items() for word in names_of(words)}
_ROUND: Final = re.compile(
    r"(?:\d+(?:st|nd|rd|th)?|first|second|third|fourth|fifth|sixth|last|final|next)"
    r" (?:round|interview|interview round|round interview)s?(?: .*)?|round \d+(?: .*)?"
    r"|(?:\d+|primera|segunda|tercera|cuarta|ultima|primeira|terceira|quarta) (?:ronda|entrevista|rodada)"
    r"|(?:\d+|erste|zweite|dritte|letzte) (?:runde|gesprachsrunde)"
    r"|(?:\d+e?r?|premier|deuxieme|second|troisieme|dernier) entretien"
)
_ORDER: Final[tuple[Stage, ...]] = ("lead", "applied", "screening", "interviewing", "offer", "closed")
# Words that stand beside a stage where a column is called by it, and numbers of rounds.
_AROUND_TITLES: Final = frozenset(
    ("date", "datum", "fecha", "data", "on", "at", "am", "de", "le", "du", "el", "em", "da", "1", "2", "3", "4", "5")
)
_MOST_WORDS: Final = 4
_LONGEST: Final = 200
# With one of these that is no part of a name above, the rest may mean its contrary, or not yet be so.
_UNSURE: Final = frozenset(
    (
        *("not", "no", "yet", "maybe", "or", "pending", "awaiting", "waiting", "if", "until", "before", "never"),
        *("haven", "havent", "hasn", "hasnt", "didn", "didnt", "isn", "wasn", "won", "t", "without"),
        *("nicht", "noch", "kein", "keine", "nie", "ohne", "vor", "oder", "wartet", "warte"),
        *("pas", "encore", "jamais", "sans", "ne", "avant", "ou"),
        *("sin", "aun", "todavia", "nunca", "antes", "o", "nao", "ainda", "sem"),
    )
)
# A word that decides, in this order, where a text is more than one of the words above.
_DECIDING: Final = (_WITHDRAWN, _ACCEPTED, _REJECTED, _NO_RESPONSE, _OFFER, _INTERVIEWING, _SCREENING, APPLIED, LEAD)


def read(text: str) -> Standing | None:
    """The stage that words name, whatever signs and numbers stand around them; None where that is not certain."""
    if len(text) > _LONGEST:
        return None
    name = folded(text)
    bare = re.sub(r"^\d+ ", "", name) if not _ROUND.fullmatch(name) else name
    for one in (name, bare):
        if one in _BY_WORD:
            return _BY_WORD[one]
        if _ROUND.fullmatch(one):
            return _INTERVIEWING
    words = bare.split()
    if len(words) > _MOST_WORDS:
        return None
    names = [word for word in _BY_WORD if f" {word} " in f" {bare} "]
    # The longer name says it, not one that stands in it: "not applied" is not "applied".
    names = [one for one in names if not any(one != other and f" {one} " in f" {other} " for other in names)]
    if not _UNSURE.intersection(words) <= {word for name in names for word in name.split()}:
        return None
    found = {_BY_WORD[name] for name in names}
    return next((standing for standing in _DECIDING if standing in found), None)


def of_title(title: str) -> Standing | None:
    """The stage that a column is called by, in which one ticks off that it was reached, or writes when."""
    name = folded(title)
    bare = " ".join(word for word in name.split() if word not in _AROUND_TITLES)
    return _BY_WORD.get(name) or _BY_WORD.get(bare)


def furthest(reached: Iterable[Standing]) -> Standing | None:
    """The stage that lies furthest, `closed` being the last; the first that says how it ended."""
    return max(reached, key=lambda one: (_ORDER.index(one.stage), one.outcome is not None), default=None)
