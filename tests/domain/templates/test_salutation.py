"""What to call a person."""

import pytest

from followup_tui.domain.salutation import first_name, formal_name


@pytest.mark.parametrize(
    ("name", "first", "formal"),
    [
        ("Ana Ruiz", "Ana", "Ana Ruiz"),
        ("  Ana   Ruiz ", "Ana", "Ana Ruiz"),
        ("Ana", "Ana", "Ana"),
        ("Dr. Ana Ruiz", "Ana", "Dr. Ruiz"),
        ("dr ana ruiz", "Ana", "Dr Ruiz"),
        ("Prof. Dr. Ana Ruiz", "Ana", "Prof. Dr. Ruiz"),
        ("Mr Ben Cho", "Ben", "Mr Cho"),
        ("Dr. Ruiz", "Dr. Ruiz", "Dr. Ruiz"),
        ("Ms van den Berg", "Ms van den Berg", "Ms van den Berg"),
        ("Ruiz, Ana", "Ana", "Ana Ruiz"),
        ("Ruiz, Dr. Ana", "Ana", "Dr. Ruiz"),
        ("Ana Ruiz, PhD", "Ana", "Ana Ruiz"),
        ("Ana Ruiz, MBA, CPA", "Ana", "Ana Ruiz"),
        ("Ana Ruiz MBA", "Ana", "Ana Ruiz"),
        ("Martin King, Jr.", "Martin", "Martin King"),
        ("Yo-Yo Ma", "Yo-Yo", "Yo-Yo Ma"),
        ("van den Berg", "van den Berg", "van den Berg"),
        ("Samuel van der Berg", "Samuel", "Samuel van der Berg"),
        ("Dr. Samuel van der Berg", "Samuel", "Dr. van der Berg"),
        ("Van Morrison", "Van", "Van Morrison"),
        ("Al Gore", "Al", "Al Gore"),
        ("J. Robert Oppenheimer", "Robert", "J. Robert Oppenheimer"),
        ("J. Oppenheimer", "J. Oppenheimer", "J. Oppenheimer"),
        ("J.R.R. Tolkien", "J.R.R. Tolkien", "J.R.R. Tolkien"),
        ("Robert (Bob) Smith", "Robert", "Robert Smith"),
        ('Robert "Bob" Smith', "Robert", "Robert Smith"),
        ("Ana Ruiz (she/her)", "Ana", "Ana Ruiz"),
        ("Ana Ruiz she/her", "Ana", "Ana Ruiz"),
        ("Ana Ruiz 🚀", "Ana", "Ana Ruiz"),
        ("Ana Ruiz | hiring engineers", "Ana", "Ana Ruiz"),
        ("Ana Ruiz - Globex", "Ana", "Ana Ruiz"),
        ("Anne-Marie Le Roux", "Anne-Marie", "Anne-Marie Le Roux"),
        ("Mary O'Brien", "Mary", "Mary O'Brien"),
        ("ANA RUIZ", "Ana", "Ana Ruiz"),
        ("ANNE-MARIE VAN DYKE", "Anne-Marie", "Anne-Marie van Dyke"),
        ("ana ruiz", "Ana", "Ana Ruiz"),
        ("TJ Miller", "TJ", "TJ Miller"),
        ("NAGY Péter", "Péter", "Péter Nagy"),
        ("Nagy, Péter", "Péter", "Péter Nagy"),
        ("田中太郎", "田中太郎", "田中太郎"),
        ("김민준", "김민준", "김민준"),
        ("田中 太郎", "田中 太郎", "田中 太郎"),
    ],
)
def test_a_name_is_read_as_it_is_written(name: str, first: str, formal: str) -> None:
    assert first_name(name) == first
    assert formal_name(name) == formal


@pytest.mark.parametrize(
    "name", ["", " ", ",", ",,", "🚀", "()", "Dr.", ", PhD", "a", "-", "/", "((((", '"', "Ruiz,", ", Ana"]
)
def test_no_name_is_too_odd(name: str) -> None:
    assert first_name(name) == first_name(first_name(name))
    assert bool(first_name(name)) == bool(name.strip())
    assert bool(formal_name(name)) == bool(name.strip())
