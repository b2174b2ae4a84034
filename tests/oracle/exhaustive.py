"""The best selection of a small program, by trying them all, claims included. Knows no engine, no scenario."""

from itertools import product
from math import prod

import numpy as np

from optimizer.program import Ints, Program, Selection
from tests.oracle.brute import TooMany

Part = tuple[int | None, tuple[int, ...]]
"""What may be chosen in one group: a start and its candidates, or nothing."""


def best_selection(program: Program, at_most: int | None = None) -> Selection:
    """The first of the selections with the most met and then the most money. Raises TooMany."""
    parts = [_parts(program, group) for group in range(program.groups)]
    if at_most is not None and prod(map(len, parts)) > at_most:
        raise TooMany
    levels = program.row_base[None, :]
    met, money = np.array([program.met_constant]), np.array([program.money_constant])
    for of_group in parts:
        worth = [_worth(program, part) for part in of_group]
        levels = levels[:, None, :] + np.array([level for level, _, _ in worth])[None, :, :]
        levels = levels.reshape(levels.shape[0] * levels.shape[1], program.rows)
        met = (met[:, None] + np.array([first for _, first, _ in worth])[None, :]).ravel()
        money = (money[:, None] + np.array([second for _, _, second in worth])[None, :]).ravel()
    hinges = program.hinges
    passed = np.maximum((levels[:, hinges.row] - hinges.edge) * hinges.side, 0)
    money = money - passed @ np.where(hinges.hard, 0, hinges.price)
    feasible = np.flatnonzero(~passed[:, hinges.hard].any(axis=1))
    most = feasible[met[feasible] == met[feasible].max()]
    place = int(most[np.argmax(money[most])])
    chosen: list[Part] = []
    for of_group in reversed(parts):
        place, option = divmod(place, len(of_group))
        chosen.append(of_group[option])
    chosen.reverse()
    return Selection(
        np.array([start for start, _ in chosen if start is not None], np.int64),
        np.array([candidate for _, candidates in chosen for candidate in candidates], np.int64),
    )


def _parts(program: Program, group: int) -> list[Part]:
    parts: list[Part] = [(None, ())]
    for start in range(*program.start_pointer[group : group + 2].tolist()):
        slots = range(*program.slot_pointer[start : start + 2].tolist())
        pointer = program.candidate_pointer
        parts.extend((start, people) for people in product(*(range(*pointer[s : s + 2].tolist()) for s in slots)))
    return parts


def _worth(program: Program, part: Part) -> tuple[Ints, int, int]:
    """What a part adds to the levels of the rows, to the first count and to money."""
    start, candidates = part
    levels = np.zeros(program.rows, np.int64)
    if start is None:
        return levels, 0, 0
    starts, people = np.array([start]), np.array(candidates, np.int64)
    for terms, owners in ((program.start_terms, starts), (program.candidate_terms, people)):
        _, row, coefficient = terms.of(owners)
        np.add.at(levels, row, coefficient)
    met = program.start_met[start] + program.candidate_met[people].sum()
    money = program.start_money[start] + program.candidate_money[people].sum()
    return levels, int(met), int(money)
