"""Which initiation limits hold, and over which candidates."""

from collections.abc import Iterator
from dataclasses import dataclass

from models.policy import EVERY_TRADING_UNIT
from optimizer.facts.facts import Facts


@dataclass(frozen=True, slots=True)
class InitiationLimit:
    """One row in force: the unit it stands for and the candidates (project indices) it counts."""

    unit: str
    candidates: tuple[int, ...]
    pursuit_budget: int | None
    max_per_period: int | None


def limits_in_force(facts: Facts) -> Iterator[InitiationLimit]:
    """Named rows limit the subtree of their unit jointly; `*` limits each trading unit that no named row covers."""
    organisation, rows = facts.organisation, facts.scenario.policy.initiation
    named = {organisation.index[row.unit] for row in rows if row.unit != EVERY_TRADING_UNIT}
    candidates = [place for place, project in enumerate(facts.projects) if not project.in_flight]
    for row in rows:
        if row.unit == EVERY_TRADING_UNIT:
            scopes = {
                trader: tuple(place for place in candidates if facts.project_trader[place] == trader)
                for trader in facts.traders
                if named.isdisjoint(organisation.paths[trader])
            }
        else:
            unit = organisation.index[row.unit]
            scopes = {
                unit: tuple(
                    place
                    for place in candidates
                    if unit in organisation.paths[organisation.index[facts.projects[place].unit]]
                )
            }
        for unit, counted in scopes.items():
            yield InitiationLimit(organisation.units[unit].id, counted, row.pursuit_budget, row.max_per_period)
