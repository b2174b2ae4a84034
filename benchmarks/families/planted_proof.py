"""The proof that a planted plan is the best: its score and the bound from its prices are the same whole number."""

from typing import NamedTuple

from benchmarks.bound import bound_from_prices
from benchmarks.families.planted import PlantedYear
from benchmarks.instance import Best
from models.scenario import Scenario
from optimizer.compile import compile_scenario
from optimizer.program import Score


class Proof(NamedTuple):
    """Both sides, money in 10^-6 unit."""

    score: Score
    bound: int

    @property
    def holds(self) -> bool:
        """Whether the plan is feasible, leaves nothing unmet, and reaches the bound exactly."""
        return self.score == Score(0, self.bound, 0)


def prove(year: PlantedYear) -> Proof:
    """Compile the scenario, score the plan and price every row. Raises KeyError for a price of no row."""
    compiled = compile_scenario(Scenario.model_validate(year.document))
    program, left = compiled.program, dict(year.prices)
    prices = [left.pop(program.names.row(row), 0) for row in range(program.rows)]
    if left:
        raise KeyError(f"no row is named {next(iter(left))}")
    return Proof(program.score(compiled.selection(year.plan)), bound_from_prices(program, prices, 1))


def proven_best(year: PlantedYear) -> Best:
    """The planted plan's counts. Raises ValueError where the proof fails."""
    proof = prove(year)
    if not proof.holds:
        raise ValueError(f"the planted plan brings {proof.score}, the prices prove {proof.bound}")
    return Best(0, proof.bound, "planted")
