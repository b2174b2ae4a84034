"""Whatever a scenario says and whatever is chosen: program, ledgers and checker come to the same verdict."""

from random import Random

import pytest

from models.choices import Choice, Choices
from models.scenario import Scenario
from scenarios.generator.tiny import INGREDIENTS, tiny
from tests.optimizer.agreement import Judges, random_selection

SEEDS = range(4)
OFFERED_ANSWERS = 5
FREE_ANSWERS = 4


def free_answer(dice: Random, question: Scenario) -> Choices:
    """One project from any period on with anybody in its roles, rarely with a role too few or too many."""
    project = dice.choice(question.filled_projects)
    people = {need.role: dice.choice(question.people).id for need in project.staffing}
    if people and dice.random() < 0.1:
        del people[dice.choice(list(people))]
    if dice.random() < 0.05:
        people["cook"] = dice.choice(question.people).id
    start = 0 if project.in_flight and dice.random() < 0.9 else dice.randrange(-1, question.horizon.periods + 1)
    return {project.id: Choice(start, people)}


@pytest.mark.parametrize("focus", [None, *INGREDIENTS])
def test_program_ledgers_and_checker_agree(focus: str | None) -> None:
    for seed in SEEDS:
        question, dice = Scenario.model_validate(tiny(seed, focus)), Random(f"{focus}-{seed}")
        judges = Judges(question)
        judges.judge({})
        for _ in range(OFFERED_ANSWERS):
            judges.judge(judges.compiled.choices(random_selection(judges.compiled, dice)))
        for _ in range(FREE_ANSWERS):
            judges.judge(free_answer(dice, question))
