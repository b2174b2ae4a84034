"""What is true of a tiny scenario, from every answer there is."""

from models.plan import Plan
from models.scenario import Scenario
from optimizer.checker import Auditor
from tests.oracle.brute import answers


class Truth:
    """Every answer to a scenario that breaks no hard rule, by what it leaves unmet and brings."""

    def __init__(self, scenario: Scenario) -> None:
        auditor = Auditor(scenario)
        self.ranks = [rank for choices in answers(auditor) if (rank := auditor.rank(choices)) is not None]

    def holds(self, plan: Plan) -> bool:
        """Whether bound, count and status are true."""
        evidence = plan.evidence
        fewest = min(unmet for unmet, _ in self.ranks)
        within = [money for unmet, money in self.ranks if unmet <= evidence.unmet.count]
        true = evidence.unmet.at_least <= fewest
        if evidence.bound is not None:
            true &= all(money <= evidence.bound for money in within)
        if evidence.status == "optimal":
            true &= evidence.unmet.count == fewest and max(within) == evidence.objective
        return true
