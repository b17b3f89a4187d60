"""Finding fingerprints that differ little without comparing each with each.

A fingerprint is cut into four pieces of 16 bits. Of two that differ in 11 bits or fewer, at least one piece
differs in 2 or fewer (the pigeonhole principle; Norouzi, Punjani and Fleet, "Fast Search in Hamming Space
with Multi-Index Hashing", 2012). So a row is worth comparing only when one of its pieces, which the database
keeps in indexes, is one of the 137 numbers that near.
"""

from itertools import combinations

PIECES = 4
PIECE_BITS = 16
PIECE_MASK = (1 << PIECE_BITS) - 1
FARTHEST = 11
"""Fingerprints that differ in more bits may be missed."""

_LITTLE = [0] + [
    sum(1 << bit for bit in bits)
    for count in (1, 2)
    for bits in combinations(range(PIECE_BITS), count)
]


def shift_of(piece: int) -> int:
    """Return by how many bits a fingerprint is shifted to the right to read this piece, 0 to PIECES - 1."""
    return PIECE_BITS * (PIECES - 1 - piece)


def near_pieces(phash: int, piece: int) -> list[int]:
    """Return what this piece may be in a fingerprint that is near `phash`, a signed 64-bit number."""
    own = phash >> shift_of(piece) & PIECE_MASK
    return [own ^ few for few in _LITTLE]


def differing_bits(one: int, other: int) -> int:
    """Return in how many of 64 bits two fingerprints, given as signed numbers, differ."""
    return ((one ^ other) & (1 << PIECES * PIECE_BITS) - 1).bit_count()
