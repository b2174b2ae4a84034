"""A program as a mixed-integer program for HiGHS (through SciPy), its answer rounded and scored in integers again."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array, hstack, vstack

from optimizer.engines.exact.reach import row_reach
from optimizer.program import Program, Score, Selection

Reals = npt.NDArray[np.float64]

MOST_MONEY = 10**12
"""In 10^-6 unit. HiGHS computes in doubles with absolute tolerances: of more it cannot tell the last unit."""


@dataclass(frozen=True)
class Answer:
    """What HiGHS found, scored by the program itself."""

    selection: Selection
    score: Score


def is_within_reach(program: Program) -> bool:
    """Whether all that a program can pay or charge is small enough for HiGHS to be exact."""
    hinges = program.hinges
    lowest, highest = row_reach(program)
    passed = np.where(hinges.side > 0, highest[hinges.row] - hinges.edge, hinges.edge - lowest[hinges.row])
    charged = (np.maximum(passed, 0).astype(object) * hinges.price)[~hinges.hard].sum()
    paid = abs(program.start_money).astype(object).sum() + abs(program.candidate_money).astype(object).sum()
    return bool(charged + paid <= MOST_MONEY)


def best(program: Program) -> Answer:
    """The fewest unmet commitments, then the most money. Raises AssertionError when HiGHS proves no optimum."""
    most_met = _solved(program, (program.start_met, program.candidate_met), money=False)
    limited = program.limited("commitment", -most_met.score.met)
    return _solved(limited, (program.start_money, program.candidate_money), money=True)


def _solved(program: Program, profits: tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]], *, money: bool) -> Answer:
    hinges = program.hinges
    soft = np.flatnonzero(~hinges.hard & (hinges.price > 0)) if money else np.zeros(0, np.int64)
    binaries, excesses = program.starts + program.candidates, len(soft)
    prices = np.concatenate([*profits, -hinges.price[soft]])
    # HiGHS means absolute tolerances: a cost of 10^8 at its end would be noise at its beginning.
    cost = -prices / max(1.0, float(abs(prices).max(initial=0)) / 1e3)
    result = milp(
        cost,
        integrality=np.concatenate([np.ones(binaries), np.zeros(excesses)]),
        bounds=Bounds(np.zeros(binaries + excesses), np.concatenate([np.ones(binaries), np.full(excesses, np.inf)])),
        constraints=[*_tree(program, excesses), *_rows(program, soft)],
        options={"mip_rel_gap": 0.0},
    )
    assert result.status == 0, result.message
    chosen = result.x[:binaries] > 0.5
    selection = Selection(
        np.flatnonzero(chosen[: program.starts]), np.flatnonzero(chosen[program.starts :]).astype(np.int64)
    )
    assert program.is_complete(selection)
    return Answer(selection, program.score(selection))


def _tree(program: Program, excesses: int) -> list[LinearConstraint]:
    """At most one start per group; as many candidates per slot as its start."""
    starts, slots, candidates = program.starts, program.slots, program.candidates
    groups = csr_array((np.ones(starts), (program.start_group, np.arange(starts))), (program.groups, starts))
    one_start = hstack([groups, csr_array((program.groups, candidates + excesses))])
    filled = csr_array((np.ones(candidates), (program.candidate_slot, np.arange(candidates))), (slots, candidates))
    begun = csr_array((-np.ones(slots), (np.arange(slots), program.slot_start)), (slots, starts))
    one_candidate = hstack([begun, filled, csr_array((slots, excesses))])
    return [LinearConstraint(one_start, -np.inf, 1)] + ([LinearConstraint(one_candidate, 0, 0)] if slots else [])


def _rows(program: Program, soft: npt.NDArray[np.int64]) -> list[LinearConstraint]:
    """Every hinge as one inequality, divided by its largest coefficient so that tolerances mean the same everywhere."""
    hinges = program.hinges
    kept = np.concatenate([np.flatnonzero(hinges.hard), soft])
    if not len(kept):
        return []
    levels = vstack([_matrix(program.start_terms, program), _matrix(program.candidate_terms, program)]).T.tocsr()
    side = hinges.side[kept].astype(float)
    body = levels[hinges.row[kept]].multiply(side[:, None]).tocsr()
    slack = np.zeros((len(kept), len(soft)))
    slack[np.arange(len(kept) - len(soft), len(kept)), np.arange(len(soft))] = -1.0
    limit = (hinges.edge[kept] - program.row_base[hinges.row[kept]]) * side
    largest = np.maximum(abs(body).max(axis=1).toarray().ravel(), 1.0)
    matrix = hstack([body, csr_array(slack)]).multiply(1 / largest[:, None])
    return [LinearConstraint(csr_array(matrix), -np.inf, limit / largest)]


def _matrix(
    terms: "tuple[npt.NDArray[np.int64], npt.NDArray[np.int32], npt.NDArray[np.int64]]", program: Program
) -> csr_array:
    pointer, row, coefficient = terms
    matrix = csr_array((coefficient.astype(float), row, pointer), (len(pointer) - 1, program.rows))
    matrix.sum_duplicates()
    return matrix
