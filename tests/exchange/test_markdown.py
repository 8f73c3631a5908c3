"""The user's words in a page of Markdown are words, read by another program's library."""

import re
from typing import Any

import pytest
from markdown_it import MarkdownIt

from followup_tui.exchange.markdown import quoted, table, words
from tests.exchange.hostile import texts

READER = MarkdownIt("commonmark").enable("table")
WORDS = [
    *texts(),
    "# heading",
    "- item",
    "1. item",
    "> quote",
    "a | b",
    "[link](javascript:alert(1))",
    "<script>alert(1)</script>",
    "&lt;b&gt; &amp;",
    "*bold* _slanted_ snake_case `code` ~~gone~~",
    "line\\\nend\\",
    "---",
    "===",
    "    indented",
    "<https://evil.example>",
    "![x](y)",
]


def kinds(markdown: str) -> set[str]:
    def walk(tokens: list[Any]) -> set[str]:
        return {token.type for token in tokens} | {kind for token in tokens for kind in walk(token.children or [])}

    return walk(READER.parse(markdown))


def said(markdown: str) -> str:
    tokens = [child for token in READER.parse(markdown) for child in token.children or []]
    return "".join(token.content if token.type == "text" else "\n" for token in tokens)


def squeezed(text: str) -> str:
    return re.sub(r"[\s\x00-\x1f\x7f-\x9f\u2400-\u2426\ufffd]+", "", text)


@pytest.mark.parametrize("text", WORDS)
def test_a_quotation_says_what_was_written_and_nothing_in_it_is_markup(text: str) -> None:
    page = "\n".join(quoted(text))
    found = kinds(page)
    assert found <= {
        "blockquote_open",
        "blockquote_close",
        "paragraph_open",
        "paragraph_close",
        "inline",
        "text",
        "hardbreak",
        "softbreak",
    }
    assert squeezed(said(page)) == squeezed(text)


@pytest.mark.parametrize("text", WORDS)
def test_a_cell_is_one_cell(text: str) -> None:
    page = "\n".join(table(["One", "Two"], [[text, "end"]]))
    tokens = READER.parse(page)
    assert [token.type for token in tokens].count("td_open") == 2
    assert "end" in said(page)
    assert squeezed(text) in squeezed(said(page))


def test_words_are_one_line() -> None:
    assert words("a\n# b\x85c") == "a # b c"
