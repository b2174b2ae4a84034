"""The levels of rows under the choices of a plan, claims that hold included."""

from collections.abc import Callable, Iterable, Iterator

from models.rules import RuleId
from optimizer.checker import commitment
from optimizer.checker.bound.rules import CLAIMS, terms_of_candidate, terms_of_start
from optimizer.checker.case import Case
from optimizer.checker.row import Claim, Ids, Row, Term


def levels_of(case: Case) -> Callable[[RuleId, Row], int]:
    """Answers what the level of a row is: its base plus the coefficients of what is chosen."""
    sums: dict[tuple[RuleId, Ids], dict[int, int]] = {}
    for rule, terms in chosen(case):
        for ids, first, coefficients in terms:
            strip = sums.setdefault((rule, ids), {})
            for place, coefficient in enumerate(coefficients, first):
                strip[place] = strip.get(place, 0) + coefficient

    def level(rule: RuleId, row: Row) -> int:
        return row.base + sums.get((rule, row.ids), {}).get(row.place, 0)

    return level


def claims_that_hold(case: Case) -> Iterator[tuple[RuleId, Claim]]:
    """The claims that may be made: of the commitments that the choices meet."""
    unmet = {
        f"claim/goal/{each.id}" if each.kind == "goal" else f"claim/{each.kind}" for each in commitment.unmet(case)
    }
    for rule in CLAIMS:
        for claim in rule.claims(case.book):
            if claim.name not in unmet:
                yield rule.RULE, claim


def chosen(case: Case) -> Iterator[tuple[RuleId, Iterable[Term]]]:
    """The terms of everything chosen, choice by choice."""
    for project in case.running:
        yield from terms_of_start(case.book, project, case.starts[project.id])
    for engagement in case.engagements:
        yield from terms_of_candidate(case.book, engagement)
    for rule, claim in claims_that_hold(case):
        yield rule, claim.terms
        yield commitment.RULE, commitment.OF_CLAIM
