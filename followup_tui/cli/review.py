"""`followup review`: a draft is read over the writer's shoulder, for scripts and for measuring."""

import argparse
from typing import Any

from followup_tui.cli.context import Context as Place
from followup_tui.cli.output import say, say_json
from followup_tui.cli.parser import word
from followup_tui.cli.texts import read_json, read_text
from followup_tui.domain.errors import FollowupError
from followup_tui.domain.review import Context, Draft, Finding, context_from_json, load_dictionary, review
from followup_tui.domain.schema import CHANNELS, TOUCHPOINT_KINDS

_ERRORS = 1


def configure(parser: argparse.ArgumentParser) -> None:
    """The options of `review`."""
    kinds = (*TOUCHPOINT_KINDS, "reminder")
    parser.add_argument("file", metavar="FILE", help="the message, or - for standard input")
    parser.add_argument(
        "--kind", metavar="KIND", type=word, choices=kinds, required=True, help="one of " + ", ".join(kinds)
    )
    parser.add_argument("--channel", type=word, choices=CHANNELS, default="email")
    parser.add_argument("--context", metavar="CONTEXT.json", help="whom it is to, and what was said")
    parser.add_argument("--json", action="store_true", help="for programs")


def run(arguments: argparse.Namespace, place: Place) -> int:
    """Print what a careful reader would say; status 1 if any of it is an error."""
    context = _context(arguments.context, place)
    draft = Draft(kind=arguments.kind, body=read_text(arguments.file), channel=arguments.channel)
    findings = review(draft, context, load_dictionary())
    if arguments.json:
        say_json({"findings": [_as_json(finding) for finding in findings]})
    elif not findings:
        say("Nothing to mend.")
    for finding in [] if arguments.json else findings:
        say(_line(draft.body, finding))
    return _ERRORS if any(finding.level == "error" for finding in findings) else 0


def _context(name: str | None, place: Place) -> Context:
    """The context of the file; who the user is and what time it is, where it does not say so, is known here."""
    given = read_json(name) if name else {}
    if not isinstance(given, dict):
        raise FollowupError(f"{name}: expected an object; nothing was reviewed.")
    if "user" not in given:
        user = place.config.user
        given["user"] = {"name": user.name, "strengths": list(user.strengths)}
    given.setdefault("now", place.clock.now().isoformat())
    try:
        return context_from_json(given)
    except FollowupError as error:
        raise FollowupError(f"{name}: {error}") from error


def _as_json(finding: Finding) -> dict[str, Any]:
    return {
        "check": finding.check,
        "level": finding.level,
        "message": finding.message,
        "span": list(finding.span) if finding.span else None,
        "suggestions": list(finding.suggestions),
    }


def _line(body: str, finding: Finding) -> str:
    """`error    placeholder  line 3: …`."""
    line = f"line {body.count(chr(10), 0, finding.span[0]) + 1}: " if finding.span else ""
    suggestions = f" ({', '.join(finding.suggestions)}?)" if finding.suggestions else ""
    return f"{finding.level:<8} {finding.check:<14} {line}{finding.message}{suggestions}"
