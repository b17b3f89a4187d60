"""The little HTML a post may hold, whatever was sent in."""

import html
import re

import nh3

TAGS = {"p", "br", "b", "strong", "i", "em", "ul", "ol", "li", "a"}
SCHEMES = {"http", "https", "mailto"}
BLOCK_END = re.compile(r"(?i)<br\s*/?>|</(?:p|li|ul|ol)>")
EXCERPT_LENGTH = 200


def clean_html(source: str) -> str:
    """Return `source` with paragraphs, bold, italic, lists and links; links are nofollow ugc noopener."""
    return nh3.clean(
        source,
        tags=TAGS,
        attributes={"a": {"href"}},
        url_schemes=SCHEMES,
        link_rel="nofollow ugc noopener",
    ).strip()


def clean_editorial_html(source: str) -> str:
    """Return `source` with what editors may use besides: small headings; links are theirs to follow."""
    return nh3.clean(
        source,
        tags=TAGS | {"h3"},
        attributes={"a": {"href"}},
        url_schemes=SCHEMES,
        link_rel="noopener",
    ).strip()


def text_of(source: str) -> str:
    """Return the words of `source`: one line for each paragraph or list item, no markup."""
    plain = nh3.clean(BLOCK_END.sub("\n", source), tags=set())
    lines = (" ".join(line.split()) for line in html.unescape(plain).splitlines())
    return "\n".join(line for line in lines if line)


def excerpt_of(text: str) -> str:
    """Return the first words of `text` on one line, at most EXCERPT_LENGTH characters, cut at a word."""
    words = " ".join(text.split())
    if len(words) <= EXCERPT_LENGTH:
        return words
    return words[:EXCERPT_LENGTH].rsplit(" ", 1)[0].rstrip(",.;:") + "…"
