"""Small random programs in which choosing nothing is feasible, and their optimum by trying every selection."""

import random
from itertools import product

import numpy as np

from optimizer.builder import Builder
from optimizer.program import ABOVE, BELOW, Ints, Program, Selection

SCALES = (1, 1, 10, 1_000, 10**6, 10**9, 10**12)


def random_program(seed: int, *, groups: int = 4, scales: tuple[int, ...] = SCALES) -> Program:
    """A program of up to `groups` groups beside claims, with hard and soft rows of both sides and signs."""
    rng = random.Random(seed)
    starts = [rng.randint(1, 3) for _ in range(rng.randint(1, groups))]
    slots = [rng.choice((0, 1, 1, 2)) for _ in range(sum(starts))]
    candidates = [rng.randint(1, 3) for _ in range(sum(slots))]
    builder = Builder(_pointer(starts), _pointer(slots), _pointer(candidates))
    money = rng.choice((10, 1_000, 10**9, 10**14))
    builder.money_constant = rng.randint(-money, money)
    builder.start_money[:] = [rng.randint(-money, 2 * money) for _ in slots]
    builder.candidate_money[:] = [rng.randint(-money, money) // 4 for _ in range(sum(candidates))]
    _commitments(rng, builder)
    for number in range(rng.randint(1, 5)):
        _row(rng, builder, number, rng.choice(scales), money)
    return builder.program([f"group{number}" for number in range(len(starts))])


def hard_program(seed: int, groups: int = 60, rows: int = 25) -> Program:
    """A knapsack in many dimensions, far from being solved within seconds, of one start and one slot per group."""
    rng = random.Random(seed)
    builder = Builder(_pointer([2] * groups), _pointer([1] * 2 * groups), _pointer([3] * 2 * groups))
    builder.start_money[:] = [rng.randint(500, 1000) for _ in range(2 * groups)]
    first = builder.rows(rows, "limit{}".format)
    for row in range(first, first + rows):
        owners = np.arange(6 * groups)
        coefficients = np.array([rng.randint(1, 1000) for _ in owners])
        builder.candidate_terms.add(owners, np.full(len(owners), row), coefficients)
        builder.limit(row, ABOVE, 150 * groups)
    return builder.program([f"group{number}" for number in range(groups)])


def selections(program: Program) -> list[Selection]:
    """Every complete selection."""
    options = []
    for group in range(program.groups):
        some: list[tuple[list[int], list[int]]] = [([], [])]
        for start in range(*program.start_pointer[group : group + 2].tolist()):
            slots = range(*program.slot_pointer[start : start + 2].tolist())
            candidates = (range(*program.candidate_pointer[slot : slot + 2].tolist()) for slot in slots)
            some.extend(([start], list(choice)) for choice in product(*candidates))
        options.append(some)
    return [
        Selection(
            np.array([start for starts, _ in choices for start in starts], np.int64),
            np.array([candidate for _, candidates in choices for candidate in candidates], np.int64),
        )
        for choices in product(*options)
    ]


def optimum(program: Program) -> tuple[int, int]:
    """The most met, and the most money among the feasible selections that meet as many."""
    scores = (program.score(selection) for selection in selections(program))
    return max(score[:2] for score in scores if score.excess == 0)


def _commitments(rng: random.Random, builder: Builder) -> None:
    """Some starts and candidates meet a commitment or break one; some claims of their own."""
    for met in (builder.start_met, builder.candidate_met):
        for owner in range(len(met)):
            met[owner] = rng.choice((0, 0, 0, 1, -1))
    builder.met_constant = -int(np.maximum(builder.start_met, 0).sum() + np.maximum(builder.candidate_met, 0).sum())
    for number in range(rng.choice((0, 0, 1, 2))):
        builder.claim(f"claim{number}")


def _row(rng: random.Random, builder: Builder, number: int, scale: int, money: int) -> None:
    step = rng.choice((1, 1, 1, 7, 12)) if scale >= 10 else 1
    base = rng.randint(-scale, scale)
    row = builder.rows(1, lambda _: f"row{number}", base)
    for terms, owners in (
        (builder.start_terms, len(builder.start_met)),
        (builder.candidate_terms, len(builder.candidate_met)),
    ):
        for _ in range(rng.choice((1, 1, 1, 2))):
            chosen = np.array([owner for owner in range(owners) if rng.random() < 0.6], np.int64)
            figures = np.array([rng.randint(-scale // 2, scale) // step * step for _ in chosen], np.int64)
            terms.add(chosen, np.full(len(chosen), row), figures)
    for _ in range(rng.randint(1, 3)):
        side = rng.choice((ABOVE, BELOW))
        if rng.random() < 0.5:
            builder.limit(row, side, base + side * rng.randint(0, 2 * scale))
        else:
            price = rng.choice((0, 1, rng.randint(1, max(1, min(money // scale, 1_000)))))
            builder.hinge(row, side, base + rng.randint(-2 * scale, 2 * scale), price)


def _pointer(counts: list[int]) -> Ints:
    return np.concatenate([[0], np.cumsum(np.array(counts, np.int64))]).astype(np.int64)
