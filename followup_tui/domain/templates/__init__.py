r"""Letters that write themselves as far as the book allows.

    {{contact.first_name}}              a field (`fields.FIELDS` lists them); what is missing stays as `{{first name}}`
    {{interview.date | day}}            through a filter (`filters.FILTERS`), or several
    {{company | or "your team"}}        a text, or another field, instead of what is missing
    {{talking_point | ask "what …"}}    left to fill by hand, in these words, when it is missing
    {{ask "your answer"}}               always left to fill by hand
    [[You said {{talking_point}}.]]     a part that vanishes with any field it lacks, and its spaces and lines with it
    [[By {{decision_by}}. || Soon.]]    the first of several that lacks nothing
    \{{  \[[  \||                    the marks themselves, as text

A template executes nothing, is read and filled in time linear in its length, and reports everything that is wrong
with it at once, with line and column. What is filled in is text: a brace in a name means a brace.
"""

from followup_tui.domain.templates.choice import choose, offered
from followup_tui.domain.templates.document import KINDS, TONES, Template, read_template
from followup_tui.domain.templates.fill import Filled, fill
from followup_tui.domain.templates.problems import Problem, TemplateError
from followup_tui.domain.templates.sentence import sentence
from followup_tui.domain.templates.values import About, material_ids, values_for

__all__ = [
    "KINDS",
    "TONES",
    "About",
    "Filled",
    "Problem",
    "Template",
    "TemplateError",
    "choose",
    "fill",
    "material_ids",
    "offered",
    "read_template",
    "sentence",
    "values_for",
]
