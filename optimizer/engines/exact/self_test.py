"""Asks the solver, with the parameters of every run, a question it once answered wrongly.

Six Booleans and one row whose terms sum past 2^31. CP-SAT 9.15 with its default parameters calls 181 optimal; the truth
is 230 (google/or-tools #5293).
"""

from functools import cache

from ortools.sat.python import cp_model

from models.errors import SolverFault
from optimizer.engines.engine import Limits
from optimizer.engines.exact.budget import Budget
from optimizer.engines.exact.parameters import configure

TRUTH = 230

_COST = (3139497348, 4571378503, 4603631235, 1898251987, 2147324097, 3845867960)
_CAP = 7903119834
_PROFIT = (55, 16, 88, 85, 71, 39)
_AT_MOST_ONE = ((3, 4), (5, 1), (2, 0))
_BONUS = (5, 52)


@cache
def check_solver() -> None:
    """Once per process. Raises SolverFault when the answer is wrong."""
    solver = cp_model.CpSolver()
    configure(solver, Limits(workers=1), Budget(wall=60.0, deterministic=None))
    found = answer(solver)
    if found != TRUTH:
        raise SolverFault(f"the solver answers {found} where {TRUTH} is known to be right")


def answer(solver: cp_model.CpSolver) -> int:
    """What this solver, as configured, gives."""
    model = cp_model.CpModel()
    chosen = [model.new_bool_var("") for _ in _COST]
    bonus = [model.new_bool_var("") for _ in _BONUS]
    for group in _AT_MOST_ONE:
        model.add_at_most_one([chosen[i] for i in group])
    spent = cp_model.LinearExpr.weighted_sum(chosen, _COST)
    model.add(spent <= _CAP).only_enforce_if(bonus[1])
    model.maximize(cp_model.LinearExpr.weighted_sum([*chosen, *bonus], [*_PROFIT, *_BONUS]))
    solver.solve(model)
    return round(solver.objective_value)
