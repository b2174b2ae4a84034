"""Corruptions of the answer itself: every figure of the plan follows from it, and it breaks one rule."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from models.choices import Choice, Choices
from models.people import Person
from models.plan import Plan
from models.project import Project
from models.rules import RuleId
from models.scenario import Scenario
from tests.corruption.samples import Sample
from tests.optimizer.checker.plans import plan_of

Corruption = Callable[[Sample], Iterator[tuple[Scenario, Plan]]]

ROW_RULES = (
    RuleId.DISTINCT_PEOPLE,
    RuleId.PERSON_CAPACITY,
    RuleId.CONCURRENCY,
    RuleId.PURCHASE_BUDGET,
    RuleId.SELLER_CAP,
    RuleId.REQUIRES,
    RuleId.EXCLUDES,
    RuleId.INITIATION_LIMITS,
)


def passes_rows_of(rule: RuleId) -> Corruption:
    """An answer of which the compiled program says that it passes rows of this rule and of no other."""

    def corrupt(sample: Sample) -> Iterator[tuple[Scenario, Plan]]:
        if sample.broken == {rule.value}:
            yield sample.scenario, plan_of(sample.scenario, sample.choices)

    return corrupt


def _with(sample: Sample, project: str, choice: Choice) -> Choices:
    return {**sample.choices, project: choice}


def _running(sample: Sample, **traits: object) -> Iterator[tuple[Project, Choice]]:
    """The running projects of a sample that breaks nothing, with these traits."""
    if sample.broken:
        return
    for project in sample.scenario.filled_projects:
        if project.id in sample.choices and all(getattr(project, name) == value for name, value in traits.items()):
            yield project, sample.choices[project.id]


def _asked_otherwise(sample: Sample, project: Project, **changes: object) -> tuple[Scenario, Plan]:
    """The same answer to a scenario in which one project asks for something else."""
    projects = tuple(
        stated.replace(**changes) if stated.id == project.id else stated for stated in sample.scenario.projects
    )
    scenario = sample.scenario.replace(projects=projects)
    return scenario, plan_of(scenario, sample.choices)


def _with_window(sample: Sample, first: int, last: int) -> Iterator[tuple[Scenario, Plan]]:
    """The window of a running candidate lies so many periods after its start."""
    horizon = sample.scenario.horizon
    for project, choice in _running(sample, status="candidate"):
        if project.start is not None:
            earliest, latest = horizon.label(choice.start + first), horizon.label(choice.start + last)
            window = project.start.replace(earliest=earliest, latest=latest)
            yield _asked_otherwise(sample, project, start=window)


def starts_after_its_window(sample: Sample) -> Iterator[tuple[Scenario, Plan]]:
    """A candidate that starts one period after its window."""
    yield from _with_window(sample, -2, -1)


def starts_before_its_window(sample: Sample) -> Iterator[tuple[Scenario, Plan]]:
    """A candidate that starts one period before its window."""
    yield from _with_window(sample, 1, 2)


def _asking(sample: Sample, **more: object) -> Iterator[tuple[Scenario, Plan]]:
    """The first role of a running candidate asks for what its holder does not have."""
    if sample.scenario.fit:
        return
    for project, _ in _running(sample, status="candidate"):
        if project.staffing:
            staffing = (project.staffing[0].replace(**more), *project.staffing[1:])
            yield _asked_otherwise(sample, project, staffing=staffing)


def the_grade_is_too_low(sample: Sample) -> Iterator[tuple[Scenario, Plan]]:
    """A grade that nobody has is asked for."""
    yield from _asking(sample, min_grade=99)


def a_skill_is_missing(sample: Sample) -> Iterator[tuple[Scenario, Plan]]:
    """A skill that nobody has is asked for."""
    yield from _asking(sample, skills={"unheard-of": 1})


def a_language_is_missing(sample: Sample) -> Iterator[tuple[Scenario, Plan]]:
    """A language that nobody speaks is asked for."""
    yield from _asking(sample, languages=("tlh",))


def a_role_is_empty(sample: Sample) -> Iterator[tuple[Scenario, Plan]]:
    """A role that nobody fills. Less effort breaks no limit."""
    for project, choice in _running(sample):
        for role in choice.people:
            people = {other: person for other, person in choice.people.items() if other != role}
            yield sample.scenario, plan_of(sample.scenario, _with(sample, project.id, replace(choice, people=people)))


def somebody_without_the_role(sample: Sample) -> Iterator[tuple[Scenario, Plan]]:
    """Somebody of the same trading unit who lacks the role, and holds nothing else."""
    yield from _replaced(sample, lambda person, role: role not in person.roles)


def _replaced(sample: Sample, unfit: Callable[[Person, str], bool]) -> Iterator[tuple[Scenario, Plan]]:
    facts = sample.compiled.facts
    busy = {person for choice in sample.choices.values() for person in choice.people.values()}
    for project, choice in _running(sample, status="candidate"):
        buyer = facts.project_trader[facts.project_index[project.id]]
        for role in choice.people:
            for place, person in enumerate(sample.scenario.people):
                idle = person.id not in busy and person.max_projects is None and not facts.bookings[place].any()
                if idle and facts.person_trader[place] == buyer and unfit(person, role):
                    need = [asked.role for asked in project.staffing].index(role)
                    effort = max(facts.profile(facts.project_index[project.id], need, person.id), default=0)
                    cap = sample.scenario.policy.load_cap
                    if effort * 10_000 <= facts.capacity[place].min() * cap:
                        people = {**choice.people, role: person.id}
                        yield (
                            sample.scenario,
                            plan_of(sample.scenario, _with(sample, project.id, replace(choice, people=people))),
                        )


CHOICES: dict[str, tuple[str, Corruption]] = {
    **{f"passes_{rule.value}": (rule.value, passes_rows_of(rule)) for rule in ROW_RULES},
    "starts_after_its_window": (RuleId.ONE_START.value, starts_after_its_window),
    "starts_before_its_window": (RuleId.ONE_START.value, starts_before_its_window),
    "a_role_is_empty": (RuleId.STAFFING.value, a_role_is_empty),
    "somebody_without_the_role": (RuleId.ELIGIBILITY.value, somebody_without_the_role),
    "the_grade_is_too_low": (RuleId.ELIGIBILITY.value, the_grade_is_too_low),
    "a_skill_is_missing": (RuleId.ELIGIBILITY.value, a_skill_is_missing),
    "a_language_is_missing": (RuleId.ELIGIBILITY.value, a_language_is_missing),
}
"""By name: the one rule that is broken, and the plans that break it."""
