"""HTML reduced to the text that a person reads: paragraphs, lists and quotes stay, everything else is left out.

Not a parser that builds anything: each tag is looked at once, so no page, however broken, takes longer than its length.
"""

import re
from html import unescape
from typing import Final

_UNSEEN: Final = ("script", "style", "head", "title", "template", "noscript", "svg", "object")
_BLOCKS: Final = frozenset(
    {"address", "article", "aside", "div", "dl", "dd", "dt", "fieldset", "figure", "footer", "form", "header", "hr"}
    | {"main", "nav", "ol", "section", "table", "tbody", "thead", "tr", "ul", "center"}
)
_PARAGRAPHS: Final = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "blockquote"})
_TAG: Final = re.compile(r"(/?)([a-zA-Z][a-zA-Z0-9]*)")
_SPACE: Final = re.compile(r"[ \t\r\n\f\xa0\u200c\u034f]+")
_BLANK_LINES: Final = re.compile(r"\n{3,}")
_DEEPEST_QUOTE = 20


def text_of(html: str) -> str:
    """The text of a page or a mail."""
    writer = _Writer()
    for text, tag in _pieces(_without_comments(html)):
        writer.text(text)
        writer.tag(tag)
    return writer.result()


def looks_like_html(text: str) -> bool:
    """Whether a text that is not said to be HTML has its tags all the same."""
    return re.search(r"<(?:br|p|div|html|span|a href|ul|li|b)\b[^<>]*>", text[:20_000], re.IGNORECASE) is not None


def _without_comments(html: str) -> str:
    """A page without comments and what is meant for programs; one that is not closed is no comment."""
    kept = []
    start = 0
    while (found := html.find("<!--", start)) >= 0:
        end = html.find("-->", found)
        if end < 0:
            break
        kept.append(html[start:found])
        start = end + 3
    return "".join([*kept, html[start:]])


def _pieces(html: str) -> list[tuple[str, str]]:
    """The page as pairs of a text and the tag after it."""
    pieces = []
    unseen: str | None = None
    first, *rest = html.split("<")
    pieces.append((first, ""))
    for piece in rest:
        tag, closed, text = piece.partition(">")
        found = _TAG.match(tag)
        name = found[2].lower() if found is not None else ""
        if unseen is not None:
            if found is not None and found[1] and name == unseen:
                unseen = None
                pieces.append((text, ""))
        elif found is None or not closed:
            # A lone `<` is text, and so is a tag that never ends; `<!DOCTYPE` and `<?xml` are not.
            pieces.append((text if piece[:1] in ("!", "?") else f"<{piece}", ""))
        elif name in _UNSEEN and not found[1]:
            unseen = None if tag.endswith("/") else name
        else:
            pieces.append(("", found[0].lower()))
            pieces.append((text, ""))
    return pieces


class _Writer:
    """The text as far as it is written, its spaces and line ends as a browser would set them."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._line: list[str] = []
        self._quotes = 0
        self._exact = False

    def text(self, text: str) -> None:
        """Go on with a text; outside of `pre`, one space is as good as many."""
        text = unescape(text)
        if self._exact:
            *lines, last = text.split("\n")
            for line in lines:
                self._line.append(line)
                self._break()
            self._line.append(last)
            return
        text = _SPACE.sub(" ", text)
        if not self._line or self._line[-1].endswith(" "):
            text = text.lstrip()
        if text:
            self._line.append(text)

    def tag(self, tag: str) -> None:
        """What a tag does to the lines: `p` begins a paragraph, `/p` ends it."""
        name = tag.lstrip("/")
        if name == "br":
            self._break()
        elif name in _PARAGRAPHS:
            self._end_line()
            self._quote(tag)
            self._gap()
            self._exact = tag == "pre"
        elif name == "li":
            self._end_line()
            self._line = ["- "] if tag == "li" else []
        elif name in _BLOCKS:
            self._end_line()
        elif tag in ("/td", "/th"):
            self._line.append(" ")

    def _quote(self, tag: str) -> None:
        if tag == "blockquote":
            self._gap()
            self._quotes = min(self._quotes + 1, _DEEPEST_QUOTE)
        elif tag == "/blockquote":
            self._quotes = max(self._quotes - 1, 0)

    def _break(self) -> None:
        self._lines.append(f"{'> ' * self._quotes}{''.join(self._line)}".rstrip())
        self._line = []

    def _end_line(self) -> None:
        if "".join(self._line).strip():
            self._break()
        self._line = []

    def _gap(self) -> None:
        if self._lines and self._lines[-1].strip("> "):
            self._lines.append(("> " * self._quotes).rstrip())

    def result(self) -> str:
        """All of it, without more than one empty line anywhere."""
        self._end_line()
        return _BLANK_LINES.sub("\n\n", "\n".join(self._lines)).strip("\n")
