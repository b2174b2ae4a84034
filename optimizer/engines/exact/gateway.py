"""The one way for a linear row into the model.

CP-SAT's presolve has overflowed on rows whose terms sum past 2^31 (google/or-tools #5293), so every row leaves here
with Σ |coefficient| · range + |limit| ≤ 2^30. A row that is larger is split, exactly, into digit rows: with
a = h·B + l for each coefficient a and limit c = C·B + d,

    Σ a x ≤ c   ⟺   there is a whole number t (the carry) with   Σ l x ≤ d + B·t   and   Σ h x + t ≤ C.

(⇐) B times the second plus the first is the row. (⇒) Let t = ⌈(Σ l x - d) / B⌉, the least that the first allows; the
row says (Σ l x - d) / B ≤ C - Σ h x, whose right side is whole, so t ≤ C - Σ h x. The second row is split again as
needed.
"""

from itertools import pairwise
from typing import NamedTuple

import numpy as np
from ortools.sat.python import cp_model

from models.errors import SolverFault
from optimizer.engines.exact.row import Row, digits, reach, reduced, size
from optimizer.program import Ints

ROW_LIMIT = 1 << 30
OBJECTIVE_LIMIT = 1 << 62
_ROW_BITS = 30
_LOWEST = -(1 << 63)


class Carry(NamedTuple):
    """How a carry follows from variables made before it: the least whole number ≥ (Σ - limit) / base."""

    row: Row
    base: int
    variable: int

    def fill(self, values: Ints) -> None:
        """Set the carry."""
        values[self.variable] = max(-(-self.row.excess(values) // self.base), 0)


class Excess(NamedTuple):
    """How far a row is passed, written in digits: Σ weight · variable, the weights ascending from 1."""

    row: Row
    variables: tuple[int, ...]
    weights: tuple[int, ...]

    def fill(self, values: Ints) -> None:
        """Set the digits."""
        rest = max(self.row.excess(values), 0)
        for variable, weight in zip(reversed(self.variables), reversed(self.weights), strict=True):
            values[variable], rest = divmod(rest, weight)


class Objective(NamedTuple):
    """constant + divisor · Σ coefficient · variable, which is minimised. The solver's own figures lack both."""

    variables: Ints
    coefficients: Ints
    divisor: int
    constant: int

    def value(self, values: Ints) -> int:
        """Its value, exactly."""
        return self.of_solver(int((self.coefficients * values[self.variables]).sum()))

    def of_solver(self, figure: int) -> int:
        """The value that the solver knows as `figure`."""
        return self.constant + self.divisor * figure


class Gateway:
    """Makes the variables, all from 0 to their `most`, and takes rows and the objective."""

    def __init__(self) -> None:
        self.model = cp_model.CpModel()
        self.derived: list[Carry | Excess] = []
        self._most = np.zeros(0, np.int64)
        self._variables = 0

    @property
    def variables(self) -> int:
        """How many variables there are."""
        return self._variables

    def add_variables(self, count: int, most: int = 1) -> int:
        """Add `count` whole numbers from 0 to `most`; the first."""
        first = self._variables
        self._variables += count
        if self._variables > len(self._most):
            self._most = np.append(self._most, np.zeros(max(len(self._most), count), np.int64))
        self._most[first : self._variables] = most
        domains = self.model.proto.variables
        for _ in range(count):
            domains.add().domain.extend((0, most))
        return first

    def exactly_one(self, literals: list[int]) -> None:
        """One of these literals holds, and no other. A literal is a Boolean, or -1 - Boolean for its negation."""
        self.model.proto.constraints.add().exactly_one.literals.extend(literals)

    def at_most_one(self, literals: list[int]) -> None:
        """No two of these literals hold."""
        self.model.proto.constraints.add().at_most_one.literals.extend(literals)

    def at_most(self, row: Row) -> None:
        """Add a row, as it is or split. What always holds is left out; what never holds makes the model infeasible."""
        row = row.in_width(self._most)
        spans = self._most[row.variables]
        lowest, highest = reach(row.coefficients, spans)
        if highest <= row.limit:
            return
        if lowest > row.limit:
            self._write(Row(row.variables[:0], row.coefficients[:0], -1))
            return
        row = reduced(row, spans, lowest)
        if size(row, self._most) <= ROW_LIMIT:
            self._write(row)
        else:
            self._split(row)

    def at_most_with_excess(self, row: Row, most: int) -> Excess:
        """Add a row that may be passed, by up to `most` or a little more; by how much."""
        row = row.in_width(self._most)
        if size(row, self._most) + most <= ROW_LIMIT:
            weights = [1]
        else:
            # The base at which a row of so many Booleans is split: each digit then shows in one digit row only.
            shift = max(_ROW_BITS - 2 - (len(row.variables) + 2).bit_length(), 1)
            weights = [1 << bits for bits in range(0, most.bit_length(), shift)]
        spans = [high // low - 1 for low, high in pairwise(weights)] + [most // weights[-1]]
        excess = Excess(row, tuple(self.add_variables(1, span) for span in spans), tuple(weights))
        self.derived.append(excess)
        for variable, weight in zip(excess.variables, excess.weights, strict=True):
            row = row.with_term(variable, -weight)
        self.at_most(row)
        return excess

    def minimise(self, coefficients: dict[int, int], constant: int) -> Objective:
        """Minimise constant + Σ coefficient · variable. Raises SolverFault when the sum could pass 2^62."""
        variables = np.array([v for v, c in coefficients.items() if c], np.int64)
        figures = np.array([c for c in coefficients.values() if c], object)
        divisor = max(int(np.gcd.reduce(figures, initial=0)), 1)
        figures //= divisor
        if int((abs(figures) * self._most[variables]).sum()) > OBJECTIVE_LIMIT:
            raise SolverFault("the objective is too large to be stated to the solver")
        objective = self.model.proto.objective
        objective.vars.extend(variables.tolist())
        objective.coeffs.extend(figures.tolist())
        # Floats, but only the relative gap and the figures shown depend on them; what is decided is whole.
        objective.offset = constant / divisor
        objective.scaling_factor = float(divisor)
        return Objective(variables, figures.astype(np.int64), divisor, constant)

    def complete(self, values: Ints) -> Ints:
        """Values of all variables from those of the first ones, which nothing is derived for."""
        complete = np.zeros(self.variables, np.int64)
        complete[: len(values)] = values
        for derived in self.derived:
            derived.fill(complete)
        return complete

    def hint(self, values: Ints) -> None:
        """Suggest a value for every variable, once each."""
        self.model.proto.clear_solution_hint()
        hint = self.model.proto.solution_hint
        hint.vars.extend(range(self.variables))
        hint.values.extend(values.tolist())

    def _split(self, row: Row) -> None:
        for shift in range(_ROW_BITS - len(row.variables).bit_length(), 0, -1):
            low, high, base = digits(row, shift)
            lowest, highest = reach(low.coefficients, self._most[low.variables])
            least, most = -((low.limit - lowest) // base), -((low.limit - highest) // base)
            # The carry is least + t with t from 0, as all variables count from 0.
            if size(low, self._most) + base * (most - least + abs(least)) <= ROW_LIMIT:
                break
        else:
            raise SolverFault("a row has too many terms to be stated to the solver")
        high = high._replace(limit=high.limit - least)
        if most > least:
            carry = Carry(low._replace(limit=low.limit + base * least), base, self.add_variables(1, most - least))
            self.derived.append(carry)
            self.at_most(carry.row.with_term(carry.variable, -base))
            high = high.with_term(carry.variable, 1)
        self.at_most(high)

    def _write(self, row: Row) -> None:
        linear = self.model.proto.constraints.add().linear
        linear.vars.extend(row.variables.tolist())
        linear.coeffs.extend(row.coefficients.tolist())
        linear.domain.extend((_LOWEST, row.limit))
