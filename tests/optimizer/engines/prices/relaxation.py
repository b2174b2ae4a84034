"""The linear relaxation of a program, solved by HiGHS: what prices cannot beat and ought to reach."""

import numpy as np
import scipy.sparse as sparse
from scipy.optimize import linprog

from optimizer.engines.prices.fitting import fitting
from optimizer.program import Program, Terms


def relaxed_most(program: Program) -> float:
    """The most money of fractional selections, in 10^-6; what does not even fit alone is left out."""
    hinges, starts, candidates = program.hinges, program.starts, program.candidates
    soft, hard = np.flatnonzero(~hinges.hard), np.flatnonzero(hinges.hard)
    columns = starts + candidates + len(soft)
    terms = sparse.hstack(
        [_columns(program.start_terms, program.rows), _columns(program.candidate_terms, program.rows)]
    )
    rows, limits = [], []
    for some, slack in ((hard, sparse.csr_matrix((len(hard), len(soft)))), (soft, -sparse.eye(len(soft)))):
        side = hinges.side[some].astype(float)
        rows.append(sparse.hstack([sparse.diags(side) @ terms.tocsr()[hinges.row[some]], slack]))
        limits.append(side * (hinges.edge[some] - program.row_base[hinges.row[some]]))
    owner = np.arange(starts)
    rows.append(sparse.csr_matrix((np.ones(starts), (program.start_group, owner)), (program.groups, columns)))
    limits.append(np.ones(program.groups))
    filled = sparse.csr_matrix(
        (
            np.concatenate([np.ones(candidates), -np.ones(program.slots)]),
            (
                np.concatenate([program.candidate_slot, np.arange(program.slots)]),
                np.concatenate([starts + np.arange(candidates), program.slot_start]),
            ),
        ),
        (program.slots, columns),
    )
    money = np.concatenate([program.start_money, program.candidate_money, -hinges.price[soft]]).astype(float)
    above = sparse.vstack(rows).tocsr()
    scale = np.maximum(np.asarray(abs(above).max(axis=1).todense()).ravel(), 1e-12)
    unit = max(1.0, float(np.abs(money).max(initial=1.0)))
    solved = linprog(
        -money / unit,
        A_ub=sparse.diags(1 / scale) @ above,
        b_ub=np.concatenate(limits) / scale,
        A_eq=filled,
        b_eq=np.zeros(program.slots),
        bounds=np.column_stack([np.zeros(columns), np.where(_fits(program, columns), np.inf, 0.0)]),
        method="highs",
    )
    assert solved.status == 0, solved.message
    return float(-solved.fun * unit + program.money_constant)


def _fits(program: Program, columns: int) -> "np.ndarray[tuple[int], np.dtype[np.bool_]]":
    """Which columns may be above 0: starts and candidates that fit when they are alone, and all slacks."""
    fits = fitting(program)
    return np.concatenate([fits.starts, fits.candidates, np.ones(columns - program.starts - program.candidates, bool)])


def _columns(terms: Terms, rows: int) -> sparse.csr_matrix:
    pointer, row, coefficient = terms
    return sparse.csr_matrix((coefficient.astype(float), row, pointer), (len(pointer) - 1, rows)).T
