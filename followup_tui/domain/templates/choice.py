"""Which template a letter starts from, and which others the editor offers."""

from collections.abc import Collection, Iterable

from followup_tui.domain.templates.document import TONES, Template

# What a kind without templates of its own starts from: the user's words, greeting and name.
_PLAIN_KIND = "reminder"
# Where a channel has no template of its kind, one for a channel that reads like it.
_NEAR: dict[str, tuple[str, ...]] = {
    "letter": ("email",),
    "linkedin": ("social", "email"),
    "social": ("linkedin", "email"),
    "in_person": ("phone", "email"),
    "phone": ("in_person", "email"),
}


def choose(
    templates: Iterable[Template],
    kind: str,
    channel: str | None,
    tone: str | None = None,
    attempt: int = 1,
    used: Collection[str] = (),
) -> Template:
    """The template to start from: the first of `offered`. Raises LookupError if there are no templates at all."""
    return next(iter(offered(templates, kind, channel, tone, attempt, used)))


def offered(
    templates: Iterable[Template],
    kind: str,
    channel: str | None,
    tone: str | None = None,
    attempt: int = 1,
    used: Collection[str] = (),
) -> list[Template]:
    """The templates for a letter of this kind, best first; the same templates always in the same order.

    What counts, in this order: the channel (None means e-mail; else one that reads like it), whether it is a second
    attempt, not being among `used` (ids: what the others of a panel were sent), the tone (warm where none is named),
    the user's own before the built-in, the name. A kind that has none is offered the plain ones. Raises LookupError
    if there are none of these either.
    """
    every = list(templates)
    fitting = [template for template in every if template.kind == kind]
    fitting = fitting or [template for template in every if template.kind == _PLAIN_KIND] or every
    if not fitting:
        raise LookupError("there are no templates")
    tones = sorted(TONES, key=lambda known: known != tone)

    def rank(template: Template) -> tuple[int, bool, bool, int, bool, str, str]:
        return (
            _channel_rank(template, channel or "email"),
            template.attempt != min(max(attempt, 1), 2),
            template.id in used,
            tones.index(template.tone),
            not template.own,
            template.name.casefold(),
            template.id,
        )

    return sorted(fitting, key=rank)


def _channel_rank(template: Template, channel: str) -> int:
    """0 for the channel itself, then for those that read like it, then for any other."""
    order = (channel, *_NEAR.get(channel, ()))
    return next((rank for rank, near in enumerate(order) if near in template.channels), len(order))
