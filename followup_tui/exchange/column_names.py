"""What the columns of tables are called, in the languages whose spreadsheets are met most, and what they mean here.

A title is compared folded and without signs: `E-Mail Adresse`, `e_mail-adresse` and `EMAIL ADRESSE` are one. Who adds a
name adds it here.
"""

from typing import Final, Literal

from followup_tui.domain.text import fold

TableKind = Literal["contacts", "applications"]

CONTACT_COLUMNS: Final[dict[str, str]] = {
    "name": (
        "name, full name, fullname, contact, contact name, display name, person, who, file as, formatted name, "
        "nombre completo, nombre y apellidos, contacto, nombre del contacto, vollständiger name, voller name, "
        "kontakt, anzeigename, ansprechpartner, ansprechpartnerin, kontaktperson, nom complet, nom et prénom, "
        "prénom nom, nome completo, contato, nome do contato, nom d affichage"
    ),
    "first_name": (
        "first name, firstname, first, given name, givenname, forename, nombre, nombres, nombre de pila, vorname, "
        "prénom, primeiro nome, nome próprio"
    ),
    "middle_name": (
        "middle name, additional name, segundo nombre, zweiter vorname, weitere vornamen, deuxième prénom, nome do "
        "meio, segundo nome"
    ),
    "last_name": (
        "last name, lastname, last, surname, family name, familyname, apellido, apellidos, primer apellido, "
        "nachname, familienname, nom de famille, sobrenome, apelido, último nome"
    ),
    "prefix": "name prefix, prefix, salutation, honorific, anrede, tratamiento, civilité, tratamento",
    "suffix": "name suffix, suffix, namenszusatz",
    "nickname": "nickname, nick name, spitzname, apodo, surnom, apelido carinhoso",
    "email": (
        "email, e mail, email address, e mail address, emails, email 1, e mail 1, email address 1, mail, primary "
        "email, work email, business email, company email, personal email, email work, email home, e mail 2 "
        "address, e mail 3 address, email 2, email 3, e mail 2, e mail 3, other email, secondary email, email 2 "
        "address, email 3 address, email 1 value, e mail 1 value, contact email, email id, correo, correo "
        "electrónico, dirección de correo electrónico, dirección de correo, correo de contacto, e mail adresse, "
        "mailadresse, courriel, adresse e mail, adresse mail, adresse électronique, adresse de messagerie, "
        "endereço de e mail, e mail do contato, correio eletrónico, correio eletrônico, email do contato"
    ),
    "phone": (
        "phone, phone number, telephone, telephone number, tel, mobile, mobile phone, mobile number, cell, cell "
        "phone, cellphone, primary phone, home phone, home phone 2, business phone, business phone 2, work phone, "
        "office phone, company main phone, other phone, phone 1, phone 2, phone 3, phone 1 value, contact phone, "
        "contact number, teléfono, teléfono móvil, móvil, celular, número de teléfono, telefon, telefonnummer, "
        "handy, handynummer, mobil, mobiltelefon, mobilnummer, rufnummer, téléphone, portable, tél, numéro de "
        "téléphone, téléphone portable, téléphone mobile, telefone, telemóvel, número de telefone, telefone "
        "celular"
    ),
    "company": (
        "company, company name, organization, organisation, organization name, organization 1 name, organisation "
        "name, employer, current company, firm, account, account name, works at, empresa, compañía, organización, "
        "firma, unternehmen, arbeitgeber, gesellschaft, entreprise, société, employeur, organisme, companhia, "
        "organização, nombre de la empresa, nom de l entreprise, nome da empresa, firmenname, "
        "associated company, primary company, employer name"
    ),
    "company_title": "company and position, company and title",
    "title": (
        "job title, jobtitle, position, title, organization title, organization 1 title, current position, current "
        "title, designation, occupation, headline, profession, puesto, cargo, puesto de trabajo, título del "
        "puesto, berufsbezeichnung, berufstitel, stelle, jobtitel, funktion, poste, fonction, titre, intitulé du "
        "poste, título do cargo, função, tätigkeit, beruf, jobbezeichnung, stellenbezeichnung, métier, profesión, "
        "ocupación, profissão, ocupação, job"
    ),
    "linkedin": (
        "linkedin, linkedin url, linkedin profile, linkedin profile url, linkedin address, linkedin link, profile "
        "url, profile, public profile url, url, perfil de linkedin, linkedin profil, profil linkedin, perfil do "
        "linkedin, perfil linkedin"
    ),
    "linkedin_connected_at": (
        "connected on, connected at, linkedin connected at, connection date, connected, date connected, "
        "conectado el, fecha de conexión, "
        "verbunden am, kontakt seit, connecté le, date de connexion, conectado em"
    ),
    "timezone": "timezone, time zone, tz, zona horaria, zeitzone, fuseau horaire, fuso horário",
    "role": "role, relationship, contact type, contact role, type of contact, role in process, relation",
    "tags": (
        "tags, labels, groups, categories, group membership, etiquetas, schlagworte, kategorien, gruppen, "
        "étiquettes, catégories, groupes, categorias, grupos, categorías, category, kategorie, label, tag"
    ),
    "notes": (
        "notes, note, comments, comment, remarks, notas, nota, comentarios, observaciones, notizen, notiz, "
        "bemerkung, bemerkungen, kommentar, anmerkungen, remarques, commentaires, commentaire, observações, "
        "comentários"
    ),
}
"""Fields of a contact with the titles of their columns; `company_title` is both in one cell."""

APPLICATION_COLUMNS: Final[dict[str, str]] = {
    "company": (
        f"{CONTACT_COLUMNS['company']}, "
        "company organization, company employer, organization company, company applied to, hiring "
        "company, startup, arbeitgeber firma, entreprise société"
    ),
    "role": (
        "role, job title, jobtitle, position, title, job, position title, role title, job position, job name, role "
        "position, position role, job role, opening, vacancy, job posting, position applied for, position "
        "applied, job applied for, puesto, cargo, vacante, oferta, puesto de trabajo, rol, stelle, position "
        "stelle, jobtitel, stellenbezeichnung, stellentitel, rolle, poste, intitulé, intitulé du poste, offre, "
        "fonction, vaga, função, posição, título da vaga, título del puesto, stellentitel, tätigkeit, position "
        "applying for, intitulé de l offre, nom du poste, nombre del puesto, jobbezeichnung, berufsbezeichnung, "
        "jobname, ausgeschriebene stelle, beruf, métier"
    ),
    "company_role": "company and role, company and position",
    "stage": (
        "stage, status, state, application status, current status, job status, current stage, list, list name, "
        "column, current list, phase, step, progress, pipeline stage, application stage, board list, estado, fase, "
        "etapa, situación, stand, bewerbungsstatus, bewerbungsstand, statut, étape, état, situação, "
        "estado da candidatura"
    ),
    "outcome": (
        "outcome, result, final result, final status, decision, resultado, ergebnis, ausgang, résultat, resposta final"
    ),
    "applied_at": (
        "applied, applied on, applied at, date applied, applied date, application date, date of application, date "
        "submitted, submitted, submitted on, submission date, application submitted, sent on, date sent, date, "
        "date job applied, apply date, job applied date, applied date time, fecha, fecha de solicitud, fecha de "
        "aplicación, fecha de candidatura, fecha solicitud, fecha de envío, aplicado el, beworben am, "
        "bewerbungsdatum, datum, datum der bewerbung, gesendet am, bewerbung am, bewerbung vom, date de "
        "candidature, date de postulation, date d envoi, candidature envoyée le, postulé le, data, data da "
        "candidatura, data de candidatura, data de envio, data de aplicação, candidatura em"
    ),
    "decision_by": (
        "decision by, decide by, decision date, they decide by, decision expected, decision deadline, response "
        "expected by, expected response, entscheidung bis, décision avant, fecha de decisión, data de decisão"
    ),
    "source": (
        "source, found via, found on, job board, job source, where found, channel, via, referral source, how "
        "found, heard from, platform, site, canal, jobportal, bewerbungsportal, "
        "stellenbörse, fuente, origen, plataforma, portal, quelle, gefunden auf, gefunden "
        "über, jobbörse, origine, trouvé sur, plateforme, fonte, origem"
    ),
    "url": (
        "url, link, job url, job link, posting url, posting link, job posting url, job posting link, job ad, "
        "application link, listing, listing url, job post url, job post link, application url, web, website, "
        "enlace, enlace a la oferta, oferta url, webseite, stellenanzeige, anzeige, lien, lien de l offre, "
        "annonce, vaga url, link da vaga, ligação, posting, job description link, reference link"
    ),
    "location": (
        "location, job location, city, place, where, office, work location, city state, ubicación, lugar, ciudad, "
        "localización, ort, standort, arbeitsort, stadt, lieu, ville, localisation, local, localização, cidade, "
        "localidade"
    ),
    "compensation": (
        "compensation, salary, pay, salary range, pay range, salary expectation, expected salary, base salary, "
        "remuneration, rate, comp, wage, max salary, min salary, minimum salary, maximum salary, salary min, "
        "salary max, salario, sueldo, retribución, gehalt, gehaltsvorstellung, vergütung, lohn, salaire, "
        "rémunération, salário, remuneração, pretensão, gehaltswunsch, wunschgehalt, gehaltsangabe, jahresgehalt, "
        "monatsgehalt, lohnvorstellung, banda salarial, gehaltsspanne, bruttogehalt, offer amount, salary "
        "range min, salary range max"
    ),
    "priority": (
        "priority, excitement, rating, stars, interest level, interest, prioridad, priorität, priorité, "
        "prioridade, job excitement"
    ),
    "tags": CONTACT_COLUMNS["tags"],
    "notes": (
        f"{CONTACT_COLUMNS['notes']}, my notes, next step, next steps, details, anmerkung, nächster schritt, "
        "nächste schritte, prochaine étape, próximo paso, próximos pasos, próximo passo, próximos passos"
    ),
    "contact": (
        "contact, who, contact name, contact person, recruiter, recruiter name, hiring manager, contacts, person, "
        "interviewer, interviewers, contact details, contact info, company contact, main contact, hr contact, "
        "referral, referred by, point of contact, poc, contacto, persona de contacto, reclutador, "
        "kontakt, kontaktperson, ansprechpartner, ansprechpartnerin, ansprechperson, personaler, personne de "
        "contact, recruteur, interlocuteur, contato, pessoa de contato, recrutador, pessoa de contacto, "
        "personne à contacter, contact recruteur, contact rh, zuständig, zuständige person, people, persons, "
        "person contacted, contacted person, name of contact, people "
        "involved, contact persons, recruiters, hiring managers, points of contact, kontakte, kontaktpersonen, "
        "ansprechpersonen, personen, contactos, personas de contacto, reclutadores, personnes de contact, "
        "interlocuteurs, recruteurs, contatos, pessoas de contato, pessoas de contacto, recrutadores"
    ),
    "contact_email": (
        "contact email, recruiter email, email, e mail, contact e mail, hiring manager email, email address, "
        "contact email address, correo, correo electrónico, correo de contacto, e mail adresse, kontakt e mail, "
        "courriel, adresse e mail, e mail do contato"
    ),
    "contact_phone": (
        "contact phone, phone, recruiter phone, phone number, contact phone number, telephone, mobile, teléfono, "
        "telefon, telefonnummer, téléphone, telefone, telemóvel"
    ),
    "contact_linkedin": "contact linkedin, recruiter linkedin, linkedin, linkedin profile, linkedin url, "
    "hiring manager linkedin",
    "contact_title": "contact title, contact position, contact role, recruiter title",
    "name": "name, nombre, nom, nome, bezeichnung",
}
"""Fields of an opportunity with the titles of their columns; `name` is the company, the role or a person.

`company_role` is both in one cell (`company_and_role`).
"""

OF_APPLICATIONS_ONLY: Final = frozenset(
    {"stage", "outcome", "applied_at", "decision_by", "source", "compensation", "priority"}
)
"""What no table of contacts has."""

OF_ADDRESS_BOOKS: Final = frozenset(
    {"e mail 1 value", "e mail 1 type", "e mail 1 label", "e mail display name", "business street"}
)
"""Each of these is in the exports of Google or Outlook only, whose many columns would fill the notes."""

LEFT_OUT: Final = (
    "contact ids, primary contact id, stage changed at, stage history, keep in touch, keep in touch days, "
    "keep in touch since, preferred channel, id, _id, uuid, guid, record id, row, row number, no, nr, n, "
    "index, key, created, created at, created time, "
    "created on, date created, last modified, last modified time, last edited time, last edited by, updated, "
    "updated at, last updated, modified, modified on, created by, board, board id, job id, logo, company logo, "
    "color, colour, done, checkbox, archived, date archived, archived at, date added, added, added on, date saved, "
    "saved on, status date, last edited, screenshot, order, sort order, days since, days ago, days since applied, days "
    "since application"
)
"""Titles of columns that other programs keep for themselves."""


def folded(title: str) -> str:
    """A title as it is compared: no case, no accents, no signs, one space between words."""
    spaced = "".join(letter if letter.isalnum() else " " for letter in fold(title))
    return " ".join(spaced.split())


def names_of(titles: str) -> list[str]:
    """The folded titles in one of the tables above."""
    return [folded(title) for title in titles.split(",")]
