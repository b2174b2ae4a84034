"""The program as a CP-SAT model.

One Boolean per start and per candidate; at most one start per group; just one candidate per slot of the start that is
chosen; one row per hinge. How far a soft hinge is passed is a whole number of its own, for which the objective pays.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

import numpy as np

from optimizer.engines.exact.by_row import by_row
from optimizer.engines.exact.gateway import Gateway, Objective
from optimizer.engines.exact.reach import row_reach
from optimizer.engines.exact.row import Row
from optimizer.program import Ints, Program, Score, Selection

_HINGES_BETWEEN_QUESTIONS = 500


class Aim(Enum):
    """Which count a model maximises."""

    MET = "met"
    MONEY = "money"

    def of(self, score: Score) -> int:
        """This count."""
        return score.met if self is Aim.MET else score.money


class Halted(Exception):
    """Building was stopped half-way."""


@dataclass(frozen=True)
class Model:
    """A program stated to the solver. The objective is minus the count that is maximised."""

    program: Program
    aim: Aim
    gateway: Gateway
    objective: Objective

    def values(self, selection: Selection) -> Ints:
        """The value of every variable for this selection [variables]."""
        values = np.zeros(self.program.starts + self.program.candidates, np.int64)
        values[selection.starts] = 1
        values[self.program.starts + selection.candidates] = 1
        return self.gateway.complete(values)

    def selection(self, values: Ints) -> Selection:
        """What these values choose."""
        first, last = self.program.starts, self.program.starts + self.program.candidates
        return Selection(np.flatnonzero(values[:first]), np.flatnonzero(values[first:last]))


def build(program: Program, aim: Aim, halted: Callable[[], bool] = lambda: False) -> Model:
    """The model of a program for one aim; `halted` is asked now and then. Raises Halted, SolverFault."""
    gateway = Gateway()
    gateway.add_variables(program.starts + program.candidates)
    _choices(program, gateway)
    price = _profits(program, aim)
    constant = -(program.met_constant if aim is Aim.MET else program.money_constant)
    constant += _hinges(program, gateway, price, halted, soft=aim is Aim.MONEY)
    return Model(program, aim, gateway, gateway.minimise(price, constant))


def _choices(program: Program, gateway: Gateway) -> None:
    """At most one start per group; one candidate per slot, or its start is not chosen."""
    starts, candidates = program.start_pointer.tolist(), program.candidate_pointer.tolist()
    for first, last in pairwise(starts):
        if last - first > 1:
            gateway.at_most_one(list(range(first, last)))
    for start, (first, last) in zip(program.slot_start.tolist(), pairwise(candidates), strict=True):
        gateway.exactly_one([-1 - start, *range(program.starts + first, program.starts + last)])


def _profits(program: Program, aim: Aim) -> Counter[int]:
    """What the objective pays for each Boolean, before any hinge."""
    profit = (
        (program.start_met, program.candidate_met) if aim is Aim.MET else (program.start_money, program.candidate_money)
    )
    return Counter(dict(enumerate((-np.concatenate(profit)).tolist())))


def _hinges(program: Program, gateway: Gateway, price: Counter[int], halted: Callable[[], bool], *, soft: bool) -> int:
    """State every hinge that can be passed, and charge what it is passed by to `price`; what is always paid."""
    terms = by_row(program)
    lowest, highest = row_reach(program)
    constant = 0
    for number, (row, side, edge, unit, hard) in enumerate(zip(*(c.tolist() for c in program.hinges), strict=True)):
        if number % _HINGES_BETWEEN_QUESTIONS == 0 and halted():
            raise Halted
        most, least = sorted((side * (int(highest[row]) - edge), side * (int(lowest[row]) - edge)), reverse=True)
        if most <= 0 or not (hard or (soft and unit)):
            continue
        variables, coefficients = terms.of(row)
        passed = Row(variables, side * coefficients, side * (edge - int(program.row_base[row])))
        if hard:
            gateway.at_most(passed)
        elif least >= 0:
            constant += _always_passed(passed, unit, price)
        else:
            _charge(gateway, passed, most, unit, price)
    return constant


def _always_passed(passed: Row, unit: int, price: Counter[int]) -> int:
    """Charge a hinge that is passed whatever is chosen: it is linear. What is paid when nothing is chosen."""
    for variable, coefficient in zip(passed.variables.tolist(), passed.coefficients.tolist(), strict=True):
        price[variable] += unit * coefficient
    return -unit * passed.limit


def _charge(gateway: Gateway, passed: Row, most: int, unit: int, price: Counter[int]) -> None:
    """Charge max(0, v) where v = Σ a x - limit takes only the values g·m + r, 0 ≤ r < g, for whole numbers m.

    There max(0, v) = (g - r)·max(0, m) + r·max(0, m + 1): both are 0 below m = 0, r at 0, and rise by g from then on.
    """
    step = int(np.gcd.reduce(passed.coefficients))
    offset, rest = divmod(-passed.limit, step)
    steps = passed.coefficients // step
    for ahead, weight in ((0, step - rest), (1, rest)):
        highest = most // step + ahead
        if weight == 0 or highest <= 0:
            continue
        excess = gateway.at_most_with_excess(Row(passed.variables, steps, -offset - ahead), highest)
        for variable, digit in zip(excess.variables, excess.weights, strict=True):
            price[variable] += unit * weight * digit
