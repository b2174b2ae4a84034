"""Whatever a scenario says and whatever is chosen: program, ledgers and checker come to the same verdict."""

from random import Random

import numpy as np
import pytest

from models.choices import Choice, Choices
from models.scenario import Scenario
from optimizer.compile import Compiled
from optimizer.program import Selection
from scenarios.generator.tiny import INGREDIENTS, tiny
from tests.optimizer.agreement import Judges

SEEDS = range(4)
OFFERED_ANSWERS = 5
FREE_ANSWERS = 4


def offered_answer(dice: Random, compiled: Compiled) -> Choices:
    """Some of the projects, each with a start and people that the program offers; limits may well be passed."""
    program, starts, candidates = compiled.program, [], []
    eagerness = dice.random()
    for group in range(len(compiled.facts.projects)):
        first, last = map(int, program.start_pointer[group : group + 2])
        if first < last and dice.random() < eagerness:
            start = dice.randrange(first, last)
            starts.append(start)
            for slot in range(*map(int, program.slot_pointer[start : start + 2])):
                candidates.append(dice.randrange(*map(int, program.candidate_pointer[slot : slot + 2])))
    return compiled.choices(Selection(np.array(starts, np.int64), np.array(candidates, np.int64)))


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
            judges.judge(offered_answer(dice, judges.compiled))
        for _ in range(FREE_ANSWERS):
            judges.judge(free_answer(dice, question))
