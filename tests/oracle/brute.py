"""The best answer to a tiny scenario, by trying every answer and asking the checker alone what each is worth.

Nothing of the program, the engines or the rules that build it is used: starts are all periods of the horizon, people
are all people of the scenario (or nobody), and the checker says which of them may be.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from math import prod

from models.choices import Choice, Choices
from models.project import Project
from models.rules import RuleId
from models.scenario import Scenario
from optimizer.checker import Auditor

UNARY = frozenset({RuleId.ONE_START, RuleId.STAFFING, RuleId.ELIGIBILITY, RuleId.DISTINCT_PEOPLE})
"""Rules that look at one project by itself: who breaks one alone breaks it in every company."""

Option = Choice | None
"""One way to treat a project; None: it does not run."""


class TooMany(Exception):
    """There are more combinations than the caller allows."""


@dataclass(frozen=True, slots=True)
class Best:
    """The fewest unmet commitments, then the most money (10^-6 unit), and every answer that has both."""

    unmet: int
    money: int
    choices: tuple[Choices, ...]


def best(scenario: Scenario, auditor: Auditor | None = None, at_most: int | None = None) -> Best:
    """The best answers to a scenario, among all that break no hard rule. Raises TooMany."""
    auditor = auditor or Auditor(scenario)
    found: list[Choices] = []
    least: tuple[int, int] | None = None
    for choices in answers(auditor, at_most):
        rank = auditor.rank(choices)
        if rank is None:
            continue
        unmet, money = rank
        order = (unmet, -money)
        if least is None or order < least:
            least, found = order, []
        if order == least:
            found.append(choices)
    assert least is not None, "not even doing nothing is allowed"
    return Best(least[0], -least[1], tuple(found))


def answers(auditor: Auditor, at_most: int | None = None) -> Iterator[Choices]:
    """Every combination of the options of all projects; most break some rule. Raises TooMany."""
    projects = auditor.scenario.filled_projects
    options = [list(options_of(auditor, project)) for project in projects]
    if at_most is not None and prod(map(len, options)) > at_most:
        raise TooMany
    for combination in product(*options):
        yield {project.id: option for project, option in zip(projects, combination, strict=True) if option is not None}


def options_of(auditor: Auditor, project: Project) -> Iterator[Option]:
    """Every way to treat a project that breaks no rule on the project by itself.

    A start that no window allows is wrong with any people, and a person who is not eligible for a role is wrong beside
    any others, so starts and people are tried one by one before they are combined.
    """
    yield None
    people = [None, *(person.id for person in auditor.scenario.people)]
    roles = [need.role for need in project.staffing]
    for start in range(auditor.scenario.horizon.periods):
        if _breaks(auditor, project, Choice(start), RuleId.ONE_START):
            continue
        fitting = [
            [
                person
                for person in people
                if person is None or not _breaks(auditor, project, Choice(start, {role: person}), RuleId.ELIGIBILITY)
            ]
            for role in roles
        ]
        for holders in product(*fitting):
            held = {role: person for role, person in zip(roles, holders, strict=True) if person is not None}
            choice = Choice(start, held)
            if not _breaks(auditor, project, choice, *UNARY):
                yield choice


def _breaks(auditor: Auditor, project: Project, choice: Choice, *rules: RuleId) -> bool:
    return any(violation.rule in rules for violation in auditor.score({project.id: choice}).violations)
