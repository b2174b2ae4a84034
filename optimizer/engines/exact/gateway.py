"""The one way for a linear row into the model.

CP-SAT's presolve has overflowed on rows whose terms sum past 2^31 (google/or-tools #5293), so every row leaves here with
Σ |coefficient| · range + |limit| ≤ 2^30. A row that is larger is split, exactly, into digit rows: with a = h·B + l for
each coefficient a and limit c = C·B + d,

    Σ a x ≤ c   ⟺   there is a whole number t (the carry) with   Σ l x ≤ d + B·t   and   Σ h x + t ≤ C.

(⇐) B times the second plus the first is the row. (⇒) Let t = ⌈(Σ l x − d) / B⌉, the least that the first allows; the row
says (Σ l x − d) / B ≤ C − Σ h x, whose right side is whole, so t ≤ C − Σ h x. The second row is split again as needed.
"""

from typing import NamedTuple

import numpy as np
from ortools.sat.python import cp_model

from models.errors import SolverFault
from optimizer.program import Ints

ROW_LIMIT = 1 << 30
OBJECTIVE_LIMIT = 1 << 62
_LOWEST = -(1 << 63)


class Row(NamedTuple):
    """Σ coefficient · variable ≤ limit. Coefficients are int64, or Python's integers where that is too narrow."""

    variables: Ints
    coefficients: Ints
    limit: int


class Carry(NamedTuple):
    """How a carry follows from variables made before it: the least whole number ≥ (Σ − limit) / base."""

    variable: int
    row: Row
    base: int


class Gateway:
    """Makes the variables, all from 0 to their `most`, and takes rows and the objective."""

    def __init__(self) -> None:
        self.model = cp_model.CpModel()
        self.carries: list[Carry] = []
        self._most = np.zeros(0, np.int64)
        self._variables = 0

    @property
    def variables(self) -> int:
        """How many variables there are."""
        return self._variables

    def booleans(self, count: int) -> int:
        """Add `count` Booleans; the first."""
        return self._add(count, 1)

    def integer(self, most: int) -> int:
        """Add a whole number from 0 to `most`, which must be small enough for a row: see `digits`."""
        return self._add(1, most)

    def exactly_one(self, literals: list[int]) -> None:
        """One of these literals holds, and no other. A literal is a Boolean, or -1 - Boolean for its negation."""
        self.model.proto.constraints.add().exactly_one.literals.extend(literals)

    def at_most_one(self, literals: list[int]) -> None:
        """No two of these literals hold."""
        self.model.proto.constraints.add().at_most_one.literals.extend(literals)

    def at_most(self, row: Row) -> None:
        """Add a row, as it is or split. What always holds is left out; what never holds makes the model infeasible."""
        spans = self._most[row.variables]
        wide = float(np.abs(row.coefficients.astype(np.float64)) @ spans) + abs(row.limit) > OBJECTIVE_LIMIT
        if wide and row.coefficients.dtype != object:
            row = row._replace(coefficients=row.coefficients.astype(object))
        lowest, highest = _reach(row.coefficients, spans)
        if highest <= row.limit:
            return
        if lowest > row.limit:
            self._write(Row(row.variables[:0], row.coefficients[:0], -1))
            return
        row = _reduced(row, spans, lowest)
        if _size(row, self._most) <= ROW_LIMIT:
            self._write(row)
        else:
            self._split(row)

    def minimise(self, variables: Ints, coefficients: list[int], constant: int) -> int:
        """Minimise constant + Σ coefficient · variable. The divisor by which the solver's own figures are smaller.

        Raises SolverFault when the sum could pass 2^62.
        """
        spans = self._most[variables].tolist()
        divisor = max(int(np.gcd.reduce(np.array(coefficients, dtype=object), initial=0)), 1)
        if sum(abs(c) * span for c, span in zip(coefficients, spans, strict=True)) > OBJECTIVE_LIMIT * divisor:
            raise SolverFault("the objective is too large to state to the solver")
        objective = self.model.proto.objective
        objective.vars.extend(variables.tolist())
        objective.coeffs.extend([c // divisor for c in coefficients])
        # Only the relative gap and the figures shown depend on the constant; what is decided is whole.
        objective.offset = constant / divisor
        objective.scaling_factor = float(divisor)
        return divisor

    def complete(self, values: Ints) -> Ints:
        """Values of all variables from those of all but the carries, which are set here."""
        for carry in self.carries:
            row = carry.row
            level = int((row.coefficients * values[row.variables]).sum()) - row.limit
            values[carry.variable] = max(-(-level // carry.base), 0)
        return values

    def hint(self, values: Ints) -> None:
        """Suggest a value for every variable, once each."""
        proto = self.model.proto
        proto.clear_solution_hint()
        proto.solution_hint.vars.extend(range(self.variables))
        proto.solution_hint.values.extend(values.tolist())

    def _add(self, count: int, most: int) -> int:
        first = self._variables
        self._variables += count
        if self._variables > len(self._most):
            self._most = np.append(self._most, np.zeros(max(len(self._most), count), np.int64))
        self._most[first : self._variables] = most
        domains = self.model.proto.variables
        for _ in range(count):
            domains.add().domain.extend((0, most))
        return first

    def _split(self, row: Row) -> None:
        shift = 30 - len(row.variables).bit_length()
        while True:
            low, high, base = _digits(row, shift)
            lowest, highest = _reach(low.coefficients, self._most[low.variables])
            least, most = -((low.limit - lowest) // base), -((low.limit - highest) // base)
            size = _size(low, self._most) + base * (most - least + abs(least))
            if size <= ROW_LIMIT or shift == 1:
                break
            shift -= 1
        if size > ROW_LIMIT:
            raise SolverFault("a row has too many terms to be stated to the solver")
        # The carry is least + t with t from 0: variables start at 0.
        low = low._replace(limit=low.limit + base * least)
        high = high._replace(limit=high.limit - least)
        if most > least:
            carry = self.integer(most - least)
            self.carries.append(Carry(carry, low, base))
            low = _with_term(low, carry, -base)
            high = _with_term(high, carry, 1)
            self.at_most(low)
        self.at_most(high)

    def _write(self, row: Row) -> None:
        linear = self.model.proto.constraints.add().linear
        linear.vars.extend(row.variables.tolist())
        linear.coeffs.extend(row.coefficients.tolist())
        linear.domain.extend((_LOWEST, row.limit))


def _reach(coefficients: Ints, spans: Ints) -> tuple[int, int]:
    """The lowest and the highest sum."""
    ends = coefficients * spans
    lowest = ends[ends < 0].sum()
    return int(lowest), int(ends.sum() - lowest)


def _size(row: Row, most: Ints) -> int:
    return int((abs(row.coefficients) * most[row.variables]).sum()) + abs(row.limit)


def _reduced(row: Row, spans: Ints, lowest: int) -> Row:
    """The same whole points with smaller figures: coefficients cut to just too much, then divided by their divisor.

    Turned so that every term counts up from 0, a term above the room that is left is forbidden, however large.
    """
    room = row.limit - lowest
    variables, coefficients, limit = row
    if int(abs(coefficients).max()) > room + 1:
        coefficients = np.clip(coefficients, -(room + 1), room + 1)
        limit = room + _reach(coefficients, spans)[0]
    kept = coefficients != 0
    if not kept.all():
        variables, coefficients = variables[kept], coefficients[kept]
    divisor = int(np.gcd.reduce(coefficients))
    if divisor > 1:
        coefficients, limit = coefficients // divisor, limit // divisor
    return Row(variables, coefficients, limit)


def _digits(row: Row, shift: int) -> tuple[Row, Row, int]:
    """The row's lowest digit, the rest, and the base 2^shift. The digit of a coefficient has its sign."""
    base = 1 << shift
    sign = np.where(row.coefficients < 0, -1, 1)
    size = abs(row.coefficients)
    low, high = sign * (size % base), sign * (size // base)
    return (
        Row(row.variables[low != 0], low[low != 0].astype(np.int64), row.limit % base),
        Row(row.variables[high != 0], high[high != 0], row.limit // base),
        base,
    )


def _with_term(row: Row, variable: int, coefficient: int) -> Row:
    return Row(np.append(row.variables, variable), np.append(row.coefficients, coefficient), row.limit)
