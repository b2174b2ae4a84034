"""A program as a mixed-integer linear program in doubles, for solvers of that kind.

Columns: starts, candidates, and how far each soft hinge is passed. Every row is divided by its largest coefficient, and
money is stated in money units, so that absolute tolerances mean the same everywhere.
"""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_array, diags_array, hstack, vstack

from models.quantities import MICRO_SCALE
from optimizer.program import Program, Score, Selection, Terms

Reals = npt.NDArray[np.float64]


class Linear(NamedTuple):
    """Minimise cost · x, lower ≤ matrix · x ≤ upper, 0 ≤ x ≤ most; the first `binaries` columns are whole."""

    cost: Reals
    matrix: csr_array
    lower: Reals
    upper: Reals
    most: Reals
    binaries: int


def stated(program: Program) -> Linear:
    """The program, its money constant left out."""
    hinges = program.hinges
    soft = np.flatnonzero(~hinges.hard & (hinges.price > 0))
    binaries = program.starts + program.candidates
    prices = np.concatenate([program.start_money, program.candidate_money, -hinges.price[soft]])
    group, slot, (body, limit) = _groups(program), _slots(program), _hinges(program, soft)
    choices = vstack([group, slot])
    matrix = vstack([hstack([choices, csr_array((choices.shape[0], len(soft)))]), body]).tocsr()
    free = np.full(program.groups + len(limit), -np.inf)
    lower = np.concatenate([free[: program.groups], np.zeros(program.slots), free[program.groups :]])
    upper = np.concatenate([np.ones(program.groups), np.zeros(program.slots), limit])
    most = np.concatenate([np.ones(binaries), np.full(len(soft), np.inf)])
    return Linear(-prices / MICRO_SCALE, matrix, lower, upper, most, binaries)


def answer(program: Program, values: Reals) -> Score | None:
    """What the rounded values bring, exactly; None where they leave slots open or pass a hard edge."""
    chosen = values > 0.5
    starts, binaries = program.starts, program.starts + program.candidates
    selection = Selection(np.flatnonzero(chosen[:starts]), np.flatnonzero(chosen[starts:binaries]))
    if not program.is_complete(selection):
        return None
    score = program.score(selection)
    return None if score.excess else score


def money(program: Program, cost: float) -> int:
    """The money (10^-6 unit) that stands for a value of the objective, as far as a double tells."""
    return program.money_constant - round(cost * MICRO_SCALE)


def _groups(program: Program) -> csr_array:
    """At most one start per group."""
    starts, width = program.starts, program.starts + program.candidates
    return csr_array((np.ones(starts), (program.start_group, np.arange(starts))), (program.groups, width))


def _slots(program: Program) -> csr_array:
    """As many candidates per slot as its start."""
    starts, slots, candidates = program.starts, program.slots, program.candidates
    row = np.concatenate([program.candidate_slot, np.arange(slots)])
    column = np.concatenate([starts + np.arange(candidates), program.slot_start])
    values = np.concatenate([np.ones(candidates), -np.ones(slots)])
    return csr_array((values, (row, column)), (slots, starts + candidates))


def _hinges(program: Program, soft: npt.NDArray[np.int64]) -> tuple[csr_array, Reals]:
    """Every hinge as Σ ≤ limit, less how far it is passed where it is soft."""
    hinges = program.hinges
    kept = np.concatenate([np.flatnonzero(hinges.hard), soft])
    side = hinges.side[kept].astype(float)
    levels = vstack([_matrix(program.start_terms, program), _matrix(program.candidate_terms, program)]).T.tocsr()
    body = diags_array(side).tocsr() @ levels[hinges.row[kept]] if len(kept) else levels[:0]
    first = len(kept) - len(soft)
    slack = csr_array(
        (-np.ones(len(soft)), (np.arange(first, len(kept)), np.arange(len(soft)))), (len(kept), len(soft))
    )
    limit = (hinges.edge[kept] - program.row_base[hinges.row[kept]]) * side
    if not len(kept):
        return hstack([body, slack]).tocsr(), limit
    largest = np.maximum(abs(body).max(axis=1).toarray().ravel(), 1.0)
    scaled: csr_array = diags_array(1 / largest).tocsr() @ hstack([body, slack])
    return scaled, limit / largest


def _matrix(terms: Terms, program: Program) -> csr_array:
    pointer, row, coefficient = terms
    matrix = csr_array((coefficient.astype(float), row, pointer), (len(pointer) - 1, program.rows))
    matrix.sum_duplicates()
    return matrix
