"""Which groups go to which part: by zone, zones that are near each other together, with about as many terms each.

Most rows of a program are shared within a zone (block-angular structure; Dantzig and Wolfe 1960), so few are left that
several parts share.
"""

from itertools import pairwise

import numpy as np

from optimizer.program import NO_ZONE, Ints, Program

_BALANCE = 0.15
"""How far, in mean parts, an edge between parts may be moved to lie between zones."""


def partition(program: Program, parts: int) -> list[Ints]:
    """The groups of each part, ascending; never more than `parts`, none of them empty."""
    zone = zones(program)
    order = np.argsort(zone, kind="stable")
    before = np.concatenate([[0], np.cumsum(weights(program)[order])])
    between = np.flatnonzero(np.diff(zone[order])) + 1
    edges = [0]
    for number in range(1, parts):
        wanted = before[-1] * number / parts
        edge = int(np.searchsorted(before, wanted))
        if len(between):
            near = between[np.argmin(np.abs(before[between] - wanted))]
            if abs(before[near] - wanted) <= _BALANCE * before[-1] / parts:
                edge = int(near)
        edges.append(min(max(edge, edges[-1]), program.groups))
    edges.append(program.groups)
    return [np.sort(order[first:last]) for first, last in pairwise(edges) if first < last]


def weights(program: Program) -> Ints:
    """How much there is to look at in each group [groups]: its terms, and itself."""
    candidates = program.candidate_terms.pointer[program.candidate_pointer[program.slot_pointer[program.start_pointer]]]
    starts = program.start_terms.pointer[program.start_pointer]
    weight: Ints = np.diff(candidates) + np.diff(starts) + 1
    return weight


def zones(program: Program) -> Ints:
    """The zone of each group [groups]; a group without one goes with those that share most terms of its rows."""
    if program.group_zone is None:
        return np.zeros(program.groups, np.int64)
    zone = program.group_zone.copy()
    homeless = np.flatnonzero(zone == NO_ZONE)
    if not len(homeless):
        return zone
    # Groups without a zone are few and have starts only, as a rule: the rows of their candidates are not looked at.
    starts = np.flatnonzero(zone[program.start_group] == NO_ZONE)
    place, row, _ = program.start_terms.of(starts)
    wanted = np.zeros(program.rows, np.bool_)
    wanted[row] = True
    sharing, zone_of = _terms_in(program, wanted, zone)
    table: dict[int, Ints] = {}
    many = int(zone.max(initial=0)) + 1
    for each in np.unique(row).tolist():
        table[each] = np.bincount(zone_of[sharing == each], minlength=many)
    votes = np.zeros((program.groups, many), np.int64)
    for owner, each in zip(program.start_group[starts[place]].tolist(), row.tolist(), strict=True):
        votes[owner] += table[each]
    zone[homeless] = np.argmax(votes[homeless], axis=1)
    return zone


def _terms_in(program: Program, wanted: np.ndarray[tuple[int], np.dtype[np.bool_]], zone: Ints) -> tuple[Ints, Ints]:
    """The row and the zone of all terms in the wanted rows, of groups that have a zone."""
    rows, found = [], []
    for terms, group in (
        (program.start_terms, program.start_group),
        (program.candidate_terms, program.start_group[program.slot_start[program.candidate_slot]]),
    ):
        kept = np.flatnonzero(wanted[terms.row])
        of_term = zone[group[np.searchsorted(terms.pointer, kept, side="right") - 1]]
        has_one = of_term != NO_ZONE
        rows.append(terms.row[kept[has_one]].astype(np.int64))
        found.append(of_term[has_one])
    return np.concatenate(rows), np.concatenate(found)
