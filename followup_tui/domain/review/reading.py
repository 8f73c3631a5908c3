"""What every check is given: the draft, what is known around it, and the letter taken apart."""

import re
from collections.abc import Iterable
from functools import cached_property

from followup_tui.domain.review import misspellings, placeholders
from followup_tui.domain.review.language import is_plainly_foreign
from followup_tui.domain.review.letter import Letter
from followup_tui.domain.review.misspellings import Misspelling
from followup_tui.domain.review.model import Context, DraftLike
from followup_tui.domain.review.spelling import Dictionary
from followup_tui.domain.review.stems import words_of
from followup_tui.domain.text import fold


class Reading:
    """One draft being reviewed. `dictionary` None means that spelling is not looked at."""

    def __init__(self, draft: DraftLike, context: Context, dictionary: Dictionary | None) -> None:
        self.kind = draft.kind
        self.channel = draft.channel
        self.body = draft.body
        self.context = context
        self.dictionary = dictionary
        self.letter = Letter(draft.body, context.contact.name, context.user_name)

    @cached_property
    def english(self) -> bool:
        """Whether the checks that depend on the language apply."""
        return not is_plainly_foreign(self.letter.masked)

    @cached_property
    def placeholders(self) -> tuple[tuple[int, int], ...]:
        """The spans of what is left to fill."""
        return tuple(placeholders.find(self.body))

    def is_placeholder(self, start: int, end: int) -> bool:
        """Whether the place touches something left to fill, which then has the one finding there."""
        return any(start < right and left < end for left, right in self.placeholders)

    @cached_property
    def misspellings(self) -> tuple[Misspelling, ...]:
        """The misspelt words, in order; none without a dictionary."""
        if self.dictionary is None:
            return ()
        return tuple(misspellings.find(self.letter, self.dictionary, self.known_words))

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """The sentences as plain text, misspelt words mended: what is meant counts, however it is spelt."""
        mended = {found.word.lower(): found.corrections[0].lower() for found in self.misspellings}
        texts = [sentence.text for sentence in self.letter.sentences]
        if not mended:
            return tuple(texts)
        wrong = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, mended)) + r")(?!\w)")
        return tuple(wrong.sub(lambda match: mended[match.group()], text) for text in texts)

    @cached_property
    def known_words(self) -> frozenset[str]:
        """Folded words that stand in the book or in the user's list: right however they look."""
        context = self.context
        texts: Iterable[str] = (
            context.user_name,
            *context.contact,
            context.company,
            context.role,
            *context.strengths,
            *context.talking_points,
            *context.other_companies,
            *(other.contact for other in context.others),
            *context.words,
            *context.book,
        )
        known = {word for text in texts for word in words_of(text)}
        known.update(fold(word) for text in texts for word in text.split())
        return frozenset(known)
