"""Tiny programs at the edges of what a program may be, each with its optimum, argued."""

import numpy as np

from optimizer.builder import Builder
from optimizer.program import ABOVE, BELOW, Ints, Program


def ints(*values: int) -> Ints:
    return np.array(values, np.int64)


def yes_or_no(*money: int) -> Builder:
    """Groups of one start without slots that bring these sums."""
    count = len(money)
    builder = Builder(np.arange(count + 1), np.zeros(count + 1, np.int64), ints(0))
    builder.start_money[:] = money
    return builder


def limited_sum(builder: Builder, coefficients: list[int], limit: int) -> None:
    """The sum of what the starts take may not pass the limit."""
    row = builder.row("row")
    owners = np.arange(len(coefficients))
    builder.start_terms.add(owners, np.full(len(owners), row), ints(*coefficients))
    builder.limit(row, ABOVE, limit)


def no_groups() -> tuple[Program, tuple[int, int]]:
    """Nothing can be chosen: both constants, less 2 for each of the 3 that the row is above 4."""
    builder = Builder(ints(0), ints(0), ints(0))
    builder.met_constant, builder.money_constant = -2, 11
    builder.hinge(builder.row("row", 7), ABOVE, 4, 2)
    return builder.program([]), (-2, 5)


def a_group_without_starts() -> tuple[Program, tuple[int, int]]:
    """The first and the last group have no start; the one between brings 4."""
    builder = Builder(ints(0, 0, 1, 1), ints(0, 0), ints(0))
    builder.start_money[:] = 4
    return builder.program(["A", "B", "C"]), (0, 4)


def only_losses() -> tuple[Program, tuple[int, int]]:
    """Whatever is chosen loses money, so nothing is: the constant stays."""
    builder = yes_or_no(-1, -5, -(10**12))
    builder.money_constant = -3
    return builder.program(["A", "B", "C"]), (0, -3)


def losses_that_meet() -> tuple[Program, tuple[int, int]]:
    """A and B lose money, and the second also meets what is committed: it is chosen all the same."""
    builder = yes_or_no(-4, -9)
    builder.met_constant = -1
    builder.start_met[:] = (0, 1)
    return builder.program(["A", "B"]), (0, -9)


def wider_than_an_int32() -> tuple[Program, tuple[int, int]]:
    """Six ways to spend, two to a group, over 2^31 each; and a bonus of 52 if the cap is kept, 5 for nothing.

    85 and 88, the most that two bring, take 6.5 of 7.9 thousand million: 173 + 52 + 5 = 230. Any three take 8.8
    or more, lose the bonus and bring 85 + 39 + 88 + 5 = 217 at most.
    """
    cost = ints(1898251987, 2147324097, 3845867960, 4571378503, 4603631235, 3139497348)
    cap = 7903119834
    builder = Builder(ints(0, 2, 4, 6, 7, 8), np.zeros(9, np.int64), ints(0))
    builder.start_money[:] = (85, 71, 39, 16, 88, 55, 52, 5)
    row = builder.row("spent")
    # Who takes the bonus takes all the room above the cap.
    spare = int(cost.sum()) - cap
    builder.start_terms.add(np.arange(7), np.full(7, row), np.append(cost, spare))
    builder.limit(row, ABOVE, cap + spare)
    return builder.program(["34", "51", "20", "bonus", "free"]), (0, 230)


def far_beyond_an_int32() -> tuple[Program, tuple[int, int]]:
    """A's and B's needs differ from half the room by 1, in 10^12: together they are 1 too many, B and C just fit."""
    half = 10**12
    builder = yes_or_no(10, 9, 8)
    limited_sum(builder, [half + 1, half, half], 2 * half)
    return builder.program(["A", "B", "C"]), (0, 17)


def claims() -> tuple[Program, tuple[int, int]]:
    """The claim that both A and B are chosen is worth a commitment, though each loses 3; C may not be beside A."""
    builder = yes_or_no(-3, -3, 50)
    claimed = builder.claim("claim/both")
    both, apart = builder.rows(2, "row{}".format), 1
    builder.start_terms.add(ints(0, 1, claimed), ints(both, both, both), ints(1, 1, -2))
    builder.limit(both, BELOW, 0)
    builder.start_terms.add(ints(0, 2), ints(apart, apart), ints(1, 1))
    builder.limit(apart, ABOVE, 1)
    return builder.program(["A", "B", "C"]), (0, -6)


def a_claim_out_of_reach() -> tuple[Program, tuple[int, int]]:
    """The claim takes 3 where A and B give 2: it stays unmet, and the better of them is chosen for money."""
    builder = yes_or_no(-3, 4)
    claimed = builder.claim("claim/three")
    row = builder.row("row")
    builder.start_terms.add(ints(0, 1, claimed), ints(row, row, row), ints(1, 1, -3))
    builder.limit(row, BELOW, 0)
    return builder.program(["A", "B"]), (-1, 4)


def a_debt_to_pay() -> tuple[Program, tuple[int, int]]:
    """Below 10 a row costs 7 a unit; A gives it 6 and loses 20, B gives 6 and loses 40. A saves 42, B then only 28."""
    builder = yes_or_no(-20, -40)
    row = builder.row("row")
    builder.start_terms.add(ints(0, 1), ints(row, row), ints(6, 6))
    builder.hinge(row, BELOW, 10, 7)
    return builder.program(["A", "B"]), (0, -20 - 28)


def one_to_a_slot() -> tuple[Program, tuple[int, int]]:
    """Both slots of the start want the same person, who brings 9 or 8, and has time for one: 9 + 3 beats 2 + 8."""
    builder = Builder(ints(0, 1), ints(0, 2), ints(0, 2, 4))
    builder.candidate_money[:] = (9, 2, 8, 3)
    row = builder.row("time")
    builder.candidate_terms.add(ints(0, 2), ints(row, row), ints(1, 1))
    builder.limit(row, ABOVE, 1)
    return builder.program(["A"]), (0, 12)


def begins_infeasible() -> Program:
    """Choosing nothing passes a hard edge by 2. (A would make room; no engine is ever given such a program.)"""
    builder = yes_or_no(1)
    row = builder.row("row", 5)
    builder.start_terms.add(ints(0), ints(row), ints(-9))
    builder.limit(row, ABOVE, 3)
    return builder.program(["A"])


TINY = (
    no_groups,
    a_group_without_starts,
    only_losses,
    losses_that_meet,
    wider_than_an_int32,
    far_beyond_an_int32,
    claims,
    a_claim_out_of_reach,
    a_debt_to_pay,
    one_to_a_slot,
)
