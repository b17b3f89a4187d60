"""Names and titles as others will read them: on one line, with nothing hidden in them."""

import re
import unicodedata

# Marks that turn the direction of what stands around them (Unicode TR 9, "explicit formatting"): in
# the middle of a sentence or a mail's subject a name would turn our own words round.
TURNS = "\u202a-\u202e\u2066-\u2069"
# NUL is left for the checks to refuse: no one types it, and no column keeps it.
HIDDEN = re.compile(rf"[{TURNS}\x01-\x1f\x7f-\x9f]")
UNSEEN = {"Cf", "Cc", "Zs", "Zl", "Zp", "Mn"}


def one_line(text: str) -> str:
    """Return the text on one line, without control characters and marks that turn its direction.

    Empty when nothing in it can be seen: zero-width characters alone are no name.
    """
    line = " ".join(HIDDEN.sub("", " ".join(text.split())).split())
    return "" if all(unicodedata.category(letter) in UNSEEN for letter in line) else line
