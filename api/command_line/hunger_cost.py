"""The cost of hunger: what the rules of slight hunger cost in objective, from two solves, as an interval.

It is the best objective without the hunger rows less the best with them. Of either only the two ends are known, what a
plan brings and what its prices prove, and these hold for plans that leave no more commitments unmet than the plan does.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal

from api.command_line import figures
from api.command_line.messages import text
from models.plan import Plan
from models.quantities import MICRO_SCALE, as_decimal
from models.rules import Language
from models.scenario import Scenario

Missing = Literal["no_hunger_rows", "interrupted", "no_second_plan", "unmet_differ"]
"""Why there is no interval at all."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two solves: money in 10^-6 unit, None for a bound that nothing proves."""

    objective: int
    bound: int | None
    unmet: int


@dataclass(frozen=True, slots=True)
class HungerCost:
    """Both solves, or why there are not two that compare."""

    with_hunger: Side
    without_hunger: Side | None
    missing: Missing | None = None

    @property
    def at_least(self) -> int | None:
        """Hunger costs no less: what the plan without brings beyond everything with."""
        if self.missing is not None or self.without_hunger is None or self.with_hunger.bound is None:
            return None
        return self.without_hunger.objective - self.with_hunger.bound

    @property
    def at_most(self) -> int | None:
        """Hunger costs no more: what could be had without beyond what the plan with brings."""
        if self.missing is not None or self.without_hunger is None or self.without_hunger.bound is None:
            return None
        return self.without_hunger.bound - self.with_hunger.objective


def without_hunger(scenario: Scenario) -> Scenario | None:
    """The scenario without its hunger rows, everything else equal; None where it has none."""
    if not scenario.policy.hunger:
        return None
    return scenario.replace(policy=scenario.policy.replace(hunger=()))


def hunger_cost(plan: Plan, without: Plan | None, missing: Missing | None = None) -> HungerCost:
    """The cost of hunger from the plans of both solves."""
    side, other = _side(plan), None if without is None else _side(without)
    if other is not None and other.unmet != side.unmet:
        missing = "unmet_differ"
    return HungerCost(side, other, missing)


def document(cost: HungerCost) -> dict[str, Any]:
    """As a record of a JSON document."""
    return {
        "at_least": _decimal(cost.at_least),
        "at_most": _decimal(cost.at_most),
        "with_hunger": _side_document(cost.with_hunger),
        "without_hunger": None if cost.without_hunger is None else _side_document(cost.without_hunger),
        "missing": cost.missing,
    }


def sentence(cost: HungerCost, language: Language) -> str:
    """The interval in words, or plainly what is missing."""
    if cost.missing is not None:
        return text(f"hunger.{cost.missing}", language)
    low, high = cost.at_least, cost.at_most
    if low is None and high is None:
        return text("hunger.nothing_proved", language)
    shown = {
        "low": "" if low is None else figures.money_of_micro(low),
        "high": "" if high is None else figures.money_of_micro(high),
    }
    if low is None:
        return text("hunger.no_low", language, **shown)
    if high is None:
        return text("hunger.no_high", language, **shown)
    if low == high:
        return text("hunger.exactly", language, **shown)
    return text("hunger.above_nothing" if low <= 0 else "hunger.between", language, **shown)


def sentences(cost: HungerCost, language: Language) -> Iterator[str]:
    """The interval, then what each of the two solves found and proved, if there were two."""
    yield sentence(cost, language)
    if cost.without_hunger is not None:
        said: dict[str, str] = {}
        for name, side in (("with", cost.with_hunger), ("without", cost.without_hunger)):
            said[f"{name}_objective"] = figures.money_of_micro(side.objective)
            said[f"{name}_bound"] = "–" if side.bound is None else figures.money_of_micro(side.bound)
            said[f"{name}_unmet"] = str(side.unmet)
        yield text("hunger.solves", language, **said)


def _side(plan: Plan) -> Side:
    evidence = plan.evidence
    return Side(evidence.objective, evidence.bound, evidence.unmet.count)


def _side_document(side: Side) -> dict[str, Any]:
    return {"objective": _decimal(side.objective), "bound": _decimal(side.bound), "unmet": side.unmet}


def _decimal(micro: int | None) -> Decimal | None:
    return None if micro is None else as_decimal(micro, MICRO_SCALE)
