"""Words that occur as words do: the commonest one in ten times, most of them hardly ever."""

from itertools import accumulate
from random import Random

VOCABULARY = 20_000
# Long enough that a million posts begin at different places in it.
STREAM = 1 << 20

_SOUNDS = """
b bl br c ch cl d dr f fl g gl gr h j k l m n p pl pr qu r s sh sk st t th tr v w y z
a ai e ea ee i o oa oo ou u
ck d ff g l ll m n nd ng nt p r rd rk s sh ss st t th x
"""
_STARTS, _MIDDLES, _ENDS = (line.split() for line in _SOUNDS.strip().splitlines())


def make_vocabulary(random: Random, size: int = VOCABULARY) -> list[str]:
    """Return that many different words of one to three syllables, the shorter ones not always first."""
    words: dict[str, None] = {}
    while len(words) < size:
        syllables = random.choice((1, 2, 2, 3))
        sounds = (random.choice(part) for _ in range(syllables) for part in (_STARTS, _MIDDLES))
        words["".join(sounds) + random.choice(_ENDS)] = None
    return list(words)


def zipf_weights(size: int) -> list[float]:
    """Return cumulative weights under which rank r occurs in proportion to 1/r (Zipf's law)."""
    return list(accumulate(1 / rank for rank in range(1, size + 1)))


class Prose:
    """Text cut from one long stream of zipf-distributed words, at another place each time."""

    def __init__(self, random: Random, vocabulary: list[str]) -> None:
        weights = zipf_weights(len(vocabulary))
        self._random = random
        self._stream = random.choices(vocabulary, cum_weights=weights, k=STREAM)

    def words(self, least: int, most: int) -> str:
        """Return `least` to `most` words on one line."""
        count = self._random.randint(least, most)
        start = self._random.randrange(STREAM - most)
        return " ".join(self._stream[start : start + count])
