"""Random numbers whose state is an array: the same in machine code and plain Python (Marsaglia 2003, xorshift128)."""

import numpy as np

from optimizer.engines.compiled import compiled
from optimizer.program import Ints

_WORD = 0xFFFFFFFF
_UNIT = 1.0 / 4294967296.0


def dice_from(seed: int) -> Ints:
    """Dice [4] for a seed: four words of 32 bits, not all 0."""
    words = np.random.SeedSequence(abs(seed)).generate_state(4).astype(np.int64)
    words[0] |= 1
    return words


@compiled
def draw(dice: Ints) -> int:
    """A whole number, 0 … 2^32 - 1."""
    first, last = dice[0], dice[3]
    first = first ^ ((first << 11) & _WORD)
    dice[0], dice[1], dice[2] = dice[1], dice[2], last
    dice[3] = last ^ (last >> 19) ^ first ^ (first >> 8)
    return int(dice[3])


@compiled
def below(dice: Ints, limit: int) -> int:
    """A whole number, 0 … limit - 1; 0 < limit < 2^31."""
    return (draw(dice) * limit) >> 32


@compiled
def chance(dice: Ints) -> float:
    """A real number, 0 to below 1."""
    return draw(dice) * _UNIT
