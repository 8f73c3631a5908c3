"""`greeting` and the greeting half of `wrong_name`."""

from collections.abc import Callable

import pytest

from followup_tui.domain.review import Finding

BODY = "\n\nI shall come on Tuesday at nine, as you asked me to.\n\nKind regards,\nBo Lind\n"

RIGHT = [
    ("Dear Maria,", "Maria Castellanos"),
    ("Hi Maria!", "Maria Castellanos"),
    ("Hello, Maria:", "Maria Castellanos"),
    ("Good morning Maria –", "Maria Castellanos"),
    ("Good afternoon, Ms. Castellanos,", "Maria Castellanos"),
    ("Dear Maria Castellanos,", "Maria Castellanos"),
    ("Dear Ms Castellanos", "Maria Castellanos"),
    ("Maria,", "Maria Castellanos"),
    ("maria,", "Maria Castellanos"),
    ("Hey Maria, thanks for the call.", "Maria Castellanos"),
    ("Hi Maria thanks for the call.", "Maria Castellanos"),
    ("Hi again, Maria,", "Maria Castellanos"),
    ("Dear Dr. van der Berg,", "Samuel van der Berg"),
    ("Dear Chief Meyer,", "Rosalind Meyer"),
    ("Dear Canon Meyer,", "Rosalind Meyer"),
    ("Good morning, Ms. O'Neil", "Siobhan O'Neil"),
    ("Dear Professor Dr Meyer,", "Prof. Rosalind Meyer"),
    ("Dear María José,", "María José Lau"),
    ("Dear Jean Luc,", "Jean-Luc Moreau"),
    ("Dear Jean-Luc,", "Jean Luc Moreau"),
    ("Dear Mr. Tanaka,", "Tanaka Hiroshi"),
    ("Dear Hiroshi,", "Tanaka Hiroshi"),
    ("Dear Smith John,", "John Smith"),
    ("Dear Mr O’Brien,", "Pat O'Brien"),
    ("Dear J. Smith,", "Jane Smith"),
    ("Dear Mary Ann,", "Mary Ann de Souza"),
    ("Dear Ms De Souza,", "Mary Ann de Souza"),
    ("Dear Lady Amabel,", "Lady Amabel Croft"),
    ("Dear Ramesh sir,", "Ramesh Iyer"),
    ("heyy Maria! how are you", "Maria Castellanos"),
    ("OMG Maria!!! Thanks for the call.", "Maria Castellanos"),
    ("yo Maria what a day that was by the lake", "Maria Castellanos"),
    ("Dear Pak Budi,", "Budi Santoso"),
    ("Dear Engr. Okafor,", "Chinedu Okafor"),
    ("Dear Sister Mary Benedict,", "Sister Mary Benedict Hayes"),
    ("Dear Olivia and Ana,", "Ana Ruiz"),
    ("Dear Ana, Ben and Carla,", "Carla Oduya"),
    ("Dear Ana and team,", "Ana Ruiz"),
    ("Kia ora Louise,", "Louise Tan"),
    ("My dear Ana,", "Ana Ruiz"),
    ("12 Orchard Row\nAldwyn\n\n6 May 2026\n\nDear Gordon,", "Gordon Mallory"),
    ("Re: Night porter\n\nDear Gordon,", "Gordon Mallory"),
    ("Morning Ana, any news on the post that we spoke of last week?", "Ana Ruiz"),
    ("Afternoon, Ms. Ruiz. Just a note on what we spoke of on Monday.", "Ana Ruiz"),
    ("Hello, is that Mr. Adeyemi? It's Ruth Calloway.", "Tunde Adeyemi"),
    ("Hi, this is Ruth. Could I speak to Tunde, please?", "Tunde Adeyemi"),
    ("Good morning. Is Mr. Adeyemi there?", "Tunde Adeyemi"),
    ("Good day Ma'am Moira,", "Moira Brannigan"),
    ("Dear Sir David,", "David Owen"),
    ("Dear Tanaka-san,", "Tanaka Hiroshi"),
    ("Respected Sharma ji,", "Priya Sharma"),
    ("Dear Air Marshal Sharma,", "Priya Sharma"),
    ("Dear Ward Manager Priya,", "Priya Sharma"),
    ("Dear Engr. Sharma,", "Priya Sharma"),
    ("Dear Earl,", "Earl Whitfield"),
    ("Dear Herr Doktor Meyer,", "Rosalind Meyer"),
    ("Dear Lt. Cdr. Meyer,", "Rosalind Meyer"),
    ("Good day po, Ma'am Rosalind,", "Rosalind Meyer"),
]
WRONG = [
    ("Dear Katherine,", "Catherine Oakes"),
    ("Dear Sara,", "Sarah Oakes"),
    ("Hi Jon,", "John Oakes"),
    ("Dear Ms Young,", "Frances Yeo"),
    ("Dear Johanna,", "Jacob Steiner"),
    ("Hi Matthew, thanks for the call.", "Mateus Aguiar"),
    ("Dear Ms. Santos-Reed,", "Olivia Santos-Reid"),
    ("Dear Ana Luna,", "Ana Ruiz"),
    ("Johanna,\nDear Johanna,", "Jacob Steiner"),
    ("dear johanna,", "Jacob Steiner"),
    ("Dear Olivia and Ben,", "Ana Ruiz"),
    ("Morning Bob, any news on the post that we spoke of last week?", "Stuart McAllister"),
    ("Hello, is that Mr. Smith?", "Tunde Adeyemi"),
    ("Dear Sir Peter,", "David Owen"),
    ("Dear Mr. Hollis,", "Janet Hollister"),
    ("Dear Air Marshal Peter,", "David Owen"),
    ("Dear Grace Owen,", "David Owen"),
    ("Dear Kate and team,", "Ana Ruiz"),
    ("Good day po, Ma'am Rosalind,", "David Owen"),
]
HINTS = [
    ("Hi Dave,", "David Thornton"),
    ("Hi David,", "Dave Thornton"),
    ("Hi Bob,", "Robert Fenwick"),
    ("Hi Liz,", "Elizabeth Fenwick"),
    ("Hi Thandi,", "Thandiwe Nkosi"),
    ("Hi Lupe,", "Guadalupe Rios"),
    ("Dear Wm. Moss,", "William Moss"),
    ("Dear Ms Liz Fenwick,", "Elizabeth Fenwick"),
    ("Hi Zoe,", "Zoë Lefèvre"),
    ("Dear Ms Nunez,", "Ana Núñez"),
    ("Dear Juergen,", "Jürgen Petzold"),
    ("Dear Lukasz,", "Łukasz Wilk"),
]
IMPERSONAL = [
    "Good day Ma'am,",
    "Hello, is that the claims department?",
    "Dear Hiring Manager,",
    "To whom it may concern",
    "To Whom It May Concern:",
    "Hi there,",
    "Hello,",
    "Hi!",
    "Good morning,",
    "Dear Sir or Madam,",
    "Dear Sir/Madam,",
    "Dear Hiring Team,",
    "Dear all,",
    "Hi everyone,",
    "Dear Recruiter,",
    "Dear HR department,",
    "Hey guys,",
    "Dear Granite State Insurance,",
    "Dear Granite State Insurance Team,",
    "Dear Customer Service,",
    "Dear Officials,",
    "Dear Mr.,",
    "Hi y'all,",
]


def checks(found: list[Finding]) -> dict[str, str]:
    return {finding.check: finding.level for finding in found if finding.check in {"greeting", "wrong_name"}}


@pytest.mark.parametrize(("greeting", "name"), RIGHT)
def test_any_sequence_of_the_names_parts_is_right(greeting: str, name: str, read: Callable[..., list[Finding]]) -> None:
    assert checks(read(greeting + BODY, contact={"name": name})) == {}


@pytest.mark.parametrize(("greeting", "name"), WRONG)
def test_somebody_else_or_a_misspelt_name_is_an_error(
    greeting: str, name: str, read: Callable[..., list[Finding]]
) -> None:
    assert checks(read(greeting + BODY, contact={"name": name})) == {"wrong_name": "error"}


@pytest.mark.parametrize(("greeting", "name"), HINTS)
def test_a_nickname_or_a_missing_accent_is_a_hint(greeting: str, name: str, read: Callable[..., list[Finding]]) -> None:
    assert checks(read(greeting + BODY, contact={"name": name})) == {"wrong_name": "hint"}


@pytest.mark.parametrize("greeting", IMPERSONAL)
def test_an_impersonal_greeting_is_a_warning_where_the_name_is_known(
    greeting: str, read: Callable[..., list[Finding]]
) -> None:
    contact = {"name": "Ana Ruiz", "company": "Granite State Insurance"}
    assert checks(read(greeting + BODY, contact=contact)) == {"greeting": "warning"}
    assert checks(read(greeting + BODY, contact={})) == {}


@pytest.mark.parametrize(
    "opening",
    [
        "I shall come.",
        "Thank you for the call, Ana.",
        "It was good to meet you, Ana.",
        "As I said, I bake bread every day.",
        "Morning is the best time to bake, as you said when we met.",
        "Morning shifts suit me, and I bake bread every day.",
    ],
)
def test_no_greeting_is_a_warning(opening: str, read: Callable[..., list[Finding]]) -> None:
    assert checks(read(opening + BODY)) == {"greeting": "warning"}


@pytest.mark.parametrize(
    ("body", "name", "right"),
    [
        ("Sehr geehrte Frau Albers,\n\nvielen Dank für das Gespräch und die Zeit.", "Katrin Albers", True),
        ("Sehr geehrte Frau Alberts,\n\nvielen Dank für das Gespräch und die Zeit.", "Katrin Albers", False),
        ("Hola, Javier:\n\nLe agradezco mucho la visita y la paciencia con mis preguntas.", "Javier Soto", True),
        ("Estimada Sra. Soto:\n\nLe agradezco mucho la visita y la paciencia.", "Javier Mora", False),
        ("Cher Luc,\n\nJe vous remercie de votre accueil et de la visite.", "Luc Charpentier", True),
        ("Bonjour Monsieur Charpentier,\n\nJe vous remercie de votre accueil.", "Luc Charpentier", True),
        ("Chère Lucie,\n\nJe vous remercie de votre accueil et de la visite.", "Luc Charpentier", False),
        ("Cara Teresa,\n\nMuito obrigado pela tarde e pela visita.", "Teresa Lacerda", True),
        ("Olá Tereza,\n\nMuito obrigado pela tarde e pela visita.", "Teresa Lacerda", False),
        ("Madame, Monsieur,\n\nJe vous remercie de votre accueil et de la visite.", "Luc Charpentier", True),
    ],
)
def test_greetings_in_other_languages_are_read(
    *,
    body: str,
    name: str,
    right: bool,
    read: Callable[..., list[Finding]],
) -> None:
    expected = {} if right else {"wrong_name": "error"}
    assert checks(read(body, contact={"name": name})) == expected


@pytest.mark.parametrize(
    ("greeting", "name", "mended"),
    [
        ("Dear Tomas,", "Tomás Ó Briain", "Dear Tomás,"),
        ("Hi Nadja!", "Nadine Kühn", "Hi Nadine!"),
        ("Dear Mr Hoffmann,", "Dieter Hartmann", "Dear Mr Hartmann,"),
        ("Dear Dieter Hoffmann:", "Dieter Hartmann", "Dear Dieter Hartmann:"),
    ],
)
def test_the_right_name_is_offered_in_the_form_in_which_somebody_is_greeted(
    greeting: str, name: str, mended: str, read: Callable[..., list[Finding]]
) -> None:
    found = read(f"{greeting}\n\nThe second time suits me.\n", kind="reply", contact={"name": name})
    assert [finding.suggestions for finding in found if finding.check == "wrong_name"] == [(mended,)]
