"""Worry words: words and phrases that the operator wants a person to look at, wherever they are written."""

import re
from collections.abc import Iterable
from functools import lru_cache

MOST_WORDS = 500
WORD_LENGTH = 80
FEWEST_LETTERS = 2


def parse_worry_words(lines: str) -> list[str]:
    """Return the words, one from each line, in lower case, without doubles.

    Raises ValueError, with a sentence for the operator, at a line that is too long or says too little.
    """
    words: list[str] = []
    for number, line in enumerate(lines.replace("\x00", "").splitlines(), start=1):
        word = " ".join(line.casefold().split())
        if not word:
            continue
        if len(word) > WORD_LENGTH:
            raise ValueError(f"Line {number} is longer than {WORD_LENGTH} characters.")
        if len(re.findall(r"\w", word)) < FEWEST_LETTERS:
            raise ValueError(f"Line {number}, “{word}”, needs at least {FEWEST_LETTERS} letters.")
        if word not in words:
            words.append(word)
    if len(words) > MOST_WORDS:
        raise ValueError(f"At most {MOST_WORDS} lines.")
    return words


def find_worry_words(text: str, words: Iterable[str]) -> list[str]:
    """Return which of `words` stand in the text as whole words, in any case and spacing, each once."""
    pattern = _pattern(tuple(words))
    if pattern is None:
        return []
    found = pattern.findall(" ".join(text.casefold().split()))
    return list(dict.fromkeys(found))


@lru_cache(maxsize=4)
def _pattern(words: tuple[str, ...]) -> "re.Pattern[str] | None":
    if not words:
        return None
    # Longer ones first, so that "gift cards" is not found as "gift".
    choices = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{choices})(?!\w)")
