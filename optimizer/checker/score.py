"""What a set of choices is worth under a scenario, recomputed from the two alone."""

from dataclasses import dataclass

from models.choices import Choices
from models.plan import Terms
from models.scenario import Scenario
from optimizer.checker.book import Book
from optimizer.checker.case import Case
from optimizer.checker.checks import FIRST, HARD, MONEY
from optimizer.checker.commitment import UnmetCommitment
from optimizer.checker.violation import Violation


@dataclass(frozen=True, slots=True)
class Score:
    """Hard rules broken, commitments unmet, and the objective: `money` is the sum of `terms`, in 10^-6 money unit."""

    violations: tuple[Violation, ...]
    unmet: tuple[UnmetCommitment, ...]
    terms: Terms
    money: int

    @property
    def unmet_count(self) -> int:
        """How many commitments are unmet."""
        return len(self.unmet)


class Auditor:
    """Scores choices against one scenario; what follows from the scenario alone is computed once.

    The scenario must be free of input errors. Choices may be anything: unknown projects, roles and people are
    violations and count for nothing else.
    """

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.book = Book(scenario)

    def score(self, choices: Choices) -> Score:
        """Every rule and every term of the objective for these choices."""
        return score_of(Case(self.book, choices))

    def rank(self, choices: Choices) -> tuple[int, int] | None:
        """Unmet commitments and money alone; None where a hard rule is broken, which the first violation tells."""
        case = Case(self.book, choices)
        for rule in HARD:
            for _ in rule.violations(case):
                return None
        return sum(1 for _ in FIRST.unmet(case)), sum(rule.money(case) for rule in MONEY)


def score_of(case: Case) -> Score:
    """The score of a case."""
    terms = {rule.TERM: rule.money(case) for rule in MONEY}
    return Score(
        violations=tuple([violation for rule in HARD for violation in rule.violations(case)]),
        unmet=tuple(FIRST.unmet(case)),
        terms=Terms.model_construct(None, **terms),
        money=sum(terms.values()),
    )
