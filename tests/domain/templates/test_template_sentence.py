"""The sentence of a template about one field."""

import pytest

from followup_tui.domain.templates import read_template, sentence
from followup_tui.exchange.template_files import load_builtin

VALUES = {"talking_point": "the rewrite", "company": "Globex", "user.name": "Jo"}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("One. I liked {{talking_point}} very much. Three.", "I liked the rewrite very much."),
        ("{{talking_point}}", "the rewrite"),
        ("One! {{talking_point | capital}}, and {{company}}? Three.", "The rewrite, and Globex?"),
        ("One\n- about {{talking_point}}\n- three", "- about the rewrite"),
        ("One. [[Two {{talking_point}}.]] Three.", "Two the rewrite."),
        ("One. [[Two {{event}}. || {{company}} or {{talking_point}}.]] Three.", "Globex or the rewrite."),
        ("[[{{event}} [[at {{talking_point}}]]]]", "at the rewrite"),
        (
            "At [[{{company}}]] [[({{event}})]] it was {{event | or talking_point}}. Three.",
            "At Globex it was the rewrite.",
        ),
        ("{{event}}: {{talking_point}}", "{{event}}: the rewrite"),
        ("v1.5 of {{talking_point}} is 2.0 now. Three.", "v1.5 of the rewrite is 2.0 now."),
        ("No such thing, {{company}}.", None),
    ],
)
def test_a_field_comes_in_the_sentence_the_template_has_for_it(body: str, expected: str | None) -> None:
    template = read_template("t", f"---\nname: N\nkind: connect\nchannel: linkedin\n---\n{body}")
    assert sentence(template, "talking_point", VALUES) == expected


def test_another_value_can_be_put_in() -> None:
    warm = next(template for template in load_builtin() if template.id == "thank-you-warm")
    assert sentence(warm, "talking_point", {**VALUES, "talking_point": "release notes"}) == (
        "One part of our conversation has stayed with me: release notes."
    )
