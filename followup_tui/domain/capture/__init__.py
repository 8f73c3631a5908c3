"""The one-line add: `Globex, Staff SRE — interview tue 3pm with Ana Ruiz, they decide by fri 27`, part by part."""

from followup_tui.domain.capture.captured import KEPT, Captured, Part, to_json
from followup_tui.domain.capture.interviews import Interview
from followup_tui.domain.capture.people import Person
from followup_tui.domain.capture.reading import parse_line

__all__ = ["KEPT", "Captured", "Interview", "Part", "Person", "parse_line", "to_json"]
