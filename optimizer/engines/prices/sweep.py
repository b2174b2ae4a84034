"""Passes over a program at given prices: what every choice is worth when each row is paid for.

A group's value is the most that one of its starts brings, 0 when none brings anything; of a start, its own profit and
the best candidate of every slot. The smoothed pass takes soft maxima at a temperature instead, and sums up what the
choices, each with its weight, use of every row: the slope of the smoothed dual (Nesterov 2005). A pass covers groups
first … last - 1, so that threads can share one. Profits and prices are reals here; they only guide.
"""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from optimizer.engines.compiled import compiled, summing
from optimizer.program import Flags, Indices, Ints

Reals = npt.NDArray[np.float64]

_LEAST_WEIGHT = 1e-6
"""A choice of less weight than this moves no price."""
FAR = -20.0
"""exp of this is no weight."""
NEVER = -1e300
"""The value of what cannot be chosen."""


class Tree(NamedTuple):
    """The arrays of a program that a pass reads, as the program has them; terms as in CSR."""

    start_pointer: Ints
    slot_pointer: Ints
    candidate_pointer: Ints
    start_money: Ints
    candidate_money: Ints
    start_term: Ints
    start_row: Indices
    start_coefficient: Ints
    candidate_term: Ints
    candidate_row: Indices
    candidate_coefficient: Ints
    start_fits: Flags
    candidate_fits: Flags


@summing
def paid(pointer: Ints, row: Indices, coefficient: Ints, owner: int, price: Reals) -> float:
    """What the terms of one owner cost."""
    total = 0.0
    for term in range(pointer[owner], pointer[owner + 1]):
        total += price[row[term]] * coefficient[term]
    return total


@compiled
def exact_pass(
    first: int,
    last: int,
    tree: Tree,
    price: Reals,
    candidate_value: Reals,
    start_value: Reals,
) -> float:
    """Fill in the value of every candidate and start; the sum of the groups' values."""
    total = 0.0
    for group in range(first, last):
        most = 0.0
        for start in range(tree.start_pointer[group], tree.start_pointer[group + 1]):
            value = tree.start_money[start] - paid(
                tree.start_term, tree.start_row, tree.start_coefficient, start, price
            )
            for slot in range(tree.slot_pointer[start], tree.slot_pointer[start + 1]):
                best = NEVER
                for candidate in range(tree.candidate_pointer[slot], tree.candidate_pointer[slot + 1]):
                    if not tree.candidate_fits[candidate]:
                        candidate_value[candidate] = NEVER
                        continue
                    cost = paid(tree.candidate_term, tree.candidate_row, tree.candidate_coefficient, candidate, price)
                    worth = tree.candidate_money[candidate] - cost
                    candidate_value[candidate] = worth
                    best = max(best, worth)
                if best == NEVER:
                    value = NEVER
                    break
                value += best
            if not tree.start_fits[start]:
                value = NEVER
            start_value[start] = value
            most = max(most, value)
        total += most
    return total


@compiled
def keep_live(
    first: int,
    last: int,
    tree: Tree,
    candidate_value: Reals,
    start_value: Reals,
    start_reach: float,
    candidate_reach: float,
    live: Indices,
    live_count: Indices,
) -> int:
    """List the candidates within reach of the best of their slot, in starts within reach of the best of their group.

    Those of a slot lie at the front of its own place in `live`. A start out of reach keeps none. How many there are.
    """
    kept = 0
    for group in range(first, last):
        # The best start stays, however little it brings: prices may yet come to its rescue.
        most = NEVER
        for start in range(tree.start_pointer[group], tree.start_pointer[group + 1]):
            most = max(most, start_value[start])
        for start in range(tree.start_pointer[group], tree.start_pointer[group + 1]):
            for slot in range(tree.slot_pointer[start], tree.slot_pointer[start + 1]):
                count = 0
                if start_value[start] > NEVER and start_value[start] >= most - start_reach:
                    best = NEVER
                    for candidate in range(tree.candidate_pointer[slot], tree.candidate_pointer[slot + 1]):
                        best = max(best, candidate_value[candidate])
                    for candidate in range(tree.candidate_pointer[slot], tree.candidate_pointer[slot + 1]):
                        if candidate_value[candidate] > NEVER and candidate_value[candidate] >= best - candidate_reach:
                            live[tree.candidate_pointer[slot] + count] = candidate
                            count += 1
                live_count[slot] = count
                kept += count
    return kept


@compiled
def smoothed_pass(
    first: int,
    last: int,
    tree: Tree,
    price: Reals,
    temperature: float,
    live: Indices,
    live_count: Indices,
    weight: Reals,
    start_weight: Reals,
    used: Reals,
) -> float:
    """Add to `used` [rows] what the live choices use of every row by weight; the sum of the groups' smoothed values."""
    total = 0.0
    for group in range(first, last):
        most = 0.0
        for start in range(tree.start_pointer[group], tree.start_pointer[group + 1]):
            value = tree.start_money[start] - paid(
                tree.start_term, tree.start_row, tree.start_coefficient, start, price
            )
            for slot in range(tree.slot_pointer[start], tree.slot_pointer[start + 1]):
                front = tree.candidate_pointer[slot]
                end = front + live_count[slot]
                if front == end:
                    value = NEVER
                    break
                best = NEVER
                for place in range(front, end):
                    candidate = live[place]
                    cost = paid(tree.candidate_term, tree.candidate_row, tree.candidate_coefficient, candidate, price)
                    weight[place] = tree.candidate_money[candidate] - cost
                    best = max(best, weight[place])
                share = 0.0
                for place in range(front, end):
                    below = (weight[place] - best) / temperature
                    weight[place] = np.exp(below) if below > FAR else 0.0
                    share += weight[place]
                for place in range(front, end):
                    weight[place] /= share
                value += best + temperature * np.log(share)
            start_weight[start] = value
            most = max(most, value)
        below = -most / temperature
        share = np.exp(below) if below > FAR else 0.0
        for start in range(tree.start_pointer[group], tree.start_pointer[group + 1]):
            below = (start_weight[start] - most) / temperature
            start_weight[start] = np.exp(below) if below > FAR else 0.0
            share += start_weight[start]
        total += most + temperature * np.log(share)
        for start in range(tree.start_pointer[group], tree.start_pointer[group + 1]):
            of_start = start_weight[start] / share
            if of_start < _LEAST_WEIGHT:
                continue
            for term in range(tree.start_term[start], tree.start_term[start + 1]):
                used[tree.start_row[term]] += of_start * tree.start_coefficient[term]
            for slot in range(tree.slot_pointer[start], tree.slot_pointer[start + 1]):
                front = tree.candidate_pointer[slot]
                for place in range(front, front + live_count[slot]):
                    of_candidate = of_start * weight[place]
                    if of_candidate < _LEAST_WEIGHT:
                        continue
                    candidate = live[place]
                    for term in range(tree.candidate_term[candidate], tree.candidate_term[candidate + 1]):
                        used[tree.candidate_row[term]] += of_candidate * tree.candidate_coefficient[term]
    return total


@compiled
def weights(
    tree: Tree,
    candidate_value: Reals,
    start_value: Reals,
    temperature: float,
    start_weight: Reals,
    candidate_weight: Reals,
) -> None:
    """The share of each start in its group, of each candidate in its slot's share, at a temperature."""
    for group in range(len(tree.start_pointer) - 1):
        most = 0.0
        for start in range(tree.start_pointer[group], tree.start_pointer[group + 1]):
            most = max(most, start_value[start])
        share = np.exp(max(-most / temperature, FAR))
        for start in range(tree.start_pointer[group], tree.start_pointer[group + 1]):
            below = (start_value[start] - most) / temperature
            start_weight[start] = np.exp(below) if below > FAR else 0.0
            share += start_weight[start]
        for start in range(tree.start_pointer[group], tree.start_pointer[group + 1]):
            start_weight[start] /= share
            for slot in range(tree.slot_pointer[start], tree.slot_pointer[start + 1]):
                best = NEVER
                for candidate in range(tree.candidate_pointer[slot], tree.candidate_pointer[slot + 1]):
                    best = max(best, candidate_value[candidate])
                of_slot = 0.0
                for candidate in range(tree.candidate_pointer[slot], tree.candidate_pointer[slot + 1]):
                    below = (candidate_value[candidate] - best) / temperature
                    candidate_weight[candidate] = np.exp(below) if below > FAR else 0.0
                    of_slot += candidate_weight[candidate]
                for candidate in range(tree.candidate_pointer[slot], tree.candidate_pointer[slot + 1]):
                    candidate_weight[candidate] *= start_weight[start] / of_slot


@compiled
def squares(
    tree: Tree,
    rows: int,
) -> Reals:
    """Σ of squared coefficients of every row [rows], each choice by its share among those of its group and slot."""
    total = np.zeros(rows)
    for group in range(len(tree.start_pointer) - 1):
        share = 1.0 / max(1, tree.start_pointer[group + 1] - tree.start_pointer[group])
        for start in range(tree.start_pointer[group], tree.start_pointer[group + 1]):
            for term in range(tree.start_term[start], tree.start_term[start + 1]):
                total[tree.start_row[term]] += share * float(tree.start_coefficient[term]) ** 2
            for slot in range(tree.slot_pointer[start], tree.slot_pointer[start + 1]):
                of_slot = share / (tree.candidate_pointer[slot + 1] - tree.candidate_pointer[slot])
                for candidate in range(tree.candidate_pointer[slot], tree.candidate_pointer[slot + 1]):
                    for term in range(tree.candidate_term[candidate], tree.candidate_term[candidate + 1]):
                        total[tree.candidate_row[term]] += of_slot * float(tree.candidate_coefficient[term]) ** 2
    return total
