"""The little HTML a post may hold."""

import pytest

from content.html import EXCERPT_LENGTH, clean_html, excerpt_of, text_of


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<svg/onload=alert(1)>",
        '<a href="javascript:alert(1)">x</a>',
        '<a href="data:text/html;base64,PHNjcmlwdD4=">x</a>',
        "<iframe src=//evil></iframe>",
        "<p style='background:url(javascript:alert(1))'>x</p>",
        "<math><mi//xlink:href='data:x,<script>alert(1)</script>'>",
    ],
)
def test_nothing_that_runs_survives(hostile):
    cleaned = clean_html(hostile).lower()
    for trace in ("script", "onerror", "onload", "iframe", "style", "data:", "svg", "img"):
        assert trace not in cleaned


def test_text_keeps_paragraphs_apart():
    source = "<p>One &amp; two</p><ul><li>three</li><li>four</li></ul>five<br>six"
    assert text_of(source) == "One & two\nthree\nfour\nfive\nsix"


def test_an_excerpt_ends_at_a_word():
    excerpt = excerpt_of("lantern " * 60)
    assert excerpt.endswith("lantern…")
    assert len(excerpt) <= EXCERPT_LENGTH + 1
