"""What a gateway has written into the CP-SAT model, read back in Python's integers, and what the solver makes of it."""

from collections.abc import Iterator, Sequence
from itertools import product
from typing import NamedTuple

import numpy as np
from hypothesis import strategies as st
from ortools.sat.python import cp_model

from optimizer.engines.engine import Limits
from optimizer.engines.exact.budget import Budget
from optimizer.engines.exact.gateway import Gateway
from optimizer.engines.exact.parameters import configure
from optimizer.engines.exact.row import Row
from optimizer.program import Ints


class Written(NamedTuple):
    """A linear row of the model: Σ coefficient · variable ≤ limit."""

    variables: list[int]
    coefficients: list[int]
    limit: int

    def holds(self, values: Sequence[int]) -> bool:
        """Whether these values of all variables satisfy it."""
        return sum(c * values[v] for v, c in zip(self.variables, self.coefficients, strict=True)) <= self.limit

    def size(self, most: Sequence[int]) -> int:
        """Σ |coefficient| · most + |limit|."""
        terms = zip(self.variables, self.coefficients, strict=True)
        return sum(abs(c) * most[v] for v, c in terms) + abs(self.limit)


def written(gateway: Gateway) -> list[Written]:
    """The linear rows."""
    linear = [c.linear for c in gateway.model.proto.constraints if c.has_linear()]
    return [Written(list(row.vars), list(row.coeffs), list(row.domain)[1]) for row in linear]


def most(gateway: Gateway) -> list[int]:
    """The highest value of every variable. Every lowest is 0."""
    domains = [list(variable.domain) for variable in gateway.model.proto.variables]
    assert all(domain[0] == 0 and len(domain) == 2 for domain in domains)
    return [domain[1] for domain in domains]


def admits(gateway: Gateway, values: Ints) -> bool:
    """Whether these values of all variables lie within the domains and satisfy every linear row."""
    figures = values.tolist()
    inside = all(0 <= value <= high for value, high in zip(figures, most(gateway), strict=True))
    return inside and all(row.holds(figures) for row in written(gateway))


def solved_at(gateway: Gateway, point: Sequence[int]) -> tuple[bool, int | None]:
    """Whether the solver can complete this point (the values of the first variables), and at what objective."""
    model = gateway.model.clone()
    for variable, value in enumerate(point):
        domain = model.proto.variables[variable].domain
        domain.clear()
        domain.extend((value, value))
    solver = cp_model.CpSolver()
    configure(solver, Limits(workers=1), Budget(wall=60.0, deterministic=None))
    status = solver.solve(model)
    assert status in (cp_model.OPTIMAL, cp_model.INFEASIBLE)
    if status == cp_model.INFEASIBLE:
        return False, None
    return True, solver.response_proto.inner_objective_lower_bound


def points(spans: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """All whole points from 0 to these spans."""
    return product(*(range(span + 1) for span in spans))


def point_values(point: Sequence[int]) -> Ints:
    """A point as the gateway takes it."""
    return np.array(point, np.int64)


@st.composite
def rows(draw: st.DrawFn, variables: int, largest: int = 10**13) -> Row:
    """A row over the first variables, its figures of any length and sign, its limit inside its reach or outside."""
    magnitude = st.sampled_from([1, 5, 1_000, 10**6, 2**30, 2**31, 10**10, 10**12, 10**13, 10**18, 10**25])
    scales = magnitude.filter(lambda scale: scale <= largest)
    scale = draw(scales)
    coefficients = draw(
        st.lists(
            st.one_of(st.integers(-scale, scale), st.integers(-scale, scale).map(lambda c: c // 12 * 12), scales),
            min_size=variables,
            max_size=variables,
        ).filter(any)
    )
    low, high = sum(min(c, 0) for c in coefficients), sum(max(c, 0) for c in coefficients)
    # Mostly right at the level of some point, or one beside: that is where rounding shows.
    level = sum(draw(st.sampled_from((0, c))) for c in coefficients)
    limit = draw(st.one_of(st.just(level), st.just(level - 1), st.just(level + 1), st.integers(low - 2, high + 2)))
    wide = any(abs(c) >= 1 << 62 for c in coefficients)
    return Row(np.arange(variables), np.array(coefficients, object if wide else np.int64), limit)


def excess(row: Row, point: Sequence[int]) -> int:
    """How far a point passes a row, negative where it stays below."""
    terms: list[tuple[int, int]] = list(zip(row.variables.tolist(), row.coefficients.tolist(), strict=True))
    return sum(c * point[v] for v, c in terms) - row.limit
